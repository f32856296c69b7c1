"""Changes to a programme that may let more be held, in the guide's own order, each in words.

Iriss (2018): reduce group sizes, change timings, alter commitment levels; then another approach.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from scheduler.constraint import Constraint, Relaxation
from scheduler.giving import UNCOUNTED, ways_to_give
from scheduler.halves import ALIKE, ASK_FIRST, LEAST, halves_of, partner_of, together_with
from scheduler.programme import Programme, Project, Session
from scheduler.remade import (
    SHORTEST,
    fewer_sessions,
    given_way,
    half_codes,
    shorter_sessions,
    split_in_two,
    visit_code,
    visited,
    weeks_longer,
    with_project,
    with_sessions,
)
from scheduler.sentences import counted, listed, one_of
from scheduler.spoken_days import spoken_day
from scheduler.unmet import Kind

WEEKS_MORE = (4, 12)
"""By how many weeks a season may be made longer."""
MINUTES_LESS = (30, 60)
"""By how many minutes sessions may be made shorter."""
LONGEST_DAYS = 800
"""How many days a programme may run."""


@dataclass(frozen=True)
class Change:
    """One change to one project of a programme."""

    kind: Kind
    label: str
    """What would change, in words."""
    made: Callable[[Programme], Programme]
    """Makes the change."""
    projects: tuple[str, ...]
    """The projects that then stand where one stood, by code, in the order they are planned."""
    rule: Constraint | None = None
    """The rule that gives, as it is now, where one does."""
    relaxation: Relaxation | None = None
    """How it gives."""
    answered: frozenset[str] = frozenset()
    """The rules whose questions would all be answered well, by file name."""
    gives: tuple[str, ...] = ()
    """What is given up whoever comes, in sentences."""
    same_days: bool = False
    """Whether the projects that stand where one stood must meet on the same days."""
    drops: tuple[int, ...] = ()
    """The sessions that would not be held at all, by number."""
    optional: bool = False
    """Whether it only makes optional what has no date: what is held stays as it is."""
    keeps_most: bool = True
    """Whether at least half of the sessions are still held."""
    ladder: str = ""
    """Changes that differ only in how much, the smallest first: once one does, no more is asked."""
    grows: bool = False
    """Whether nothing on its ladder can help if the last of it does not."""

    @property
    def asks_everybody(self) -> bool:
        """Whether everybody is asked before it is made, since it is open who goes where."""
        return ASK_FIRST in self.gives

    @property
    def price(self) -> str:
        """What it asks, in words; nothing where no rule gives, or it cannot be counted."""
        way = self.relaxation
        if way is None or way.unit == UNCOUNTED:
            return ""
        return counted(way.price, one_of(way.unit), way.unit)


def rule_changes(rules: Sequence[Constraint], project: Project) -> Iterator[Change]:
    """Go through each rule's own ways to give: about who is there, or about days, hours, places."""
    for rule in rules:
        kind: Kind = "group" if "present" in rule.asks_for() else "times"
        for way in ways_to_give(rule):
            made = partial(given_way, project.code, rule=rule.name(), way=way)
            yield Change(kind, way.label, made, (project.code,), rule, way)


def other_changes(
    programme: Programme, project: Project, lacking: Sequence[int]
) -> Iterator[Change]:
    """Go through changes to the group, the season, the sessions.

    Parameters
    ----------
    lacking
        The required sessions without a date, by number.
    """
    yield from _of_the_group(programme, project)
    yield from _of_the_times(programme, project)
    yield from _of_the_sessions(project, lacking)


def other_approaches(
    programme: Programme, project: Project, lacking: Sequence[int]
) -> Iterator[Change]:
    """Go through other ways to work together, for when nothing else does."""
    halves = halves_of(programme.group(project))
    if halves is not None and len(project.members) > 1:
        label = f"Meet at two sites on the same days, with {ALIKE}"
        codes = half_codes(project)
        made = partial(split_in_two, project.code, halves)
        yield Change("approach", label, made, codes, gives=(ASK_FIRST,), same_days=True)
    numbers = tuple(lacking)
    for form in ("on-line", "by phone"):
        made = partial(
            with_sessions, project.code, numbers=numbers, changed={"form": form, "venue": None}
        )
        label = f"Hold {_sessions(numbers)} {form}"
        gives = ("People do not meet in one room then.",)
        yield Change("approach", label, made, (project.code,), gives=gives, ladder="remote")
    visits = tuple(visit_code(project, p) for p in programme.group(project) if p.is_lived)
    if visits:
        made = partial(visited, project.code)
        label = "Visit everybody with lived experience one to one, once for each session"
        gives = ("The group does not meet as a group.",)
        yield Change("approach", label, made, visits, gives=gives)


