"""The order of concern: what makes one plan better than another, level by level.

The person with least first.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import pairwise
from math import lcm

from scheduler.people import Person
from scheduler.programme import Programme, Project
from scheduler.put_first import class_of, classes_of

STEP_MINUTES = 15
"""Journeys are compared in steps of a quarter of an hour.

So that a minute never outweighs a change.
"""


@dataclass(frozen=True)
class Tally:
    """What one session asks of each person who comes to it."""

    project: str
    number: int
    start: datetime
    venue: str
    coming: frozenset[str]
    put_to_it: Mapping[str, int]
    """How many things speak against it or are unknown, by person."""
    minutes: Mapping[str, int]
    """Longer leg of the journey, by person."""
    bad: frozenset[str]
    """Whose journey is over what is comfortable."""
    short: int
    """How often the company falls short of what was wished for."""
    pence: int


Value = tuple[int, ...]
Values = tuple[tuple[str, Value], ...]
"""Levels by name, with what a plan comes to at each."""


@dataclass(frozen=True)
class Standing:
    """A programme and a choice of sessions, ready to be valued."""

    programme: Programme
    tallies: tuple[Tally, ...]

    def values(self) -> Values:
        """Return every level's name and value, first concern first; smaller is better at each."""
        own = [(name, level(self)) for name, level in _SESSIONS]
        for number, name in enumerate(classes_of(self.programme)):
            own.extend((f"{what} ({name})", level(self, number)) for what, level in _PEOPLE)
        own.extend((name, level(self)) for name, level in _SERIES)
        return tuple(own)

    def people(self, number: int) -> tuple[Person, ...]:
        """Return the people of a class, each once."""
        return self._classes[number]

    @cached_property
    def _classes(self) -> tuple[tuple[Person, ...], ...]:
        every = {
            p.code: p for project in self.programme.projects for p in self.programme.group(project)
        }
        found: tuple[list[Person], ...] = tuple([] for _ in classes_of(self.programme))
        for person in every.values():
            found[class_of(self.programme, person)].append(person)
        return tuple(tuple(people) for people in found)

    def wanted(self) -> dict[str, int]:
        """Return how many sessions each person wants, over all their projects."""
        wants: dict[str, int] = defaultdict(int)
        for project in self.programme.projects:
            for person in self.programme.group(project):
                wants[person.code] += wanted(person, project)
        return wants

    def series(self) -> tuple[tuple[Tally, ...], ...]:
        """Return each project's sessions in order."""
        of = {
            project.code: [t for t in self.tallies if t.project == project.code]
            for project in self.programme.projects
        }
        return tuple(tuple(sorted(tallies, key=lambda t: t.number)) for tallies in of.values())


def wanted(person: Person, project: Project) -> int:
    """Return how many of a project's sessions a person wants to come to."""
    every = len(project.sessions)
    return every if person.sessions_wanted is None else max(1, min(person.sessions_wanted, every))


