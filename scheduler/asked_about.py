"""What a question about another day is about: which project, which venue, which session."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from scheduler.plan import Plan
from scheduler.programme import Project
from scheduler.sentences import listed
from scheduler.spelling import GUESS, meant
from scheduler.venues import Venue

Thing = TypeVar("Thing", Project, Venue)


def named(things: Sequence[Thing], code: str, kind: str) -> Thing:
    """Return a project or venue by its code.

    Raises
    ------
    ValueError
        If there is none, with the nearest there is.
    """
    found = next((thing for thing in things if thing.code == code), None)
    if found is None:
        words = {word: thing.code for thing in things for word in (thing.label, thing.code)}
        nearest = words.get(meant(code, words, alike=GUESS))
        known = f"choose one of {listed([thing.code for thing in things])}."
        msg = f"There is no {kind} {code} here; {f'did you mean {nearest}?' if nearest else known}"
        raise ValueError(msg)
    return found


def nearest_session(plan: Plan, project: Project, moment: datetime) -> int:
    """Return which session is asked about: one without a date, else the one nearest to that day."""
    dated = {
        chosen.number: chosen.start for chosen in plan.sessions if chosen.project == project.code
    }
    missing = [number for number in range(1, len(project.sessions) + 1) if number not in dated]
    if missing:
        return missing[0]
    return min(dated, key=lambda number: (abs(dated[number] - moment), number))
