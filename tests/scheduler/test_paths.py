"""The series that asks least, against every series there is."""

from functools import partial
from itertools import pairwise, product
from random import Random

import numpy as np
import pytest

from constraints import registry
from scheduler.choosing import Desk, desk_for
from scheduler.columns import Columns
from scheduler.in_force import in_force
from scheduler.paths import LINKS, Bools, Ints, least_path
from scheduler.programme import Programme
from scheduler.samples import on
from scheduler.ties import Reading
from tests.random_projects import a_project
from tests.scheduler.summer import SESSION, fortnight, set_to, with_session

MOST = 7


def desk_of(programme: Programme) -> Desk:
    """Return everything the first project's sessions could be held at."""
    project = programme.projects[0]
    return desk_for(programme, project, in_force(registry(), programme, project))


def drawn(desk: Desk, draw: Random) -> tuple[list[Ints], list[Bools]]:
    """Return what each candidate asks, and a few candidates that may be chosen, by chance."""
    asks, allowed = [], []
    for own in desk.columns:
        asks.append(np.array([draw.randrange(20) for _ in range(len(own))], dtype=np.int64))
        may = np.zeros(len(own), dtype=np.bool_)
        may[draw.sample(range(len(own)), min(MOST, len(own)))] = True
        allowed.append(may)
    return asks, allowed


def asked(desk: Desk, path: tuple[int, ...], asks: list[Ints], per_change: int) -> int:
    """Return what a series asks, counted session by session."""
    own = sum(int(each[row]) for each, row in zip(asks, path, strict=True))
    two = pairwise(zip(desk.columns, path, strict=True))
    changes = sum(
        int(one.reading(by)[row] != other.reading(by)[then])
        for (one, row), (other, then) in two
        for by in LINKS
    )
    return own + per_change * changes


def every_path(desk: Desk, allowed: list[Bools]) -> list[tuple[int, ...]]:
    """Return every series in which each session may follow the one before."""
    rows = [np.flatnonzero(may).tolist() for may in allowed]
    return [path for path in product(*rows) if _is_in_step(desk, path)]


def _is_in_step(desk: Desk, path: tuple[int, ...]) -> bool:
    stops = zip(desk.columns, path, strict=True)
    return all(
        one.day[row] < other.day[then]
        and all(
            tie.allows(partial(_reading, one, row), partial(_reading, other, then)).all()
            for tie in desk.ties.follow
        )
        for (one, row), (other, then) in pairwise(stops)
    )


def _reading(columns: Columns, row: int, by: Reading) -> Ints:
    return columns.reading(by)[row : row + 1]


@pytest.mark.parametrize("per_change", [0, 5])
@pytest.mark.parametrize("number", range(12))
def test_no_series_asks_less(number: int, per_change: int) -> None:
    desk, draw = desk_of(a_project(number, sessions=3)), Random(number)
    asks, allowed = drawn(desk, draw)

    found = least_path(desk, (1, 2, 3), asks=asks, allowed=allowed, per_change=per_change)

    every = [asked(desk, path, asks, per_change) for path in every_path(desk, allowed)]
    assert (None if found is None else asked(desk, found, asks, per_change)) == min(
        every, default=None
    )


def test_a_session_without_a_candidate_leaves_no_series() -> None:
    desk = desk_of(fortnight())
    (own,) = desk.columns
    asks, none = np.zeros(len(own), dtype=np.int64), np.zeros(len(own), dtype=np.bool_)

    assert least_path(desk, (1,), asks=[asks], allowed=[none]) is None


def test_booked_sessions_stand_however_near_they_are() -> None:
    programme = set_to("spacing", {"least_days": 7}, fortnight(SESSION, SESSION))
    for number, day in ((1, "Monday 7 June 2027"), (2, "Tuesday 8 June 2027")):
        booked = {"state": "booked", "day": on(day), "start": "11:00", "venue": "hall"}
        programme = with_session(number, programme, **booked)
    desk = desk_of(programme)
    nought = [np.zeros(1, dtype=np.int64)] * 2

    found = least_path(desk, (1, 2), asks=nought, allowed=[np.ones(1, dtype=np.bool_)] * 2)

    assert found == (0, 0)
