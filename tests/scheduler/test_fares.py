"""Where a fare is not known, what a plan costs is the least it comes to."""

import pytest

from scheduler.fares import is_fare_known
from scheduler.money.costs import costs_of
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
    costs = costs_of(TWO_SESSIONS, (first,))
    plan = PLAN.model_copy(update={"sessions": (first,), "costs": costs})

    unknown = "at least £100.50, 1 hire and 1 fare not known"
    assert shown_sessions(TWO_SESSIONS, plan)[0].cost == unknown
    says = f"Together they cost {unknown}."
    assert summary(TWO_SESSIONS, plan).says[-1] == says
    assert says in " ".join(plan_text(TWO_SESSIONS, plan).split())
