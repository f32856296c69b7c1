"""How firm a plan stands, in words for the organiser."""

from benchmarks.generator import a_programme
from constraints import registry
from scheduler.files.saving import json_text
from scheduler.planner import make_plan
from scheduler.programme import Programme
from scheduler.robustness import STANDS, robustness
from scheduler.samples import on
from scheduler.words import Days
from tests.scheduler.summer import (
    ONCE,
    away,
    planned,
    told,
    with_person,
    with_project,
    with_session,
    with_worker,
)

DAY = on("Wednesday 12 May 2027")
NEVER_FREE = told(free=("Mon-Sun 06:00-06:30",))


def said(programme: Programme) -> tuple[str, ...]:
    """Return what is said of the first session."""
    return robustness(programme, planned(programme), registry()).sessions[0].says


def test_a_session_that_stands_says_so_and_names_other_rooms() -> None:
    assert said(ONCE) == (
        STANDS,
        "If Glen Hall is lost, Upstairs Hall or Town Hall could be had at the same hour.",
    )


def test_a_session_that_falls_names_without_whom() -> None:
    programme = with_person("una", ONCE, view="carers")
    away = Days(first=ONCE.first_day, last=ONCE.last_day)
    programme = with_worker("dougal", programme, away=(away,))

    assert said(programme)[0] == "It falls if Una or Catriona drops out."


def test_a_room_without_another_is_said_to_be_the_only_one() -> None:
    assert said(with_project(ONCE, venues=("hall",)))[1] == (
        "It falls if Glen Hall is lost: no other room could be had at that hour."
    )


def test_what_falls_short_already_is_not_said_to_stand() -> None:
    """Booked with three of six away, it "stood whoever stays away" beside "only 3 can come"."""
    programme = with_session(1, ONCE, state="booked", day=DAY, start="11:00", venue="hall")
    for code in ("una", "flora", "mairi"):
        programme = with_person(code, programme, times=away("Wednesday 12 May 2027"))

    told = said(programme)

    assert STANDS not in told
    assert (
        "It does not stand as it is: Only 3 of 6 can be counted on to be there; "
        "at least 4 are needed."
    ) in told


def test_on_line_no_room_can_be_lost() -> None:
    assert said(with_session(1, ONCE, form="on-line")) == (STANDS,)


def test_no_reason_is_told_of_whoever_is_needed() -> None:
    private = with_person("una", ONCE, view="carers", share_reasons=False, no_go=("inn",))

    text = json_text(robustness(private, planned(private), registry()), brief=False)

    assert said(private)[0] == "It falls if Una drops out."
    assert "private" not in text.casefold()


def test_a_plan_without_dates_has_nothing_to_say() -> None:
    every = {"dates_to_avoid": ({"first": ONCE.first_day, "last": ONCE.last_day},)}
    nothing = Programme.model_validate({**ONCE.model_dump(), **every})

    assert robustness(nothing, planned(nothing), registry()).sessions == ()


def test_every_session_of_an_ordinary_programme_is_told_of() -> None:
    programme = a_programme(1)
    plan = make_plan(programme, registry())

    found = robustness(programme, plan, registry())

    assert len(found.sessions) == 6
