"""What stands when something drops out, as rows people read and as text for the terminal."""

from datetime import date

import pytest

from scheduler.plan import Task
from scheduler.robustness import Firm, Reserve, Robustness
from scheduler.samples import at
from tests.web.plans import TWO_SESSIONS
from web.shown.robustness import robustness_text, shown_robustness

RESERVE = Reserve(
    start=at("Tuesday 25 May 2027 10:30"),
    end=at("Tuesday 25 May 2027 12:30"),
    venue="hall",
    release_by=date(2027, 5, 18),
    tasks=(Task(due=date(2027, 5, 18), what="Release the hold on Glen Hall."),),
)
FIRM = Firm(
    project="group",
    number=1,
    start=at("Tuesday 18 May 2027 10:30"),
    says=("It falls if Ishbel drops out.",),
)


def found(*sessions: Firm) -> Robustness:
    """Return what was found of some sessions."""
    return Robustness(programme=TWO_SESSIONS.name, sessions=sessions)


def test_a_session_without_a_reserve_says_so() -> None:
    text = robustness_text(TWO_SESSIONS, found(FIRM))

    assert text.splitlines() == [
        "Living well, session 1, Tuesday 18 May 2027",
        "  It falls if Ishbel drops out.",
        "  No reserve date: no later one keeps the sessions before and after where they",
        "    are and can be let go in time.",
    ]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({}, "Everybody who comes could come then."),
        ({"is_worse": True}, "Everybody who comes could come then, but it asks more of somebody."),
        ({"misses": ("ishbel", "rory"), "is_worse": True}, "Ishbel and Rory could not come then."),
    ],
)
def test_a_reserve_says_when_where_and_for_whom_it_is_worse(
    given: dict[str, object], says: str
) -> None:
    firm = FIRM.model_copy(update={"reserve": RESERVE.model_copy(update=given)})

    (shown,) = shown_robustness(TWO_SESSIONS, found(firm))

    when = "Reserve date: Tuesday 25 May 2027, 10:30 am to 12:30 pm, Glen Hall."
    assert shown.reserve == f"{when} {says}"
    assert shown.tasks == ("By Tuesday 18 May 2027: Release the hold on Glen Hall.",)


def test_a_plan_without_sessions_to_come_says_so() -> None:
    assert robustness_text(TWO_SESSIONS, found()) == "No session has a date that is still to come."
