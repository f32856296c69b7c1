"""What a calendar file was found to say: busy times, questions, and what became of each entry."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from scheduler.calendars.wall_time import Interval

Outcome = Literal["used", "asked", "free", "elsewhen", "replaced", "not understood"]
"""What became of an entry: each has exactly one, so that nothing is dropped without a word."""

About = Literal["all day", "pencilled in", "time zone"]
"""Why something has to be asked: nobody can tell from an entry of whole days whether it keeps
somebody away; one may be only pencilled in; or its time zone may be one that nobody knows."""


@dataclass(frozen=True)
class Account:
    """What became of one entry, named by its line and its day and never by its title."""

    line: int
    day: date | None
    """The day it first is; None where that cannot be told."""
    outcome: Outcome
    why: str = ""
    """Why it was not understood; empty for any other."""


@dataclass(frozen=True)
class Question:
    """Something to ask the person: it may keep them away, or may not."""

    line: int
    start: date | datetime
    end: date | datetime
    """For whole days the last of them; else the moment it ends."""
    about: About
    """Why it has to be asked."""


@dataclass(frozen=True)
class BusyTimes:
    """What a calendar file says of when somebody is busy, and nothing else of them."""

    busy: tuple[Interval, ...]
    """When they are busy, in UTC, in order and apart."""
    questions: tuple[Question, ...]
    """In order of time."""
    accounts: tuple[Account, ...]
    """One for every entry, in the order of the file."""
    remarks: tuple[str, ...] = ()
    times: tuple[tuple[date | datetime, date | datetime], ...] = field(default=(), repr=False)
    """Every time of every entry on its own clock, busy or not; the second of two days is out."""
