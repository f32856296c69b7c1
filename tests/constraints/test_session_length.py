"""Long sessions are said to be long, and breaks count in their length."""

import pytest

from constraints.session_length import SessionLength
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.samples import WISH


def says(length: int, breaks: int, rule: SessionLength | None = None) -> str:
    session = WISH.model_copy(update={"length_minutes": length, "break_minutes": breaks})
    objection = (rule or SessionLength()).check(session)
    return objection.organiser if objection else ""


@pytest.mark.parametrize(
    ("length", "breaks", "least"),
    [(90, 0, 0), (91, 0, 15), (105, 15, 0), (120, 14, 15), (180, 15, 0), (180, 0, 15), (60, 60, 0)],
)
def test_a_quarter_of_an_hour_off_after_every_hour_and_a_half_of_sitting(
    length: int, breaks: int, least: int
) -> None:
    lacking = f"It has {breaks} minutes of breaks; it should have at least {least}."

    assert says(length, breaks) == (lacking if least else "")


def test_one_minute_over_three_hours_is_long() -> None:
    assert says(180, 30) == ""
    assert says(181, 30) == "A session of 181 minutes is long, more than 180."


def test_everybody_may_read_it_and_it_closes_nothing() -> None:
    session = WISH.model_copy(update={"length_minutes": 200, "break_minutes": 30})
    long = "A session of 200 minutes is long, more than 180."

    assert SessionLength().check(session) == Objection(Degree.AVOID, long, long)


def test_four_hours_when_it_gives() -> None:
    relaxed = SessionLength().relaxed(SessionLength.relaxations[0])

    assert says(240, 30, relaxed) == ""
    assert says(241, 31, relaxed) == "A session of 241 minutes is long, more than 240."
