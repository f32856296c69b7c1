"""Who is free, and the cheapest team that can do everything a session needs."""

from datetime import date
from itertools import combinations
from random import Random

import pytest

from scheduler.grid import grid_for
from scheduler.needed import needs_of, on_duty
from scheduler.programme import Programme
from scheduler.samples import ISHBEL, PROGRAMME, PROJECT, WISH, at
from scheduler.staffing import fee_for, free_workers, missing, team_for
from scheduler.words import Days, Spell
from scheduler.workers import Worker, WorkerNeed

FACILITATOR = WorkerNeed(role="facilitator")
DRIVER = WorkerNeed(role="driver")
BSL = WorkerNeed(role="interpreter", language="BSL")
EWAN = Worker(code="ewan", roles=("facilitator", "driver"), session_pence=100)
CATRIONA = Worker(code="catriona", session_pence=300)
IAIN = Worker(code="iain", session_pence=300)
ROLES = ("facilitator", "driver", "childcare")
START, END = at("Tuesday 8 June 2027 10:30"), at("Tuesday 8 June 2027 13:30")
UNPREPARED = WISH.model_copy(update={"setup_minutes": 0, "clear_up_minutes": 0, "workers": ()})


def with_workers(*workers: Worker) -> Programme:
    return PROGRAMME.model_copy(update={"workers": workers})


def team(*workers: Worker, needs: tuple[WorkerNeed, ...]) -> list[str] | None:
    asked = UNPREPARED.model_copy(update={"workers": needs})
    found = team_for(with_workers(*workers), asked, (), time=(START, END))
    return None if found is None else [worker.code for worker in found]


def is_free(worker: Worker) -> bool:
    programme = with_workers(worker)
    return free_workers(programme, UNPREPARED, (), start=START, end=END) == (worker,)


def test_nothing_needed_is_a_team_of_nobody() -> None:
    assert team(EWAN, needs=()) == []


def test_a_need_nobody_meets_leaves_no_team() -> None:
    assert team(CATRIONA, needs=(FACILITATOR, DRIVER)) is None


def test_the_cheapest_is_taken() -> None:
    assert team(CATRIONA, EWAN, needs=(FACILITATOR,)) == ["ewan"]


def test_among_equals_the_first_of_the_programme_is_taken() -> None:
    assert team(IAIN, CATRIONA, needs=(FACILITATOR,)) == ["iain"]
    assert team(CATRIONA, IAIN, needs=(FACILITATOR,)) == ["catriona"]


def test_the_cheapest_does_what_only_they_can_and_all_stand_in_the_programmes_order() -> None:
    assert team(CATRIONA, IAIN, EWAN, needs=(FACILITATOR, DRIVER)) == ["catriona", "ewan"]


def test_a_need_for_two_takes_two() -> None:
    two = FACILITATOR.model_copy(update={"count": 2})

    assert team(IAIN, CATRIONA, EWAN, needs=(two,)) == ["iain", "ewan"]


@pytest.mark.parametrize("seed", range(40))
def test_no_team_costs_less(seed: int) -> None:
    draw = Random(seed)
    needs = tuple(WorkerNeed(role=draw.choice(ROLES)) for _ in range(3))
    workers = tuple(
        Worker(
            code=f"w{n}",
            roles=tuple(draw.sample(ROLES, draw.choice((1, 2)))),
            session_pence=draw.randrange(5),
        )
        for n in range(6)
    )

    asked = UNPREPARED.model_copy(update={"workers": needs})
    found = team_for(with_workers(*workers), asked, (), time=(START, END))

    teams = [each for each in combinations(workers, 3) if not missing(needs, each)]
    cheapest = min((sum(w.session_pence or 0 for w in each) for each in teams), default=None)
    assert (None if found is None else sum(w.session_pence or 0 for w in found)) == cheapest


@pytest.mark.parametrize(
    ("change", "free"),
    [
        ({}, True),
        ({"hours": ("Tue 10:00-14:00",)}, True),
        ({"hours": ("Wed 10:00-14:00",)}, False),
        ({"hours": ("1 on 1 off from 2027-06-08, 08:00-20:00",)}, True),
        ({"hours": ("1 on 1 off from 2027-06-07, 08:00-20:00",)}, False),
        ({"away": (Days(first=date(2027, 6, 7), last=date(2027, 6, 8)),)}, False),
        ({"away": (Days(first=date(2027, 6, 9), last=date(2027, 6, 9)),)}, True),
        ({"notice_days": 183}, True),
        ({"notice_days": 184}, False),
    ],
)
def test_workers_are_free_in_their_hours_while_there_and_given_notice(
    change: dict[str, object], free: bool
) -> None:
    # Planning is on Monday 7 December 2026, 183 days before Tuesday 8 June 2027.
    assert is_free(EWAN.model_copy(update=change)) == free


@pytest.mark.parametrize(
    ("begins", "ends", "free"),
    [
        ("08:00", "10:30", True),
        ("08:00", "10:31", False),
        ("13:30", "15:00", True),
        ("13:29", "15:00", False),
    ],
)
def test_workers_are_taken_up_to_the_minute(begins: str, ends: str, free: bool) -> None:
    busy = Spell(start=at(f"Tuesday 8 June 2027 {begins}"), end=at(f"Tuesday 8 June 2027 {ends}"))

    assert is_free(EWAN.model_copy(update={"busy": (busy,)})) == free


def test_interpreters_come_first_and_are_asked_for_once() -> None:
    signing = ISHBEL.model_copy(update={"interpreter": "BSL"})
    session = WISH.model_copy(update={"workers": (DRIVER, BSL.model_copy(update={"count": 2}))})

    assert needs_of(session, (signing, signing)) == (BSL, DRIVER, BSL)


def test_workers_are_on_duty_from_setting_up_to_clearing_up() -> None:
    start, end = at("Tuesday 8 June 2027 11:00"), at("Tuesday 8 June 2027 13:00")

    assert on_duty(WISH, start, end=end) == (START, END)


def test_nobody_sets_up_for_a_session_by_phone() -> None:
    session = WISH.model_copy(update={"form": "by phone"})

    assert on_duty(session, START, end=END) == (START, END)


def test_duty_is_counted_in_minutes_that_pass_while_clocks_change() -> None:
    # On Sunday 28 March 2027 the clock goes from 00:59 to 02:00.
    start, end = at("Sunday 28 March 2027 02:15"), at("Sunday 28 March 2027 04:00")

    begins, _ = on_duty(WISH, start, end=end)

    assert begins == at("Sunday 28 March 2027 00:45")


def test_a_session_nobody_can_work_at_costs_no_fee() -> None:
    session = WISH.model_copy(update={"workers": (DRIVER,)})
    grid = grid_for(with_workers(CATRIONA), PROJECT, session)

    assert {fee_for(grid, number, 0) for number in range(len(grid.starts))} == {0}


def test_the_fee_of_each_start_is_that_of_its_team() -> None:
    mornings = EWAN.model_copy(update={"hours": ("Mon-Fri 08:00-13:00",)})
    late = CATRIONA.model_copy(update={"hours": ("Tue 08:00-18:00",)})
    programme = with_workers(mornings, late)
    session = WISH.model_copy(update={"workers": (FACILITATOR,)})
    grid = grid_for(programme, PROJECT, session)

    for number, start in enumerate(grid.starts):
        found = team_for(programme, session, (), time=(start, grid.ends[number])) or ()
        assert fee_for(grid, number, 0) == sum(worker.session_pence or 0 for worker in found)

    assert {fee_for(grid, number, 0) for number in range(len(grid.starts))} == {0, 100, 300}
