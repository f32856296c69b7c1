"""Somebody who speaks Gaelic and needs an interpreter, in a whole programme from plan to calendar.

Interpreters of a spoken language are booked by the same rule as those of BSL. All are invented.
"""

import pytest

from constraints import registry
from scheduler.audit import audit
from scheduler.calendars.from_plan import PlanCalendars, Reader
from scheduler.plan import Plan
from scheduler.planner import make_plan
from scheduler.programme import Programme
from scheduler.samples import at
from scheduler.why_not import why_not
from scheduler.workers import Worker
from tests.whole_programmes import (
    ALL,
    FLORA,
    MEETING,
    UNA,
    answers,
    base,
    with_person,
    with_project,
)
from web.plan_text import plan_text
from web.shown.group import group_page

SEONAIDH = Worker(
    code="seonaidh", name="Seonaidh", roles=("interpreter",), languages=("Gaelic", "English"),
    hours=("Wed-Fri 09:00-17:00",), phone="01632 960333",
)  # fmt: skip
MORAG = Worker(code="morag", name="Morag", roles=("interpreter",), languages=("BSL",))
BOTH = Worker(
    code="peigi", name="Peigi", roles=("interpreter",), languages=("Gaelic", "BSL"), gender="woman"
)


def in_gaelic(*workers: Worker, **una: object) -> Programme:
    """Return a programme of two sessions in which Una needs a Gaelic interpreter."""
    programme = with_project(base(workers=workers), sessions=(MEETING, MEETING))
    return with_person(UNA, programme, interpreter="Gaelic", **una)


def planned(programme: Programme) -> Plan:
    plan = make_plan(programme, registry())
    assert audit(programme, plan, registry()) == ()
    return plan


def test_both_sessions_wait_for_days_on_which_the_interpreter_works() -> None:
    plan = planned(in_gaelic(SEONAIDH, MORAG))

    assert answers(plan) == (
        ("Wed 9 Jun 11:00", "hall", ALL),
        ("Wed 16 Jun 11:00", "hall", ALL),
    )
    assert [one.workers for one in plan.sessions] == [("seonaidh",), ("seonaidh",)]
    told = [task.what for one in plan.sessions for task in one.tasks]
    assert sum(what.startswith("Book Seonaidh (interpreter)") for what in told) == 2


def test_an_interpreter_of_another_language_is_none() -> None:
    plan = planned(in_gaelic(MORAG))

    assert (plan.possible, plan.sessions) == (False, ())
    (conflict,) = plan.conflicts
    assert "Have the interpreters people need" in conflict.says


def test_nobody_is_merely_absent_for_want_of_one() -> None:
    """Una has a right: on days without an interpreter nobody meets, though three others could."""
    programme = in_gaelic(SEONAIDH)
    plan = planned(programme)

    found = why_not(
        programme, plan, registry(), project="group", start=at("Monday 7 June 2027 11:00")
    )

    assert "No Gaelic interpreter can be booked for then." in str(found)
    assert [one.absent for one in plan.sessions] == [(), ()]


def test_beside_somebody_who_signs_each_has_their_own_interpreter() -> None:
    signing = with_person(FLORA, in_gaelic(SEONAIDH, MORAG), interpreter="BSL")

    plan = planned(signing)

    assert [one.workers for one in plan.sessions] == [("seonaidh", "morag")] * 2


def test_one_who_knows_both_languages_serves_one_of_them_at_a_time() -> None:
    signing = with_person(FLORA, in_gaelic(BOTH), interpreter="BSL")
    more = signing.model_copy(update={"workers": (BOTH, MORAG)})

    alone, two = planned(signing), planned(more)

    assert (alone.possible, two.possible) == (False, True)
    assert {one.workers for one in two.sessions} == {("peigi", "morag")}


@pytest.mark.parametrize(("asked", "who"), [("woman", "peigi"), ("", "seonaidh")])
def test_whoever_asks_for_a_woman_has_one(asked: str, who: str) -> None:
    away = BOTH.model_copy(update={"hours": ("Thu-Fri 09:00-17:00",)})

    plan = planned(in_gaelic(SEONAIDH, away, assisted_by=asked))

    assert {one.workers for one in plan.sessions} == {(who,)}


def test_the_interpreter_has_the_dates_in_their_calendar_and_the_group_reads_of_none() -> None:
    programme = in_gaelic(SEONAIDH)
    plan = planned(programme)

    calendars = PlanCalendars(programme, plan)
    own, shared = (
        calendars.of(reader)[1].decode()
        for reader in (Reader("worker", "seonaidh"), Reader("project", "group"))
    )
    group = str(group_page(programme, plan, project=programme.projects[0]))

    assert own.count("BEGIN:VEVENT") == 2
    assert "Una" not in own
    assert [word for word in ("Gaelic", "interpret", "Seonaidh") if word in group + shared] == []


def test_the_plan_the_organiser_reads_names_who_interprets() -> None:
    programme = in_gaelic(SEONAIDH)

    assert "Seonaidh" in plan_text(programme, planned(programme))
