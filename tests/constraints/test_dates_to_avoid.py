"""The programme's own dates to avoid are kept by everybody."""

from constraints.dates_to_avoid import DatesToAvoid
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.programme import Programme
from scheduler.samples import PROGRAMME, on
from scheduler.words import Days


def avoiding(note: str) -> Programme:
    week = Days(first=on("Monday 7 June 2027"), last=on("Saturday 12 June 2027"), note=note)
    return PROGRAMME.model_copy(update={"dates_to_avoid": (week,)})


def test_nothing_is_held_from_the_first_day_to_the_last() -> None:
    days = [on("Sunday 6 June 2027"), on("Monday 7 June 2027")]
    days += [on("Saturday 12 June 2027"), on("Sunday 13 June 2027")]

    closed = [DatesToAvoid().check(day, avoiding("")) is not None for day in days]

    assert closed == [False, True, True, False]


def test_a_note_is_for_the_organiser_alone() -> None:
    day = on("Tuesday 8 June 2027")

    assert DatesToAvoid().check(day, avoiding("gala week")) == Objection(
        Degree.NEVER, "Tuesday 8 June 2027 is a date to avoid: gala week."
    )
    assert DatesToAvoid().check(day, avoiding("")) == Objection(
        Degree.NEVER, "Tuesday 8 June 2027 is a date to avoid."
    )
