"""One change tried out: the projects it leaves, planned again in full."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scheduler.changes import Change
from scheduler.choosing import Desk, Pick, desk_for
from scheduler.concerns import Ledger
from scheduler.demands import Demands
from scheduler.programme import Programme, Project
from scheduler.search import Effort
from scheduler.series import best_series, course_of, fewest_missing
from scheduler.shared import ties_of_all, with_taken


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

    @property
    def lacking(self) -> int:
        """How many required sessions find no date."""
        return self.of - self.placed


def as_it_stands(desk: Desk) -> Outcome:
    """Return what comes of a project with nothing changed: the best part."""
    return _outcome([(desk, _planned(desk))])


def tried(demands: Demands, change: Change) -> Outcome:
    """Plan a project again with one change made, the projects it leaves round one another."""
    if len(change.projects) == 1:
        return as_it_stands(_changed(demands, change))
    orders = [change.projects, change.projects[::-1]] if change.same_days else [change.projects]
    outcomes = [_outcome(_in_turn(demands.desk, change, order)) for order in orders]
    return min(outcomes, key=lambda outcome: outcome.lacking)


def lacking_after(demands: Demands, change: Change) -> int:
    """Return how many required sessions still find no date with one change made.

    Where one project stands as before this is quicker than planning it in full.
    """
    if len(change.projects) > 1:
        return tried(demands, change).lacking
    desk = _changed(demands, change)
    return fewest_missing(course_of(desk.columns, desk.ties, _ledger(desk)))


def _changed(demands: Demands, change: Change) -> Desk:
    if change.rule is not None and change.relaxation is not None:
        return demands.relaxed(change.rule, change.relaxation)
    programme = change.made(demands.desk.programme)
    return desk_for(programme, _named(programme, change.projects[0]), demands.desk.rules)


def _named(programme: Programme, code: str) -> Project:
    return next(project for project in programme.projects if project.code == code)


def _in_turn(
    desk: Desk, change: Change, order: Sequence[str]
) -> list[tuple[Desk, tuple[Pick, ...]]]:
    """Plan the projects a change leaves, one after the other round what those before took."""
    programme = change.made(desk.programme)
    ties = ties_of_all(dict.fromkeys(order, desk.rules))
    done: list[tuple[Desk, tuple[Pick, ...]]] = []
    for code in order:
        project = _named(programme, code)
        if change.same_days and done:
            project = _on_days_of(done[0][1], project)
        picks = [pick for _, each in done for pick in each]
        round_others = with_taken(programme, project, picks=picks, ties=ties)
        own = desk_for(round_others, project, desk.rules)
        done.append((own, _planned(own)))
    return done


def _on_days_of(picks: Sequence[Pick], project: Project) -> Project:
    """Return a project whose sessions are on the days of another's, number by number."""
    days = {pick.number: pick.grid.starts[pick.start].date() for pick in picks}
    sessions = tuple(
        session.model_copy(update={"day": days[number]})
        if number in days and not session.is_promised
        else session
        for number, session in enumerate(project.sessions, 1)
    )
    return project.model_copy(update={"sessions": sessions})


def _planned(desk: Desk) -> tuple[Pick, ...]:
    found = best_series(course_of(desk.columns, desk.ties, _ledger(desk)), Effort())
    return tuple(
        Pick(number, desk.columns[number - 1], *session)
        for number, session in enumerate(found.sessions, 1)
        if session is not None
    )


def _outcome(planned: Sequence[tuple[Desk, Sequence[Pick]]]) -> Outcome:
    came = {person.code: 0 for desk, _ in planned for person in desk.programme.group(desk.project)}
    for pick in (pick for _, picks in planned for pick in picks):
        for _, person in pick.people:
            came[person.code] += 1
    required = [number for desk, _ in planned for number in _required(desk.project)]
    lacking = [number for desk, picks in planned for number in _without_date(desk, picks)]
    pence = sum(pick.pence for _, picks in planned for pick in picks)
    placed = len(required) - len(lacking)
    return Outcome(came, placed, len(required), pence, tuple(lacking))


def _required(project: Project) -> list[int]:
    return [number for number, session in enumerate(project.sessions, 1) if session.required]


def _without_date(desk: Desk, picks: Sequence[Pick]) -> list[int]:
    held = {pick.number for pick in picks}
    return [number for number in _required(desk.project) if number not in held]


def _ledger(desk: Desk) -> Ledger:
    return Ledger.of(desk.programme, desk.project)
