"""A programme before anything is planned: who, what they wish for, and where they could meet."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from constraints import registry
from scheduler.facts import Answer, Fact
from scheduler.hints import hints
from scheduler.people import Person
from scheduler.programme import Programme, Project, Session
from scheduler.sentences import counted, listed
from scheduler.spoken_days import spoken_day, spoken_days
from scheduler.venues import Venue
from web.shown.people import part_of
from web.shown.rules import RuleInBrief, rules_of
from web.wording import minutes, say

STATES: Final = {Answer.YES: "chosen", Answer.NO: "closed", Answer.LIMITED: "avoid"}
"""How an answer looks; any other is not known."""


@dataclass(frozen=True)
class Known:
    """What is known of one thing about a venue."""

    says: str
    state: str


@dataclass(frozen=True)
class ShownVenue:
    """A place to meet and what is known of it."""

    name: str
    kind: str
    holds: str
    step_free: Known
    alcohol: Known


@dataclass(frozen=True)
class ShownProject:
    """A group and what it wishes for."""

    name: str
    who: tuple[tuple[str, int], ...]
    sessions: tuple[str, ...]
    rules: tuple[RuleInBrief, ...]


@dataclass(frozen=True)
class ShownProgramme:
    """A programme as its page shows it."""

    name: str
    span: str
    projects: tuple[ShownProject, ...]
    venues: tuple[ShownVenue, ...]
    venues_say: tuple[str, ...]
    workers: str
    hints: tuple[str, ...]
    """What may be a slip of the pen, and groups that can never meet."""


def shown_programme(programme: Programme) -> ShownProgramme:
    """Return a programme as its page shows it."""
    return ShownProgramme(
        programme.name,
        say("programme.span", days=spoken_days(programme.first_day, programme.last_day)),
        tuple(_project(programme, project) for project in programme.projects),
        tuple(map(_venue, programme.venues)),
        tuple(_venues_say(programme.venues)),
        _workers(programme),
        hints(programme, registry()),
    )


def _project(programme: Programme, project: Project) -> ShownProject:
    return ShownProject(
        project.label,
        tuple(_who(programme.group(project))),
        tuple(_wish(number, each) for number, each in enumerate(project.sessions, start=1)),
        rules_of(programme, project),
    )


def _who(group: tuple[Person, ...]) -> Iterator[tuple[str, int]]:
    parts = [say("people.to_fill") if person.to_fill else part_of(person) for person in group]
    for part in dict.fromkeys(parts):
        yield part, parts.count(part)


def _wish(number: int, session: Session) -> str:
    title = session.title or say("session.untitled", number=number)
    told = [minutes(session.length_minutes), *_fixed(session)]
    if not session.required:
        told.append(say("programme.optional"))
    return say("programme.wish", title=title, told=", ".join(told))


def _fixed(session: Session) -> Iterator[str]:
    if session.day:
        yield say("programme.on", day=spoken_day(session.day))
    elif session.first_day and session.last_day:
        yield spoken_days(session.first_day, session.last_day)
    if session.is_remote:
        yield session.form


def _venue(venue: Venue) -> ShownVenue:
    holds = str(venue.capacity) if venue.capacity is not None else say("venues.not_known")
    return ShownVenue(
        venue.label,
        venue.kind,
        holds,
        _known(venue.meets("step-free")),
        _known(venue.licensed),
    )


def _known(fact: Fact) -> Known:
    name = fact.answer.value.replace(" ", "_")
    return Known(say(f"answers.{name}"), STATES.get(fact.answer, "unknown"))


def _venues_say(venues: tuple[Venue, ...]) -> Iterator[str]:
    yield say("venues.many", venues=counted(len(venues), "place"))
    asked = {
        "venues.step_free_unknown": [v.meets("step-free") for v in venues],
        "venues.alcohol_unknown": [v.licensed for v in venues],
    }
    for name, facts in asked.items():
        unknown = sum(1 for fact in facts if fact.is_unknown)
        if unknown:
            yield say(name, venues=counted(unknown, "place"))


def _workers(programme: Programme) -> str:
    roles = [role for worker in programme.workers for role in worker.roles]
    each = dict.fromkeys(roles)
    return listed([say("programme.worker", role=role, many=roles.count(role)) for role in each])