def change_called(
    label: str,
    programme: Programme,
    *,
    project: Project,
    rules: Sequence[Constraint],
    lacking: Sequence[int],
) -> Change | None:
    """Return the change of a label; None where there is none, or it is not to be made at once.

    Who goes to which half is asked of everybody first. Made at once, it could be read off the
    halves who must not meet.
    """
    every = [
        *rule_changes(rules, project),
        *other_changes(programme, project, lacking),
        *other_approaches(programme, project, lacking),
    ]
    return next((one for one in every if one.label == label and not one.asks_everybody), None)


def _of_the_group(programme: Programme, project: Project) -> Iterator[Change]:
    group = programme.group(project)
    halves = halves_of(group) if len(group) >= 2 * LEAST else None
    if halves is not None:
        made = partial(split_in_two, project.code, halves)
        label = f"Split the group in two, with {ALIKE}"
        yield Change("group", label, made, half_codes(project), gives=(ASK_FIRST,))
    partner = partner_of(programme, project) if len(group) < LEAST else None
    if partner is not None:
        members = tuple(p.code for p in together_with(programme, project, partner=partner))
        made = partial(with_project, project.code, {"members": members})
        yield Change("group", f"Join with {partner.label}", made, (project.code,))


def _of_the_times(programme: Programme, project: Project) -> Iterator[Change]:
    for weeks in WEEKS_MORE:
        last = programme.last_day + timedelta(weeks=weeks)
        if (last - programme.first_day).days < LONGEST_DAYS:
            label = f"Go on for {weeks} more weeks, to {spoken_day(last)}"
            made = partial(weeks_longer, weeks)
            gives = ("Ask everybody who is busy in those weeks: nobody was asked yet.",)
            yield Change(
                "times",
                label,
                made,
                (project.code,),
                gives=gives,
                ladder="weeks",
                grows=True,
            )
    for number, session in enumerate(project.sessions, 1):
        for label, free in _fixed(session):
            made = partial(with_sessions, project.code, numbers=(number,), changed=free)
            yield Change("times", f"Let session {number} {label}", made, (project.code,))


def _fixed(session: Session) -> Iterator[tuple[str, dict[str, object]]]:
    if session.is_promised:
        return
    if session.day:
        yield "be on another day", {"day": None}
    if session.first_day or session.last_day:
        yield "be earlier or later", {"first_day": None, "last_day": None}
    if session.start:
        yield "begin at another hour", {"start": None}
    if session.venue:
        yield "be in another place", {"venue": None}


def _of_the_sessions(project: Project, lacking: Sequence[int]) -> Iterator[Change]:
    numbers, code = tuple(lacking), project.code
    left = len(project.sessions) - len(numbers)
    most = 2 * left >= len(project.sessions)
    if left:
        fewer = f"Hold {counted(left, 'session')} instead of {len(project.sessions)}"
        gives = (f"Nobody comes to {_sessions(numbers)}.",)
        made = partial(fewer_sessions, code, numbers)
        yield Change("sessions", fewer, made, (code,), gives=gives, drops=numbers, keeps_most=most)
    longest = max(session.length_minutes for session in project.sessions)
    for less in MINUTES_LESS:
        if longest - less >= SHORTEST:
            label = f"Make sessions {less} minutes shorter"
            yield Change(
                "sessions", label, partial(shorter_sessions, code, less), (code,), ladder="minutes"
            )
    if left:
        label = f"Make {_sessions(numbers)} optional: held if a date turns up"
        made = partial(with_sessions, code, numbers=numbers, changed={"required": False})
        yield Change("sessions", label, made, (code,), optional=True, keeps_most=most)


def _sessions(numbers: Sequence[int]) -> str:
    which = listed([str(number) for number in numbers])
    return f"session {which}" if len(numbers) == 1 else f"sessions {which}"
