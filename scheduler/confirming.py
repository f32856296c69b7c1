"""Whose times are only expected or not known yet, and by when they have to be confirmed."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.people import Person, Times

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


Told = Iterable[tuple[Person | None, Objection]]
"""What rules say of a session, each with the person it is said of."""


def to_confirm(said: Told) -> Mapping[str, date]:
    """Return who has to be asked by when, by code: what it hangs on is not known yet."""
    found: dict[str, date] = {}
    for person, objection in said:
        if person and objection.confirm_by:
            found[person.code] = max(objection.confirm_by, found.get(person.code, date.min))
    return found


def only_expected_away(said: Told) -> frozenset[str]:
    """Return who cannot come only because of hours that have yet to be confirmed, by code."""
    never = [(p.code, o.confirm_by) for p, o in said if p and o.degree >= Degree.NEVER]
    return frozenset(code for code, by in never if by) - {code for code, by in never if not by}
