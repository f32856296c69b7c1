"""Where a fare is not known, what a plan costs is the least it comes to."""

import pytest

from scheduler.fares import fares_not_known, is_fare_known, with_unknown
from scheduler.plan import WayTaken
from tests.web.plans import FIRST, PLAN, TWO_SESSIONS
from web.plan_text import plan_text
from web.shown.sessions import shown_sessions
from web.shown.summary import summary

TAXI = WayTaken(by="taxi", out_minutes=20, back_minutes=20)


@pytest.mark.parametrize(
    ("by", "pence", "told", "known"),
    [
        ("taxi", 0, "", False),
        ("taxi", 900, "", True),
        ("bus", 0, "", True),
        ("bus", 0, "Take the 14 at 09:10.", False),
        ("not known", 0, "", False),
        ("car", 0, "", True),
    ],
)
def test_taxis_timetables_and_ways_nobody_knows_have_no_fare_until_somebody_says_it(
    by: str, pence: int, told: str, *, known: bool
) -> None:
    way = WayTaken(by=by, out_minutes=20, back_minutes=20, pence=pence, told=told)
    way = way.model_copy(update={"fare_known": not told})

    assert is_fare_known(way) == known


def test_costs_are_told_as_the_least_they_come_to() -> None:
    """They were told flat, as if the taxi nobody had asked about were free."""
    by_taxi = FIRST.coming[0].model_copy(update={"way": TAXI})
    first = FIRST.model_copy(update={"coming": (by_taxi, *FIRST.coming[1:]), "pence": 10050})
    plan = PLAN.model_copy(update={"sessions": (first,)})

    assert fares_not_known(plan.sessions) == 1
    assert shown_sessions(TWO_SESSIONS, plan)[0].cost == "at least £100.50, 1 fare not known"
    says = "Together they cost at least £100.50, 1 fare not known."
    assert summary(TWO_SESSIONS, plan).says[-1] == says
    assert f"  {says}" in plan_text(TWO_SESSIONS, plan).splitlines()


def test_a_sum_of_which_all_is_known_is_told_flat() -> None:
    assert with_unknown("£9.00", 0) == "£9.00"
