"""Times and days somebody is taken are kept clear."""

from datetime import UTC, date, datetime, timedelta

import pytest

from constraints.busy_times import BusyTimes
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.people import Person, Times
from scheduler.samples import HALL, ISHBEL, PROGRAMME, at, on
from scheduler.ways import Way
from scheduler.words import Days, Spell
from tests.constraints.venue_grids import WINDOWS, a_grid, a_programme, forms_agree

TWENTY = Way(by="car", out_minutes=20, back_minutes=20)
# On the programme's clock, as people type it.
MORNING = Spell(start=datetime(2027, 6, 8, 9), end=datetime(2027, 6, 8, 10))  # noqa: DTZ001
WEEK = Days(first=on("Monday 7 June 2027"), last=on("Friday 11 June 2027"))


def busy(*spells: Spell, away: tuple[Days, ...] = (), **other: object) -> Person:
    return ISHBEL.model_copy(update={"times": Times(busy=spells, away=away), **other})


def asked(words: str, person: Person) -> Objection | None:
    start = at(words)
    return BusyTimes().check(start, start + timedelta(hours=2), PROGRAMME, person, TWENTY)


def test_the_way_there_must_fit_after_an_appointment() -> None:
    day = "Tuesday 8 June 2027"

    assert asked(f"{day} 10:20", busy(MORNING)) is None
    assert asked(f"{day} 10:19", busy(MORNING)) == Objection(
        Degree.NEVER, "Ishbel is busy from 09:00 to 10:00, too close for the journey."
    )


def test_a_time_with_an_offset_is_that_moment() -> None:
    """Nine in the morning in UTC is ten in summer."""
    spell = Spell(
        start=datetime(2027, 6, 8, 9, tzinfo=UTC), end=datetime(2027, 6, 8, 10, tzinfo=UTC)
    )

    assert asked("Tuesday 8 June 2027 10:30", busy(spell)) == Objection(
        Degree.NEVER, "Ishbel is busy from 10:00 to 11:00."
    )


def test_whole_days_away_have_a_first_and_a_last() -> None:
    person = busy(away=(WEEK,))
    days = ("Sunday 6 June", "Monday 7 June", "Friday 11 June", "Saturday 12 June")

    assert [asked(f"{day} 2027 11:00", person) is not None for day in days] == [
        False,
        True,
        True,
        False,
    ]


def test_private_reasons_stay_private() -> None:
    for person in (busy(MORNING, share_reasons=False), busy(away=(WEEK,), share_reasons=False)):
        assert asked("Tuesday 8 June 2027 09:00", person) == Objection(
            Degree.NEVER, "Ishbel cannot come then."
        )


def test_somebody_may_come_anyway() -> None:
    assert asked("Tuesday 8 June 2027 09:00", busy(MORNING, come_anyway=("busy_times",))) is None


@pytest.mark.parametrize("window", WINDOWS)
def test_both_forms_agree(window: tuple[date, date]) -> None:
    second = window[0] + timedelta(days=2)
    spells = [
        Spell(start=datetime(second.year, second.month, second.day, hour), end=end)  # noqa: DTZ001
        for hour, end in (
            (0, datetime(second.year, second.month, second.day, 2)),  # noqa: DTZ001
            (9, datetime(second.year, second.month, second.day, 11)),  # noqa: DTZ001
        )
    ]
    people = [
        busy(*spells, code="a", home="town"),
        busy(away=(Days(first=second, last=second),), code="b"),
        busy(*spells, code="c", come_anyway=("busy_times",)),
    ]

    assert forms_agree(BusyTimes(), a_grid(a_programme((HALL,), window), people=people))
