"""The words in which constraints tie one choice to another, understood by every solver."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from scheduler.people import Person
from scheduler.programme import Project
from scheduler.ways import Way

Reading = Literal["day", "weekday", "minute", "venue"]
"""What of a candidate a tie may read: day ordinal, weekday 0-6, minute of the day, venue index."""

Accepts = Callable[[NDArray[np.int64], NDArray[np.int64]], NDArray[np.bool_]]
"""Given readings of the session before and of the session after (arrays that broadcast).

Say which pairs are allowed.
"""


@dataclass(frozen=True)
class Follows:
    """What the next session must be like, given the one before."""

    constraint: str
    by: Reading
    accepts: Accepts


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
    draws: Callable[[Person, Way], int]
    """How much somebody's coming draws on it, their way there and back being given."""
    at_most: Callable[[Person | None], int | None]
    """How much there is: for somebody where each person has their own; None where any will do."""
    each: bool
    """Whether each person has their own rather than the project one for all."""
    stretch_of: Callable[[Person | None, date], int]
    """The stretch of time a day belongs to, by number: there is as much again in each."""
    says: str
    """Why one who could come stays away, for the organiser."""


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
    stand_down: list[StandDown] = field(default_factory=list)
    deciding: list[Deciding] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    one_at_a_time: list[OneAtATime] = field(default_factory=list)

    def follows(self, constraint: str, by: Reading, accepts: Accepts) -> None:
        """Allow a session only where `accepts` says so.

        Given the session before it in the series.
        """
        self.follow.append(Follows(constraint, by, accepts))

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
