"""What somebody says became different: kept bit by bit, worked out, forgotten."""

from datetime import date
from pathlib import Path

import pytest

from scheduler.errors import Fault, ProgrammeError
from scheduler.plan_changes import FieldSet, Leaves, PersonAway, PlanChange, VenueLost
from scheduler.samples import on
from tests.scheduler.summer import fortnight, planned
from tests.web.pages.sites import awaited, kept_as_made
from web.replanning import Draft, changed_by, numbered, usual_day, what_is_wrong
from web.store import KeptPlan, Store

DAY = on("Monday 10 May 2027")
AWAY = PersonAway(person="una", first=on("Monday 7 June 2027"))
LOST = VenueLost(venue="hall")


@pytest.fixture
def plan(tmp_path: Path) -> KeptPlan:
    """Return a kept plan of a fortnight."""
    return kept_as_made(Store(tmp_path), fortnight(), planned(fortnight()))


def test_what_was_said_is_kept_beside_the_plan(plan: KeptPlan) -> None:
    draft = Draft(plan)
    before = draft.changes()

    draft.keep(PlanChange(away=(AWAY,)))

    assert (before, Draft(plan).changes()) == (PlanChange(), PlanChange(away=(AWAY,)))


def test_what_changes_is_known_once_it_is_worked_out(plan: KeptPlan) -> None:
    draft = Draft(plan)
    draft.keep(PlanChange(venues_lost=(LOST,)))

    draft.begin(DAY)
    awaited(plan.replanning)

    assert (draft.programme().planned_on, draft.programme().venues[0].closed[0].first) == (
        DAY,
        fortnight().first_day,
    )
    assert [each.kind for each in draft.found().sessions] == ["other hour or venue"]


def test_sessions_before_the_day_stand_as_they_were_planned(plan: KeptPlan) -> None:
    draft = Draft(plan)
    draft.keep(PlanChange(venues_lost=(LOST,)))

    draft.begin(on("Sunday 20 June 2027"))
    awaited(plan.replanning)

    (wish,) = draft.programme().projects[0].sessions
    assert (wish.state, [each.kind for each in draft.found().sessions]) == ("held", ["kept"])


def test_a_change_that_cannot_be_is_refused_before_anything_begins(plan: KeptPlan) -> None:
    draft = Draft(plan)
    draft.keep(PlanChange(leaves=(Leaves(project="group", person="nobody"),)))

    with pytest.raises(ProgrammeError):
        draft.begin(DAY)

    assert not plan.replanning.is_begun


def test_saying_more_forgets_what_was_worked_out(plan: KeptPlan) -> None:
    draft = Draft(plan)
    draft.keep(PlanChange(away=(AWAY,)))
    draft.begin(DAY)
    awaited(plan.replanning)

    draft.keep(PlanChange(away=(AWAY,), venues_lost=(LOST,)))

    assert (plan.replanning.is_begun, draft.changes().venues_lost) == (False, (LOST,))


def test_everything_said_can_be_forgotten_also_while_it_is_worked_out(plan: KeptPlan) -> None:
    draft = Draft(plan)
    draft.keep(PlanChange(away=(AWAY,)))
    draft.begin(DAY)

    draft.drop()
    draft.drop()

    assert (plan.replanning.is_begun, draft.changes()) == (False, PlanChange())
    assert plan.plan().sessions == planned(fortnight()).sessions


def test_every_change_has_its_kind_and_its_number() -> None:
    put = FieldSet(field="phone", value="01632 960009")

    told = list(numbered(PlanChange(away=(AWAY, AWAY), fields=(put,))))

    assert told == [("away", 0, AWAY), ("away", 1, AWAY), ("fields", 0, put)]


def test_what_is_wrong_is_said_without_the_name_of_a_file() -> None:
    lost = PlanChange(venues_lost=(VenueLost(venue="nowhere"),))

    with pytest.raises(ProgrammeError) as refused:
        changed_by(fortnight(), lost)

    assert what_is_wrong(refused.value).startswith('"nowhere" is not in the programme; ')


def test_two_things_that_are_wrong_are_both_said() -> None:
    faults = tuple(Fault("a.toml", 3, "x", value, "is no number") for value in ("p", "q"))

    assert what_is_wrong(ProgrammeError(faults)) == '"p" is no number. "q" is no number.'


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2026, 1, 1), fortnight().planning_day),
        (date(2027, 6, 9), date(2027, 6, 9)),
    ],
)
def test_planning_is_done_today_unless_the_programme_says_later(today: date, day: date) -> None:
    assert usual_day(fortnight(), today=today) == day
