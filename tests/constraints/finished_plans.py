"""Finished plans made by hand, as small as a review needs them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from scheduler.finished import Finished
from scheduler.grid import end_of
from scheduler.people import Person
from scheduler.plan import Certificate, Chosen, Coming, Plan, WayTaken
from scheduler.programme import Programme, Project, Session
from scheduler.samples import HALL, ISHBEL, PROGRAMME, WISH
from scheduler.venues import ONLINE, Venue
from scheduler.workers import Worker

WAY = WayTaken(by="car", out_minutes=20, back_minutes=20)
OTHER_HALL = HALL.model_copy(update={"code": "other-hall", "name": "Other Hall"})


@dataclass(frozen=True)
class Held:
    """What a plan says of one session."""

    start: datetime
    group: tuple[Person, ...] = (ISHBEL,)
    """Everybody in the group; they all come."""
    sure: tuple[Person, ...] | None = None
    """Those who can be counted on; everybody where it is not said."""
    venue: Venue = HALL
    workers: tuple[str, ...] = ()
    session: Session = WISH


def a_plan(*held: Held, workers: Sequence[Worker] = ()) -> Finished:
    """Return a finished plan of one session for each of some groups, joined to its programme."""
    projects = tuple(_project(number, each) for number, each in enumerate(held, 1))
    everybody = {person.code: person for each in held for person in each.group}
    programme = PROGRAMME.model_copy(
        update={
            "people": tuple(everybody.values()),
            "venues": (HALL, OTHER_HALL),
            "workers": tuple(workers),
            "projects": projects,
        }
    )
    sessions = tuple(_chosen(p.code, each) for p, each in zip(projects, held, strict=True))
    return Finished.of(programme, _plan(programme, sessions))


def _project(number: int, held: Held) -> Project:
    members = tuple(person.code for person in held.group)
    name = f"Group {number}"
    return Project(code=f"group-{number}", name=name, members=members, sessions=(held.session,))


def _chosen(project: str, held: Held) -> Chosen:
    sure = held.group if held.sure is None else held.sure
    return Chosen(
        project=project,
        number=1,
        start=held.start,
        end=end_of(held.start, held.session),
        venue=held.venue.code,
        coming=tuple(Coming(person=p.code, way=WAY, sure=p in sure) for p in held.group),
        workers=held.workers,
    )


def _plan(programme: Programme, sessions: tuple[Chosen, ...]) -> Plan:
    return Plan(
        programme=programme.name,
        possible=True,
        final=True,
        order=(),
        sessions=sessions,
        people=(),
        certificate=Certificate(programme="made by hand", versions={}, settings={}),
    )


__all__ = ["HALL", "ONLINE", "OTHER_HALL", "Held", "a_plan"]
