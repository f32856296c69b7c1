"""What planning again with more money for a project brings, others' sessions standing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

import numpy as np

from scheduler.choosing import Desk, Pick, desk_for
from scheduler.concerns import Ledger
from scheduler.constraint import Relaxation
from scheduler.course import course_of
from scheduler.fetching import hired_for
from scheduler.in_force import Rules
from scheduler.money.budgets import taxis_told
from scheduler.money.heads import Prices
from scheduler.people import Person
from scheduler.programme import Programme
from scheduler.search import Effort
from scheduler.sentences import counted, listed
from scheduler.series import best_series
from scheduler.shared import ties_of_all, uses, with_used
from scheduler.solved import Solved
from scheduler.ties import Total
from scheduler.way import Way
from scheduler.written import team_of

Budget = tuple[Total, int]
"""A total a whole project draws on, and how much there is."""
Sums = Mapping[Total, int]
"""How much there would be of some of them, in pence."""
Series = Mapping[int, Pick]
"""The sessions of a project that have a date, by number."""
PLENTY: Final = 1_000_000_000
"""More than anything costs, in pence."""


@dataclass(frozen=True, eq=False)
class Raising:
    """One project, planned again with more money of some kinds."""

    programme: Programme
    effort: Effort
    one: Solved
    every: Sequence[Solved]
    """It and all others, whose sessions stand."""
    _found: dict[tuple[tuple[str, int], ...], Series] = field(default_factory=dict)

    @cached_property
    def as_it_is(self) -> Series:
        """The sessions it has."""
        return {pick.number: pick for pick in self.one.picks}

    @cached_property
    def standing(self) -> Series:
        """What planning it again with no more money brings: with no others, what it has."""
        promised = any(session.is_promised for session in self.one.desk.project.sessions)
        return self.having({}) if promised or len(self.every) > 1 else self.as_it_is

    def having(self, sums: Sums) -> Series:
        """Return the best series where there is so much of some money, all other as it is."""
        key = tuple(sorted((tie.constraint, pence) for tie, pence in sums.items()))
        if key not in self._found:
            desk = replace(self._desk, rules=with_sums(self._desk.rules, sums), laid_out={})
            picks = best_picks(self.programme, desk, self.effort)
            self._found[key] = {pick.number: pick for pick in picks}
        return self._found[key]

    @cached_property
    def _desk(self) -> Desk:
        """The project as others' sessions leave it."""
        others = [each for each in self.every if each is not self.one]
        if not others:
            return self.one.desk
        project, rules = self.one.desk.project, self.one.desk.rules
        ties = ties_of_all({each.desk.project.code: each.desk.rules for each in self.every})
        taken = uses((pick for each in others for pick in each.picks), ties)
        return desk_for(with_used(self.programme, project, found=taken, ties=ties), project, rules)


def with_sums(rules: Rules, sums: Sums) -> Rules:
    """Return rules under which there is so much of some money."""
    settings = {tie.constraint: {tie.setting: pence} for tie, pence in sums.items()}
    return tuple(
        rule.relaxed(Relaxation("", settings[rule.name()], 0)) if rule.name() in settings else rule
        for rule in rules
    )


def best_picks(programme: Programme, desk: Desk, effort: Effort) -> tuple[Pick, ...]:
    """Return the best series of a project by itself."""
    ledger = Ledger.of(programme, desk.project)
    found = best_series(course_of(desk.columns, desk.ties, ledger), effort)
    numbered = enumerate(found.sessions, 1)
    return tuple(Pick(n, desk.columns[n - 1], *own) for n, own in numbered if own is not None)


def used(series: Series, tie: Total) -> int:
    """Return what sessions draw on a total as rules count it, so that it is never too little."""
    return sum(_drawn(pick, tie) for pick in series.values())


def told(series: Series, tie: Total) -> int:
    """Return what sessions draw on a total, each taxi with its own price."""
    return sum(pick.pence if tie.with_session else _spent(pick, tie) for pick in series.values())


def _drawn(pick: Pick, tie: Total) -> int:
    hires = hired_for((person for _, person in pick.people), team_of(pick))
    prices = Prices(pick.grid.programme, pick.grid.session, hires)
    room, team = pick.grid.venues[pick.venue], team_of(pick)
    around = prices.room_and_team(room, team) if tie.with_session else 0
    return around + sum(tie.draws(person, way, prices) for person, way in _ways(pick))


def _spent(pick: Pick, tie: Total) -> int:
    grid = pick.grid
    return taxis_told(tie, grid.programme, grid.session, coming=_ways(pick), team=team_of(pick))


def _ways(pick: Pick) -> Iterator[tuple[Person, Way]]:
    for number, person in pick.people:
        yield person, pick.grid.way(pick.start, pick.venue, number)


def is_same(one: Series, other: Series) -> bool:
    """Say whether two series are the same sessions with the same people, who come the same way."""
    same = all(_how(one[n]) == _how(other[n]) for n in one.keys() & other.keys())
    return same and are_alike(one, other)


def are_alike(one: Series, other: Series) -> bool:
    """Say whether two series are the same sessions with the same people, however they come."""
    return one.keys() == other.keys() and all(
        _where(one[n]) == _where(other[n]) and _who(one[n]) == _who(other[n]) for n in one
    )


def cheapest(series: Series) -> dict[int, Pick]:
    """Return the same sessions with the same people, who come as cheaply as they all can."""
    return {
        number: min(_alike(pick), key=lambda each: each.pence) for number, pick in series.items()
    }


def _alike(pick: Pick) -> Iterator[Pick]:
    """Give a session in each way in which the same people can come to it."""
    own = pick.columns
    there = (own.start == own.start[pick.row]) & (own.venue == own.venue[pick.row])
    able = own.able[:, pick.coming].all(axis=1)
    for row in np.flatnonzero(there & able).tolist():
        yield replace(pick, row=row)


def differences(now: Series, then: Series, keeps: str) -> Iterator[str]:
    """Say what is otherwise with more money: dates, how often people come, where and when."""
    if lost := sorted(then.keys() - now.keys()):
        yield f"{keeps} {_sessions(lost)} from having a date."
    if gone := sorted(now.keys() - then.keys()):
        yield f"With more money {_sessions(gone)} would have no date."
    came, come = (sum(len(_who(pick)) for pick in each.values()) for each in (now, then))
    if came != come:
        yield f"With more money people would come {counted(come, 'time')} in all instead of {came}."
    both = sorted(now.keys() & then.keys())
    if moved := [n for n in both if _where(now[n]) != _where(then[n])]:
        which = _sessions(moved).capitalize()
        yield f"{which} would be in another room or at another time."
    if came == come and (other := [n for n in both if _who(now[n]) != _who(then[n])]):
        yield f"Who comes to {_sessions(other)} would not be the same."
    alike = [n for n in both if _where(now[n]) == _where(then[n]) and _who(now[n]) == _who(then[n])]
    if how := [n for n in alike if _how(now[n]) != _how(then[n])]:
        yield f"Somebody would get to {_sessions(how)} in another way."


def _sessions(numbers: Sequence[int]) -> str:
    which = "session" if len(numbers) == 1 else "sessions"
    return f"{which} {listed([str(number) for number in numbers])}"


def _where(pick: Pick) -> tuple[object, str]:
    return pick.grid.starts[pick.start], pick.grid.venues[pick.venue].code


def _how(pick: Pick) -> list[Way]:
    return [way for _, way in _ways(pick)]


def _who(pick: Pick) -> frozenset[str]:
    return frozenset(person.code for _, person in pick.people)
