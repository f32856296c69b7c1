"""What a programme says of money: its own rates, and how people want to be paid."""

from datetime import date
from typing import Literal

from pydantic import Field

from scheduler.words import Label, Pence, Word

RateName = Literal["mileage", "day", "half day", "food", "sitter", "materials"]
"""What a rate is for.

A mile by car; a day or half a day of somebody's time; food for one person; a sitter for one
session; materials for one session.
"""


class OwnRate(Word):
    """A rate somebody set for this programme; it goes before that of any table."""

    what: RateName
    """What it is for: mileage (a mile by car), day, half day, food (a head), sitter (a session),
    materials (a session).
    """
    pence: Pence
    """How much, in pence."""
    by: Label = Field(min_length=1)
    """Who set it."""
    on: date | None = None
    """When."""


class Pay(Word):
    """How somebody wants to be paid for their time. Anybody may choose, and nobody is asked why."""

    by: Literal["", "money", "voucher", "declines"] = ""
    """money, voucher or declines; empty means that nobody has asked."""
    most_pence: int | None = Field(default=None, ge=0, le=1_000_000_000)
    """The most they want to be paid in that stretch of time, in pence; empty means any."""
    most_pence_in: Literal["the project", "a month", "a week"] = "a month"
    """The stretch of time that amount is for, counted by the day a session is held and paid.

    A month begins on their `month_begins_on`.
    """
