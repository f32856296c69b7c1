"""Parents come when somebody is with their children: childcare there, a sitter, or school."""

from datetime import date, timedelta

import pytest

from constraints import registry
from constraints.childcare import Childcare
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.facts import NO, UNKNOWN, YES, Answer, Fact
from scheduler.people import Childcare as Needed
from scheduler.people import Person
from scheduler.planner import make_plan
from scheduler.programme import Session
from scheduler.samples import HALL, ISHBEL, LONDON, PROGRAMME, WISH, at
from scheduler.ways import Way
from scheduler.workers import Worker, WorkerNeed
from tests.constraints.venue_grids import WINDOWS, a_grid, a_programme, forms_agree
from tests.whole_programmes import ALL, UNA, answers, base, with_person, with_session

SCHOOL = ("Mon-Fri 09:00-15:00",)
SATURDAY = "Saturday 12 June 2027 11:00"
CRECHE = WISH.model_copy(update={"workers": (WorkerNeed(role="childcare"),)})
NO_CHILDCARE = Objection(Degree.NEVER, "Ishbel needs childcare, and none is there then.")
ASKS = Objection(Degree.UNKNOWN, "Is a sitter agreed and paid for while Ishbel is at a session?")


def a_parent(sitter: Fact = NO, **given: object) -> Person:
    needed = Needed(children=1, minded=SCHOOL, sitter=sitter)
    return ISHBEL.model_copy(update={"childcare": needed, **given})


def said(
    when: str, person: Person, *, session: Session = WISH, out: int = 20, back: int = 20
) -> Objection | None:
    way = Way(by="car", out_minutes=out, back_minutes=back)
    return Childcare().check(at(when), PROGRAMME, session, person, way)


@pytest.mark.parametrize(
    ("out", "back", "is_free"), [(120, 120, True), (121, 0, False), (0, 121, False)]
)
def test_school_has_to_hold_the_journeys_too(out: int, back: int, is_free: bool) -> None:
    # The session is from 11:00 to 13:00, school from 09:00 to 15:00.
    objection = said("Tuesday 8 June 2027 11:00", a_parent(), out=out, back=back)

    assert (objection is None) == is_free


def test_childcare_among_the_workers_will_do() -> None:
    assert said(SATURDAY, a_parent()) == NO_CHILDCARE
    assert said(SATURDAY, a_parent(), session=CRECHE) is None


@pytest.mark.parametrize(
    ("sitter", "objection"),
    [
        (YES, None),
        (NO, NO_CHILDCARE),
        (Fact(answer=Answer.LIMITED), NO_CHILDCARE),
        (Fact(answer=Answer.PREFERS_NOT_TO_SAY), NO_CHILDCARE),
        (UNKNOWN, ASKS),
    ],
)
def test_a_sitter_nobody_asked_about_is_asked_about(
    sitter: Fact, objection: Objection | None
) -> None:
    assert said(SATURDAY, a_parent(sitter)) == objection


def test_whoever_has_no_children_is_not_asked() -> None:
    assert said(SATURDAY, ISHBEL) is None


def test_whoever_can_come_anyway_comes() -> None:
    assert said(SATURDAY, a_parent(come_anyway=("childcare",))) is None


def test_children_are_not_told_of_where_reasons_are_not_shared() -> None:
    objection = said(SATURDAY, a_parent(NO, share_reasons=False))

    assert objection is not None
    assert objection.organiser == "Ishbel cannot come then."


def test_paying_sitters_frees_everybody() -> None:
    relaxed = Childcare().relaxed(Childcare.relaxations[0])

    assert relaxed.check(at(SATURDAY), PROGRAMME, WISH, a_parent(), Way(by="car")) is None


def test_the_hour_the_clocks_skip_is_not_counted() -> None:
    """On Sunday 28 March 2027 the clocks go from 01:00 to 02:00: an hour before is midnight."""
    needed = Needed(children=1, minded=("Sun 00:00-05:00",), sitter=NO)
    person = ISHBEL.model_copy(update={"childcare": needed})
    session = WISH.model_copy(update={"length_minutes": 60})
    start = at("Sunday 28 March 2027 02:00")

    fits, too_long = (
        Childcare().check(start, PROGRAMME, session, person, Way(by="car", out_minutes=out))
        for out in (60, 61)
    )

    assert fits is None
    assert too_long is not None


@pytest.mark.parametrize("window", WINDOWS)
def test_both_forms_agree_over_clock_changes_and_a_leap_day(window: tuple[date, date]) -> None:
    people = (a_parent(), a_parent(UNKNOWN, code="una"), a_parent(YES, code="flora"), ISHBEL)
    grid = a_grid(a_programme((HALL,), window), people=people)

    assert forms_agree(Childcare(), grid)


def test_childcare_is_booked_with_its_notice_and_lets_a_parent_come() -> None:
    minder = Worker(code="shona", name="Shona", roles=("childcare",), notice_days=14)
    programme = with_session(
        base(workers=(minder,), planned_on=at("Tuesday 25 May 2027 12:00").date()),
        workers=(WorkerNeed(role="childcare"),),
    )
    parent = with_person(UNA, programme, childcare=Needed(children=1, sitter=NO))

    plan = make_plan(parent, registry())

    assert answers(plan) == (("Tue 8 Jun 11:00", "hall", ALL),)
    (chosen,) = plan.sessions
    assert chosen.workers == ("shona",)
    task = next(task for task in chosen.tasks if "Shona" in task.what)
    assert task.due == chosen.start.astimezone(LONDON).date() - timedelta(days=14)
