"""Festivals whose day the moon or the place leaves open, once somebody has named the day."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeAlias

from scheduler.calendars.observance import Observance

Feasts: TypeAlias = tuple[tuple[str, date], ...]
"""Festivals with their first main day as somebody keeps them."""

A_MONTH_LONG = timedelta(days=20)
"""What lasts longer is a lunar month, which the moon ends as well as begins."""


def as_named(
    day: date, found: Iterable[Observance], *, code: str, named: Feasts
) -> Iterator[Observance]:
    """Give what is to be kept on a day for a code, of festivals somebody named the days they named.

    A day on which no calendar of ours holds a festival for possible changes nothing of it: see
    `strays`.
    """
    for observance in found:
        told = _told(observance, named, code=code)
        if told is None:
            yield observance
            continue
        meant = _on(observance, told)
        if meant.touches(day, day):
            yield meant


def strays(day: date, found: Iterable[Observance], *, code: str, named: Feasts) -> bool:
    """Say whether somebody named a day on which our calendars hold no such festival for possible.

    It is kept beside the days they hold for possible, not in their place.
    """
    if (code, day) not in named:
        return False
    return all(_told(observance, named, code=code) is None for observance in found)


def _told(observance: Observance, named: Feasts, *, code: str) -> date | None:
    """Return the day somebody named, if the festival may be on it."""
    names = {observance.festival_id, code}
    may_be = (observance.block_start, observance.block_end)
    days = (day for name, day in named if name in names and may_be[0] <= day <= may_be[1])
    return next(days, None)


def _on(observance: Observance, first: date) -> Observance:
    """Return a festival that begins on a day somebody named: no other day is to be kept for it."""
    length = observance.end - observance.start
    last = observance.block_end if length > A_MONTH_LONG else first + length
    return replace(
        observance, start=first, end=last, alternates=(), block_start=first, block_end=last
    )
