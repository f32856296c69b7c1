"""Changes tried out: the projects each leaves are planned again, round one another.

What was worked out for one change is kept for the next question about it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from scheduler.asked_again import desk_after
from scheduler.changes import Change
from scheduler.choosing import Desk, Pick
from scheduler.columns import Columns
from scheduler.concerns import Ledger
from scheduler.coordinate import Left
from scheduler.course import Course, course_of
from scheduler.demands import Demands
from scheduler.order import wanted
from scheduler.plan import Chosen
from scheduler.programme import Project
from scheduler.remade import project_called
from scheduler.search import Effort
from scheduler.series import best_series, fewest_missing
from scheduler.shared import ties_of_all, uses, with_used

QUICK = Effort(beginnings=20_000, ways=400_000)
"""How much work the trial of a change may do: who comes may be better still when it is taken."""
Planned = tuple[Desk, tuple[Pick, ...]]
"""A project and the sessions found for it."""


@dataclass(frozen=True)
class Outcome:
    """What came of a change, or of none."""

    came: Mapping[str, int]
    """To how many sessions each person comes, by code."""
    placed: int
    """How many required sessions are held."""
    of: int
    """How many are required."""
    pence: int
    """What all sessions cost together."""
    without_date: tuple[int, ...]
    """The required sessions that find no date, by number."""
    held: frozenset[int]
    """The sessions everybody concerned has a date for, by number."""
    wanted: Mapping[str, int] = field(default_factory=dict)
    """How many sessions each person wants to come to, by code."""
    fewest: int = 0
    """How many people come to the session with fewest; 0 where there is none."""

    @property
    def lacking(self) -> int:
        """How many required sessions find no date."""
        return self.of - self.placed


def as_it_stands(desk: Desk, effort: Effort | None = None) -> Outcome:
    """Return what comes of a project with nothing changed: the best part."""
    return _outcome([(desk, _planned(desk, effort or Effort()))])


def as_planned(desk: Desk, sessions: Sequence[Chosen]) -> Outcome:
    """Return what comes of a project as a plan has it: of equally many dates perhaps others."""
    held = frozenset(chosen.number for chosen in sessions)
    came = Counter(coming.person for chosen in sessions for coming in chosen.coming)
    required = _required(desk.project)
    lacking = tuple(number for number in required if number not in held)
    return Outcome(
        came={who.code: came[who.code] for who in desk.programme.group(desk.project)},
        placed=len(required) - len(lacking),
        of=len(required),
        pence=sum(chosen.pence for chosen in sessions),
        without_date=lacking,
        held=held,
        wanted={p.code: wanted(p, desk.project) for p in desk.programme.group(desk.project)},
        fewest=min((len(chosen.coming) for chosen in sessions), default=0),
    )


@dataclass(frozen=True, eq=False)
class Trials:
    """The changes of one project that were tried out, each worked out once."""

    demands: Demands
    before: Outcome
    """What comes of the project with nothing changed."""
    _desks: dict[tuple[str, str], Desk] = field(default_factory=dict)
    _fewest: dict[tuple[str, str], int] = field(default_factory=dict)
    _outcomes: dict[str, Outcome] = field(default_factory=dict)

    def lacking(self, change: Change, missing: int) -> int:
        """Return how many required sessions still find no date with one change made.

        Where that is plainly no fewer than are missing now, it is only known not to be fewer.
        """
        if change.optional:
            return 0 if self.before.placed else missing  # To hold none is no help.
        left = (self._desk(change, code).project for code in change.projects)
        if not any(session.required for project in left for session in project.sessions):
            return missing  # Nor is to ask for none.
        alone = 0
        for code in change.projects:
            alone += self._lacking_alone(change, code)
            if alone >= missing and len(change.projects) > 1:
                # None of several projects finds more dates round the others than alone.
                return alone
        return alone if len(change.projects) == 1 else self.outcome(change).lacking

    def _lacking_alone(self, change: Change, code: str) -> int:
        """Return how many required sessions of a project find no date as if there were no other."""
        key = _key(change, code)
        if key not in self._fewest:
            self._fewest[key] = fewest_lacking(self._desk(change, code))
        return self._fewest[key]

    def outcome(self, change: Change) -> Outcome:
        """Plan a project again with one change made, the projects it leaves round one another."""
        if change.label not in self._outcomes:
            self._outcomes[change.label] = self._tried(change)
        return self._outcomes[change.label]

    def _tried(self, change: Change) -> Outcome:
        if change.optional:
            return replace(self.before, of=self.before.placed, without_date=())
        if len(change.projects) == 1:
            (code,) = change.projects
            quick = as_it_stands(self._desk(change, code), QUICK)
            proven = quick.lacking <= self._lacking_alone(change, code)
            return quick if proven else as_it_stands(self._desk(change, code))
        orders = [change.projects, change.projects[::-1]] if change.same_days else [change.projects]
        outcomes = [_outcome(self._in_turn(change, order)) for order in orders]
        return min(outcomes, key=lambda outcome: outcome.lacking)

    def _in_turn(self, change: Change, order: Sequence[str]) -> list[Planned]:
        """Plan the projects a change leaves, one after the other round what those before took."""
        desk = self.demands.desk
        programme = change.made(desk.programme)
        ties = ties_of_all(dict.fromkeys(order, desk.rules))
        done: list[Planned] = []
        for code in order:
            alone = self._desk(change, code)
            taken = uses((pick for _, each in done for pick in each), ties)
            found = with_used(programme, alone.project, found=taken, ties=ties)
            own = Left(alone, found, taken, ties).over() if found is not programme else alone
            if change.same_days and done:
                own = _on_days_of(done[0][1], own)
            done.append((own, _planned(own, QUICK)))
        return done

    def _desk(self, change: Change, code: str) -> Desk:
        """Return a project that a change leaves, as if there were no other."""
        key = _key(change, code)
        if key not in self._desks:
            self._desks[key] = self._made(change, code)
        return self._desks[key]

    def _made(self, change: Change, code: str) -> Desk:
        if change.answered:
            return self.demands.answered(change.answered)
        if change.rule is not None and change.relaxation is not None:
            return self.demands.relaxed(change.rule, change.relaxation)
        programme = change.made(self.demands.desk.programme)
        return desk_after(self.demands.desk, programme, project_called(programme, code))


def _key(change: Change, code: str) -> tuple[str, str]:
    """Tell a project apart: two halves are the same whether they meet on the same days or not."""
    return change.label if len(change.projects) == 1 else "", code


def fewest_lacking(desk: Desk) -> int:
    """Return how many required sessions find no date however the series is chosen."""
    return fewest_missing(course_of_desk(desk))


def course_of_desk(desk: Desk) -> Course:
    """Return a project's series laid out."""
    return course_of(desk.columns, desk.ties, _ledger(desk))


