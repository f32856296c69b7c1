"""What may be said of a private need: that there is one, and nothing that tells whose or where."""

from scheduler.constraint import Objection
from scheduler.degree import Degree

RULED_OUT = Objection(Degree.RIGHT, "A private need rules this out.", is_private=True)
"""Somebody's private need closes this for everybody."""
