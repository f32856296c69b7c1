"""What is taken from a file and asked all the same."""

from pathlib import Path

import pytest

from scheduler.places.importing import import_venues
from scheduler.places.told_imports import report_lines
from tests.scheduler.places.maps import HALL, feature, geojson, written

NEAR = ((-3.9, 56.6), (-4.0, 56.7))


@pytest.mark.parametrize(
    ("at", "says"),
    [
        ((-3.8, 56.5), ()),
        ((-37.78, 56.65), ("its position (56.65, -37.78) is outside Britain, Ireland and their",)),
        ((-3.9, 50.6), ("its position (50.6, -3.9) is at least 667 km from every other place of",)),
    ],
)
def test_a_place_far_from_all_others_is_asked_about(
    tmp_path: Path, at: tuple[float, float], says: tuple[str, ...]
) -> None:
    """A longitude of -37.78, in the middle of the Atlantic, was taken without a word."""
    places = (*NEAR, at)
    features = [
        feature(HALL | {"name": f"Hall {n}"}, n, at=each) for n, each in enumerate(places, start=1)
    ]

    rows = import_venues(written(geojson(*features), tmp_path)).rows

    assert [row.doubts for row in rows[:2]] == [(), ()]
    assert tuple(each[: len(says[0])] for each in rows[2].doubts) == says


@pytest.mark.parametrize(
    ("pence", "doubts"),
    [
        ("", ()),
        ("0", ()),
        ("25", ("one session there costs £0.25",)),
        ("499", ("one session there costs £4.99",)),
        ("500", ()),
    ],
)
def test_a_hire_that_may_have_been_meant_in_pounds_is_asked_about(
    tmp_path: Path, pence: str, doubts: tuple[str, ...]
) -> None:
    imported = import_venues(written(f"code,hire_pence\na,{pence}\n", tmp_path, "own.csv"))

    assert imported.rows[0].doubts == doubts
    told = [f"1. a (a): to check: {each}; to ask: " for each in doubts]
    assert [report_lines(imported)[0].startswith(each) for each in told] == [True] * len(told)
