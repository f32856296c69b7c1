"""Ways for many sessions at once are the very ways that are chosen for each."""

from random import Random

import numpy as np
import pytest

from scheduler.timetables.choice import chosen, legs_of
from scheduler.timetables.choice_in_bulk import Ends, taken_by_all
from scheduler.timetables.scan import LATE

MANY = 200


def drawn(draw: Random, first: int) -> tuple[list[int], list[int]]:
    """Return when an end is reached with one to four vehicles, some of them never, and what by."""
    at = [LATE if draw.random() < 0.4 else first + 60 * draw.randrange(40) for _ in range(4)]
    return at, [1 << draw.randrange(4) for _ in range(4)]


@pytest.mark.parametrize("number", range(5))
def test_each_is_the_one_chosen_by_itself(number: int) -> None:
    draw = Random(number)
    starts = [draw.randrange(8, 26) * 3600 for _ in range(MANY)]
    ends = [start + 7200 for start in starts]
    # The way there stands with its sign turned: reached at least at the start.
    there = [drawn(draw, -start) for start in starts]
    back = [drawn(draw, end) for end in ends]
    most = draw.choice((0, 1, 2))

    found = taken_by_all(
        *(Ends(*(np.array(each) for each in zip(*own, strict=True))) for own in (there, back)),
        times=(np.array(starts), np.array(ends)),
        most_changes=most,
    )

    for n, time in enumerate(zip(starts, ends, strict=True)):
        legs = (legs_of(*there[n], turned=True), legs_of(*back[n], turned=False))
        both = chosen(*legs, time=time, most_changes=most)
        assert found.found[n] == (both is not None)
        if both:
            told = (found.out[n], found.back[n], found.changes[n], found.by[n])
            assert told == (*both.minutes(*time), both.changes, both.there.by | both.back.by)
