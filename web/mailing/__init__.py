"""Messages handed to a mail server: only what was shown before, and nothing to anybody twice."""
