"""A new programme begun by forms: what was said so far, and the programme it makes."""
