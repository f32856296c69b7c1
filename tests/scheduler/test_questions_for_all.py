"""A question about a room that guards a right concerns everybody: it marks nobody.

Whoever needed a hearing loop was the one "not yet sure" beside the question of the loop, and the
plan's file left out the rule's name where somebody did not share their reasons.
"""

from functools import lru_cache

import pytest

from constraints import registry
from scheduler.brute_force import best_by_trying
from scheduler.facts import UNKNOWN
from scheduler.plan import Plan
from scheduler.programme import Programme
from scheduler.samples import HALL, on
from scheduler.venues import Venue
from scheduler.words import Days
from tests.scheduler.summer import SESSION, fortnight, planned, told, with_person

LOOP = HALL.model_copy(update={"access": {**HALL.access, "hearing loop": UNKNOWN}})
KINDLESS = HALL.model_copy(update={"kind": ""})
THAT_WEEK = Days(first=on("Monday 7 June 2027"), last=on("Friday 11 June 2027"))
ASKED = "Does the room at Glen Hall have a hearing loop, and who there can work it?"


def in_room(room: Venue) -> Programme:
    """Return one session that can be in one room only."""
    return fortnight(SESSION, venues=(room,), last_day=on("Friday 11 June 2027"))


@lru_cache
def needing(code: str, *, shares: bool) -> Programme:
    """Return a session in a hall of whose loop nobody knows, and somebody who needs one."""
    return with_person(code, in_room(LOOP), needs=("hearing loop",), share_reasons=shares)


@lru_cache
def plan_for(code: str, *, shares: bool) -> Plan:
    """Return its plan."""
    return planned(needing(code, shares=shares))


def alike(plan: Plan, other: Plan) -> bool:
    """Say whether two plans read alike but for the fingerprints of their programmes."""
    return plan.model_copy(update={"certificate": other.certificate}) == other


@pytest.mark.parametrize("shares", [True, False])
@pytest.mark.parametrize("code", ["flora", "rory"])
def test_whoever_needs_it_and_whatever_they_share_the_plan_reads_alike(
    code: str, *, shares: bool
) -> None:
    assert alike(plan_for(code, shares=shares), plan_for("una", shares=True))


def test_it_is_asked_of_the_hall_holds_back_the_plan_and_leaves_everybody_sure() -> None:
    plan = plan_for("una", shares=False)

    (question,) = plan.questions
    assert (question.asks, question.about, question.constraint) == (ASKED, "hall", "")
    assert (plan.final, {one.sure for one in plan.sessions[0].coming}) == (False, {True})


def test_it_counts_as_put_to_it_for_everybody_as_trying_everything_does() -> None:
    levels = {level.name: level.value for level in plan_for("una", shares=False).order}

    assert levels["Times put to it (people with lived experience)"] == (1, 1, 1, 1)
    assert tuple(levels.items()) == best_by_trying(needing("una", shares=False), registry())


def test_what_kind_of_place_a_room_is_is_asked_whether_or_not_somebody_must_not_go_somewhere() -> (
    None
):
    """Only the need of somebody raised it where it was known who runs the hall."""
    plain = in_room(KINDLESS)

    assert alike(planned(with_person("flora", plain, no_go=("police",))), planned(plain))
    assert "What kind of place is Glen Hall, and who runs it?" in {
        question.asks for question in planned(plain).questions
    }


def test_it_is_asked_too_where_whoever_needs_it_is_away() -> None:
    """Left out there, the sessions at which it is asked would have told whose it is."""
    away = with_person("una", needing("una", shares=False), times=told(away=(THAT_WEEK,)))

    assert [question.asks for question in planned(away).questions] == [ASKED]
