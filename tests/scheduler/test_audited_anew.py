"""What asking every rule anew tells: a plan that was written passes, however it was found."""

from collections.abc import Iterator

import pytest

from constraints import registry
from scheduler.alternatives import alternatives
from scheduler.audit import audit
from scheduler.audited_anew import open_breaches
from scheduler.plan import Plan
from scheduler.planner import make_plan
from scheduler.programme import Journey, Programme
from scheduler.progress import Enough, Progress
from scheduler.replan import replan
from scheduler.robustness import robustness
from scheduler.words import Days
from tests.random_projects import a_project
from tests.scheduler.summer import planned, set_to, with_venue
from tests.whole_programmes import BASE, MEETING, with_project

PAIR = (MEETING, MEETING)
"""Two sessions in two weeks, so that many dates tie."""


def found(programme: Programme, plan: Plan) -> list[str]:
    """Return what `commonground audit` finds."""
    every = audit(programme, plan, registry()) or open_breaches(programme, plan, registry())
    return [breach.says for breach in every]


def by_taxi(pence: int, **spacing: object) -> Programme:
    """Return a group with money for taxis, of whom Una needs one to the nearer hall."""
    programme = with_project(BASE, sessions=PAIR)
    fares = {("una", "hall"): 500}
    journeys = tuple(
        Journey(
            person=person.code,
            venue=venue,
            by="taxi" if person.code == "una" else "car",
            out_minutes=minutes,
            pence=fares.get((person.code, venue), 0),
        )
        for person in programme.people
        for venue, minutes in (("hall", 20), ("far", 40))
    )
    programme = programme.model_copy(update={"journeys": journeys})
    return set_to("taxi_budget", {"most_pence": pence}, set_to("spacing", spacing, programme))


WEEK = {"least_days": 7, "most_days": 7}


def without_its_rooms(programme: Programme, plan: Plan) -> Iterator[Programme]:
    """Give a programme after each session of its plan in turn lost its room for the day."""
    for chosen in plan.sessions:
        day = Days(first=chosen.start.date(), last=chosen.start.date())
        yield with_venue(chosen.venue, programme, closed=(day,))


@pytest.mark.parametrize("pence", [499, 500])
def test_a_plan_made_again_passes_its_audit(pence: int) -> None:
    """A plan made again after a room was lost failed its own audit.

    What the money kept from happening was found again for the series that is best without an
    earlier plan: at the same hours as that of the plan, though in other rooms.
    """
    programme = by_taxi(pence, **WEEK)
    plan = planned(programme)

    for after in without_its_rooms(programme, plan):
        assert found(after, replan(after, plan, registry()).plan) == []


@pytest.mark.parametrize("number", [16, 48])
def test_a_random_plan_with_two_budgets_passes_its_audit_when_made_again(number: int) -> None:
    programme = a_project(number, days=5)
    for budget in ("taxi_budget", "project_budget"):
        programme = set_to(budget, {"most_pence": 1000}, programme)
    plan = planned(programme)

    assert found(programme, plan) == []
    for after in without_its_rooms(programme, plan):
        assert found(after, replan(after, plan, registry()).plan) == []


def test_every_plan_to_choose_from_passes_its_audit() -> None:
    every = alternatives(by_taxi(500, least_days=3, most_days=9), registry())

    assert len(every) > 1
    assert [found(one.programme, one.plan) for one in every] == [[]] * len(every)


def test_a_plan_that_moved_to_a_reserve_date_passes_its_audit() -> None:
    programme = by_taxi(500, least_days=3, most_days=9)
    plan = planned(programme)
    firm = robustness(programme, plan, registry()).sessions[1]
    assert firm.reserve is not None
    start = firm.reserve.start
    day = {"day": start.date(), "start": f"{start:%H:%M}", "venue": firm.reserve.venue}
    booked = MEETING.model_copy(update={"state": "booked", **day})
    after = with_project(programme, sessions=(MEETING, booked))

    again = replan(after, plan, registry()).plan

    assert again.sessions[1].start == start
    assert found(after, again) == []


def test_a_plan_that_was_stopped_early_passes_its_audit() -> None:
    def stop(progress: Progress) -> None:
        if progress.has_plan:
            raise Enough

    programme = by_taxi(500, least_days=3, most_days=9)

    assert found(programme, make_plan(programme, registry(), told=stop)) == []
