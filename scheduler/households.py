"""Households: people who come to sessions together, or in turn."""

from typing import Literal

from pydantic import Field

from scheduler.words import Code, Label, Word


class Household(Word):
    """People of one group who answer together."""

    name: Label = ""
    """What the organiser calls it; no plan prints it."""
    members: tuple[Code, ...] = Field(min_length=2)
    """Who belongs to it, by code: two or more."""
    comes: Literal["together", "in turn"] = "together"
    """Whether all of them come or none, or one of them always stays behind."""
