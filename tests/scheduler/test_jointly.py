"""Many projects planned together: what is reached, what is said of it, and who may stop it."""

from collections.abc import Iterator
from itertools import product

import pytest

from benchmarks.region import a_region
from constraints import registry
from constraints.one_place_at_a_time import OnePlaceAtATime
from scheduler.audit import audit
from scheduler.brute_force import Series, every_series
from scheduler.finished import Finished, Meeting
from scheduler.in_force import Rules, in_force
from scheduler.judged import Judged
from scheduler.order import Standing, Value
from scheduler.plan import Plan
from scheduler.planner import make_plan
from scheduler.programme import Programme
from scheduler.progress import Enough, Progress
from tests.random_projects import a_project

LENIENT = {"quorum": {"least": 1}, "balance": {"least_lived": 0}}


def groups_apart(number: int) -> Programme:
    """Return groups of different people that share every hall and one facilitator."""
    programme = a_project(number, sessions=1, days=3)
    (group,) = programme.projects
    projects = tuple(
        group.model_copy(update={"code": f"group-{n}", "members": group.members[n::2]})
        for n in range(2)
    )
    settings = {**programme.constraints, **LENIENT}
    return programme.model_copy(
        update={"projects": projects, "constraints": settings, "workers": programme.workers[:1]}
    )


def joint_best(programme: Programme, plan: Plan) -> tuple[tuple[str, Value], ...]:
    """Return the best value of every level by trying everything, for all projects at once.

    Parameters
    ----------
    plan
        Any plan of the programme: what is tried is held against the rule as if it were its own.
    """
    each = [
        list(every_series(programme.model_copy(update={"projects": (project,)}), registry()))
        for project in programme.projects
    ]
    return min(
        Standing(programme, tuple(Judged(m, _rules(programme, m)).tally() for m in held)).values()
        for held in _together(each)
        if not any(OnePlaceAtATime().review(Finished(programme, plan, held)))
    )


def _rules(programme: Programme, meeting: Meeting) -> Rules:
    return in_force(registry(), programme, meeting.project)


def _together(each: list[list[Series]]) -> Iterator[tuple[Meeting, ...]]:
    for series in product(*each):
        yield tuple(meeting for own in series for meeting in own if meeting is not None)


@pytest.mark.parametrize("number", range(60, 68))
def test_two_groups_reach_what_trying_everything_does(number: int) -> None:
    programme = groups_apart(number)

    plan = make_plan(programme, registry(), processes=1)

    best = joint_best(programme, plan)
    reached = tuple((level.name, level.value) for level in plan.order)
    assert reached[:8] == best[:8]
    for level, (_, least) in zip(plan.order, best, strict=True):
        if level.bound:
            assert level.bound <= least


# The same however it is worked on.


@pytest.fixture(scope="module")
def region() -> Programme:
    """Return a small region that has too few facilitators for all to have their best."""
    drawn = a_region(4, sites=5, weeks=12)
    few = tuple(w for w in drawn.workers if w.code in {"F2", "F3", "I1", "I2"})
    return drawn.model_copy(update={"workers": few})


def test_the_plan_is_the_same_in_one_process_and_in_two(region: Programme) -> None:
    one, two = (make_plan(region, registry(), processes=many) for many in (1, 2))

    assert one.model_dump_json() == two.model_dump_json()
    assert audit(region, one, registry()) == ()


def test_what_is_told_never_gets_worse(region: Programme) -> None:
    heard: list[Progress] = []

    make_plan(region, registry(), told=heard.append, processes=1)

    steps = [each.done for each in heard if "in the way" not in each.says]
    gaps = [each.gap for each in heard if each.gap is not None]
    assert steps == sorted(steps)
    assert all(gap > 0 for gap in gaps)


@pytest.mark.parametrize("after", [1, 2])
def test_whoever_has_had_enough_gets_the_best_plan_so_far(region: Programme, after: int) -> None:
    heard: list[Progress] = []

    def stop(progress: Progress) -> None:
        heard.append(progress)
        if len([each for each in heard if each.project == region.name]) == after:
            raise Enough

    plan = make_plan(region, registry(), told=stop, processes=1)

    assert (plan.possible, plan.certificate.ended_by) == (True, "person")
    assert audit(region, plan, registry()) == ()


def test_whoever_has_had_enough_before_there_is_a_plan_gets_none(region: Programme) -> None:
    def stop(progress: Progress) -> None:
        raise Enough(progress.says)

    with pytest.raises(Enough, match="Asking every rule"):
        make_plan(region, registry(), told=stop, processes=1)
