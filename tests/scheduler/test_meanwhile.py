"""What other sessions take: workers with the time they need between, and rooms."""

from dataclasses import replace
from datetime import timedelta

from constraints import registry
from scheduler.finished import Finished, Meeting
from scheduler.in_force import in_force
from scheduler.meanwhile import room_is_taken, staffed_meanwhile
from scheduler.shared import ties_of_all
from scheduler.ties import Ties
from scheduler.venues import ONLINE
from tests.scheduler.summer import ONCE, plan_of_once


def meeting() -> Meeting:
    """Return the one session of the group: Catriona works at it from 10:00 to 12:00."""
    return Finished.of(ONCE, plan_of_once()).meetings[0]


def of_another_group(**given: object) -> Meeting:
    """Return a session of another group, then and there unless it says otherwise."""
    another = ONCE.projects[0].model_copy(update={"code": "another"})
    return replace(meeting(), project=another, **given)  # type: ignore[arg-type]


def ties() -> Ties:
    """Return what the rules tie together."""
    return ties_of_all({"": in_force(registry(), ONCE, ONCE.projects[0])})


def test_a_worker_of_another_session_is_taken_with_an_hour_on_both_sides() -> None:
    now = meeting()

    programme = staffed_meanwhile(of_another_group(), (now,), ties())

    catriona, dougal, _ = programme.workers
    (taken,) = catriona.busy
    assert (now.start - taken.start, taken.end - now.end) == (timedelta(hours=1),) * 2
    assert dougal.busy == ()


def test_a_session_takes_nothing_from_itself() -> None:
    now = meeting()

    assert staffed_meanwhile(now, (now,), ties()) == ONCE
    assert not room_is_taken(now, (now,), ties())


def test_a_room_another_session_is_in_is_taken() -> None:
    assert room_is_taken(of_another_group(), (meeting(),), ties())


def test_a_room_is_free_once_the_other_session_is_over() -> None:
    now = meeting()

    later = of_another_group(start=now.end, end=now.end + timedelta(hours=2))

    assert not room_is_taken(later, (now,), ties())


def test_another_room_is_not_taken() -> None:
    other = next(venue for venue in ONCE.venues if venue != meeting().venue)

    assert not room_is_taken(of_another_group(venue=other), (meeting(),), ties())


def test_on_line_there_is_room_for_everybody() -> None:
    now = replace(meeting(), venue=ONLINE)

    assert not room_is_taken(of_another_group(venue=ONLINE), (now,), ties())


def test_where_no_rule_asks_a_room_may_be_used_twice() -> None:
    assert not room_is_taken(of_another_group(), (meeting(),), Ties())
