"""All projects of a programme side by side: what each could hold, and what it takes from others."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scheduler.choosing import Desk, Pick
from scheduler.columns import Columns
from scheduler.concerns import Ledger
from scheduler.coordinate import moved_screen
from scheduler.course import course_of
from scheduler.money.budgets import is_within, most_for
from scheduler.money.heads import Prices
from scheduler.order import Standing, Tally, Value, share_units, wanted
from scheduler.programme import Programme
from scheduler.put_first import class_of
from scheduler.search import Effort
from scheduler.series import best_series
from scheduler.shared import Use, ties_of_all, uses_of, with_used
from scheduler.spare import Hours, Spare, TakenUp
from scheduler.staffing import fee_for
from scheduler.ties import Ties

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

A_DAY: Final = 4
"""How many candidates of a day a quick search looks at."""
QUICK: Final = Effort(beginnings=0, ways=0, width=30)
"""What a quick search may do to prove anything: nothing, it takes the best a narrow one finds.

Keeping 500 beginnings instead of 30 left no fewer sessions missed in two regions of 32 projects.
"""


class Placed(NamedTuple):
    """Where the sessions of one project stand, and what they take."""

    project: int
    """Which project of the programme, from 0."""
    sessions: tuple[tuple[int, int, Bools], ...]
    """Number of each session held, row of its candidate, and who is coming."""
    uses: tuple[Use, ...]
    tallies: tuple[Tally, ...]
    proven: int
    """How many levels are proven best of what was left."""


@dataclass(frozen=True)
class Paying:
    """What workers count where there is only so much money for a project."""

    programme: Programme | None = None
    """The programme as the project finds it, with what others need taken; None: all are free."""
    dearest: bool = False
    """Whether each counts as the dearest there is, so that no team costs more than was counted."""

    def found(self, columns: Columns) -> Columns:
        """Return candidates with the workers that are left."""
        if self.programme is None:
            return columns
        moved = moved_screen(columns.screened, self.programme)
        company = replace(columns.company, grid=moved.grid)
        return replace(columns, screened=moved, company=company)


@dataclass(frozen=True, eq=False)
class Board:
    """The projects of a programme in which nobody is in two of them."""

    programme: Programme
    desks: tuple[Desk, ...]
    effort: Effort

    @cached_property
    def ties(self) -> Ties:
        """What the constraints of all projects tie together."""
        return ties_of_all({desk.project.code: desk.rules for desk in self.desks})

    @cached_property
    def spare(self) -> Mapping[int, Spare]:
        """What each lot of candidates needs, by its identity."""
        every = (columns for desk in self.desks for columns in desk.columns)
        alike: dict[Hours, tuple[Ints, Ints]] = {}
        return {id(columns): Spare(columns, self.ties, alike) for columns in every}

    @cached_property
    def ledgers(self) -> tuple[Ledger, ...]:
        """How each project's series is added up, in units common to the programme."""
        return tuple(_ledgers(self.programme))

    @cached_property
    def hardest_first(self) -> tuple[int, ...]:
        """The projects by how many candidates they have, the fewest first.

        Those with only so much money go before all others, who may take dearer workers.
        """
        many = [sum(map(len, desk.columns)) for desk in self.desks]
        key = [(not self.has_money_of_its_own(n), each, n) for n, each in enumerate(many)]
        return tuple(sorted(range(len(many)), key=key.__getitem__))

    @cached_property
    def _limited(self) -> tuple[bool, ...]:
        return tuple(most_for(desk.rules) is not None for desk in self.desks)

    def has_money_of_its_own(self, number: int) -> bool:
        """Say whether there is only so much money for everything in a project."""
        return self._limited[number]

    def others(self, taken: Iterable[Use], number: int) -> list[Use]:
        """Return what others than one project take."""
        code = self.desks[number].project.code
        return [use for use in taken if use.project != code]

    def promised(self, one: Placed) -> Sequence[Use]:
        """Return what the booked and held sessions of a project take, whatever else it is given."""
        picks = [p for p in self.picks(one) if p.grid.session.is_promised]
        if not picks:
            return ()
        return self.told(one.project, picks, TakenUp.of((), self.ties), proven=0).uses

    def is_easy(self, alone: Placed) -> bool:
        """Say whether a project is planned exactly in good time: it can be tried many times."""
        return alone.proven == len(self.ledgers[alone.project].concerns)

    def placed(self, number: int, others: Sequence[Use], *, quickly: bool = False) -> Placed:
        """Plan one project round what others take, exactly or quickly."""
        taken = TakenUp.of(others, self.ties)
        rows = {
            id(own): np.flatnonzero(self.spare[id(own)].left(taken)) for own in self._lots(number)
        }
        for pay in (Paying(self._as_found(number, others)), Paying(dearest=True)):
            picks, proven = self._series(number, rows, pay, quickly=quickly)
            if quickly and self._is_short(number, {pick.number for pick in picks}):
                picks, _ = self._series(number, rows, pay, quickly=False)
            is_best = not (quickly or pay.dearest)
            told = self.told(number, picks, taken, proven=proven if is_best else 0)
            if self._can_pay(told):
                break
        return told

    def _as_found(self, number: int, others: Sequence[Use]) -> Programme | None:
        """Return the programme as a project finds it, where it matters which workers are left."""
        if not others or not self.has_money_of_its_own(number):
            return None
        project = self.desks[number].project
        return with_used(self.programme, project, found=others, ties=self.ties)

    def placed_among(
        self, number: int, rows: Mapping[int, Sequence[int]], *, quickly: bool = False
    ) -> Placed:
        """Plan one project on some of its candidates, as if there were no other."""
        own = {
            id(columns): np.array(sorted(rows.get(id(columns), ())), dtype=np.int64)
            for columns in self._lots(number)
        }
        picks, _ = self._series(number, own, Paying(), quickly=quickly)
        return self.told(number, picks, TakenUp.of((), self.ties), proven=0)

    def _lots(self, number: int) -> Iterable[Columns]:
        return dict.fromkeys(self.desks[number].columns)

    def told(self, number: int, picks: Sequence[Pick], taken: TakenUp, *, proven: int) -> Placed:
        """Say where chosen sessions stand, with the cheapest teams that others leave."""
        uses: list[Use] = []
        tallies: list[Tally] = []
        for pick in picks:
            spare = self.spare[id(pick.columns)]
            team = spare.team(pick.start, taken, cheapest=self.has_money_of_its_own(number))
            # Nobody is in two projects, so no other is kept from anything by who comes.
            uses += (u for u in uses_of(pick, self.ties, team=team) if u.kind != "person")
            tally = pick.tally()
            prices = Prices(pick.grid.programme, pick.grid.session)
            fee = prices.team(team) - fee_for(pick.grid, pick.start, pick.venue)
            tallies.append(replace(tally, pence=tally.pence + fee))
        sessions = tuple((pick.number, pick.row, pick.coming) for pick in picks)
        return Placed(number, sessions, tuple(uses), tuple(tallies), proven)

    def picks(self, placed: Placed) -> tuple[Pick, ...]:
        """Return the sessions of a project with their candidates."""
        columns = self.desks[placed.project].columns
        return tuple(Pick(n, columns[n - 1], row, coming) for n, row, coming in placed.sessions)

    def still(self, placed: Placed, others: Iterable[Use]) -> Placed | None:
        """Return the same sessions with teams that others leave; None where not all can be had.

        Nor where the teams that are left cost more than there is.
        """
        taken, picks = TakenUp.of(others, self.ties), self.picks(placed)
        for pick in picks:
            if not self.spare[id(pick.columns)].can_hold(pick.row, taken):
                return None
        told = self.told(placed.project, picks, taken, proven=placed.proven)
        return told if self._can_pay(told) else None

    def _can_pay(self, placed: Placed) -> bool:
        """Say whether there is money enough for a project with the teams it is given."""
        desk = self.desks[placed.project]
        if not self.has_money_of_its_own(placed.project):
            return True
        return is_within(desk.rules, desk.project, {t.number: t.pence for t in placed.tallies})

    def values(self, some: Iterable[Placed]) -> tuple[tuple[str, Value], ...]:
        """Return what some projects reach by themselves, level by level.

        Nobody is in two projects, so of two ways to plan some projects the one that is better for
        them is better for the programme, whatever the others do.
        """
        ranked = sorted(some)
        projects = tuple(self.programme.projects[one.project] for one in ranked)
        codes = {code for project in projects for code in project.members}
        people = tuple(person for person in self.programme.people if person.code in codes)
        part = self.programme.model_copy(update={"projects": projects, "people": people})
        return Standing(part, tuple(t for one in ranked for t in one.tallies)).values()

    def _is_short(self, number: int, held: set[int]) -> bool:
        wishes = enumerate(self.desks[number].project.sessions, 1)
        return any(wish.required and which not in held for which, wish in wishes)

    def _series(
        self, number: int, rows: Mapping[int, Ints], pay: "Paying", *, quickly: bool
    ) -> tuple[list[Pick], int]:
        desk = self.desks[number]
        ledger = self.ledgers[number]
        which = {
            key: _best_of_days(self.spare[key].columns, own, ledger) if quickly else own
            for key, own in rows.items()
        }
        kept = {key: pay.found(self.spare[key].columns.kept(own)) for key, own in which.items()}
        series = [kept[id(own)] for own in desk.columns]
        effort = QUICK if quickly else self.effort
        found = best_series(course_of(series, desk.ties, ledger, dearest=pay.dearest), effort)
        picks = [
            Pick(n, own, int(which[id(own)][one[0]]), one[1])
            for n, (own, one) in enumerate(zip(desk.columns, found.sessions, strict=True), 1)
            if one is not None
        ]
        return picks, found.proven


