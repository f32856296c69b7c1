"""Who comes by taxi and what it costs is the organiser's to know, and nobody else's."""

import pytest

from scheduler.calendars.from_plan import calendar_files
from scheduler.plan import Plan, WayTaken
from scheduler.programme import Programme
from scheduler.workers import WHEELCHAIR_TAXI, Worker
from tests.web.plans import FIRST, PLAN, TWO_SESSIONS
from web.plan_text import plan_text
from web.shown.group import group_page
from web.shown.sessions import shown_sessions

PAID: Programme = TWO_SESSIONS.model_copy(update={"organiser": "Glens Together"})


def with_taxi(pence: int, *, estimated: bool = False) -> Plan:
    """Return the plan in which Rory comes to the first session by taxi."""
    way = WayTaken(by="taxi", out_minutes=20, back_minutes=20, pence=pence, estimated=estimated)
    ishbel, rory = FIRST.coming
    first = FIRST.model_copy(update={"coming": (ishbel, rory.model_copy(update={"way": way}))})
    return PLAN.model_copy(update={"sessions": (first,)})


@pytest.mark.parametrize(
    ("programme", "plan", "says"),
    [
        (
            PAID,
            with_taxi(2450),
            "Rory comes by taxi for £24.50 there and back; Glens Together pays ahead.",
        ),
        (
            TWO_SESSIONS,
            with_taxi(2450, estimated=True),
            (
                "Rory comes by taxi for about £24.50 there and back (estimated); "
                "the organiser pays ahead."
            ),
        ),
        (
            PAID,
            with_taxi(0),
            ("Rory comes by taxi; what it costs is not known yet. Glens Together pays ahead."),
        ),
    ],
    ids=("entered", "estimated", "not known"),
)
def test_the_plan_says_what_a_taxi_costs_and_who_pays_ahead(
    programme: Programme, plan: Plan, says: str
) -> None:
    (shown,) = shown_sessions(programme, plan)

    assert shown.taxis == (says,)
    assert " ".join(plan_text(programme, plan).split()).count(says) == 1


def test_what_a_wheelchair_taxi_is_hired_for_stands_beside_its_fare() -> None:
    """The plan told £10, and the costs £40."""
    taxi = Worker(code="cab", name="Cab", roles=(WHEELCHAIR_TAXI,), session_pence=3000)
    people = tuple(
        each.model_copy(update={"assistance": (WHEELCHAIR_TAXI,)}) if each.code == "rory" else each
        for each in PAID.people
    )
    programme = PAID.model_copy(update={"people": people, "workers": (*PAID.workers, taxi)})
    plan = with_taxi(1000)
    first = plan.sessions[0].model_copy(update={"workers": ("cab",)})

    (shown,) = shown_sessions(programme, plan.model_copy(update={"sessions": (first,)}))

    assert shown.taxis == (
        (
            "Rory comes by taxi for £10 there and back; Glens Together pays ahead. "
            "Hiring a taxi for a wheelchair is £30 on top."
        ),
    )


def test_a_session_to_which_nobody_takes_a_taxi_says_nothing_of_any() -> None:
    assert [shown.taxis for shown in shown_sessions(PAID, PLAN)] == [(), ()]


def test_neither_the_group_nor_anybody_else_is_told_what_somebodys_taxi_costs() -> None:
    plan = with_taxi(2450)

    page = str(group_page(PAID, plan, project=PAID.projects[0]))
    files = b"".join(content for _, content in calendar_files(PAID, plan)).decode()

    assert [text.count("24.50") + text.count("2450") for text in (page, files)] == [0, 0]
    assert page.count("taxi") == 0
