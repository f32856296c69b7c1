"""Checks what only asking every rule anew can tell.

How many dates and rooms nothing rules out, what counting finds in the way and, of one group that
lacks sessions, why and what would help. It takes as long as planning did.
"""

from collections.abc import Iterator

import numpy as np

from scheduler.audited_proof import CHOSEN
from scheduler.choosing import Desk, Pick, desk_for
from scheduler.constraint import Registry
from scheduler.explain import conflicts_of
from scheduler.finished import WHOLE, Breach
from scheduler.in_force import in_force
from scheduler.money.reach import Reaching
from scheduler.partial import Part
from scheduler.plan import Plan, WayTaken
from scheduler.prechecks import obstacles_of
from scheduler.programme import Programme
from scheduler.progress import told_nothing
from scheduler.search import Effort
from scheduler.solved import Solved
from scheduler.way_taken import way_taken


def open_breaches(programme: Programme, plan: Plan, constraints: Registry) -> Iterator[Breach]:
    """Find another number of dates and rooms that nothing rules out, or other words of why not.

    Every rule is asked again about every date and room, which takes as long as when planning; so
    this is done only where somebody asks for an audit. Of one group that lacks sessions, why and
    what would help is found again. Of a plan that somebody stopped it is not
    known how far the rules had been asked.
    """
    if plan.certificate.ended_by == "person":
        return
    desks = tuple(
        desk_for(programme, project, in_force(constraints, programme, project))
        for project in programme.projects
    )
    pairs = sum(columns.places for desk in desks for columns in desk.columns)
    if plan.certificate.open_candidates != pairs:
        yield _differs("Those that nothing rules out", plan.certificate.open_candidates, pairs)
    if plan.obstacles != tuple(obstacle for desk in desks for obstacle in obstacles_of(desk)):
        yield _words("What counting finds in the way is not what it says.")
    if len(desks) == 1 and plan.certificate.method != CHOSEN:
        yield from _reaching(programme, plan, desks[0])
        yield from _explained(plan, desks[0])


def _explained(plan: Plan, desk: Desk) -> Iterator[Breach]:
    """Find another clash, other offers or other reasons than are found again.

    Of several groups it is not known in which turn they were planned round one another.
    """
    short = any(one.required for one in plan.unplaced)
    held = {desk.project.code: plan.sessions}
    conflicts = conflicts_of([desk] if short else [], told_nothing, held)
    if plan.conflicts != conflicts:
        yield _words("What clashes, or what would help, is not what is found again.")
    conflict = next(iter(conflicts), None)
    part = Part(desk, (), plan.sessions, plan.obstacles, conflict)
    if plan.unplaced != tuple(part.unplaced()):
        yield _words("Why sessions have no date, or what would help, is not what is found again.")


def _reaching(programme: Programme, plan: Plan, desk: Desk) -> Iterator[Breach]:
    """Find other words than are found again of what the money kept from the plan's own series."""
    if not plan.costs.reaches:
        return
    solved = Solved(desk, tuple(_picks(desk, plan)), 0)
    if plan.costs.reaches != tuple(
        Reaching(programme, Effort(), (solved,)).reaches(plan.costs.sessions)
    ):
        yield _words("What the money kept from happening is not what is found again.")


def _picks(desk: Desk, plan: Plan) -> Iterator[Pick]:
    """Give the sessions of a plan as they are chosen from the columns they stand in."""
    for chosen in plan.sessions:
        columns, ways = desk.columns[chosen.number - 1], {c.person: c.way for c in chosen.coming}
        told = [_told(way) for way in ways.values()]
        grid = columns.grid
        coming = np.array([person.code in ways for person in grid.people], dtype=np.bool_)
        is_then = np.array([start == chosen.start for start in grid.starts], dtype=np.bool_)
        is_there = np.array([venue.code == chosen.venue for venue in grid.venues], dtype=np.bool_)
        rows = np.flatnonzero(is_then[columns.start] & is_there[columns.venue]).tolist()
        found = (Pick(chosen.number, columns, row, coming) for row in rows)
        yield from [pick for pick in found if _ways(pick) == told][:1]


def _ways(pick: Pick) -> list[tuple[object, ...]]:
    ways = (pick.grid.way(pick.start, pick.venue, p) for p, _ in pick.people)
    return [_told(way_taken(way)) for way in ways]


def _told(way: WayTaken) -> tuple[object, ...]:
    """Return what tells somebody's ways apart whatever the day."""
    return way.by, way.out_minutes, way.back_minutes, way.changes, way.pence, way.driver


def _words(says: str) -> Breach:
    return Breach(WHOLE, "", 0, says, "words")


def _differs(what: str, told: int, counted: int) -> Breach:
    says = f"{what}: the plan says {told}, counted again there are {counted}."
    return Breach(WHOLE, "", 0, says, "proof")
