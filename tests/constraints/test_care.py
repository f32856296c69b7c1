"""Hours of care are kept clear, the way there and back included."""

from datetime import date, timedelta

import pytest

from constraints.care import Care
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.named_days import NamedDays
from scheduler.people import Person, Times
from scheduler.samples import HALL, ISHBEL, PROGRAMME, at, on
from scheduler.ways import Way
from scheduler.words import Days
from tests.constraints.venue_grids import WINDOWS, a_grid, a_programme, forms_agree

TWENTY = Way(by="car", out_minutes=20, back_minutes=20)


def caring(*patterns: str, **other: object) -> Person:
    return ISHBEL.model_copy(update={"times": Times(care=patterns), **other})


def asked(words: str, person: Person, constraint: Care | None = None) -> Objection | None:
    start = at(words)
    return (constraint or Care()).check(
        start, start + timedelta(hours=2), PROGRAMME, person, TWENTY
    )


def test_the_school_gate_is_reached_in_time() -> None:
    person, day = caring("Mon-Fri 14:45-15:30"), "Tuesday 8 June 2027"

    assert asked(f"{day} 12:25", person) is None
    assert asked(f"{day} 12:26", person) is not None


def test_a_school_run_keeps_nobody_away_in_the_holidays() -> None:
    """Terms are known to the middle of August; after that nobody knows, and the carer is asked."""
    term = NamedDays(
        code="term",
        days=(Days(first=on("Monday 12 April 2027"), last=on("Thursday 24 June 2027")),),
        known_until=on("Monday 16 August 2027"),
    )
    person = caring("Mon-Fri 14:45-15:30 only term")
    programme = PROGRAMME.model_copy(
        update={"named_days": (term,), "last_day": on("Tuesday 31 August 2027")}
    )

    found = {}
    for day in ("Thursday 24 June 2027", "Friday 25 June 2027", "Tuesday 17 August 2027"):
        start = at(f"{day} 14:00")
        end = start + timedelta(hours=2)
        objection = Care().check(start, end, programme, person, TWENTY)
        found[day] = objection.degree if objection else None

    assert list(found.values()) == [Degree.NEVER, None, Degree.UNKNOWN]


def test_a_carer_at_night_can_come_by_day() -> None:
    assert asked("Tuesday 8 June 2027 11:00", caring("daily 21:00-07:00")) is None


def test_private_reasons_stay_private() -> None:
    private = caring("Mon-Fri 11:00-12:00", share_reasons=False)

    assert asked("Tuesday 8 June 2027 11:00", private) == Objection(
        Degree.NEVER, "Ishbel cannot come then."
    )


def test_somebody_may_come_anyway() -> None:
    assert (
        asked("Tuesday 8 June 2027 11:00", caring("daily 11:00-12:00", come_anyway=("care",)))
        is None
    )


def test_paid_care_during_the_journey_leaves_only_the_session() -> None:
    relaxed = Care().relaxed(Care.relaxations[0])

    assert asked("Tuesday 8 June 2027 12:45", caring("Mon-Fri 14:45-15:30"), relaxed) is None
    assert asked("Tuesday 8 June 2027 12:46", caring("Mon-Fri 14:45-15:30"), relaxed) is not None


@pytest.mark.parametrize("window", WINDOWS)
def test_both_forms_agree(window: tuple[date, date]) -> None:
    people = [
        caring("daily 00:30-02:30", code="a", home="town"),
        caring("Mon-Fri 08:00-09:00, 14:45-15:30", code="b"),
        caring("daily 09:00-17:00", code="c", come_anyway=("care",)),
        ISHBEL,
    ]

    assert forms_agree(Care(), a_grid(a_programme((HALL,), window), people=people))


def test_a_group_in_which_nobody_cares_for_anybody_meets_at_any_time() -> None:
    grid = a_grid(a_programme((HALL,)))

    assert forms_agree(Care(), grid)
    assert not Care().screen(grid).degrees.any()
