"""People, workers and rooms are needed in one place at a time, over all groups."""

import pytest

from constraints.one_place_at_a_time import OnePlaceAtATime
from scheduler.constraint import Earlier, Objection
from scheduler.degree import Degree
from scheduler.samples import HALL, ISHBEL, RORY, WISH, at
from scheduler.ties import OneAtATime, Ties
from scheduler.venues import ONLINE
from scheduler.workers import Worker
from tests.constraints.finished_plans import OTHER_HALL, Held, a_plan

ELEVEN = at("Tuesday 8 June 2027 11:00")
CATRIONA = Worker(code="catriona", name="Catriona")


def too_close(what: str, other: str = "13:59") -> list[str]:
    first, second = (f"on Tuesday 8 June 2027 at {hour}" for hour in ("11:00", other))
    both = f"Group 1 {first} and Group 2 {second}"
    return [f"{what} is needed for two sessions too close together: {both}."]


def breaches(*held: Held) -> list[str]:
    finished = a_plan(*held, workers=(CATRIONA,))
    return [breach.says for breach in OnePlaceAtATime().review(finished)]


@pytest.mark.parametrize(
    ("start", "says"),
    [
        ("13:59", "Only 59 minutes after the session before; leave at least 60."),
        ("13:00", "Only 0 minutes after the session before; leave at least 60."),
        ("12:59", "This would begin before the session before it ends."),
    ],
)
def test_a_group_needs_an_hour_between_two_sessions(start: str, says: str) -> None:
    earlier = Earlier(ELEVEN, at("Tuesday 8 June 2027 13:00"), HALL)

    objection = OnePlaceAtATime().check(at(f"Tuesday 8 June 2027 {start}"), earlier)

    assert objection == Objection(Degree.NEVER, says, says)


def test_a_group_may_meet_an_hour_after_a_session() -> None:
    earlier = Earlier(ELEVEN, at("Tuesday 8 June 2027 13:00"), HALL)

    assert OnePlaceAtATime().check(at("Tuesday 8 June 2027 14:00"), earlier) is None


def test_an_hour_that_passes_while_clocks_change_is_an_hour() -> None:
    # On Sunday 28 March 2027 the clock goes from 00:59 to 02:00.
    earlier = Earlier(at("Sunday 28 March 2027 00:00"), at("Sunday 28 March 2027 00:30"), HALL)

    objection = OnePlaceAtATime().check(at("Sunday 28 March 2027 02:00"), earlier)

    says = "Only 30 minutes after the session before; leave at least 60."
    assert objection == Objection(Degree.NEVER, says, says)


def test_everybody_and_everything_shared_is_tied() -> None:
    ties = Ties()

    OnePlaceAtATime(people_gap_minutes=45, worker_gap_minutes=30, venue_gap_minutes=5).couple(ties)

    assert ties.one_at_a_time == [
        OneAtATime("one_place_at_a_time", "person", 45),
        OneAtATime("one_place_at_a_time", "worker", 30),
        OneAtATime("one_place_at_a_time", "venue", 5),
    ]


@pytest.mark.parametrize(("start", "found"), [("13:59", too_close("Ishbel")), ("14:00", [])])
def test_a_member_of_two_groups_needs_an_hour_from_one_to_the_other(
    start: str, found: list[str]
) -> None:
    later = Held(at(f"Tuesday 8 June 2027 {start}"), group=(ISHBEL, RORY), venue=OTHER_HALL)

    assert breaches(Held(ELEVEN), later) == found


@pytest.mark.parametrize(("start", "found"), [("13:59", too_close("Catriona")), ("14:00", [])])
def test_a_worker_for_two_groups_needs_an_hour_from_one_to_the_other(
    start: str, found: list[str]
) -> None:
    later = Held(
        at(f"Tuesday 8 June 2027 {start}"), group=(RORY,), venue=OTHER_HALL, workers=("catriona",)
    )

    assert breaches(Held(ELEVEN, workers=("catriona",)), later) == found


@pytest.mark.parametrize(("start", "found"), [("13:59", too_close("Glen Hall")), ("14:00", [])])
def test_a_room_is_taken_from_setting_up_to_clearing_up(start: str, found: list[str]) -> None:
    # Half an hour to clear up after the first, half an hour to set up for the second.
    later = Held(at(f"Tuesday 8 June 2027 {start}"), group=(RORY,))

    assert breaches(Held(ELEVEN), later) == found


def test_there_is_room_for_everybody_on_line() -> None:
    online = WISH.model_copy(update={"form": "on-line"})
    one = Held(ELEVEN, venue=ONLINE, session=online)
    other = Held(ELEVEN, group=(RORY,), venue=ONLINE, session=online)

    assert breaches(one, other) == []


def test_two_groups_that_share_nothing_may_meet_at_once() -> None:
    assert breaches(Held(ELEVEN), Held(ELEVEN, group=(RORY,), venue=OTHER_HALL)) == []


def test_everything_that_two_sessions_share_is_named() -> None:
    both = (Held(ELEVEN, workers=("catriona",)), Held(ELEVEN, workers=("catriona",)))

    said = [f"{what} is needed for two" for what in ("Ishbel", "Catriona", "Glen Hall")]

    assert [each[: len(start)] for each, start in zip(breaches(*both), said, strict=True)] == said


def test_the_session_that_could_still_move_is_at_fault() -> None:
    booked = WISH.model_copy(update={"state": "booked"})
    finished = a_plan(Held(ELEVEN), Held(ELEVEN, venue=OTHER_HALL, session=booked))

    at_fault = [breach.project for breach in OnePlaceAtATime().review(finished)]

    assert at_fault == ["group-1"]


def test_two_promised_sessions_are_nobodys_to_move() -> None:
    booked = WISH.model_copy(update={"state": "booked"})

    assert breaches(Held(ELEVEN, session=booked), Held(ELEVEN, session=booked)) == []


def test_sessions_days_apart_are_never_too_close() -> None:
    assert breaches(Held(ELEVEN), Held(at("Friday 11 June 2027 11:00"))) == []


def test_it_gives_half_an_hour_for_people_and_workers() -> None:
    relaxed = OnePlaceAtATime().relaxed(OnePlaceAtATime.relaxations[0])

    assert relaxed == OnePlaceAtATime(people_gap_minutes=30, worker_gap_minutes=30)
