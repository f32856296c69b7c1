"""Dates for all groups are used where planning them one after another does not find them."""

from functools import lru_cache

import pytest

from constraints import registry
from scheduler import model
from scheduler.audit import audit
from scheduler.joint_dates import dates_for_all
from scheduler.plan import Plan
from scheduler.planner import Planner
from scheduler.programme import Programme, Project
from scheduler.progress import told_nothing
from scheduler.samples import on
from scheduler.search import Effort
from scheduler.standoffs import in_the_way
from tests.scheduler.summer import SESSION, dates, planned
from tests.scheduler.test_joint import a_group, days

MONDAY, TUESDAY, WEDNESDAY = (
    on(day) for day in ("Monday 7 June 2027", "Tuesday 8 June 2027", "Wednesday 9 June 2027")
)


def between(code: str, first: object, last: object) -> Project:
    """Return a group that wants one session on one of two days, and has Una in common."""
    wish = SESSION.model_copy(update={"first_day": first, "last_day": last})
    return a_group(code, shared=("una",)).model_copy(update={"sessions": (wish,)})


@lru_cache
def missed_in_turn() -> tuple[Programme, Plan]:
    """Return three groups for one hall.

    Whoever of the first and last is planned first takes Monday, the second then Tuesday, and no
    day is left for the third. With the second on Wednesday all have one.
    """
    groups = (
        between("north", MONDAY, TUESDAY),
        between("south", TUESDAY, WEDNESDAY),
        between("east", MONDAY, TUESDAY),
    )
    programme = days(3, *groups, rooms=1)
    return programme, planned(programme)


def test_dates_for_all_that_planning_in_turn_misses_are_used() -> None:
    """Once the plan said that there are dates for all, and left a group without one."""
    programme, plan = missed_in_turn()

    assert sorted(dates(plan, "north") + dates(plan, "east")) == [
        "Mon 7 Jun 11:00 hall",
        "Tue 8 Jun 11:00 hall",
    ]
    assert dates(plan, "south") == ("Wed 9 Jun 11:00 hall",)
    assert (plan.possible, plan.in_the_way) == (True, ())
    assert audit(programme, plan, registry()) == ()


def test_where_dates_for_all_are_not_used_the_plan_says_that_there_are_some() -> None:
    programme, _ = missed_in_turn()
    planner = Planner(programme, registry(), Effort(), told_nothing)
    alone = planner.alone()

    (told,) = in_the_way(planner.in_turn(programme.projects, alone), alone)

    assert (told.projects, told.venues) == ((), ())
    assert told.says == (
        "All groups together could have dates, although planned round the others Living well "
        "did not. No group stands in another's way for good."
    )
    assert told.remedy == (
        "Give the groups that have dates other days in the programme, and plan again."
    )


def test_nothing_is_looked_for_where_a_group_lacks_dates_by_itself() -> None:
    lacking = between("north", MONDAY, MONDAY).model_copy(update={"sessions": (SESSION,) * 4})
    programme = days(3, lacking, between("south", MONDAY, TUESDAY), rooms=1)
    planner = Planner(programme, registry(), Effort(), told_nothing)

    assert dates_for_all(planner.alone()) is None


def test_more_than_can_be_looked_at_at_once_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    programme, _ = missed_in_turn()
    planner = Planner(programme, registry(), Effort(), told_nothing)
    alone = planner.alone()
    monkeypatch.setattr(model, "SECONDS", 0.0)

    assert dates_for_all(alone) is None


@pytest.mark.parametrize("shared", [(), ("una",)])
def test_two_sites_meet_at_one_hour_each_with_a_room_and_a_worker_of_its_own(
    shared: tuple[str, ...],
) -> None:
    """There is one hour for both. Whoever belongs to both is at one of them."""
    north, south = (a_group(code, shared=shared) for code in ("north", "south"))
    programme = days(1, north, south)

    plan = planned(programme)

    one, other = plan.sessions
    assert (plan.possible, one.start) == (True, other.start)
    assert ({one.venue, other.venue}, {*one.workers, *other.workers}) == (
        {"hall", "barn"},
        {"catriona", "dougal"},
    )
    there = [coming.person for chosen in plan.sessions for coming in chosen.coming]
    assert [there.count(code) for code in shared] == [1] * len(shared)
    assert audit(programme, plan, registry()) == ()
