"""A timetable as it was read, whatever form it came in: stops, trips, and the days they run."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

BY = ("bus", "train", "ferry", "community transport")
"""What a trip can be by."""

BY_ARRANGEMENT = 2
"""What a call says that has to be booked (GTFS pickup_type and drop_off_type)."""


class StepFree(IntEnum):
    """What is known of getting on and off without a step; numbers as in GTFS."""

    UNKNOWN = 0
    YES = 1
    NO = 2


@dataclass(frozen=True)
class Stop:
    """Where people get on and off."""

    code: str
    name: str
    latitude: float | None = None
    longitude: float | None = None
    step_free: StepFree = StepFree.UNKNOWN


@dataclass(frozen=True)
class Call:
    """One trip's call at one stop, in seconds since its day began (noon less twelve hours)."""

    stop: str
    arrives: int
    departs: int
    picks_up: int = 0
    """0 yes, 1 no, 2 or 3 by arrangement."""
    sets_down: int = 0


@dataclass(frozen=True)
class Trip:
    """One vehicle's run, on every day of its service."""

    code: str
    line: str
    """What people call it, such as "421"."""
    by: str
    service: str
    calls: tuple[Call, ...]
    step_free: StepFree = StepFree.UNKNOWN
    book_days: int = 0
    """How many days before it has to be booked, where it has to be; 0 means the same day."""


@dataclass(frozen=True)
class Feed:
    """One timetable: everything it says that a journey needs."""

    name: str
    """Who published it, and which version."""
    first_day: date
    """First day it holds."""
    last_day: date
    """Last day it holds; beyond it nothing is known, which is not the same as no bus."""
    stops: tuple[Stop, ...]
    trips: tuple[Trip, ...]
    services: Mapping[str, frozenset[date]]
    """The days each service runs."""
    changes: tuple[tuple[str, str, int], ...] = ()
    """From stop, to stop, and the seconds it says a change takes; -1 where none can be made."""
