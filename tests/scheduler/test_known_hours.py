"""Past the last day of days by name nobody is free and nobody is kept away: they are asked.

Once every rule that reads hours took them to hold past that day, as if it were a fact. Terms here
are known to Wednesday 30 June 2027.
"""

from datetime import date, datetime

import numpy as np
import pytest

from constraints import registry
from constraints.childcare import Childcare
from constraints.own_holidays import OwnHolidays
from constraints.work_hours import WorkHours
from scheduler.constraint import Constraint, Objection
from scheduler.degree import Degree
from scheduler.facts import NO
from scheduler.grid import end_of
from scheduler.named_days import NamedDays
from scheduler.people import Childcare as Needed
from scheduler.people import Person, Times
from scheduler.programme import LocalHoliday, Programme
from scheduler.samples import HALL, ISHBEL, PROGRAMME, WISH, at, on, ordinary
from scheduler.words import Days
from tests.constraints.venue_grids import a_grid, a_programme, forms_agree

TERMS = NamedDays(
    code="term-time",
    days=(Days(first=on("Monday 12 April 2027"), last=on("Thursday 24 June 2027")),),
    known_from=on("Thursday 1 April 2027"),
    known_until=on("Wednesday 30 June 2027"),
)
MILL = NamedDays(
    code="mill-shut",
    days=(Days(first=on("Monday 14 June 2027"), last=on("Friday 18 June 2027")),),
    known_until=on("Wednesday 30 June 2027"),
)
FAIR = LocalHoliday(day=on("Monday 7 June 2027"), name="Fair Monday", area="Far Council")
GIVEN = PROGRAMME.model_copy(
    update={
        "planned_on": on("Monday 1 March 2027"),
        "first_day": on("Monday 8 March 2027"),
        "last_day": on("Tuesday 31 August 2027"),
        "named_days": (TERMS, MILL),
        "local_holidays": (FAIR,),
    }
)
IN_TERM, IN_THE_HOLIDAYS, BEYOND = (
    at(f"{day} 11:00")
    for day in ("Tuesday 22 June 2027", "Tuesday 29 June 2027", "Tuesday 6 July 2027")
)
BEFORE = at("Tuesday 16 March 2027 11:00")
ASKED = "Can Ishbel come on {day}? Nobody knows yet, to be confirmed by {by}."
MAYBE = "Whether {day} suits Ishbel is not known yet, to be confirmed by {by}."
TERM, SHUT = "daily 10:00-15:00 only term-time", "daily 10:00-15:00 not term-time"
NEVER, AVOID = Degree.NEVER, Degree.AVOID


def having(**times: object) -> Person:
    return ISHBEL.model_copy(update={"times": Times.model_validate(times)})


MINDED = ISHBEL.model_copy(
    update={
        "childcare": Needed(children=1, minded=("daily 08:00-16:00 only term-time",), sitter=NO)
    }
)
WHO = {
    "care": (having(care=(TERM,)), NEVER, None),
    "care in the holidays": (having(care=(SHUT,)), None, NEVER),
    "work_hours": (having(work=(TERM,)), NEVER, None),
    "work_hours by rota": (
        having(work=("1 on 1 off from 2027-03-02, 09:00-17:00 only term-time",)),
        NEVER,
        None,
    ),
    "free_times": (having(free=("daily 09:00-16:00 only term-time",)), None, NEVER),
    "free_times outside term": (having(free=("daily 09:00-16:00 not term-time",)), NEVER, None),
    "free_times if need be": (having(if_need_be=(TERM,)), AVOID, None),
    "best_hours": (having(best=("daily 09:00-16:00 only term-time",)), None, AVOID),
    "job_hours": (having(job_hours=("daily 09:00-16:00 only term-time",)), None, AVOID),
    "childcare": (MINDED, None, NEVER),
}
"""Whose hours go by terms, by the rule that reads them; what it says in and out of term."""
CASES = [pytest.param(what.split()[0], *told, id=what) for what, told in WHO.items()]


def said(
    rule: Constraint, start: datetime, person: Person, programme: Programme = GIVEN
) -> Objection | None:
    told = ordinary({"start": start, "person": person, "programme": programme})
    told |= {"day": start.date(), "end": end_of(start, WISH)}
    return rule.check(**{name: told[name] for name in rule.asks_for()})


def degree(rule: Constraint, start: datetime, person: Person) -> Degree | None:
    objection = said(rule, start, person)
    return objection.degree if objection else None


@pytest.mark.parametrize(("name", "person", "in_term", "in_the_holidays"), CASES)
def test_past_what_is_known_it_is_neither_yes_nor_no(
    name: str, person: Person, in_term: Degree | None, in_the_holidays: Degree | None
) -> None:
    """A fortnight before Tuesday 6 July is Tuesday 22 June. Before 1 April nobody knows either."""
    rule = registry()[name]()
    is_wish = AVOID in {in_term, in_the_holidays}
    says = (MAYBE if is_wish else ASKED).format(
        day="Tuesday 6 July 2027", by="Tuesday 22 June 2027"
    )

    assert degree(rule, IN_TERM, person) == in_term
    assert degree(rule, IN_THE_HOLIDAYS, person) == in_the_holidays
    assert said(rule, BEYOND, person) == Objection(
        AVOID if is_wish else Degree.UNKNOWN, says, confirm_by=on("Tuesday 22 June 2027")
    )
    assert degree(rule, BEFORE, person) == (AVOID if is_wish else Degree.UNKNOWN)