def _best_of_days(columns: Columns, rows: Ints, ledger: Ledger) -> Ints:
    """Return the few candidates of each day to which most with lived experience can come."""
    if columns.grid.session.is_promised:
        return rows
    lived = ledger.classes[0]
    able = columns.able[rows][:, lived]
    put = (columns.put_to_it[rows][:, lived] * able).sum(axis=1)
    bad = (columns.bad[rows][:, lived] & able).sum(axis=1)
    day = columns.day[rows]
    best = np.lexsort((rows, bad, put, -able.sum(axis=1), day))
    first = np.flatnonzero(np.diff(day[best], prepend=-1))
    place = np.arange(len(best)) - np.repeat(first, np.diff(np.append(first, len(best))))
    kept: Ints = np.sort(rows[best[place < A_DAY]])
    return kept


def _ledgers(programme: Programme) -> Iterable[Ledger]:
    groups = [(project, programme.group(project)) for project in programme.projects]
    wants = [[wanted(person, project) for person in group] for project, group in groups]
    every = [
        (class_of(programme, person), want)
        for (_, group), own in zip(groups, wants, strict=True)
        for person, want in zip(group, own, strict=True)
    ]
    shared = {c: share_units(want for own, want in every if own == c) for c, _ in every}
    for (project, group), own in zip(groups, wants, strict=True):
        each = zip(group, own, strict=True)
        units = [shared[class_of(programme, person)] // want for person, want in each]
        yield Ledger.of(programme, project, units=units)
