"""Busy times and questions in words, and as a cell of a table."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final

from scheduler.calendars.foreign.account import Question
from scheduler.calendars.wall_time import LONDON, Interval
from scheduler.spoken_days import spoken_day, spoken_days

_MINUTE: Final = timedelta(minutes=1)


def spoken_question(question: Question) -> str:
    """Return the days or the time that a question is about."""
    if isinstance(question.start, datetime) and isinstance(question.end, datetime):
        return spoken_time((question.start, question.end))
    return _days(question.start, question.end)


def spoken_time(interval: Interval) -> str:
    """Return a time in words: "on Tuesday 4 May 2027 from 09:00 to 10:00"."""
    start, end = whole_minutes(interval)
    if start.date() == end.date():
        return f"on {spoken_day(start.date())} from {start:%H:%M} to {end:%H:%M}"
    return (
        f"from {spoken_day(start.date())} at {start:%H:%M} "
        f"to {spoken_day(end.date())} at {end:%H:%M}"
    )


def _days(first: date, last: date) -> str:
    return f"on {spoken_day(first)}" if first == last else spoken_days(first, last)


def busy_cell(intervals: Iterable[Interval]) -> str:
    """Return busy times as one cell holds them, in whole minutes and never shorter."""
    return "; ".join(_spell(each) for each in intervals)


def whole_minutes(interval: Interval) -> Interval:
    """Return a time in whole minutes on London's clock, never shorter than it is."""
    begins, ends = (each.astimezone(LONDON) for each in interval)
    start = begins.replace(second=0, microsecond=0)
    whole = ends.replace(second=0, microsecond=0)
    return start, whole if whole == ends else whole + _MINUTE


def _spell(interval: Interval) -> str:
    return "/".join(each.isoformat(" ", "minutes") for each in whole_minutes(interval))
