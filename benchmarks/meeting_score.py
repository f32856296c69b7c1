"""What Timefold's meeting scheduling example counts against a timetable, term by term."""

from collections.abc import Callable, Sequence
from itertools import combinations, permutations
from typing import Final, NamedTuple

import numpy as np

from benchmarks.meeting_week import Ints, Week


class Score(NamedTuple):
    """What is wrong with a timetable; smaller is better, hard before medium before soft."""

    hard: int
    medium: int
    soft: int

    def __str__(self) -> str:
        """Return it as Timefold writes it."""
        return f"{-self.hard}/{-self.medium}/{-self.soft}"


class Timetable(NamedTuple):
    """When and where each meeting is."""

    start: Ints
    """The first grain of each meeting, shape (M,)."""
    room: Ints
    """The room of each meeting, shape (M,)."""


Term = Callable[[Week, Timetable], int]


def score_of(week: Week, table: Timetable) -> Score:
    """Add up every term."""
    return Score(*(sum(term(week, table) for term in terms) for terms in (HARD, MEDIUM, SOFT)))


def two_in_a_room(week: Week, table: Timetable) -> int:
    """Count the grains for which two meetings are in one room."""
    return sum(
        _overlap(week, table, *pair)
        for pair in combinations(range(len(week)), 2)
        if len({int(table.room[meeting]) for meeting in pair}) == 1
    )


def beyond_the_week(week: Week, table: Timetable) -> int:
    """Count the last grains that are after the last of the week."""
    last = table.start + week.grains - 1
    return int(last[last >= len(week.day)].sum())


def required_twice(week: Week, table: Timetable) -> int:
    """Count the grains for which somebody has to attend two meetings."""
    return _overlaps(week, table, week.both_required)


def too_small_a_room(week: Week, table: Timetable) -> int:
    """Count the people for whom there is no place."""
    return int(np.maximum(week.people - week.capacity[table.room], 0).sum())


def over_night(week: Week, table: Timetable) -> int:
    """Count the meetings that end on another day than they begin."""
    last = np.minimum(table.start + week.grains, len(week.day)) - 1
    return int((week.day[table.start] != week.day[last]).sum())


def wanted_twice(week: Week, table: Timetable) -> int:
    """Count the grains for which somebody is at two meetings, one of which they need not attend."""
    return _overlaps(week, table, week.shared - week.both_required)


def late(week: Week, table: Timetable) -> int:
    """Count every meeting's last grain: the sooner the better."""
    return int((table.start + week.grains - 1).sum())


def without_a_break(week: Week, table: Timetable) -> int:
    """Count 100 for every meeting that begins when another ends."""
    ends = table.start + week.grains
    return 100 * int((ends[:, None] == table.start[None, :]).sum())


def at_once(week: Week, table: Timetable) -> int:
    """Count 10 for every grain for which two meetings are held at once."""
    return 10 * _overlaps(week, table, np.ones((len(week), len(week)), dtype=np.int64))


def smaller_rooms(week: Week, table: Timetable) -> int:
    """Count the places that rooms larger than a meeting's have more."""
    return int(week.smaller[table.room].sum())


def moving_rooms(week: Week, table: Timetable) -> int:
    """Count everybody who changes rooms within two grains, or is due in two."""
    return sum(
        int(week.shared[one, other])
        for one, other in permutations(range(len(week)), 2)
        if table.start[one] < table.start[other]
        and table.room[one] != table.room[other]
        and table.start[other] - week.grains[one] - table.start[one] <= NEAR
    )


NEAR: Final = 2
HARD: Final[Sequence[Term]] = (
    two_in_a_room,
    beyond_the_week,
    required_twice,
    too_small_a_room,
    over_night,
)
MEDIUM: Final[Sequence[Term]] = (wanted_twice,)
SOFT: Final[Sequence[Term]] = (late, without_a_break, at_once, smaller_rooms, moving_rooms)


def _overlap(week: Week, table: Timetable, one: int, other: int) -> int:
    """Return for how many grains two meetings are held at once."""
    both = [one, other]
    return int(max(0, (table.start + week.grains)[both].min() - table.start[both].max()))


def _overlaps(week: Week, table: Timetable, weights: Ints) -> int:
    """Add up a weight for each pair of meetings, grain by grain held at once."""
    return sum(
        int(weights[pair]) * _overlap(week, table, *pair)
        for pair in combinations(range(len(week)), 2)
        if weights[pair]
    )
