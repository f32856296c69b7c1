"""Taxis are shared out over the series by who would miss most, within the money there is."""

from constraints import registry
from constraints.taxi_budget import TaxiBudget
from scheduler.facts import NO, YES
from scheduler.journeys import Journey
from scheduler.money.heads import Prices
from scheduler.people import Travel
from scheduler.plan import Plan
from scheduler.planner import make_plan
from scheduler.staying_away import UNTOLD
from scheduler.ties import Ties
from scheduler.ways import Way
from tests.whole_programmes import FLORA, MEETING, UNA, base, with_person, with_project

FARES = {"una": 900, "flora": 600}
JOURNEYS = tuple(
    Journey(person=person, venue=venue, by="taxi", out_minutes=10, pence=pence)
    for person, pence in FARES.items()
    for venue in ("hall", "far")
)
PRICES = Prices(base(), MEETING)
BY_TAXI = Travel(car=NO, taxi=YES)


def twice(pence: int, **flora: object) -> Plan:
    """Return the plan of two sessions to which two of four come by taxi."""
    programme = with_project(base(journeys=JOURNEYS), sessions=(MEETING, MEETING))
    programme = with_person(UNA, programme, travel=BY_TAXI)
    programme = with_person(FLORA, programme, travel=BY_TAXI, **flora)
    settings = {**programme.constraints, "taxi_budget": {"most_pence": pence}}
    return make_plan(programme.model_copy(update={"constraints": settings}), registry())


def comes(plan: Plan) -> dict[str, int]:
    """Return how often each of the two comes."""
    codes = [one.person for chosen in plan.sessions for one in chosen.coming]
    return {code: codes.count(code) for code in FARES}


def test_enough_for_all_keeps_nobody_away() -> None:
    assert comes(twice(3000)) == {"una": 2, "flora": 2}


def test_where_it_does_not_reach_nobody_misses_two_before_the_other_misses_one() -> None:
    """Flora's taxis are cheaper, but each gets one rather than Flora two and Una none."""
    assert comes(twice(1500)) == {"una": 1, "flora": 1}


def test_more_money_never_makes_the_worst_off_worse() -> None:
    worst = [min(comes(twice(pence)).values()) for pence in range(0, 3301, 300)]

    assert worst == sorted(worst)
    assert (worst[0], worst[-1]) == (0, 2)


def test_no_money_is_not_the_same_as_no_budget() -> None:
    assert comes(twice(0)) == {"una": 0, "flora": 0}
    assert comes(twice(-1)) == {"una": 2, "flora": 2}


def test_whoever_keeps_their_reasons_is_not_said_to_stay_away_for_money() -> None:
    """It would tell that they come by taxi, and of others told so that it is something else."""
    plan = twice(1500, share_reasons=False)

    away = [one for chosen in plan.sessions for one in chosen.absent if one.person == "flora"]
    assert [one.stays_away for one in away] == [f"Flora {UNTOLD}"]


def test_only_taxis_draw_on_it() -> None:
    ties = Ties()
    TaxiBudget(most_pence=100).couple(ties)
    (tie,) = ties.totals

    assert [tie.draws(UNA, Way(by=by, pence=900), PRICES) for by in ("taxi", "bus", "car")] == [
        900,
        0,
        0,
    ]
