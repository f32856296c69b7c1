"""The words in which constraints tie one choice to another, understood by every solver."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from scheduler.money.heads import Prices
from scheduler.people import Person
from scheduler.programme import Programme, Project
from scheduler.ways import Way

Reading = Literal["day", "weekday", "minute", "venue", "phase", "same_day", "opens", "closes"]
"""What of a candidate a tie may read: day ordinal, weekday 0-6, minute of the day, venue index.

Or the phase of its session, by its place in the order of phases; whether the session shares the day
of the one before it, 0 or 1; and when it begins and ends, in minutes since 1970 UTC.
"""

Read = Callable[[Reading], NDArray[np.int64]]
"""What reads a session: of what it is asked for it returns the number, or an array of numbers."""

Accepts = Callable[[NDArray[np.int64], NDArray[np.int64]], NDArray[np.bool_]]
"""Given readings of the session before and of the session after (arrays that broadcast).

Say which pairs are allowed.
"""


def within_a_phase(before: NDArray[np.int64], after: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Say of which phases a tie speaks that holds within each phase only."""
    return np.equal(before, after)


def into_a_phase(before: NDArray[np.int64], after: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Say of which phases a tie speaks that holds between one phase and another only."""
    return np.not_equal(before, after)


class InARow(Protocol):
    """What a constraint says of a session and the one before it."""

    @property
    def constraint(self) -> str:
        """The constraint that says so."""

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What it reads of both sessions."""

    def allows(self, before: Read, after: Read) -> NDArray[np.bool_]:
        """Say which sessions may follow which, both being read."""


@dataclass(frozen=True)
class Follows:
    """What the next session must be like, given the one before.

    Of sessions that share a day it says nothing.
    """

    constraint: str
    by: Reading
    accepts: Accepts
    phases: Accepts | None = None
    """Of which phases it speaks, the one before given and the one after; None where of all."""

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What it reads of both sessions."""
        return (self.by, "same_day") if self.phases is None else (self.by, "same_day", "phase")

    def allows(self, before: Read, after: Read) -> NDArray[np.bool_]:
        """Say which sessions may follow which, both being read."""
        accepted = self.accepts(before(self.by), after(self.by))
        allowed: NDArray[np.bool_] = np.logical_or(accepted, after("same_day") == 1)
        if self.phases is None:
            return allowed
        silent: NDArray[np.bool_] = np.logical_not(self.phases(before("phase"), after("phase")))
        return allowed | silent


@dataclass(frozen=True)
class SharedDay:
    """What a session must be like that shares the day of the one before it."""

    constraint: str
    reads: tuple[Reading, ...]
    accepts: Callable[[Read, Read], NDArray[np.bool_]]

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What it reads of both sessions."""
        return ("same_day", *self.reads)

    def allows(self, before: Read, after: Read) -> NDArray[np.bool_]:
        """Say which sessions may follow which, both being read."""
        allowed: NDArray[np.bool_] = np.logical_or(
            self.accepts(before, after), after("same_day") == 0
        )
        return allowed


@dataclass(frozen=True)
class StandDown:
    """Who may stay away by turns.

    So that no more of them come than of those they must not outnumber.
    """

    constraint: str
    who: Callable[[Person], bool]
    than: Callable[[Person], bool]


@dataclass(frozen=True)
class Deciding:
    """Who decides together whether they come: never all of them, or none without the others."""

    constraint: str
    circles: Callable[[Project], Iterable[Iterable[str]]]
    """Codes of those of a project who decide together, circle by circle."""
    both: bool
    """Whether they come together or not at all; else one of them always stays away."""
    says: str
    """Why one who could come stays away, for the organiser."""

    def of(self, project: Project, group: Iterable[Person]) -> tuple[frozenset[str], ...]:
        """Return the codes of those of a group who decide together, each circle once."""
        codes = {person.code for person in group}
        found = (frozenset(circle) & codes for circle in self.circles(project))
        return tuple(dict.fromkeys(circle for circle in found if len(circle) > 1))


@dataclass(frozen=True)
class Total:
    """What people's coming draws on, of which there is only so much.

    Whoever draws on it may have to stay away, although able.
    """

    constraint: str
    draws: Callable[[Person, Way, Prices], int]
    """How much somebody's coming draws on it, given their way there and back and what prices the
    session goes by."""
    at_most: Callable[[Person | None], int | None]
    """How much there is: for somebody where each person has their own; None where any will do."""
    each: bool
    """Whether each person has their own rather than the project one for all."""
    stretch_of: Callable[[Person | None, date], int]
    """The stretch of time a day belongs to, by number: there is as much again in each."""
    says: str
    """Why one who could come stays away, for the organiser."""
    with_session: bool = False
    """Whether the room and the workers of a session draw on it as well, in pence."""
    keeps_away: bool = True
    """Whether somebody may have to stay away for it; else rooms, hours and sessions give way."""
    setting: str = ""
    """Which setting of the rule says how much there is, where that could be raised."""


@dataclass(frozen=True)
class OneAtATime:
    """What cannot be in two places at once, over all projects."""

    constraint: str
    who: Literal["worker", "person", "venue"]
    gap_minutes: int


@dataclass
class Ties:
    """Everything constraints said about how sessions hang together."""

    follow: list[Follows] = field(default_factory=list)
    shared_days: list[Callable[[Programme], SharedDay]] = field(default_factory=list)
    stand_down: list[StandDown] = field(default_factory=list)
    deciding: list[Deciding] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    one_at_a_time: list[OneAtATime] = field(default_factory=list)
    people_first: bool = False
    """Whether what people miss goes before how many sessions are held."""

    @property
    def all_draw(self) -> bool:
        """Whether whoever comes draws on money for all, so that it matters who stands down."""
        shared = (tie for tie in self.totals if tie.with_session and not tie.each)
        return any(tie.at_most(None) is not None for tie in shared)

    def with_sessions_first(self) -> "Ties":
        """Return the same where as many sessions are held as can be, whoever misses them."""
        return replace(self, people_first=False)

    def follows(
        self, constraint: str, by: Reading, accepts: Accepts, *, phases: Accepts | None = None
    ) -> None:
        """Allow a session only where `accepts` says so.

        Given the session before it in the series.

        Parameters
        ----------
        phases
            Of which phases it speaks, such as `within_a_phase`; None where of all.
        """
        self.follow.append(Follows(constraint, by, accepts, phases))

    def share_a_day(self, made: Callable[[Programme], SharedDay]) -> None:
        """Tie a session that shares the day of the one before it to that one.

        What is asked may depend on the programme, such as on how far apart rooms are.
        """
        self.shared_days.append(made)

    def in_a_row(self, programme: Programme, project: Project) -> tuple[InARow, ...]:
        """Return all that is said of two sessions of a project in a row."""
        shared = self.shared_days if project.shares_days else ()
        return (*self.follow, *(made(programme) for made in shared))

    def may_stand_down(
        self, constraint: str, *, who: Callable[[Person], bool], than: Callable[[Person], bool]
    ) -> None:
        """Let `who` stand down by turns.

        Only as many as needed so that they do not outnumber `than`.
        """
        self.stand_down.append(StandDown(constraint, who, than))

    def decide_together(self, tie: Deciding) -> None:
        """Let some come only together, or never all of them at a time."""
        self.deciding.append(tie)

    def draw_on(self, tie: Total) -> None:
        """Let people's coming draw on something of which there is only so much."""
        self.totals.append(tie)

    def put_people_first(self) -> None:
        """Let what people miss go before how many sessions are held.

        Whatever limits money for all asks for it, else more of it could hold one more session in
        place of bringing somebody, and leave whoever is worst off with less.
        """
        self.people_first = True

    def not_twice_at_once(
        self, constraint: str, who: Literal["worker", "person", "venue"], *, gap_minutes: int
    ) -> None:
        """Keep `who` from being in two places.

        With `gap_minutes` between one session and the next.
        """
        self.one_at_a_time.append(OneAtATime(constraint, who, gap_minutes))


class Coupling(Protocol):
    """What states how choices hang together: a constraint."""

    def couple(self, ties: Ties) -> None:
        """State what ties one session's choice to another's."""


def ties_of(rules: Iterable[Coupling]) -> Ties:
    """Collect what constraints tie together."""
    ties = Ties()
    for rule in rules:
        rule.couple(ties)
    return ties
