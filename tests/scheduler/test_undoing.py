"""Whoever kept a date free for an earlier plan is told that it is not wanted."""

from scheduler.plan import Chosen, Coming, WayTaken
from scheduler.robustness import Reserve
from scheduler.samples import at, on
from scheduler.undoing import Arranged, to_undo
from scheduler.workers import WHEELCHAIR_TAXI
from tests.web.plans import BEATHAG, FIRST, PLAN, SECOND, TWO_SESSIONS
from tests.web.test_kept_reserves import HELD

RUNG = BEATHAG.model_copy(update={"phone": "01632 960222"})
PROGRAMME = TWO_SESSIONS.model_copy(
    update={"workers": (RUNG,), "planned_on": on("Monday 10 May 2027")}
)
LATER = {"start": at("Tuesday 25 May 2027 10:30"), "end": at("Tuesday 25 May 2027 12:30")}
RESERVE = HELD.model_copy(update={"workers": ("beathag",)})
BEFORE = Arranged(PROGRAMME, PLAN, {("group", 2): RESERVE})


def moved(*reserves: tuple[tuple[str, int], Reserve]) -> Arranged:
    """Return the same plan with its first session a week later."""
    plan = PLAN.model_copy(update={"sessions": (FIRST.model_copy(update=LATER), SECOND)})
    return Arranged(PROGRAMME, plan, dict(reserves))


def told(now: Arranged, *before: Arranged) -> list[tuple[str, str]]:
    return [(one.task.what, one.task.phone) for one in to_undo(before or (BEFORE,), now)]


def test_dates_of_sessions_and_in_reserve_that_are_wanted_no_more_are_given_back() -> None:
    """Holds beside an earlier plan were named nowhere once another had taken its place."""
    gone = "is not wanted, if it was booked or asked for."
    may, june = "Tuesday 18 May 2027, from 10:00", "Tuesday 22 June 2027, from 10:00"

    assert told(moved()) == [
        (f"Tell Beathag that the date on {may} to 13:00, {gone}", "01632 960222"),
        (f"Tell Glen Hall that the date on {may} to 13:00, {gone}", "01632 960100"),
        (f"Tell Beathag that the date on {june} to 13:00, {gone}", "01632 960222"),
        (f"Tell Glen Hall that the date on {june} to 13:00, {gone}", "01632 960100"),
    ]
    assert {one.task.due for one in to_undo((BEFORE,), moved())} == {on("Monday 10 May 2027")}


def test_what_is_wanted_still_or_again_is_kept() -> None:
    assert told(moved((("group", 2), RESERVE)))[2:] == []
    assert told(BEFORE) == []


def test_every_plan_before_counts_and_nobody_is_told_twice() -> None:
    assert told(moved(), BEFORE, BEFORE, moved()) == told(moved())


def test_what_was_over_when_the_plan_was_made_is_past_telling() -> None:
    later = PROGRAMME.model_copy(update={"planned_on": on("Saturday 19 June 2027")})
    now = moved()

    days = {one.day for one in to_undo((BEFORE,), Arranged(later, now.plan, {}))}

    assert days == {on("Tuesday 22 June 2027")}


TAXI = WayTaken(by="taxi", out_minutes=15, back_minutes=15)
BUS = WayTaken(by="bus", out_minutes=40, back_minutes=45)


def coming(ishbel: WayTaken, rory: WayTaken, chosen: Chosen = FIRST) -> Arranged:
    """Return the first session alone, with how each of the two comes."""
    there = (Coming(person="ishbel", way=ishbel), Coming(person="rory", way=rory))
    held = chosen.model_copy(update={"coming": there})
    return Arranged(PROGRAMME, PLAN.model_copy(update={"sessions": (held,)}), {})


def test_whose_taxi_is_ordered_no_more_is_told_to_the_firm_though_the_session_stays() -> None:
    """Ishbel takes the bus now: her taxi would have come at 10:15 all the same."""
    ((what, phone),) = told(coming(BUS, TAXI), coming(TAXI, TAXI))

    assert phone == ""
    assert what == (
        "Tell the taxi firm whom not to fetch on Tuesday 18 May 2027: "
        "Ishbel in The Glen at 10:15, if it was ordered."
    )


def test_all_taxis_of_a_day_are_called_off_in_one_sentence() -> None:
    firm = [
        what
        for what, _ in told(coming(TAXI, TAXI, FIRST.model_copy(update=LATER)), coming(TAXI, TAXI))
    ]

    assert firm[-1] == (
        "Tell the taxi firm whom not to fetch on Tuesday 18 May 2027: Ishbel in The Glen at 10:15 "
        "and Rory in The Town at 10:15, if they were ordered."
    )


def test_a_taxi_that_is_wanted_still_is_not_called_off() -> None:
    assert told(coming(TAXI, BUS), coming(TAXI, BUS)) == []
    assert told(coming(TAXI, BUS), coming(BUS, BUS)) == []


def test_a_taxi_to_an_address_somebody_moved_from_is_called_off() -> None:
    """Ishbel moved, with the same minutes on the way: the taxi to The Glen came all the same."""
    before = coming(TAXI, TAXI)
    people = (PROGRAMME.people[0].model_copy(update={"home": "town"}), *PROGRAMME.people[1:])
    moved_to_town = PROGRAMME.model_copy(update={"people": people})

    found = told(Arranged(moved_to_town, before.plan, {}), before)

    ((what, _),) = found
    assert what == (
        "Tell the taxi firm whom not to fetch on Tuesday 18 May 2027: "
        "Ishbel in The Glen at 10:15, if it was ordered."
    )


def test_a_home_in_other_words_for_the_same_place_calls_nothing_off() -> None:
    before = coming(TAXI, TAXI)
    people = (PROGRAMME.people[0].model_copy(update={"home": "The Glen"}), *PROGRAMME.people[1:])
    in_words = PROGRAMME.model_copy(update={"people": people})

    assert told(Arranged(in_words, before.plan, {}), before) == []


def test_a_taxi_of_a_day_that_was_over_is_past_telling() -> None:
    later = PROGRAMME.model_copy(update={"planned_on": on("Wednesday 19 May 2027")})
    now = Arranged(later, coming(BUS, BUS).plan, {})

    assert told(now, coming(TAXI, BUS)) == []


def test_whoever_needs_a_wheelchair_taxi_is_not_named_to_the_firm() -> None:
    """Its driver is booked, and called off, by name."""
    fetched = BEFORE.programme.people[0].model_copy(update={"assistance": (WHEELCHAIR_TAXI,)})
    people = (fetched, *PROGRAMME.people[1:])
    programme = PROGRAMME.model_copy(update={"people": people})
    before = Arranged(programme, coming(TAXI, BUS).plan, {})

    assert told(Arranged(programme, coming(BUS, BUS).plan, {}), before) == []
