"""A session has a different worker for everything it needs, from setting up to clearing up."""

from datetime import date, timedelta

import pytest

from constraints.workers_needed import WorkersNeeded
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.named_days import NamedDays
from scheduler.people import Person
from scheduler.programme import Session
from scheduler.samples import HALL, ISHBEL, PROGRAMME, WISH, at
from scheduler.words import Days
from scheduler.workers import Worker, WorkerNeed
from tests.constraints.finished_plans import Held, a_plan
from tests.constraints.venue_grids import WINDOWS, a_grid, a_programme, forms_agree

FACILITATOR = WorkerNeed(role="facilitator")
DRIVER = WorkerNeed(role="driver")
CATRIONA = Worker(code="catriona", roles=("facilitator", "interpreter"), languages=("BSL",))
EWAN = Worker(code="ewan", roles=("facilitator", "driver"))
SIGNING = ISHBEL.model_copy(update={"interpreter": "BSL"})
TUESDAY = at("Tuesday 8 June 2027 11:00")
MORAG = Worker(code="morag", roles=("interpreter",), languages=("BSL",))


def wishing(*needs: WorkerNeed, **others: object) -> Session:
    return WISH.model_copy(update={"workers": needs, **others})


def said_of(
    *workers: Worker, session: Session, group: tuple[Person, ...] = (ISHBEL,)
) -> Objection | None:
    return WorkersNeeded().check(
        start=TUESDAY,
        end=at("Tuesday 8 June 2027 13:00"),
        session=session,
        group=group,
        programme=PROGRAMME.model_copy(update={"workers": workers}),
    )


def lacking(roles: str) -> Objection:
    says = f"Not enough workers can be booked for then; still needed: {roles}."
    return Objection(Degree.NEVER, says, "")


def test_a_session_that_needs_no_workers_is_not_asked_about() -> None:
    assert said_of(session=wishing()) is None


def test_nobody_does_two_things_at_once() -> None:
    assert said_of(EWAN, session=wishing(FACILITATOR, DRIVER)) == lacking("driver")


@pytest.mark.parametrize("needs", [(FACILITATOR, DRIVER), (DRIVER, FACILITATOR)])
def test_workers_are_shared_out_so_that_everything_is_done(needs: tuple[WorkerNeed, ...]) -> None:
    assert said_of(EWAN, CATRIONA, session=wishing(*needs)) is None


def test_two_of_one_kind_are_two_workers() -> None:
    two = FACILITATOR.model_copy(update={"count": 2})

    assert said_of(EWAN, CATRIONA, session=wishing(two)) is None
    assert said_of(EWAN, session=wishing(two)) == lacking("facilitator")


def test_an_interpreter_somebody_needs_is_not_counted_on_to_facilitate() -> None:
    assert said_of(CATRIONA, session=wishing(FACILITATOR), group=(SIGNING,)) == lacking(
        "facilitator"
    )


def test_a_missing_interpreter_is_not_said_here() -> None:
    assert said_of(EWAN, session=wishing(FACILITATOR), group=(SIGNING,)) is None


def test_an_interpreter_the_session_asks_for_is_the_one_its_group_needs() -> None:
    asks = WorkerNeed(role="interpreter", language="BSL")

    assert said_of(MORAG, session=wishing(asks), group=(SIGNING,)) is None


def test_a_pair_of_interpreters_needs_a_second_one() -> None:
    pair = WorkerNeed(role="interpreter", language="BSL", count=2)

    assert said_of(MORAG, session=wishing(pair), group=(SIGNING,)) == lacking("BSL interpreter")
    assert said_of(MORAG, CATRIONA, session=wishing(pair), group=(SIGNING,)) is None


@pytest.mark.parametrize(
    ("hours", "is_free"),
    [
        (("Tue 10:30-13:30",), True),
        (("Tue 10:31-13:30",), False),
        (("Tue 10:30-13:29",), False),
        (("Tue 10:30-12:00", "Tue 12:00-13:30"), True),
        (("Tue 10:30-12:00", "Tue 12:01-13:30"), False),
    ],
)
def test_hours_hold_setting_up_and_clearing_up(hours: tuple[str, ...], is_free: bool) -> None:
    worker = EWAN.model_copy(update={"hours": hours})

    assert (said_of(worker, session=wishing(FACILITATOR)) is None) == is_free


def test_nothing_is_set_up_for_a_session_on_line() -> None:
    worker = EWAN.model_copy(update={"hours": ("Tue 11:00-13:00",)})

    assert said_of(worker, session=wishing(FACILITATOR, form="on-line")) is None


@pytest.mark.parametrize("window", WINDOWS)
def test_both_forms_agree_over_clock_changes_and_a_leap_day(window: tuple[date, date]) -> None:
    workers = (
        EWAN.model_copy(update={"hours": ("Mon-Fri 09:00-17:00", "Sun 00:00-05:00")}),
        CATRIONA.model_copy(update={"hours": ("daily 12:00-20:00",)}),
    )
    programme = a_programme((HALL,), window).model_copy(update={"workers": workers})
    grid = a_grid(programme, session=wishing(FACILITATOR), people=(SIGNING,))

    assert forms_agree(WorkersNeeded(), grid)
    assert set(WorkersNeeded().screen(grid).degrees.ravel()) == {0, Degree.NEVER}


def test_a_plan_that_books_nobody_is_a_breach_although_somebody_is_free() -> None:
    finished = a_plan(Held(TUESDAY, session=wishing(FACILITATOR)), workers=(EWAN,))

    says = [breach.says for breach in WorkersNeeded().review(finished)]

    assert says == ["Not enough workers are booked for then; still needed: facilitator."]


def test_a_plan_that_books_the_team_is_not() -> None:
    held = Held(TUESDAY, session=wishing(FACILITATOR), workers=("ewan",))

    assert list(WorkersNeeded().review(a_plan(held, workers=(EWAN,)))) == []


def test_a_promised_session_bends_for_nobody() -> None:
    held = Held(TUESDAY, session=wishing(FACILITATOR, state="booked"))

    assert list(WorkersNeeded().review(a_plan(held))) == []


@pytest.mark.parametrize("window", WINDOWS)
def test_both_forms_agree_where_hours_are_not_known_any_more(window: tuple[date, date]) -> None:
    known = window[0] + timedelta(days=1)
    terms = NamedDays(code="term-time", days=(Days(first=window[0], last=known),))
    workers = (
        EWAN.model_copy(update={"hours": ("daily 08:00-14:00 only term-time",)}),
        CATRIONA.model_copy(update={"hours": ("daily 12:00-20:00",)}),
        MORAG.model_copy(update={"hours": ("daily 09:00-18:00 not term-time",)}),
    )
    programme = a_programme((HALL,), window).model_copy(
        update={"workers": workers, "named_days": (terms,)}
    )
    grid = a_grid(programme, session=wishing(FACILITATOR), people=(SIGNING,))

    degrees = set(WorkersNeeded().screen(grid).degrees.ravel().tolist())

    assert forms_agree(WorkersNeeded(), grid)
    assert degrees == {0, Degree.UNKNOWN, Degree.NEVER}
