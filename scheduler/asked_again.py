"""A project after a change: only rules that read something changed are asked again.

What a check asks for says what it reads; every other answer is taken over as it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from scheduler.asked_once import TIMES, kind_of
from scheduler.choosing import Desk
from scheduler.grid import Grid, Mask, grid_for
from scheduler.programme import Programme, Project, Session
from scheduler.screen import Screened, with_riding
from scheduler.ways_in_bulk import Ways

CLOCK = ("planned_on", "first_day", "last_day", "start_every_minutes", "earliest", "latest", "zone")
"""What of a programme decides which starts there are."""
SPAN = ("day", "first_day", "last_day", "start", "length_minutes", "state")
"""What of a session decides that."""


def desk_after(desk: Desk, programme: Programme, project: Project) -> Desk:
    """Return the desk of a project as a changed programme has it, under the same rules."""
    made: dict[Session, Screened] = {}
    for session in project.sessions:
        if kind_of(session) not in made:
            known = _nearest(desk, session)
            grid = _grid(known.grid, programme, project, session)
            made[kind_of(session)] = _asked(desk, known, grid)
    screened = tuple(made[kind_of(session)] for session in project.sessions)
    return Desk(programme, project, desk.rules, screened)


def _nearest(desk: Desk, session: Session) -> Screened:
    """Return the answers for the session most like one: the same, or of the same hours."""
    kinds = {id(own): own for own in desk.screened}.values()
    return max(
        kinds,
        key=lambda own: (
            kind_of(own.grid.session) == kind_of(session),
            _alike(own.grid.session, session, SPAN),
        ),
    )


def _grid(known: Grid, programme: Programme, project: Project, session: Session) -> Grid:
    """Lay out a grid, with what another has worked out where that is the same."""
    same = _alike(known.programme, programme, CLOCK) and _alike(known.session, session, SPAN)
    if not same:
        return replace(grid_for(programme, project, session), rules=known.rules)
    grid = Grid(
        programme=programme,
        project=project,
        session=session,
        starts=known.starts,
        venues=programme.venues_for(project, session),
        people=programme.group(project),
        rules=known.rules,
    )
    vars(grid).update({name: getattr(known, name) for name in TIMES})
    places = _places(known, grid)
    if "way" not in _changed(known, grid) and places is not None:
        vars(grid)["ways"] = Ways(known.ways.all, known.ways.number[:, :, places])
        own = vars(known).get("own_ways")
        if own is not None:
            grid.own_ways.take_over(own, places)
    return grid


def _asked(desk: Desk, known: Screened, grid: Grid) -> Screened:
    """Ask the rules that read something that differs, and take over the others' answers."""
    changed, places = frozenset(_changed(known.grid, grid)), _places(known.grid, grid)
    masks: dict[str, Mask] = {}
    for rule in desk.rules:
        if rule.is_screened():
            kept = not changed & set(rule.asks_for()) and places is not None
            masks[rule.name()] = (
                _of_people(known.masks[rule.name()], places) if kept else rule.screen(grid)
            )
    return with_riding(replace(known, grid=grid, masks=masks, riding={}), desk.rules)


def _of_people(mask: Mask, places: Sequence[int] | None) -> Mask:
    """Return what a rule says of some people; of one who is not there nobody asks."""
    if mask.degrees.shape[2] == 1 or places is None or len(places) == mask.degrees.shape[2]:
        return mask
    return Mask(mask.degrees[:, :, list(places)])


def _places(known: Grid, grid: Grid) -> tuple[int, ...] | None:
    """Return where those of a grid stand on another, in order; None where one is not on it."""
    place = {person.code: number for number, person in enumerate(known.people)}
    there = [place.get(person.code, -1) for person in grid.people]
    same = all(
        number >= 0 and known.people[number] == person
        for number, person in zip(there, grid.people, strict=True)
    )
    return tuple(there) if same and there == sorted(there) else None


def _changed(known: Grid, grid: Grid) -> Iterator[str]:
    """Name what a check may ask for that differs between two grids, apart from who is there."""
    if known.starts != grid.starts or known.session.length != grid.session.length:
        yield from ("start", "end", "day", "way")
    if known.venues != grid.venues:
        yield from ("venue", "way")
    if known.people != grid.people:
        yield from ("group", *_joining(grid))
    if known.project != grid.project:
        yield from ("project", *_joining(grid))
    if kind_of(known.session) != kind_of(grid.session):
        yield from ("session", *_paying(grid))
    if not _same_apart_from_groups(known.programme, grid.programme):
        yield from ("programme", "way")


def _joining(grid: Grid) -> Iterator[str]:
    """Name what else differs where somebody may join from elsewhere: who is there may decide it."""
    if any(person.other_ways for person in grid.people):
        yield "way"


def _paying(grid: Grid) -> Iterator[str]:
    """Name what else differs where money is limited: a session's meal may leave too little."""
    if any(grid.means.pays_for(person) for person in grid.people):
        yield "way"


def _same_apart_from_groups(one: Programme, other: Programme) -> bool:
    """Say whether two programmes differ at most in their projects, which rules read as `project`.

    A check that asks for the programme reads of it who and what there is, never another group.
    """
    return _alike(one, other, [name for name in type(one).model_fields if name != "projects"])


def _alike(one: object, other: object, names: Sequence[str]) -> bool:
    return all(
        getattr(one, name) is getattr(other, name) or getattr(one, name) == getattr(other, name)
        for name in names
    )
