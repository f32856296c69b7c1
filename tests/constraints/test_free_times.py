"""People are asked at the times they said they are free."""

from datetime import date, timedelta

import pytest

from constraints.free_times import FreeTimes
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.people import Person, Times
from scheduler.samples import HALL, ISHBEL, PROGRAMME, at
from tests.constraints.venue_grids import WINDOWS, a_grid, a_programme, forms_agree


def free(*patterns: str, if_need_be: tuple[str, ...] = (), **other: object) -> Person:
    return ISHBEL.model_copy(update={"times": Times(free=patterns, if_need_be=if_need_be), **other})


def asked(words: str, person: Person) -> Objection | None:
    start = at(words)
    return FreeTimes().check(start, start + timedelta(hours=2), PROGRAMME, person)


def degree_at(words: str, person: Person) -> int:
    objection = asked(words, person)
    return objection.degree if objection else 0


def test_somebody_who_named_no_times_can_come_at_any() -> None:
    assert degree_at("Sunday 13 June 2027 20:00", ISHBEL) == 0


def test_the_whole_session_lies_within_the_free_time() -> None:
    person, day = free("Mon-Fri 10:00-15:00"), "Tuesday 8 June 2027"
    hours = ("09:59", "10:00", "13:00", "13:01")

    assert [degree_at(f"{day} {hour}", person) for hour in hours] == [
        Degree.NEVER,
        0,
        0,
        Degree.NEVER,
    ]


def test_two_free_times_with_a_gap_do_not_make_one() -> None:
    person = free("Tue 10:00-11:30", "Tue 11:45-14:00")

    assert degree_at("Tuesday 8 June 2027 11:00", person) == Degree.NEVER


def test_two_free_times_that_touch_do() -> None:
    person = free("Tue 10:00-12:00", "Tue 12:00-14:00")

    assert degree_at("Tuesday 8 June 2027 11:00", person) == 0


def test_times_for_if_need_be_add_to_the_free_ones() -> None:
    person = free("Mon-Fri 10:00-15:00", if_need_be=("Fri 15:00-18:00",))
    hours = ("12:00", "14:00", "16:30")

    assert [degree_at(f"Friday 11 June 2027 {hour}", person) for hour in hours] == [
        0,
        Degree.AVOID,
        Degree.NEVER,
    ]


def test_without_free_times_the_others_are_only_less_liked() -> None:
    person = free(if_need_be=("Sat 09:00-18:00",))
    days = ("Saturday 12 June 2027 11:00", "Sunday 13 June 2027 11:00")

    assert [degree_at(day, person) for day in days] == [Degree.AVOID, 0]


def test_private_reasons_stay_private() -> None:
    person = free("Mon 10:00-15:00", if_need_be=("Wed 10:00-15:00",), share_reasons=False)

    assert asked("Tuesday 8 June 2027 11:00", person) == Objection(
        Degree.NEVER, "Ishbel cannot come then."
    )
    assert asked("Wednesday 9 June 2027 11:00", person) == Objection(
        Degree.AVOID, "Ishbel would rather not come then."
    )


def test_somebody_may_come_anyway() -> None:
    person = free("Mon 10:00-15:00", come_anyway=("free_times",))

    assert degree_at("Tuesday 8 June 2027 11:00", person) == 0


@pytest.mark.parametrize("window", WINDOWS)
def test_both_forms_agree(window: tuple[date, date]) -> None:
    people = [
        free("daily 00:30-05:00", "Mon-Fri 10:00-15:00", code="a"),
        free(if_need_be=("Sat-Sun 00:00-24:00",), code="b"),
        free(
            "1 on 2 off from 2027-03-26, 10:00-15:00", if_need_be=("daily 15:00-18:00",), code="c"
        ),
        free("Mon 10:00-15:00", code="d", come_anyway=("free_times",)),
        ISHBEL,
    ]

    assert forms_agree(FreeTimes(), a_grid(a_programme((HALL,), window), people=people))
