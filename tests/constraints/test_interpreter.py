"""Whoever needs an interpreter has one, or the session is not held."""

from datetime import date

import pytest

from constraints.interpreter import Interpreter
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.people import Person
from scheduler.samples import HALL, ISHBEL, PROGRAMME, RORY, WISH, at
from scheduler.workers import Worker, WorkerNeed
from tests.constraints.finished_plans import Held, a_plan
from tests.constraints.venue_grids import WINDOWS, a_grid, a_programme, forms_agree

SIGNING = ISHBEL.model_copy(update={"interpreter": "BSL"})
POLISH = RORY.model_copy(update={"interpreter": "Polish"})
MORAG = Worker(code="morag", name="Morag", roles=("interpreter",), languages=("BSL",))
BOTH = MORAG.model_copy(update={"code": "both", "languages": ("BSL", "Polish")})
PIOTR = MORAG.model_copy(update={"code": "piotr", "languages": ("Polish",)})
TUESDAY = at("Tuesday 8 June 2027 11:00")


def said_of(*workers: Worker, group: tuple[Person, ...] = (SIGNING, RORY)) -> Objection | None:
    return Interpreter().check(
        start=TUESDAY,
        end=at("Tuesday 8 June 2027 13:00"),
        session=WISH,
        group=group,
        programme=PROGRAMME.model_copy(update={"workers": workers}),
    )


def lacking(languages: str) -> Objection:
    return Objection(Degree.RIGHT, f"No {languages} can be booked for then.", "")


def test_nobody_who_needs_one_means_nothing_to_find() -> None:
    assert said_of(group=(ISHBEL, RORY)) is None


def test_without_an_interpreter_the_session_is_closed_for_everybody_and_nobody_is_named() -> None:
    assert said_of() == lacking("BSL interpreter")


def test_one_interpreter_serves_everybody_who_needs_the_language() -> None:
    other = SIGNING.model_copy(update={"code": "other"})

    assert said_of(MORAG, group=(SIGNING, other)) is None


def test_an_interpreter_of_another_language_does_not_help() -> None:
    assert said_of(PIOTR) == lacking("BSL interpreter")


def test_nobody_interprets_two_languages_at_once() -> None:
    assert said_of(BOTH, group=(SIGNING, POLISH)) == lacking("Polish interpreter")


@pytest.mark.parametrize("workers", [(BOTH, MORAG), (MORAG, BOTH), (BOTH, PIOTR), (PIOTR, BOTH)])
def test_interpreters_are_shared_out_so_that_every_language_has_one(
    workers: tuple[Worker, ...],
) -> None:
    assert said_of(*workers, group=(SIGNING, POLISH)) is None


def test_two_missing_languages_are_both_named() -> None:
    says = lacking("BSL interpreter and no Polish interpreter")

    assert said_of(group=(SIGNING, POLISH)) == says


def test_knowing_a_language_is_not_interpreting_it() -> None:
    facilitator = MORAG.model_copy(update={"roles": ("facilitator",)})

    assert said_of(facilitator) == lacking("BSL interpreter")


@pytest.mark.parametrize(
    ("notice", "is_free"), [(155, True), (156, True), (183, True), (184, False)]
)
def test_notice_is_counted_from_the_day_of_planning(notice: int, is_free: bool) -> None:
    # Planning is on Monday 7 December 2026, 183 days before Tuesday 8 June 2027.
    assert PROGRAMME.planning_day == date(2026, 12, 7)

    objection = said_of(MORAG.model_copy(update={"notice_days": notice}))

    assert (objection is None) == is_free


@pytest.mark.parametrize("window", WINDOWS)
def test_both_forms_agree_over_clock_changes_and_a_leap_day(window: tuple[date, date]) -> None:
    workers = (
        MORAG.model_copy(update={"hours": ("Mon-Fri 09:00-17:00", "Sun 00:00-05:00")}),
        BOTH.model_copy(update={"hours": ("daily 12:00-20:00",)}),
    )
    programme = a_programme((HALL,), window).model_copy(update={"workers": workers})
    grid = a_grid(programme, people=(SIGNING, POLISH))

    assert forms_agree(Interpreter(), grid)
    assert set(Interpreter().screen(a_grid(programme, people=(SIGNING,))).degrees.ravel()) == {
        0,
        Degree.RIGHT,
    }


def test_a_plan_that_books_none_is_a_breach_although_one_is_free() -> None:
    finished = a_plan(Held(TUESDAY, group=(SIGNING,)), workers=(MORAG,))

    says = [breach.says for breach in Interpreter().review(finished)]

    assert says == ["No BSL interpreter is booked for then."]


def test_a_plan_that_books_one_is_not() -> None:
    finished = a_plan(Held(TUESDAY, group=(SIGNING,), workers=("morag",)), workers=(MORAG,))

    assert list(Interpreter().review(finished)) == []


def test_an_interpreter_booked_when_they_do_not_work_is_a_breach() -> None:
    nights = MORAG.model_copy(update={"hours": ("daily 18:00-23:00",)})
    finished = a_plan(Held(TUESDAY, group=(SIGNING,), workers=("morag",)), workers=(nights, PIOTR))

    says = {breach.says for breach in Interpreter().review(finished)}

    assert says == {
        "No BSL interpreter can be booked for then.",
        "No BSL interpreter is booked for then.",
    }


def test_a_session_for_which_the_workers_ask_for_a_pair_needs_only_one_by_right() -> None:
    pair = WISH.model_copy(
        update={"workers": (WorkerNeed(role="interpreter", language="BSL", count=2),)}
    )
    finished = a_plan(
        Held(TUESDAY, group=(SIGNING,), workers=("morag",), session=pair), workers=(MORAG,)
    )

    assert list(Interpreter().review(finished)) == []
