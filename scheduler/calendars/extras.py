"""What a person's own calendar holds beside their sessions: setting out, going home, childcare.

Each is an entry of its own, in that person's file alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from scheduler.calendars.entry import CalendarEntry
from scheduler.calendars.held import Held
from scheduler.calendars.plan_entries import bare_entry, comings, firmness, uid_of
from scheduler.calendars.told_journeys import PICKED_UP, at_home, journey_lines, set_out
from scheduler.facts import Answer
from scheduler.people import Person
from scheduler.plan import Coming, Plan
from scheduler.programme import Programme


@dataclass(frozen=True)
class Extra:
    """One stretch of a day around a session."""

    kind: str
    title: str
    start: datetime | None
    end: datetime | None
    lines: tuple[str, ...]


def person_extras(programme: Programme, plan: Plan, *, person: str) -> tuple[CalendarEntry, ...]:
    """Return when a person is picked up or sets out, is on the way home, and childcare is there.

    What nobody knows is left out, and where a guess of ours is used the text calls it one.
    """
    who = next(each for each in programme.people if each.code == person)
    return tuple(
        entry
        for held, coming in comings(programme, plan, person=person)
        for extra in _extras(held, coming, who)
        for entry in _entry(held, extra, person)
    )


def _extras(held: Held, coming: Coming, person: Person) -> Iterator[Extra]:
    way, chosen = coming.way, held.chosen
    leaves, home = set_out(way, chosen), at_home(way, chosen)
    if not held.venue.is_remote and (leaves or home):
        there, back = journey_lines(way, chosen)
        book = (f"Book it by {way.book_by:%d %B %Y}.",) if way.book_by else ()
        out = "You are picked up" if way.by in PICKED_UP else "Set out"
        told = tuple(filter(None, (way.told,)))
        yield Extra("out", out, leaves, held.start, (there, *told, *book))
        yield Extra("home", "On the way home", held.end, home, (back,))
    care = person.childcare
    if care.children and care.sitter.answer is Answer.YES:
        says = "Somebody is with your children all this time."
        yield Extra("childcare", "Childcare", leaves or held.start, home or held.end, (says,))


def _entry(held: Held, extra: Extra, person: str) -> Iterator[CalendarEntry]:
    if extra.start is None or extra.end is None or extra.end <= extra.start:
        return
    yield replace(
        bare_entry(held),
        uid=uid_of(held, f"{extra.kind} {person}"),
        start=extra.start,
        end=extra.end,
        title=extra.title,
        place="",
        description_lines=(*extra.lines, *firmness(held)),
        join_link=None,
        latitude=None,
        longitude=None,
    )
