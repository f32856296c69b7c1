"""Whose times are only expected or not known yet, and by when they have to be confirmed."""

from datetime import date, timedelta
from typing import Final

from scheduler.people import Times

LEAST_NOTICE_DAYS: Final = 14
"""How long before a session its room and workers are booked at the latest, and people asked.

Where they ask for less. Own default.
"""


def is_late(times: Times) -> bool:
    """Say whether somebody's times may be only expected on some day."""
    return times.expected_from is not None or times.known_days_ahead is not None


def confirmed_by(times: Times, day: date, *, planning_day: date) -> date | None:
    """Return by when somebody's times of a day are known; None where they are known by now."""
    told = times.confirm_by if times.expected_from and times.expected_from <= day else None
    ahead = times.known_days_ahead
    comes_out = None if ahead is None else day - timedelta(days=ahead)
    late = comes_out if comes_out and comes_out > planning_day else None
    return max(filter(None, (told, late)), default=None)


def asked_by(day: date, *, planning_day: date) -> date:
    """Return by when somebody is asked whether a day suits, where nobody knows it yet."""
    return max(day - timedelta(days=LEAST_NOTICE_DAYS), planning_day)
