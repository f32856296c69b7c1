"""The order of concern as one project's series adds it up.

A row of numbers for each choice, level by level.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scheduler.order import STEP_MINUTES, share_units_of, wanted
from scheduler.programme import Programme, Project
from scheduler.put_first import class_of, classes_of

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


SESSIONS = 2
"""How many levels are about sessions alone, whoever comes."""
PEOPLE = 5
"""How many levels are about the people of a class."""
NEVER = 1 << 40
"""Stands for "cannot be done"; larger than any sum."""


@dataclass(frozen=True)
class Concern:
    """One level: which fields of a row it reads, and how they make its value."""

    fields: slice
    kind: Literal["sum", "spread", "worst"]
    """Added up; added up for each person and then compared worst first; or the largest."""
    units: tuple[int, ...] = ()
    """For a spread: what one more counts for each person."""
    spare: tuple[int, ...] = ()
    """For a spread: how many each person can have that do not count."""

    def value(self, rows: Ints) -> Ints:
        """Return this level's value of each row, shape (N, width); smaller is better, in order."""
        own = rows[:, self.people]
        return -np.sort(-self.counted(own), axis=1) if self.kind == "spread" else own

    def total(self, rows: Ints) -> Ints:
        """Return what the people of a spread count together, those with some to spare left out."""
        weights = np.where(self.is_plain, np.array(self.units, dtype=np.int64), 0)
        total: Ints = (rows[..., self.people] * weights).sum(axis=-1)
        return total

    def counted(self, own: Ints) -> Ints:
        """Return what each person of a spread counts, those left out that they have to spare."""
        counted: Ints = np.maximum(own - np.array(self.spare, dtype=np.int64), 0)
        counted *= np.array(self.units, dtype=np.int64)
        return counted

    @cached_property
    def is_plain(self) -> Bools:
        """Say for each person of a spread whether every one counts, shape (people,)."""
        plain: Bools = np.equal(np.array(self.spare, dtype=np.int64), 0)
        return plain

    @cached_property
    def step(self) -> int:
        """What one more counts for everybody alike; 0 where it differs."""
        different = {u for u, spare in zip(self.units, self.spare, strict=True) if not spare}
        return different.pop() if len(different) == 1 else 0

    @cached_property
    def people(self) -> slice:
        """The fields without the total that a spread keeps after them."""
        return slice(self.fields.start, self.fields.stop - (self.kind == "spread"))

    def moved(self, by: int) -> "Concern":
        """Return the same level for rows that begin `by` fields later."""
        return replace(self, fields=slice(self.fields.start - by, self.fields.stop - by))

    @cached_property
    def width(self) -> int:
        """How many numbers its value has."""
        return int(self.people.stop) - int(self.people.start)

    @cached_property
    def is_strict(self) -> Bools:
        """Say for each field whether one less there always makes a better value.

        Whatever else happens.
        """
        if self.kind == "spread":
            return np.array([*self.is_plain, True])
        return np.full(1, self.kind == "sum")


class Sharers(NamedTuple):
    """People of a class of whom it is known together what they miss at the least.

    Because they draw on the same, or because one of them always stays behind.
    """

    concern: int
    """The level of what their class misses, by number."""
    members: tuple[int, ...]
    """The field of what each misses."""
    total: int
    """The field of what they miss together."""
    unit: int
    """What one more counts for each of them."""

    def moved(self, by: int, places: Mapping[int, int]) -> "Sharers":
        """Return the same for rows with fewer levels before it, and fields at other places."""
        members = tuple(places[field] for field in self.members)
        return Sharers(self.concern - by, members, places[self.total], self.unit)


class Trade(NamedTuple):
    """Something scarce: how much of it is left tells how much will be missed."""

    drawn: int
    """The field of what is drawn on it."""
    missed: int
    """The field of what is missed by whoever draws on it, one person or several together."""


