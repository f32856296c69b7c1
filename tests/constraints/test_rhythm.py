"""Sessions keep a rhythm of weeks, whichever day of the week they are on."""

from datetime import date, timedelta

import pytest

from constraints.rhythm import WEEKS, Rhythm
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.samples import on
from scheduler.ties import Ties
from tests.constraints.tied import accepts, earlier, said_of, tied

SUNDAY = on("Sunday 3 January 2027")
AFTER = [SUNDAY + timedelta(days=gap) for gap in range(1, 40)]
"""The days after a session on the last day of a week, at the turn of the year."""


def open_days(rule: Rhythm, before: str = "Sunday 3 January 2027") -> list[date]:
    return [day for day in AFTER if said_of(rule, day=day, earlier=earlier(before)) is None]


def days(first: str, last: str) -> list[date]:
    begin, end = on(first), on(last)
    return [begin + timedelta(days=n) for n in range((end - begin).days + 1)]


@pytest.mark.parametrize("every", ["any", *WEEKS])
@pytest.mark.parametrize("slack_weeks", [0, 1])
def test_the_tie_allows_what_the_check_allows(every: str, slack_weeks: int) -> None:
    rule = Rhythm(every=every, slack_weeks=slack_weeks)  # type: ignore[arg-type]

    tie_allows = [day for day in AFTER if accepts(rule, SUNDAY.toordinal(), day.toordinal())]

    assert tie_allows == open_days(rule)


def test_a_fortnight_is_the_week_after_next_on_any_day() -> None:
    found = open_days(Rhythm(every="fortnight"))

    assert found == days("Monday 11 January 2027", "Sunday 17 January 2027")


def test_slack_lets_a_session_be_a_week_early_or_late() -> None:
    relaxed = Rhythm(every="fortnight").relaxed(Rhythm.relaxations[0])

    assert open_days(relaxed) == days("Monday 4 January 2027", "Sunday 24 January 2027")


def test_one_week_ends_on_its_sunday() -> None:
    rule = Rhythm(every="same week")

    assert (
        said_of(rule, day=on("Sunday 10 January 2027"), earlier=earlier("Tuesday 5 January 2027"))
        is None
    )
    assert said_of(
        rule, day=on("Monday 11 January 2027"), earlier=earlier("Tuesday 5 January 2027")
    ) == Objection(
        Degree.NEVER,
        "This is not in the same week as the session before.",
        "This is not in the same week as the session before.",
    )


def test_weeks_are_counted_in_words() -> None:
    objection = said_of(
        Rhythm(every="week"),
        day=on("Friday 22 January 2027"),
        earlier=earlier("Tuesday 5 January 2027"),
    )

    assert objection is not None
    assert objection.organiser == (
        "This is 2 weeks after the week of the session before; it should be 1."
    )


def test_any_rhythm_ties_nothing() -> None:
    assert tied(Rhythm()) == Ties()