@pytest.mark.parametrize(("name", "person"), [case.values[:2] for case in CASES])
def test_in_bulk_it_is_the_same(name: str, person: Person) -> None:
    window = on("Wednesday 23 June 2027"), on("Friday 2 July 2027")
    programme = a_programme((HALL,), window).model_copy(update={"named_days": (TERMS, MILL)})
    anyway = person.model_copy(update={"code": "b", "come_anyway": (name,)})
    grid = a_grid(programme, people=(person, anyway, ISHBEL.model_copy(update={"code": "c"})))
    rule = registry()[name]()

    assert forms_agree(rule, grid)
    assert len(np.unique(rule.screen(grid).degrees)) > 1


def test_hours_that_do_not_meet_the_session_either_way_ask_nobody() -> None:
    afternoons = having(care=("daily 14:45-15:30 only term-time",))

    assert said(registry()["care"](), BEYOND, afternoons) is None


def test_who_is_asked_late_is_asked_on_the_day_of_planning() -> None:
    programme = GIVEN.model_copy(update={"planned_on": on("Thursday 1 July 2027")})

    objection = said(registry()["care"](), BEYOND, WHO["care"][0], programme)

    assert objection is not None
    assert objection.confirm_by == on("Thursday 1 July 2027")


def test_without_a_sitter_told_the_question_stays_whether_there_is_one() -> None:
    nobody_asked = MINDED.model_copy(
        update={"childcare": Needed(children=1, minded=("daily 08:00-16:00 only term-time",))}
    )

    objection = said(Childcare(), BEYOND, nobody_asked)

    assert objection == Objection(
        Degree.UNKNOWN, "Is a sitter agreed and paid for while Ishbel is at a session?"
    )


# Holidays of one's own: an employer's by name, a council's by the list of its local holidays.


def test_whether_an_employers_holidays_go_on_is_not_known() -> None:
    """In the week the mill is shut she is not at work, and past what is known she may not be."""
    person = having(holidays=("mill-shut",), work=("Mon-Fri 09:00-17:00",))
    shut, works = at("Tuesday 15 June 2027 11:00"), IN_TERM

    degrees = [
        [degree(rule, start, person) for start in (shut, works, BEYOND)]
        for rule in (OwnHolidays(), WorkHours(), OwnHolidays(closed=True))
    ]

    assert degrees == [
        [AVOID, None, AVOID],
        [None, NEVER, Degree.UNKNOWN],
        [NEVER, None, Degree.UNKNOWN],
    ]
    maybe = said(OwnHolidays(), BEYOND, person)
    assert maybe is not None
    assert maybe.organiser == MAYBE.format(day="Tuesday 6 July 2027", by="Tuesday 22 June 2027")


def test_after_the_last_local_holiday_of_a_council_its_people_are_asked() -> None:
    """Hours of work they told themselves; those hold on a day that is only perhaps free."""
    person = having(holidays=("Far Council",), work=("Mon-Fri 09:00-17:00",))
    fair = at("Monday 7 June 2027 11:00")

    assert [degree(OwnHolidays(), start, person) for start in (fair, IN_TERM)] == [AVOID, AVOID]
    assert said(OwnHolidays(), IN_TERM, person) == Objection(
        AVOID,
        MAYBE.format(day="Tuesday 22 June 2027", by="Tuesday 8 June 2027"),
        confirm_by=on("Tuesday 8 June 2027"),
    )
    assert [degree(WorkHours(), start, person) for start in (fair, IN_TERM)] == [None, NEVER]


def test_before_the_last_local_holiday_other_days_are_known_to_be_none() -> None:
    person = having(holidays=("Far Council",))

    assert degree(OwnHolidays(), at("Tuesday 1 June 2027 11:00"), person) is None


def test_on_a_bank_holiday_that_is_only_expected_work_is_not_known() -> None:
    """GOV.UK has proclaimed days to the end of 2028."""
    person = having(holidays=("scotland",), work=("Mon-Fri 09:00-17:00",))
    later = GIVEN.model_copy(
        update={"first_day": date(2029, 1, 1), "last_day": on("Sunday 7 January 2029")}
    )

    expected, ordinary_day = (
        said(WorkHours(), at(words), person, later)
        for words in ("Monday 1 January 2029 11:00", "Wednesday 3 January 2029 11:00")
    )

    assert expected is not None
    assert ordinary_day is not None
    assert [expected.degree, ordinary_day.degree] == [Degree.UNKNOWN, NEVER]


@pytest.mark.parametrize("rule", [OwnHolidays(), OwnHolidays(closed=True), WorkHours()])
def test_holidays_past_what_is_known_are_the_same_in_bulk(rule: Constraint) -> None:
    window = on("Monday 28 June 2027"), on("Friday 2 July 2027")
    programme = a_programme((HALL,), window).model_copy(
        update={"named_days": (MILL,), "local_holidays": (FAIR,)}
    )
    work = ("daily 09:00-17:00", "daily 22:00-06:00 not 2027-07-01")
    people = [
        having(holidays=("mill-shut",), work=work),
        having(holidays=("Far Council",), work=work).model_copy(update={"code": "b"}),
        having(holidays=("mill-shut",), work=work).model_copy(
            update={"code": "c", "come_anyway": ("own_holidays", "work_hours")}
        ),
    ]

    assert forms_agree(rule, a_grid(programme, people=people))
