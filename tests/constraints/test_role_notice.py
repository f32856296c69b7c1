"""A session that needs somebody of influence is not held before the notice they need."""

from datetime import date, timedelta

import pytest

from constraints.role_notice import RoleNotice
from scheduler.programme import Session
from scheduler.samples import PROGRAMME, WISH, on

PLANNED = on("Tuesday 1 June 2027")
PROGRAMME_SAYS = PROGRAMME.model_copy(
    update={"planned_on": PLANNED, "role_notice_days": {"councillor": 56, "decision maker": 42}}
)
UNSAID = PROGRAMME.model_copy(update={"planned_on": PLANNED})


def needing(*roles: str) -> Session:
    return WISH.model_copy(update={"needs_roles": roles})


@pytest.mark.parametrize(
    ("roles", "first"),
    [
        (("decision maker",), on("Tuesday 13 July 2027")),
        (("councillor", "decision maker"), on("Tuesday 27 July 2027")),
        (("decision maker", "councillor"), on("Tuesday 27 July 2027")),
    ],
)
def test_whoever_needs_most_notice_decides(roles: tuple[str, ...], first: date) -> None:
    days = [first - timedelta(days=1), first]

    closed = [RoleNotice().check(day, PROGRAMME_SAYS, needing(*roles)) is not None for day in days]

    assert closed == [True, False]


@pytest.mark.parametrize("roles", [(), ("facilitator",)])
def test_a_role_nobody_gave_a_notice_can_come_at_once(roles: tuple[str, ...]) -> None:
    assert RoleNotice().check(PLANNED, PROGRAMME_SAYS, needing(*roles)) is None


def test_a_decision_maker_has_a_usual_notice() -> None:
    last_closed = on("Monday 28 June 2027")

    assert RoleNotice().check(last_closed, UNSAID, needing("decision maker")) is not None
    assert (
        RoleNotice(decision_maker_days=27).check(last_closed, UNSAID, needing("decision maker"))
        is None
    )


def test_a_session_already_booked_has_been_agreed() -> None:
    booked = needing("decision maker").model_copy(update={"state": "booked"})

    assert RoleNotice().check(PLANNED, UNSAID, booked) is None


def test_asked_a_week_later_when_it_gives() -> None:
    relaxed = RoleNotice().relaxed(RoleNotice.relaxations[0])

    assert relaxed.check(on("Tuesday 22 June 2027"), UNSAID, needing("decision maker")) is None
    assert relaxed.check(on("Monday 21 June 2027"), UNSAID, needing("decision maker")) is not None
