"""The second solver: what it finds impossible, and that it owns up where it has no answer."""

import pytest

from scheduler import model
from scheduler.model import NoAnswerError, best_values, is_impossible
from scheduler.programme import Programme
from scheduler.samples import on
from scheduler.words import Days
from tests.scheduler.summer import SESSION, fortnight, set_to
from tests.scheduler.test_explain import desk
from tests.scheduler.test_series import course

MONDAY = Days(first=on("Monday 7 June 2027"), last=on("Monday 7 June 2027"))
NOTHING_OPEN = fortnight(last_day=MONDAY.last, dates_to_avoid=(MONDAY,))
"""The only day is one to avoid."""


def impossible(programme: Programme) -> bool:
    """Say whether the solver finds that not every required session can be held."""
    project = desk(programme)
    return is_impossible(project.columns, project.ties)


def test_one_session_a_week_is_possible_twice_in_a_fortnight_and_not_three_times() -> None:
    assert [impossible(fortnight(*(SESSION,) * many)) for many in (1, 2, 3)] == [False, False, True]


def test_an_optional_session_makes_nothing_impossible() -> None:
    optional = SESSION.model_copy(update={"required": False})

    assert impossible(fortnight(SESSION, optional, SESSION)) is False


def test_a_session_left_out_does_not_bring_its_neighbours_nearer_than_allowed() -> None:
    optional = SESSION.model_copy(update={"required": False})
    programme = set_to("spacing", {"least_days": 14}, fortnight(SESSION, optional, SESSION))

    assert impossible(programme) is True


def test_a_programme_with_nothing_open_is_impossible() -> None:
    assert impossible(NOTHING_OPEN) is True


def test_nothing_open_is_valued_like_a_plan_without_sessions() -> None:
    values = best_values(course(NOTHING_OPEN))

    assert (values[0], values[2], values[7]) == ((1,), (1, 1, 1, 1), (1, 1))


def test_a_solver_out_of_time_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "SECONDS", 0.0)

    with pytest.raises(NoAnswerError, match="please report this"):
        impossible(fortnight(*(SESSION,) * 3))
    with pytest.raises(NoAnswerError, match=r"^the solver gave UNKNOWN$"):
        best_values(course(fortnight(*(SESSION,) * 3)))
