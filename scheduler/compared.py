"""How a plan compares with the same plan after one change, in words the plan itself uses."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from scheduler.order import Standing, Tally, Value, wanted
from scheduler.people import Person
from scheduler.programme import Project
from scheduler.put_first import classes_of
from scheduler.sentences import counted, listed, pounds


@dataclass(frozen=True)
class Difference:
    """The first point of the order of concern at which two choices of sessions differ."""

    is_worse: bool
    """Whether the other choice is worse there."""
    says: str
    """By how much, in a sentence for the organiser."""


@dataclass(frozen=True)
class Compared:
    """A plan, and the same plan with one session of a project held otherwise."""

    before: Standing
    after: Standing
    project: Project

    def difference(self) -> Difference | None:
        """Return where they differ first; None where they are just as good."""
        pairs = zip(self.before.values(), self.after.values(), strict=True)
        first = next(((mine, theirs) for mine, theirs in pairs if mine != theirs), None)
        if first is None:
            return None
        (name, mine), (_, theirs) = first
        what, _, of = name.removesuffix(")").partition(" (")
        classes = classes_of(self.before.programme)
        people = self.before.people(classes.index(of)) if of else ()
        told = listed(list(_TOLD[what](self, people))) if what in _TOLD else ""
        return Difference(theirs > mine, f"{told or _counts(name, mine, theirs)}.")

    def own(self, standing: Standing) -> tuple[Tally, ...]:
        """Return what the sessions of the project ask in one of the two."""
        return tuple(tally for tally in standing.tallies if tally.project == self.project.code)

    def changes(
        self, people: Iterable[Person], times: Callable[[Tally, str], int]
    ) -> Iterator[tuple[Person, int, int]]:
        """Give whoever something happens to oftener or less often: how often before, and after."""
        for person in people:
            before, after = (
                sum(times(tally, person.code) for tally in self.own(standing))
                for standing in (self.before, self.after)
            )
            if before != after:
                yield person, before, after


def _missed(compared: Compared, people: Sequence[Person]) -> Iterator[str]:
    """Say who would come to fewer sessions, and who to more, as the plan counts them."""
    changes = compared.changes(people, lambda tally, code: code in tally.coming)
    for person, before, after in sorted(changes, key=lambda change: change[2] - change[1]):
        of = counted(wanted(person, compared.project), "session")
        yield f"{person.label} would come to {after} of {of} instead of {before}"


def _put(compared: Compared, people: Sequence[Person]) -> Iterator[str]:
    """Say who would be put to it oftener, and who less often."""
    changes = compared.changes(
        people, lambda tally, code: tally.put_to_it.get(code, 0) if code in tally.coming else 0
    )
    for person, before, after in sorted(changes, key=lambda change: change[1] - change[2]):
        yield f"{person.label} would be put to it {counted(after, 'time')} instead of {before}"


def _bad(compared: Compared, people: Sequence[Person]) -> Iterator[str]:
    """Say who would make more journeys over what is comfortable, and who fewer."""
    changes = compared.changes(people, lambda tally, code: code in tally.bad & tally.coming)
    for person, before, after in sorted(changes, key=lambda change: change[1] - change[2]):
        journeys = counted(after, "journey")
        yield f"{person.label} would make {journeys} over what is comfortable instead of {before}"


def _longest(compared: Compared, people: Sequence[Person]) -> Iterator[str]:
    """Say how long the longest journey would be."""
    codes = {person.code for person in people}
    before, after = (
        max(t.minutes[code] for t in compared.own(standing) for code in t.coming & codes)
        for standing in (compared.before, compared.after)
    )
    yield f"The longest journey would take {counted(after, 'minute')} instead of {before}"


def _money(compared: Compared, _: Sequence[Person]) -> Iterator[str]:
    """Say what the project's sessions would cost."""
    before, after = (
        sum(tally.pence for tally in compared.own(standing))
        for standing in (compared.before, compared.after)
    )
    yield f"Together its sessions would cost {pounds(after)} instead of {pounds(before)}"


_TOLD: Final[Mapping[str, Callable[[Compared, Sequence[Person]], Iterator[str]]]] = (
    MappingProxyType(
        {
            "Sessions missed": _missed,
            "Times put to it": _put,
            "Journeys over what is comfortable": _bad,
            "Longest journey in minutes": _longest,
            "Pence": _money,
        }
    )
)
"""Levels whose numbers stand for people or money: compared person by person, or in pounds."""


def _counts(name: str, mine: Value, theirs: Value) -> str:
    """Say by how much one value beats another at the first number where they differ."""
    here, there = next((a, b) for a, b in zip(mine, theirs, strict=True) if a != b)
    return f"{name}: {here} in the plan, {there} with this"