@dataclass(frozen=True, eq=False)
class Ledger:
    """How one project's series is added up.

    The concerns in order and where people stand in them.
    """

    concerns: tuple[Concern, ...]
    classes: tuple[Ints, ...]
    """Positions in the group of the people of each class."""
    limits: tuple[int, ...] = ()
    """What the fields after those of the concerns may come to at the most, one a limit."""
    sharers: tuple[Sharers, ...] = ()
    """Whose sessions missed are added up in the fields after those of the limits."""
    trades: tuple[Trade, ...] = ()
    """What is missed for want of what is limited."""
    leading: int = 0
    """How many levels of its own a question has, right after those about sessions."""
    most_missed: tuple[int, ...] = ()
    """How many sessions each may miss at the most, but for the last class; empty for any."""
    people_first: bool = False
    """Whether what all but the last class miss goes before how many sessions are held."""

    @classmethod
    def of(
        cls,
        programme: Programme,
        project: Project,
        *,
        units: Sequence[int] | None = None,
        leading: int = 0,
    ) -> "Ledger":
        """Lay out the ledger of a project; shares are in units of the whole programme.

        `units` are those where they are known already.
        """
        group = programme.group(project)
        counted = list(units or share_units_of(programme, project))
        spare = [len(project.sessions) - wanted(person, project) for person in group]
        class_of_each = np.array([class_of(programme, person) for person in group])
        classes = tuple(
            np.flatnonzero(class_of_each == number) for number in range(len(classes_of(programme)))
        )
        at = SESSIONS + leading
        concerns = [_field(number) for number in range(at)]
        for people in classes:
            own, at = _person_concerns(
                people, at, [counted[i] for i in people], [spare[i] for i in people]
            )
            concerns += own
        every = (*concerns, *(_field(at + n) for n in range(4)))
        return cls(every, classes, leading=leading)

    @property
    def early(self) -> int:
        """How many levels about people go before those about sessions."""
        return len(self.classes) - 1 if self.people_first else 0

    def levels_of(self, number: int) -> tuple[int, int]:
        """Return the levels about a class, from and up to, but for one that goes before."""
        gone = min(number, self.early)
        first = self.early + SESSIONS + self.leading + PEOPLE * number - gone
        return first, first + PEOPLE - (number < self.early)

    def about(self, number: int) -> tuple[int, ...]:
        """Return every level about a class in order; the first is what its people miss."""
        first, last = self.levels_of(number)
        return number if number < self.early else first, *range(last - PEOPLE + 1, last)

    @property
    def own_levels(self) -> slice:
        """The fields of the levels of a question's own."""
        first = self.concerns[self.early + SESSIONS].fields.start
        return slice(first, first + self.leading)

    @property
    def short(self) -> Concern:
        """The level of times short of the wished-for company."""
        return self.concerns[-4]

    @property
    def pence(self) -> Concern:
        """The level of cost."""
        return self.concerns[-2]

    @property
    def caps(self) -> Ints:
        """What each field of the concerns may come to at the most, shape (told,)."""
        caps = np.full(self.told, NEVER, dtype=np.int64)
        for number, people in enumerate(self.classes[:-1] if self.most_missed else ()):
            missed = self.concerns[self.about(number)[0]]
            caps[missed.people] = [self.most_missed[person] for person in people]
        return caps

    @property
    def told(self) -> int:
        """How many fields the concerns read; what is limited comes after them."""
        return int(self.concerns[-1].fields.stop)

    @property
    def width(self) -> int:
        """How many fields a row has."""
        return self.told + len(self.limits) + len(self.sharers)

    def rows(self, coming: Bools, figures: "Figures") -> Ints:
        """Return what each choice adds, shape (C, width).

        Changes, pence, finish and shortness are filled in later.
        """
        rows = np.zeros((len(coming), self.width), dtype=np.int64)
        for number, people in enumerate(self.classes):
            missed, put, bad, worst, steps = (self.concerns[n] for n in self.about(number))
            here = coming[:, people]
            rows[:, missed.people] = ~here
            rows[:, put.people] = figures.put_to_it[:, people] * here
            rows[:, bad.people] = figures.bad[:, people] & here
            for spread in (missed, put, bad):
                rows[:, spread.fields.stop - 1] = spread.total(rows)
            minutes = figures.minutes[:, people] * here
            rows[:, worst.fields.start] = minutes.max(axis=1, initial=0)
            rows[:, steps.fields.start] = (-(-minutes // STEP_MINUTES)).sum(axis=1)
        self._share(rows)
        return rows

    def _share(self, rows: Ints) -> None:
        """Add up what sharers miss."""
        for sharers in self.sharers:
            rows[:, sharers.total] = rows[:, sharers.members].sum(axis=1)

    def added(self, rows: Ints, more: Ints) -> Ints:
        """Add choices to rows: sums add, worsts keep the larger."""
        worst = [concern.fields.start for concern in self.concerns if concern.kind == "worst"]
        total = rows + more
        total[..., worst] = np.maximum(rows[..., worst], more[..., worst])
        return total

    def skipped(self, *, required: bool) -> Ints:
        """Return what leaving a session out adds, shape (width,)."""
        row = np.zeros(self.width, dtype=np.int64)
        row[self.concerns[self.early + (not required)].fields.start] = 1
        for number in range(len(self.classes)):
            missed = self.concerns[self.about(number)[0]]
            row[missed.people] = 1
            row[missed.fields.stop - 1] = missed.total(row)
        self._share(row[None])
        return row


@dataclass(frozen=True, eq=False)
class Figures:
    """What each choice asks of each person, shapes (C, P)."""

    put_to_it: Ints
    bad: Bools
    minutes: Ints


def _field(at: int) -> Concern:
    return Concern(slice(at, at + 1), "sum")


def _person_concerns(
    people: Ints, at: int, units: Sequence[int], spare: Sequence[int]
) -> tuple[list[Concern], int]:
    many = len(people)
    missed = Concern(slice(at, at + many + 1), "spread", tuple(units), tuple(spare))
    put = _by_turns(missed.fields.stop, many)
    bad = _by_turns(put.fields.stop, many)
    worst = Concern(slice(bad.fields.stop, bad.fields.stop + 1), "worst")
    return [missed, put, bad, worst, _field(worst.fields.stop)], worst.fields.stop + 1


def _by_turns(at: int, many: int) -> Concern:
    """Return a level at which what each person bears is compared, whoever bears most first."""
    return Concern(slice(at, at + many + 1), "spread", (1,) * many, (0,) * many)
