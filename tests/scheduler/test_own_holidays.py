"""Holidays of one's own: each person tells whose they are, and what is expected is not sure."""

from datetime import date
from pathlib import Path

import pytest

from constraints.own_holidays import PROCLAIMED, OwnHolidays
from constraints.work_hours import WorkHours
from scheduler.calendars.tables import table_at
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.named_days import NamedDays
from scheduler.own_holidays import at_work, own_holidays
from scheduler.people import Person, Times
from scheduler.programme import LocalHoliday, Programme
from scheduler.samples import GLEN, HALL, ISHBEL, PROGRAMME, on
from scheduler.words import Days
from tests.constraints.venue_grids import WINDOWS, a_grid, a_programme, forms_agree
from tests.scheduler.files.folders import a_document, sentences_of

CHANGES = table_at(PROCLAIMED)
FAIR = LocalHoliday(day=on("Monday 7 June 2027"), name="Fair", area="Glen Council")
SHUT = NamedDays(
    code="mill-shut",
    days=(Days(first=on("Monday 12 July 2027"), last=on("Tuesday 13 July 2027")),),
)
IN_ANGUS = NamedDays(
    code="office-shut",
    area="Angus",
    days=(Days(first=on("Monday 27 September 2027"), last=on("Monday 27 September 2027")),),
)
GIVEN = PROGRAMME.model_copy(
    update={
        "first_day": on("Monday 1 March 2027"),
        "last_day": on("Thursday 30 September 2027"),
        "places": (GLEN.model_copy(update={"council": "Glen Council"}),),
        "local_holidays": (FAIR,),
        "named_days": (SHUT, IN_ANGUS),
    }
)


def having(*holidays: str, work: tuple[str, ...] = ()) -> Person:
    return ISHBEL.model_copy(update={"times": Times(holidays=holidays, work=work)})


def days_of(person: Person, programme: Programme = GIVEN) -> list[str]:
    own = own_holidays(programme, person, changes=CHANGES)
    return [f"{day:%a %-d %b}" for day in sorted(own)]


@pytest.mark.parametrize(
    ("whose", "days"),
    [
        ("Glen Council", ["Mon 7 Jun"]),
        ("the glen", ["Mon 7 Jun"]),
        ("mill-shut", ["Mon 12 Jul", "Tue 13 Jul"]),
        ("office-shut in Angus", ["Mon 27 Sep"]),
        ("office-shut", []),
        (
            "England-and-Wales",
            ["Fri 26 Mar", "Mon 29 Mar", "Mon 3 May", "Mon 31 May", "Mon 30 Aug"],
        ),
    ],
)
def test_holidays_are_a_councils_an_employers_or_a_nations(whose: str, days: list[str]) -> None:
    assert days_of(having(whose)) == days


def test_whoever_said_nothing_has_none_of_their_own() -> None:
    assert days_of(ISHBEL) == []


def test_on_a_holiday_of_their_own_somebody_is_not_at_work() -> None:
    hours = ("Mon-Fri 09:00-17:00", "Sat 09:00-12:00 not 2027-07-17")

    assert at_work(GIVEN, having("mill-shut", work=hours), changes=CHANGES, perhaps=True) == (
        "Mon-Fri 09:00-17:00 not 2027-07-12, 2027-07-13",
        "Sat 09:00-12:00 not 2027-07-17, 2027-07-12, 2027-07-13",
    )


def test_a_holiday_that_is_only_expected_takes_nobody_off_work_and_is_said_to_be_expected() -> None:
    """GOV.UK has proclaimed days to the end of 2028."""
    later = GIVEN.model_copy(
        update={"first_day": on("Monday 1 January 2029"), "last_day": on("Sunday 7 January 2029")}
    )
    person = having("scotland", work=("Mon-Fri 09:00-17:00",))

    assert at_work(later, person, changes=CHANGES, perhaps=True)[0].split(" not ")[1:] == []
    assert OwnHolidays().check(on("Monday 1 January 2029"), later, person) == Objection(
        Degree.AVOID, "Monday 1 January 2029 is expected to be a holiday of Ishbel's."
    )


def test_the_day_is_told_only_where_they_share_reasons() -> None:
    private = having("mill-shut").model_copy(update={"share_reasons": False})

    assert OwnHolidays().check(on("Monday 12 July 2027"), GIVEN, private) == Objection(
        Degree.AVOID, "Ishbel would rather not come then."
    )


def test_it_may_be_closed_and_somebody_may_come_anyway() -> None:
    day, anyway = on("Monday 12 July 2027"), having("mill-shut")
    anyway = anyway.model_copy(update={"come_anyway": ("own_holidays",)})

    closed = OwnHolidays(closed=True).check(day, GIVEN, having("mill-shut"))

    assert closed == Objection(Degree.NEVER, "Monday 12 July 2027 is a holiday of Ishbel's.")
    assert OwnHolidays(closed=True).check(day, GIVEN, anyway) is None


@pytest.mark.parametrize("window", [*WINDOWS, (date(2027, 7, 10), date(2027, 7, 14))])
def test_both_forms_agree(window: tuple[date, date]) -> None:
    programme = a_programme((HALL,), window).model_copy(update={"named_days": (SHUT,)})
    work = ("daily 09:00-17:00", "daily 22:00-06:00 not 2027-07-12")
    people = (
        having("mill-shut", "scotland", work=work),
        having("northern-ireland", work=work).model_copy(update={"code": "b"}),
        ISHBEL.model_copy(update={"code": "c"}),
    )
    grid = a_grid(programme, people=people)

    assert forms_agree(OwnHolidays(), grid)
    assert forms_agree(WorkHours(), grid)


def test_whose_holidays_nobody_told_of_are_refused(tmp_path: Path) -> None:
    written = a_document(tmp_path).read_text("utf-8")
    good = next(part for part in ('"told": "yes"', '"told":"yes"') if part in written)

    (found,) = sentences_of(a_document(tmp_path, good, f'{good},"holidays":["skotland"]'))

    assert found.partition("holidays")[2] == (
        '[1] "skotland" is no nation, council or place here, and no named_days; '
        'did you mean "scotland"?'
    )
