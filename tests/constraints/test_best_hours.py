"""Hours that suit somebody best are a wish, and nobody reads why."""

from datetime import date, timedelta

import pytest

from constraints.best_hours import BestHours
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.named_days import NamedDays
from scheduler.people import Person, Times
from scheduler.programme import Programme
from scheduler.samples import HALL, ISHBEL, PROGRAMME, at
from scheduler.words import Days
from tests.constraints.venue_grids import WINDOWS, a_grid, a_programme, forms_agree


def suiting(*best: str, **other: object) -> Person:
    return ISHBEL.model_copy(update={"times": Times(best=best), **other})


def asked(words: str, person: Person, programme: Programme = PROGRAMME) -> Objection | None:
    start = at(words)
    return BestHours().check(start, start + timedelta(hours=2), programme, person)


def test_the_whole_session_lies_in_the_best_hours() -> None:
    person, day = suiting("daily 10:30-13:00"), "Tuesday 8 June 2027"

    assert asked(f"{day} 11:00", person) is None
    assert asked(f"{day} 10:29", person) == Objection(
        Degree.AVOID, "Ishbel would rather come daily 10:30-13:00."
    )
    assert asked(f"{day} 11:01", person) is not None


def test_whoever_names_none_is_asked_nothing() -> None:
    assert asked("Tuesday 8 June 2027 20:00", suiting()) is None


def test_not_even_the_hours_are_told_of_who_shares_no_reasons() -> None:
    private = suiting("daily 10:30-13:00", share_reasons=False)

    assert asked("Tuesday 8 June 2027 14:00", private) == Objection(
        Degree.AVOID, "Ishbel would rather not come then."
    )


def test_somebody_may_come_anyway() -> None:
    person = suiting("daily 10:30-13:00", come_anyway=("best_hours",))

    assert asked("Tuesday 8 June 2027 14:00", person) is None


def test_hours_known_up_to_a_day_are_not_the_best_after_it() -> None:
    """Nobody knows what suits after the last term that is told."""
    term = NamedDays(
        code="term",
        days=(Days(first=date(2027, 4, 12), last=date(2027, 6, 11)),),
        source="invented",
    )
    programme = PROGRAMME.model_copy(update={"named_days": (term,)})
    person = suiting("Mon-Fri 09:00-15:00 only term")

    assert asked("Friday 11 June 2027 11:00", person, programme) is None
    assert asked("Monday 14 June 2027 11:00", person, programme) is not None


@pytest.mark.parametrize("window", WINDOWS)
def test_both_forms_agree(window: tuple[date, date]) -> None:
    people = [
        suiting("daily 01:00-13:00", code="a"),
        suiting("Sun 00:00-04:00", "Mon 09:00-17:00", code="b"),
        suiting("Mon-Sun 09:00-17:00", code="c", come_anyway=("best_hours",)),
        suiting(code="d"),
    ]

    assert forms_agree(BestHours(), a_grid(a_programme((HALL,), window), people=people))
