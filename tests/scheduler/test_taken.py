"""Time somebody is taken, and the sessions it meets."""

from datetime import date

import numpy as np

from scheduler.grid import utc_minute
from scheduler.samples import HALL, at
from scheduler.taken import ENDLESS, first_met, joined, lies_within, minutes_around, taken_by
from tests.constraints.venue_grids import a_grid, a_programme

DAYS = (date(2027, 6, 7), date(2027, 6, 9))


def test_stretches_that_overlap_or_touch_become_one() -> None:
    assert joined([(30, 40), (0, 10), (10, 20), (15, 18), (39, 50)]) == ((0, 20), (30, 50))


def test_patterns_are_followed_over_the_days() -> None:
    hours = [
        at(f"{day} 2027 09:00") for day in ("Monday 7 June", "Tuesday 8 June", "Wednesday 9 June")
    ]

    taken = taken_by(("daily 09:00-10:00",), DAYS)

    assert taken == tuple((utc_minute(hour), utc_minute(hour) + 60) for hour in hours)


def test_a_session_may_begin_when_a_stretch_ends() -> None:
    taken = taken_by(("Tue 09:00-10:00",), DAYS)
    noon = at("Tuesday 8 June 2027 12:00")

    assert first_met(taken, (at("Tuesday 8 June 2027 10:00"), noon)) is None
    assert first_met(taken, (at("Tuesday 8 June 2027 09:59"), noon)) == taken[0]


def test_a_session_as_long_as_a_stretch_lies_within_it() -> None:
    taken = taken_by(("Tue 09:00-10:00",), DAYS)
    begin, end = at("Tuesday 8 June 2027 09:00"), at("Tuesday 8 June 2027 10:00")

    assert lies_within(taken, (begin, end))
    assert not lies_within(taken, (begin, at("Tuesday 8 June 2027 10:01")))
    assert not lies_within((), (begin, end))


def test_free_minutes_are_counted_to_the_nearest_stretch_on_either_side() -> None:
    window = (date(2027, 6, 8), date(2027, 6, 8))
    grid = a_grid(a_programme((HALL,), window))
    eleven = int(np.flatnonzero(grid.minute_of == 11 * 60)[0])

    before, after = minutes_around(grid, taken_by(("Tue 09:00-10:00, 14:00-15:00",), DAYS))
    nothing_before, nothing_after = minutes_around(grid, ())

    assert (before[eleven], after[eleven]) == (60, 90)  # a session of an hour and a half
    assert (before[eleven - 1], after[eleven - 1]) == (0, 150)
    assert (before[eleven - 2], after[eleven - 2]) == (-1, -1)
    assert nothing_before[eleven] == ENDLESS
    assert nothing_after[eleven] > 10**8
