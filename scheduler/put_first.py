"""Whose concerns come first: people with lived experience, of them those put first by a barrier.

What people told decides who has a barrier. What is not known is never read as one.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from scheduler.barriers import WHO, Barrier, PutFirst
from scheduler.people import Person
from scheduler.programme import Programme
from scheduler.shifts_worked import is_night
from scheduler.spoken_days import spoken_day
from scheduler.taken import days_around, shifts

LIVED: Final = "people with lived experience"
PUT_FIRST: Final = "people put first"
OTHER_LIVED: Final = "other people with lived experience"
OTHERS: Final = "everyone else"
CARER: Final = "family or unpaid carer"


def classes_of(programme: Programme) -> tuple[str, ...]:
    """Return the priority classes in order: every concern of one before any of the next."""
    return (PUT_FIRST, OTHER_LIVED, OTHERS) if programme.put_first else (LIVED, OTHERS)


def class_of(programme: Programme, person: Person) -> int:
    """Return whose concerns a person's are among, by its place in `classes_of`.

    A barrier puts people before others with lived experience, and nobody else before anybody.
    """
    last = len(classes_of(programme)) - 1
    if not person.is_lived:
        return last
    return 0 if is_put_first(programme, person) else last - 1


def is_put_first(programme: Programme, person: Person) -> bool:
    """Say whether somebody told of a barrier whose holders are put first."""
    return any(has_barrier(programme, person, told.barrier) for told in programme.put_first)


def has_barrier(programme: Programme, person: Person, barrier: Barrier) -> bool:
    """Say whether somebody told of a barrier."""
    if barrier == "works nights":
        return _works_nights(person.times.work, days_around(programme))
    return _TOLD[barrier](person)


def decisions(programme: Programme) -> tuple[str, ...]:
    """Return who is put first, by whom, when and why: what was decided, of whom it never says."""
    return tuple(_decision(told) for told in programme.put_first)


def _decision(told: PutFirst) -> str:
    who = f"People with lived experience who {WHO[told.barrier]} are put first"
    why = told.why or "No reason was noted."
    return f"{who}: decided by {told.by} on {spoken_day(told.on)}. {why}"


@lru_cache(maxsize=1024)
def _works_nights(work: tuple[str, ...], days: tuple[date, date]) -> bool:
    return any(is_night(*shift) for pattern in work for shift in shifts(pattern, days))


_TOLD: Mapping[Barrier, Callable[[Person], bool]] = {
    "no car": lambda person: person.travel.car.is_no,
    "needs step-free": lambda person: "step-free" in person.needs,
    "needs an interpreter": lambda person: bool(person.interpreter),
    "looks after children": lambda person: person.childcare.children > 0,
    "cares for somebody": lambda person: bool(person.times.care) or CARER in person.roles,
}
"""How each barrier but night work is read of a person."""
