"""A session stays within the days of its phase, from the first to the last."""

from datetime import date

import pytest

from constraints.phase_dates import PhaseDates
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.samples import PROJECT, WISH, on
from scheduler.work_phases import Phase

MAY = Phase(name="workshops", first_day=on("Monday 3 May 2027"), last_day=on("Friday 28 May 2027"))
PROJECT_IN_MAY = PROJECT.model_copy(update={"phases": (MAY,)})


@pytest.mark.parametrize(
    ("day", "is_open"),
    [
        (on("Sunday 2 May 2027"), False),
        (on("Monday 3 May 2027"), True),
        (on("Friday 28 May 2027"), True),
        (on("Saturday 29 May 2027"), False),
    ],
)
def test_first_and_last_day_belong_to_the_phase(day: date, is_open: bool) -> None:
    assert (PhaseDates().check(day, PROJECT_IN_MAY, WISH) is None) == is_open


def test_everybody_may_read_why() -> None:
    says = "The days for workshops end on Friday 28 May 2027."

    objection = PhaseDates().check(on("Saturday 29 May 2027"), PROJECT_IN_MAY, WISH)

    assert objection == Objection(Degree.NEVER, says, says)


def test_a_phase_without_days_is_as_long_as_the_programme() -> None:
    project = PROJECT.model_copy(update={"phases": (Phase(name="workshops"),)})

    assert PhaseDates().check(on("Saturday 29 May 2027"), project, WISH) is None


def test_the_phase_a_session_names_comes_before_its_projects() -> None:
    sharing = WISH.model_copy(update={"phase": "share back"})

    assert PhaseDates().check(on("Saturday 29 May 2027"), PROJECT_IN_MAY, sharing) is None


def test_a_week_more_at_either_end_when_it_gives() -> None:
    relaxed = PhaseDates().relaxed(PhaseDates.relaxations[0])
    days = [date(2027, 4, 25), date(2027, 4, 26), date(2027, 6, 4), date(2027, 6, 5)]

    closed = [relaxed.check(day, PROJECT_IN_MAY, WISH) is not None for day in days]

    assert closed == [True, False, False, True]
