"""Whoever comes another way than before hears of it, and when to set out."""

from datetime import timedelta

import pytest

from constraints import registry
from scheduler.changed import as_held
from scheduler.fetched_elsewhere import moved_homes
from scheduler.plan import Chosen, Coming, WayTaken
from scheduler.planner import make_plan
from scheduler.replan import replan
from scheduler.samples import at
from scheduler.ways_changed import way_news
from tests.scheduler.summer import with_person
from tests.scheduler.test_lifts import a_programme, agreed
from tests.scheduler.test_within_means import BUS, TAXI, two_sessions, with_money

WAY = WayTaken(by="bus", out_minutes=40, back_minutes=45)
TO_TOWN = {"una": "The Town"}
MEETING = Chosen(
    project="group",
    number=1,
    start=at("Monday 7 June 2027 10:00"),
    end=at("Monday 7 June 2027 12:00"),
    venue="hall",
    coming=(),
)
LATER = {"start": at("Monday 7 June 2027 11:00"), "end": at("Monday 7 June 2027 13:00")}

NAMES = {"mairi": "Mairi", "una": "Una"}


def going(way: WayTaken, **given: object) -> Chosen:
    """Return a session to which Una comes in some way."""
    return MEETING.model_copy(update={"coming": (Coming(person="una", way=way),), **given})


def by(means: str, **given: object) -> WayTaken:
    return WAY.model_copy(update={"by": means, **given})


def news(before: Chosen, after: Chosen) -> list[str]:
    return list(way_news(before, after, code="una", names=NAMES, moved={}))


def test_another_way_is_told_with_the_hours_that_change() -> None:
    """Una waited for a taxi at 09:45 that nobody had ordered: her bus had left at 09:20."""
    taxi = by("taxi", out_minutes=15, back_minutes=15)

    assert news(going(taxi), going(WAY)) == [
        "they come by bus now instead of by taxi",
        "they set out by 09:20 instead of 09:45",
        "they are home at about 12:45 instead of 12:15",
    ]


def test_the_same_way_at_another_hour_is_told_by_the_hour_alone() -> None:
    leaves = by("bus", leaves=at("Monday 7 June 2027 08:50"))

    assert news(going(WAY), going(leaves)) == ["they set out by 08:50 instead of 09:20"]


def test_nothing_is_told_of_a_way_that_is_as_it_was() -> None:
    dearer = by("bus", pence=400, estimated=True, source="a guess")

    assert news(going(WAY), going(dearer)) == []


def test_of_a_session_that_moves_by_what_they_come_is_told_without_the_hours() -> None:
    assert news(going(by("taxi")), going(WAY, **LATER)) == [
        "they come by bus now instead of by taxi"
    ]
    assert news(going(WAY), going(WAY, **LATER)) == []


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        (by("not known"), by("taxi"), ["they come by taxi now"]),
        (by("taxi"), by("not known"), ["how they get there and home is not settled any more"]),
        (by("on-line"), by("lift"), ["they come with the lift they agreed now instead of on-line"]),
        (by("car", driver="mairi"), WAY, ["nobody drives them any more", "they come by bus now"]),
        (WAY, by("car", driver="mairi"), ["Mairi drives them now"]),
    ],
)
def test_each_way_has_its_words(was: WayTaken, now: WayTaken, told: list[str]) -> None:
    found = news(going(was), going(now, **LATER))

    assert found == told


def test_who_did_not_come_before_or_does_not_now_hears_of_that_and_not_of_a_way() -> None:
    assert news(going(WAY), MEETING) == []
    assert news(MEETING, going(WAY)) == []


def test_whoever_takes_a_bus_in_the_place_of_a_promised_taxi_is_among_those_to_tell() -> None:
    """The session stayed, so nobody heard that Una's taxi to it was ordered no more."""
    before = two_sessions(TAXI, BUS)
    plan = make_plan(before, registry())
    after = with_money(before, "taxi_budget", 0)

    found = replan(after, plan, registry())

    assert {change.kind for change in found.sessions} == {"kept"}
    (una,) = found.to_tell
    assert (una.code, una.says.count("they come by bus now instead of by taxi")) == ("una", 2)


def test_whoever_is_fetched_in_another_place_by_the_same_taxi_is_among_those_to_tell() -> None:
    """Una moved, with the same minutes on the way: nobody was told where the taxi comes now."""
    before = two_sessions(TAXI)
    plan = make_plan(before, registry())
    after = with_person("una", before, home="town")

    found = replan(after, plan, registry(), before=before)

    assert {change.kind for change in found.sessions} == {"kept"}
    (una,) = found.to_tell
    assert (una.code, una.says.count("they are fetched in The Town now")) == ("una", 2)


def test_whoever_drives_somebody_who_moved_hears_where_to_fetch_them() -> None:
    programme = a_programme(agreed("mairi", "una", detour_minutes=5))
    plan = make_plan(programme, registry())
    after = with_person("una", programme, home="town")

    found = replan(after, plan, registry(), before=programme)

    news = {each.code: each.says for each in found.to_tell}
    assert "they are fetched in The Town now" in news["una"]
    assert "they fetch Una in The Town now" in news["mairi"]


@pytest.mark.parametrize("means", ["bus", "car", "walk", "on-line"])
def test_of_whoever_moved_and_is_fetched_by_nobody_no_place_is_told(means: str) -> None:
    found = way_news(going(by(means)), going(by(means)), code="una", names={}, moved=TO_TOWN)

    assert list(found) == []


def test_with_somebody_new_who_fetches_them_no_place_is_told() -> None:
    found = way_news(going(WAY), going(by("taxi"), **LATER), code="una", names={}, moved=TO_TOWN)

    assert list(found) == ["they come by taxi now instead of by bus"]


def test_only_who_was_there_before_and_lives_elsewhere_now_has_moved() -> None:
    before = two_sessions()
    after = with_person("flora", with_person("una", before, home="town"), home="The Town")

    assert moved_homes(before, after) == {"una": "The Town"}
    assert moved_homes(after, with_person("una", after, home="nobody knows")) == {}
    assert moved_homes(with_person("una", before, home=""), after) == {"una": "The Town"}


def test_of_the_way_to_a_session_that_is_over_nobody_is_told() -> None:
    """The first session was held; the journeys that were typed in since are others."""
    before = two_sessions(TAXI)
    plan = make_plan(before, registry())
    first = plan.sessions[0]
    after = before.model_copy(
        update={"journeys": (BUS,), "planned_on": first.start.date() + timedelta(days=1)}
    )

    found = replan(as_held(after, plan), plan, registry())

    assert found.plan.session("group", 1) is not None
    (una,) = (each for each in found.to_tell if each.code == "una")
    assert una.says.startswith("Una: for session 2 of Living well")
    assert "session 1" not in una.says
