"""Calendar files that other programs wrote, read for one thing: when somebody is busy."""