def _on_days_of(picks: Sequence[Pick], desk: Desk) -> Desk:
    """Return a project whose sessions are on the days of another's, number by number."""
    days = {pick.number: pick.grid.starts[pick.start].date().toordinal() for pick in picks}
    own = tuple(replace(screened) for screened in desk.screened)
    columns = (
        replace(columns.kept(_rows_on(columns, days.get(number))), screened=screened)
        for number, (screened, columns) in enumerate(zip(own, desk.columns, strict=True), 1)
    )
    laid_out = {id(each.screened): each for each in columns}
    return replace(desk, screened=own, laid_out=laid_out)


def _rows_on(columns: Columns, day: int | None) -> NDArray[np.int64]:
    """Return the candidates on a day; all of them where there is none, or it is promised."""
    free = day is None or columns.grid.session.is_promised
    return np.arange(len(columns)) if free else np.flatnonzero(columns.day == day)


def _planned(desk: Desk, effort: Effort) -> tuple[Pick, ...]:
    found = best_series(course_of_desk(desk), effort)
    return tuple(
        Pick(number, desk.columns[number - 1], *session)
        for number, session in enumerate(found.sessions, 1)
        if session is not None
    )


def _outcome(planned: Sequence[Planned]) -> Outcome:
    came = {person.code: 0 for desk, _ in planned for person in desk.programme.group(desk.project)}
    for pick in (pick for _, picks in planned for pick in picks):
        for _, person in pick.people:
            came[person.code] += 1
    required = [number for desk, _ in planned for number in _required(desk.project)]
    lacking = [number for desk, picks in planned for number in _without_date(desk, picks)]
    pence = sum(pick.pence for _, picks in planned for pick in picks)
    held = (frozenset(pick.number for pick in picks) for _, picks in planned)
    placed = len(required) - len(lacking)
    fewest = min((len(pick.people) for _, picks in planned for pick in picks), default=0)
    return Outcome(
        came=came,
        placed=placed,
        of=len(required),
        pence=pence,
        without_date=tuple(lacking),
        held=frozenset.intersection(*held),
        wanted=_wanted(desk for desk, _ in planned),
        fewest=fewest,
    )


def _wanted(desks: Iterable[Desk]) -> Counter[str]:
    """Return how many sessions each person wants to come to, over some projects."""
    wants: Counter[str] = Counter()
    for desk in desks:
        for person in desk.programme.group(desk.project):
            wants[person.code] += wanted(person, desk.project)
    return wants


def _required(project: Project) -> list[int]:
    return [number for number, session in enumerate(project.sessions, 1) if session.required]


def _without_date(desk: Desk, picks: Sequence[Pick]) -> list[int]:
    held = {pick.number for pick in picks}
    return [number for number in _required(desk.project) if number not in held]


def _ledger(desk: Desk) -> Ledger:
    return Ledger.of(desk.programme, desk.project)
