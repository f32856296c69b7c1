"""Whoever lambs is left alone while they do, and for two weeks after."""

from datetime import date, timedelta

import pytest

from constraints.lambing import Lambing
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.people import Person, Season
from scheduler.samples import HALL, ISHBEL, on
from tests.constraints.venue_grids import WINDOWS, a_grid, a_programme, forms_agree

HILL = Season(activity="lambing_hill_blackface")


def who_lambs(*seasons: Season, **other: object) -> Person:
    return ISHBEL.model_copy(update={"seasons": seasons, **other})


def closed_days(person: Person, constraint: Lambing | None = None) -> tuple[date, date] | None:
    """Return the first and last day of 2027 somebody cannot come."""
    days = [date(2027, 1, 1) + timedelta(days=number) for number in range(365)]
    closed = [day for day in days if (constraint or Lambing()).check(day, person)]
    return (closed[0], closed[-1]) if closed else None


def test_nobody_lambs_unless_they_said_so() -> None:
    assert closed_days(ISHBEL) is None


def test_hill_ewes_lamb_by_the_calendar_and_two_weeks_are_for_rest() -> None:
    assert closed_days(who_lambs(HILL)) == (
        on("Thursday 15 April 2027"),
        on("Thursday 3 June 2027"),
    )


def test_a_flock_of_no_known_kind_takes_the_whole_spring() -> None:
    whole = (on("Monday 1 March 2027"), on("Monday 14 June 2027"))

    assert closed_days(who_lambs(Season(activity="lambing"))) == whole
    assert closed_days(who_lambs(Season(activity="lambing_somewhere"))) == whole


def test_the_tups_say_more_than_the_region() -> None:
    """SRUC Kirkton: tups out on 24 November; ewes carry 145 to 150 days."""
    flock = HILL.model_copy(update={"tups_in": date(2026, 11, 1), "tups_out": date(2026, 11, 24)})

    assert closed_days(who_lambs(flock), Lambing(grace_days=0)) == (
        on("Friday 26 March 2027"),
        on("Friday 23 April 2027"),
    )


def test_own_dates_win_over_the_tups() -> None:
    flock = HILL.model_copy(
        update={
            "tups_in": date(2026, 11, 1),
            "begins": date(2027, 4, 1),
            "ends": date(2027, 4, 30),
        }
    )

    assert closed_days(who_lambs(flock), Lambing(grace_days=0)) == (
        on("Thursday 1 April 2027"),
        on("Friday 30 April 2027"),
    )


def test_an_end_nobody_told_is_as_far_off_as_in_the_calendar() -> None:
    """Thirty-five days, as from 15 April to 20 May."""
    begun = HILL.model_copy(update={"begins": date(2027, 4, 1)})
    ended = HILL.model_copy(update={"ends": date(2027, 5, 31)})
    no_grace = Lambing(grace_days=0)

    assert closed_days(who_lambs(begun), no_grace) == (date(2027, 4, 1), date(2027, 5, 6))
    assert closed_days(who_lambs(ended), no_grace) == (date(2027, 4, 26), date(2027, 5, 31))


def test_another_year_goes_by_the_calendar_again() -> None:
    early = HILL.model_copy(update={"begins": date(2026, 4, 1), "ends": date(2026, 4, 20)})

    assert closed_days(who_lambs(early)) == (date(2027, 4, 15), date(2027, 6, 3))


def test_a_flock_that_lambs_over_the_new_year_closes_both_ends() -> None:
    early = HILL.model_copy(update={"begins": date(2026, 12, 27), "ends": date(2027, 1, 20)})
    rule = Lambing()

    closed = [
        bool(rule.check(day, who_lambs(early))) for day in (date(2026, 12, 27), date(2027, 2, 3))
    ]

    assert closed == [True, True]


def test_other_seasons_are_not_lambing() -> None:
    assert closed_days(who_lambs(Season(activity="shearing"))) is None


def test_the_reason_is_kept_where_she_does_not_share_it() -> None:
    private = who_lambs(HILL, share_reasons=False)

    assert Lambing().check(on("Tuesday 4 May 2027"), private) == Objection(
        Degree.NEVER, "Ishbel cannot come then."
    )


def test_she_may_come_anyway() -> None:
    assert closed_days(who_lambs(HILL, come_anyway=("lambing",))) is None


def test_relaxing_gives_up_the_rest() -> None:
    relaxed = Lambing().relaxed(Lambing.relaxations[0])

    assert closed_days(who_lambs(HILL), relaxed) == (date(2027, 4, 15), date(2027, 5, 20))


@pytest.mark.parametrize("window", [*WINDOWS, (date(2027, 4, 12), date(2027, 6, 6))])
def test_both_forms_agree(window: tuple[date, date]) -> None:
    lowland = Season(activity="lambing_lowland_main")
    people = [
        who_lambs(HILL, lowland, code="a"),
        who_lambs(HILL, code="b", come_anyway=("lambing",)),
        who_lambs(HILL.model_copy(update={"begins": date(2027, 4, 1)}), code="c"),
    ]
    programme = a_programme((HALL,), window).model_copy(update={"start_every_minutes": 240})

    assert forms_agree(Lambing(), a_grid(programme, people=people))


def test_she_may_come_anyway_in_one_flocks_lambing() -> None:
    assert closed_days(who_lambs(HILL, come_anyway=(HILL.activity,))) is None
