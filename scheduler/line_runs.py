"""The runs of a typed line that fit a session."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from math import ceil

from scheduler.journeys import Line
from scheduler.way import Way
from scheduler.weekdays import weekdays_named


def runs_on(line: Line, day: date) -> bool:
    """Say whether a line runs on a day."""
    begun = line.first_day is None or line.first_day <= day
    ended = line.last_day is not None and day > line.last_day
    return begun and not ended and day.weekday() in weekdays_named(line.days)


def runs_for(line: Line, start: datetime, end: datetime) -> Iterator[Way]:
    """Give the latest run there in time and the earliest run back.

    Nothing where either is missing.
    """
    if not runs_on(line, start.date()):
        return
    walk = ceil(line.walk_minutes / 2)
    begins = start.hour * 60 + start.minute
    ends = (end.date() - start.date()).days * 1440 + end.hour * 60 + end.minute
    there = max((r for r in _by_the_minute(line.out) if r[1] + walk <= begins), default=None)
    home = min((r for r in _by_the_minute(line.back) if r[0] >= ends + walk), default=None)
    if there is not None and home is not None:
        yield Way(
            by=line.by,
            out_minutes=begins - there[0] + walk,
            back_minutes=home[1] + walk - ends,
            pence=line.pence or 0,
            fare_known=line.pence is not None,
            leaves=_at(start, there[0] - walk),
            home=_at(start, home[1] + walk),
            source=line.source or line.name,
        )


@lru_cache(maxsize=256)
def _by_the_minute(runs: tuple[tuple[str, str], ...]) -> tuple[tuple[int, int], ...]:
    """Return when runs leave and arrive, in minutes of the day."""
    return tuple((_minute(leaves), _minute(arrives)) for leaves, arrives in runs)


def _minute(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def _at(day: datetime, minute: int) -> datetime:
    """Return a minute on a session's day, as the clock shows it; 1440 is the next midnight."""
    return day.replace(hour=0, minute=0, fold=0) + timedelta(minutes=minute)
