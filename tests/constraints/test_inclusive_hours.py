"""Sessions keep to hours that suit most bodies and most buses."""

from datetime import date, timedelta

import pytest

from constraints.inclusive_hours import InclusiveHours
from scheduler.degree import Degree
from scheduler.programme import Session
from scheduler.samples import HALL, at
from tests.constraints.venue_grids import WINDOWS, a_grid, a_programme, forms_agree


def degree_at(hour: str, constraint: InclusiveHours | None = None, *, hours: int = 2) -> int:
    start = at(f"Tuesday 8 June 2027 {hour}")
    objection = (constraint or InclusiveHours()).check(start, start + timedelta(hours=hours))
    return objection.degree if objection else 0


@pytest.mark.parametrize(
    ("hour", "degree"),
    [
        ("08:59", Degree.NEVER),
        ("09:00", Degree.AVOID),
        ("09:59", Degree.AVOID),
        ("10:00", 0),
        ("13:00", 0),
        ("13:01", Degree.AVOID),
        ("19:00", Degree.AVOID),
        ("19:01", Degree.NEVER),
    ],
)
def test_hours_are_closed_avoided_or_advised(hour: str, degree: int) -> None:
    assert degree_at(hour) == degree


def test_a_session_over_midnight_ends_too_late() -> None:
    assert degree_at("23:00") == Degree.NEVER


def test_relaxing_lets_the_evening_be_half_an_hour_longer() -> None:
    relaxed = InclusiveHours().relaxed(InclusiveHours.relaxations[0])

    assert [degree_at(hour, relaxed) for hour in ("19:30", "19:31")] == [Degree.AVOID, Degree.NEVER]


def test_relaxing_lets_the_day_begin_an_hour_earlier() -> None:
    relaxed = InclusiveHours().relaxed(InclusiveHours.relaxations[1])

    assert [degree_at(hour, relaxed) for hour in ("07:59", "08:00")] == [Degree.NEVER, Degree.AVOID]


@pytest.mark.parametrize("window", WINDOWS)
def test_both_forms_agree(window: tuple[date, date]) -> None:
    programme = a_programme((HALL,), window)
    late = Session(length_minutes=120, start="23:00")

    assert forms_agree(InclusiveHours(), a_grid(programme))
    assert forms_agree(InclusiveHours(), a_grid(programme, session=late))
