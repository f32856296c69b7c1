"""Calendar programs that are not ours, made to say what they read in our files."""
