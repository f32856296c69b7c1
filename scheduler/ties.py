"""The words in which constraints tie one choice to another, understood by every solver."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from scheduler.people import Person

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

    def not_twice_at_once(
        self, constraint: str, who: Literal["worker", "person", "venue"], *, gap_minutes: int
    ) -> None:
        """Keep `who` from being in two places.

        With `gap_minutes` between one session and the next.
        """
        self.one_at_a_time.append(OneAtATime(constraint, who, gap_minutes))
