"""The innermost work on timetables: moves meetings about and keeps what is better, or nearly so.

Plain loops over whole numbers, compiled (`scheduler.compiled`). What is counted is told in
`benchmarks.meeting_score`; `tests/benchmarks/test_meetings.py` compares the two.
"""

from typing import NamedTuple

import numpy as np

from benchmarks.meeting_score import NEAR
from benchmarks.meeting_week import Bools, Ints, Week
from scheduler.compiled import compiled

HARD, MEDIUM = 10**12, 10**6
"""What a point of each counts in one whole number, so that the order of numbers is the order."""


WEIGHTS = (20_000, 2_000)
"""What a hard and a medium point count in soft ones while searching."""
SWAPS, FAR, NEARBY, ROOM_TOO = 0.3, 0.4, 0.4, 0.3
"""How often two meetings change places, and one goes anywhere, nearby, or to another room too."""


class Facts(NamedTuple):
    """What the loops read of a week."""

    grains: Ints
    both_required: Ints
    shared: Ints
    smaller: Ints
    may_start: Bools
    """Whether each meeting may begin at each grain, shape (M, grains)."""
    fits_in: Bools
    """Whether each room holds each meeting, shape (M, R)."""

    @classmethod
    def of(cls, week: Week) -> "Facts":
        """Lay out a week."""
        may_start = np.zeros((len(week), len(week.day)), dtype=np.bool_)
        fits_in = np.zeros((len(week), len(week.capacity)), dtype=np.bool_)
        for meeting in range(len(week)):
            may_start[meeting, week.starts(meeting)] = True
            fits_in[meeting, week.rooms(meeting)] = True
        return cls(week.grains, week.both_required, week.shared, week.smaller, may_start, fits_in)


class Work(NamedTuple):
    """What is asked of the loops at once."""

    heat: float
    """How many soft points worse a step may well be."""
    many: int
    """How many steps to try."""
    draw: np.random.Generator


@compiled
def between(facts: Facts, i: int, j: int, places: tuple[int, int, int, int]) -> int:
    """Return what two meetings count together, in one number.

    Parameters
    ----------
    places
        The start and the room of the one, and then of the other.
    """
    start, room, begins, other = places
    end, ends = start + facts.grains[i], begins + facts.grains[j]
    counts = 100 * ((end == begins) + (ends == start))
    overlap, shared = min(end, ends) - max(start, begins), facts.shared[i, j]
    if overlap > 0:
        both = facts.both_required[i, j]
        counts += overlap * (10 + MEDIUM * (shared - both) + HARD * (both + (room == other)))
    if room != other and start != begins and -overlap <= NEAR:
        counts += shared
    return int(counts)


@compiled
def counted(facts: Facts, table: Ints, i: int, without: int) -> int:
    """Return what a meeting counts by itself and with all others but one."""
    start, room = table[0, i], table[1, i]
    total = start + facts.grains[i] - 1 + facts.smaller[room]
    for j in range(table.shape[1]):
        if j not in (i, without):
            total += between(facts, i, j, (start, room, table[0, j], table[1, j]))
    return int(total)


@compiled
def whole(facts: Facts, table: Ints) -> int:
    """Return what a timetable counts."""
    total = 0
    for i in range(table.shape[1]):
        total += table[0, i] + facts.grains[i] - 1 + facts.smaller[table[1, i]]
        for j in range(i):
            places = (table[0, i], table[1, i], table[0, j], table[1, j])
            total += between(facts, i, j, places)
    return int(total)


@compiled
def weighed(counts: int) -> int:
    """Return a count as the search weighs it: a step that is a little worse may be taken."""
    return WEIGHTS[0] * (counts // HARD) + WEIGHTS[1] * (counts % HARD // MEDIUM) + counts % MEDIUM


@compiled
def of_both(facts: Facts, table: Ints, i: int, j: int) -> int:
    """Return what two meetings count, or one where the other is -1."""
    return counted(facts, table, i, j) + (counted(facts, table, j, -1) if j >= 0 else 0)


@compiled
def moved(facts: Facts, table: Ints, i: int, draw: np.random.Generator) -> bool:
    """Give a meeting another start, near or far, or another room; say whether it may be there."""
    start, room, chance = table[0, i], table[1, i], draw.random()
    if chance < FAR:
        start = int(draw.integers(0, facts.may_start.shape[1]))
    elif chance < FAR + NEARBY:
        start += int(draw.integers(-4, 5))
    if chance >= FAR + NEARBY or draw.random() < ROOM_TOO:
        room = int(draw.integers(0, len(facts.smaller)))
    is_there = 0 <= start < facts.may_start.shape[1]
    if is_there and facts.may_start[i, start] and facts.fits_in[i, room]:
        table[0, i], table[1, i] = start, room
        return True
    return False


@compiled
def swapped(facts: Facts, table: Ints, i: int, j: int) -> bool:
    """Let two meetings change places; say whether they may."""
    may = facts.may_start[i, table[0, j]] and facts.may_start[j, table[0, i]]
    if may and facts.fits_in[i, table[1, j]] and facts.fits_in[j, table[1, i]]:
        for k in range(2):
            table[k, i], table[k, j] = table[k, j], table[k, i]
        return True
    return False


@compiled
def steps(facts: Facts, table: Ints, best: Ints, counts: Ints, work: Work) -> None:
    """Try steps, taking a worse one the less likely the colder it is, and keep the best seen.

    Parameters
    ----------
    table, best
        Start and room of each meeting, now and in the best seen, shape (2, M) each.
    counts
        What both count.
    """
    draw = work.draw
    for _ in range(work.many):
        i = int(draw.integers(0, table.shape[1]))
        j = int(draw.integers(0, table.shape[1])) if draw.random() < SWAPS else -1
        start, room = table[0, i], table[1, i]
        if i == j or not (swapped(facts, table, i, j) if j >= 0 else moved(facts, table, i, draw)):
            continue
        after = of_both(facts, table, i, j)
        new_start, new_room = table[0, i], table[1, i]
        _put(table, i, j, (start, room))
        before = of_both(facts, table, i, j)
        worse = weighed(after) - weighed(before)
        if worse > 0 and draw.random() >= np.exp(-worse / work.heat):
            continue
        _put(table, i, j, (new_start, new_room))
        counts[0] += after - before
        if counts[0] < counts[1]:
            counts[1] = counts[0]
            best[:] = table


@compiled
def _put(table: Ints, i: int, j: int, place: tuple[int, int]) -> None:
    """Put a meeting somewhere, and the one it changes places with where it was."""
    if j >= 0:
        table[0, j], table[1, j] = table[0, i], table[1, i]
    table[0, i], table[1, i] = place
