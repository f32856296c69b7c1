"""Barriers by which people may be put first: only those listed, and only as people told us."""

from datetime import date
from typing import Literal

from scheduler.words import Label, Text, Word

Barrier = Literal[
    "no car",
    "needs step-free",
    "needs an interpreter",
    "looks after children",
    "cares for somebody",
    "works nights",
]

WHO: dict[Barrier, str] = {
    "no car": "have no car",
    "needs step-free": "need a way in without steps",
    "needs an interpreter": "need an interpreter",
    "looks after children": "look after children",
    "cares for somebody": "care for somebody",
    "works nights": "work nights",
}
"""What people do or need whom each barrier is told of."""


class PutFirst(Word):
    """A barrier whose holders are put first, by a decision on record; never by any other word."""

    barrier: Barrier
    """Which of the listed barriers; the adjustment or the fact, never the condition."""
    by: Label
    """Who decided it: the facilitator, or the group."""
    on: date
    """When."""
    why: Text = ""
    """Why, without naming anybody."""
