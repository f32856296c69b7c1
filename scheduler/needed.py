"""Which workers a session needs: those its members need by them, then those it asks for itself."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

from scheduler.people import Person
from scheduler.programme import Session
from scheduler.workers import WHEELCHAIR_TAXI, WorkerNeed

Needs = tuple[WorkerNeed, ...]
"""Workers needed, each need for one of them; the first is met first."""


def interpreters_for(group: Iterable[Person]) -> Needs:
    """Return one interpreter for each language that somebody in the group needs.

    One who is a woman, or a man, serves those who did not ask as well.
    """
    asked: dict[str, dict[str, None]] = {}
    for person in group:
        if person.interpreter:
            asked.setdefault(person.interpreter, {})[person.assisted_by.casefold()] = None
    return tuple(
        WorkerNeed(role="interpreter", language=language, gender=gender)
        for language, genders in asked.items()
        for gender in (sorted(filter(None, genders)) or [""])
    )


def assistants_for(session: Session, group: Iterable[Person]) -> Needs:
    """Return whom members need by them beside interpreters, one for each.

    Nobody is fetched where nobody travels.
    """
    return tuple(need for person in group for need in _assistants(session, person))


def _assistants(session: Session, person: Person) -> Iterator[WorkerNeed]:
    for role in person.assistance:
        if role != WHEELCHAIR_TAXI:
            yield WorkerNeed(role=role, gender=person.assisted_by)
        elif not session.is_remote and person.is_fetched:
            yield WorkerNeed(role=role)


def members_needs(session: Session, group: Sequence[Person]) -> Needs:
    """Return the workers members of a group need, interpreters first."""
    return (*interpreters_for(group), *assistants_for(session, group))


def others_for(session: Session, group: Sequence[Person]) -> Needs:
    """Return what a session needs beside the workers its group needs anyway, one by one."""
    each = [
        need.model_copy(update={"count": 1}) for need in session.workers for _ in range(need.count)
    ]
    for need in members_needs(session, group):
        same = (o for o in each if _is_covered(o, need))
        found = next(same, None)
        if found:
            each.remove(found)
    return tuple(each)


def needs_of(session: Session, group: Sequence[Person]) -> Needs:
    """Return every worker a session needs, those its group needs first."""
    return (*members_needs(session, group), *others_for(session, group))


def around(session: Session) -> tuple[int, int]:
    """Return how many minutes before and after a session its workers and its room are needed."""
    return (0, 0) if session.is_remote else (session.setup_minutes, session.clear_up_minutes)


def _is_covered(asked: WorkerNeed, by: WorkerNeed) -> bool:
    """Say whether whoever meets one need is what a session asks for as well."""
    same = (asked.role, asked.language) == (by.role, by.language)
    return same and asked.gender in {"", by.gender}


def on_duty(session: Session, start: datetime, *, end: datetime) -> tuple[datetime, datetime]:
    """Return from when to when a session's workers are needed, setting up and clearing up too."""
    before, after = (timedelta(minutes=minutes) for minutes in around(session))
    return start.astimezone(UTC) - before, end.astimezone(UTC) + after
