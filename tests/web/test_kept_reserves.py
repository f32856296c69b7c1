"""Dates in reserve kept beside a plan: worked out once, and good for that plan alone."""

from datetime import date
from pathlib import Path

from scheduler.plan import Task
from scheduler.robustness import Reserve
from scheduler.samples import at
from tests.web.plans import PLAN, TWO_SESSIONS
from tests.web.test_beside import ended
from web.beside import forget, look_for_reserves
from web.kept_reserves import reserves_kept, write_reserves
from web.reserve_dates import reserve_dates
from web.store import Run

A_MONTH = TWO_SESSIONS.model_copy(
    update={"first_day": date(2027, 5, 17), "last_day": date(2027, 6, 18)}
)
HELD = Reserve(
    start=at("Tuesday 22 June 2027 10:30"),
    end=at("Tuesday 22 June 2027 12:30"),
    venue="hall",
    misses=("ishbel",),
    release_by=date(2027, 6, 8),
    tasks=(Task(due=date(2027, 6, 8), what="Let go of it.", phone="01632 960100"),),
)


def test_what_was_kept_is_read_back(tmp_path: Path) -> None:
    write_reserves(TWO_SESSIONS, PLAN, {("group", 2): HELD}, folder=tmp_path)

    assert reserves_kept(TWO_SESSIONS, PLAN, Run(tmp_path)) == {("group", 2): HELD}


def test_another_plan_or_programme_has_none_of_them(tmp_path: Path) -> None:
    write_reserves(TWO_SESSIONS, PLAN, {("group", 2): HELD}, folder=tmp_path)
    other_plan = PLAN.model_copy(update={"sessions": PLAN.sessions[:1]})
    other_programme = TWO_SESSIONS.model_copy(update={"phone": "01632 960999"})

    found = [
        reserves_kept(TWO_SESSIONS, other_plan, Run(tmp_path)),
        reserves_kept(other_programme, PLAN, Run(tmp_path)),
        reserves_kept(TWO_SESSIONS, PLAN, Run(tmp_path / "never begun")),
    ]

    assert found == [{}, {}, {}]


def test_they_are_looked_for_in_the_background_and_can_be_forgotten(tmp_path: Path) -> None:
    run = Run(tmp_path / "reserves")

    look_for_reserves(run, A_MONTH, PLAN)

    assert ended(run) == "done"
    found = reserves_kept(A_MONTH, PLAN, run)
    assert found == reserve_dates(A_MONTH, PLAN)
    assert found != {}
    forget(run)
    assert (run.is_begun, run.folder.exists()) == (False, False)