def steps(minutes: int) -> int:
    """Return a journey in quarter hours, rounded up."""
    return -(-minutes // STEP_MINUTES)


def share_units(wants: Iterable[int]) -> int:
    """Return the unit in which shares of sessions missed are whole numbers."""
    return lcm(*wants) if wants else 1


def worst_first(values: Iterable[int]) -> Value:
    """Return values sorted largest first: smaller, compared in order, is fairer."""
    return tuple(sorted(values, reverse=True))


def missing_sessions(standing: Standing, *, required: bool) -> Value:
    """Return how many sessions each project lacks, worst first."""
    held = {(t.project, t.number) for t in standing.tallies}
    return worst_first(
        sum(
            session.required == required and (project.code, number) not in held
            for number, session in enumerate(project.sessions, 1)
        )
        for project in standing.programme.projects
    )


def missed(standing: Standing, number: int) -> Value:
    """Return the share of wanted sessions each person of a class misses, worst first.

    In common units.
    """
    wants = standing.wanted()
    people = standing.people(number)
    units = share_units([wants[person.code] for person in people])
    came = _count(tally.coming for tally in standing.tallies)
    return worst_first(
        max(0, wants[p.code] - came.get(p.code, 0)) * (units // wants[p.code]) for p in people
    )


def put_to_it(standing: Standing, number: int) -> Value:
    """Return how often each person of a class comes although something speaks against it.

    Worst first.
    """
    asked: Counter[str] = Counter()
    for tally in standing.tallies:
        asked.update({code: tally.put_to_it.get(code, 0) for code in tally.coming})
    return worst_first(asked[person.code] for person in standing.people(number))


def bad_journeys(standing: Standing, number: int) -> Value:
    """Return how many journeys over what is comfortable each person of a class makes.

    Worst first.
    """
    made = _count(tally.bad & tally.coming for tally in standing.tallies)
    return worst_first(made.get(person.code, 0) for person in standing.people(number))


def worst_journey(standing: Standing, number: int) -> Value:
    """Return the longest journey of a class in each project, in minutes, worst first."""
    codes = {person.code for person in standing.people(number)}
    return worst_first(
        max((t.minutes.get(code, 0) for t in series for code in t.coming & codes), default=0)
        for series in standing.series()
    )


def journey_steps(standing: Standing, number: int) -> Value:
    """Return all journeys of a class together, in quarter hours."""
    codes = {person.code for person in standing.people(number)}
    return (
        sum(steps(t.minutes.get(code, 0)) for t in standing.tallies for code in t.coming & codes),
    )


def short_of_wish(standing: Standing) -> Value:
    """Return how often balance or size falls short of what was wished for."""
    return (sum(tally.short for tally in standing.tallies),)


def changes(standing: Standing) -> Value:
    """Return how often the weekday, the hour or the place changes from one session to the next."""
    return (sum(_changes(a, b) for series in standing.series() for a, b in pairwise(series)),)


def pence(standing: Standing) -> Value:
    """Return what everything costs, in pence."""
    return (sum(tally.pence for tally in standing.tallies),)


def finish(standing: Standing) -> Value:
    """Return how many days after the first day each project ends, added up."""
    first = standing.programme.first_day
    return (sum((series[-1].start.date() - first).days for series in standing.series() if series),)


def _changes(before: Tally, after: Tally) -> int:
    return (
        (before.start.weekday() != after.start.weekday())
        + (before.start.time() != after.start.time())
        + (before.venue != after.venue)
    )


def _count(groups: Iterable[frozenset[str]]) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for group in groups:
        for code in group:
            counts[code] += 1
    return counts


def _required(standing: Standing) -> Value:
    return missing_sessions(standing, required=True)


def _optional(standing: Standing) -> Value:
    return missing_sessions(standing, required=False)


_SESSIONS: Sequence[tuple[str, Callable[[Standing], Value]]] = (
    ("Required sessions without a date", _required),
    ("Optional sessions without a date", _optional),
)
_PEOPLE: Sequence[tuple[str, Callable[[Standing, int], Value]]] = (
    ("Sessions missed", missed),
    ("Times put to it", put_to_it),
    ("Journeys over what is comfortable", bad_journeys),
    ("Longest journey in minutes", worst_journey),
    ("Journeys in quarter hours", journey_steps),
)
_SERIES: Sequence[tuple[str, Callable[[Standing], Value]]] = (
    ("Times short of the wished-for company", short_of_wish),
    ("Changes of weekday, hour or place", changes),
    ("Pence", pence),
    ("Days to the last session", finish),
)


def level_of_missing(programme: Programme, person: Person) -> str:
    """Return the name of the level at which what a person misses counts."""
    return f"{_PEOPLE[0][0]} ({classes_of(programme)[class_of(programme, person)]})"


def with_people_first(programme: Programme, values: Values) -> Values:
    """Return levels in the order in which what all but the last class miss goes before all else."""
    early = {f"{_PEOPLE[0][0]} ({name})" for name in classes_of(programme)[:-1]}
    return tuple(sorted(values, key=lambda level: level[0] not in early))


def share_units_of(programme: Programme, project: Project) -> list[int]:
    """Return what one missed session counts for each member of a project.

    In units common to the whole programme.
    """
    standing = Standing(programme, ())
    wants = standing.wanted()
    shared = [
        share_units([wants[p.code] for p in standing.people(number)])
        for number in range(len(classes_of(programme)))
    ]
    return [shared[class_of(programme, p)] // wants[p.code] for p in programme.group(project)]
