"""Positions on a sheet: north at the top, true to scale, and no mark on another."""

from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from web.shown.paper import APART, WIDTH, Paper, moved_apart

EDINBURGH, GLASGOW = (55.953, -3.189), (55.861, -4.250)


def test_north_is_up_and_east_is_right() -> None:
    paper = Paper.round_all([EDINBURGH, GLASGOW])

    (east, up), (west, down) = paper.point(EDINBURGH), paper.point(GLASGOW)

    assert east > west
    assert up < down


def test_a_length_on_the_sheet_is_that_on_the_ground() -> None:
    paper = Paper.round_all([EDINBURGH, GLASGOW])
    (x1, y1), (x2, y2) = paper.point(EDINBURGH), paper.point(GLASGOW)

    # 67 km as the crow flies, as any gazetteer has it.
    assert hypot(x1 - x2, y1 - y2) / paper.units_a_km == pytest.approx(67, abs=1)


def test_one_place_alone_stands_in_the_middle() -> None:
    paper = Paper.round_all([EDINBURGH])

    assert paper.point(EDINBURGH) == pytest.approx((WIDTH / 2, paper.height / 2), abs=0.2)


@pytest.mark.parametrize(("north", "km"), [(55.0, 20), (55.87, 2), (55.95, 1)])
def test_the_scale_is_a_round_length_of_no_more_than_a_third(north: float, km: int) -> None:
    paper = Paper.round_all([EDINBURGH, (north, -3.189)])

    assert paper.round_km == km
    assert km * paper.units_a_km <= WIDTH / 2


@settings(max_examples=40)
@given(st.lists(st.tuples(st.floats(0, 360), st.floats(0, 200)), min_size=1, max_size=12))
def test_marks_move_apart_and_stay_on_the_sheet(points: list[tuple[float, float]]) -> None:
    moved = moved_apart(points, 200)

    assert all(0 <= x <= WIDTH and 0 <= y <= 200 for x, y in moved)
    assert moved == moved_apart(points, 200)


def test_two_marks_on_one_spot_no_longer_cover_one_another() -> None:
    (x1, y1), (x2, y2) = moved_apart([(100.0, 100.0), (100.0, 100.0)], 200)

    assert hypot(x1 - x2, y1 - y2) >= APART - 0.2
