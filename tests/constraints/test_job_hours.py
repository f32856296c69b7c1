"""Who comes because of their job is asked to come in its hours, as a wish of the second class."""

from datetime import date, timedelta

import pytest

from constraints.job_hours import JobHours
from scheduler.calendars.patterns import PatternError
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.people import Person, Times
from scheduler.samples import HALL, ISHBEL, PROGRAMME, RORY, at
from tests.constraints.venue_grids import WINDOWS, a_grid, a_programme, forms_agree

OFFICE = JobHours(hours="Mon-Fri 09:00-17:00")
SATURDAY = "Saturday 12 June 2027 11:00"


def employed(*hours: str, **other: object) -> Person:
    return RORY.model_copy(update={"times": Times(job_hours=hours), **other})


def asked(words: str, person: Person, rule: JobHours = OFFICE) -> Objection | None:
    start = at(words)
    return rule.check(start, start + timedelta(hours=2), PROGRAMME, person)


def test_hours_of_the_job_are_the_hours_to_come_in() -> None:
    assert asked("Friday 11 June 2027 15:00", employed()) is None
    assert asked("Friday 11 June 2027 15:01", employed()) == Objection(
        Degree.AVOID, "Rory would rather come Mon-Fri 09:00-17:00."
    )


def test_own_hours_come_before_the_set_of_the_project() -> None:
    assert asked(SATURDAY, employed("Sat 10:00-16:00")) is None


def test_the_set_of_a_project_is_for_professionals_alone() -> None:
    assert asked(SATURDAY, ISHBEL) is None
    assert asked(SATURDAY, RORY) is not None


def test_without_a_set_only_who_told_hours_is_asked() -> None:
    assert asked(SATURDAY, RORY, JobHours()) is None
    assert asked(SATURDAY, employed("Mon 09:00-17:00"), JobHours()) is not None


def test_somebody_may_come_anyway() -> None:
    assert asked(SATURDAY, employed(come_anyway=("job_hours",))) is None


def test_hours_that_are_none_are_refused() -> None:
    with pytest.raises(PatternError, match="'office'"):
        JobHours(hours="office")


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("rule", [OFFICE, JobHours()])
def test_both_forms_agree(window: tuple[date, date], rule: JobHours) -> None:
    people = [
        employed(code="a"),
        employed("daily 00:00-04:00", code="b"),
        employed("Sun 00:00-24:00", code="c", come_anyway=("job_hours",)),
        ISHBEL,
    ]

    assert forms_agree(rule, a_grid(a_programme((HALL,), window), people=people))
