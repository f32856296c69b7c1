"""Households: people who come to sessions together, or not at all."""

from pydantic import Field

from scheduler.words import Code, Label, Word


class Household(Word):
    """People of one group who answer together: all of them come, or none."""

    name: Label = ""
    """What the organiser calls it; no plan prints it."""
    members: tuple[Code, ...] = Field(min_length=2)
    """Who belongs to it, by code: two or more."""
