"""Whom and what a session cannot do without."""

import pytest

from constraints import registry
from scheduler.drops import Drops, drops_of
from scheduler.facts import NO, YES
from scheduler.finished import Finished
from scheduler.households import Household
from scheduler.in_force import in_force
from scheduler.judged import judge
from scheduler.lifts import Lift
from scheduler.people import Travel
from scheduler.plan import Chosen
from scheduler.programme import Journey, Line, Programme
from scheduler.robustness import robustness
from scheduler.samples import on
from scheduler.words import Days
from tests.random_projects import a_project
from tests.scheduler.summer import (
    ONCE,
    SESSION,
    fortnight,
    planned,
    set_to,
    told,
    two_apart,
    with_person,
    with_project,
    with_session,
    with_worker,
)

NEVER_FREE = told(free=("Mon-Sun 06:00-06:30",))
ALL_SUMMER = (Days(first=on("Monday 10 May 2027"), last=on("Sunday 18 July 2027")),)
BUS = Line(
    name="Glen bus",
    from_place="town",
    to_place="glen",
    out=(("08:00", "08:30"), ("10:00", "10:30")),
    back=(("13:30", "14:00"), ("17:00", "17:30")),
)


def drops(programme: Programme, project: str = "group") -> Drops:
    """Return what the first session of a group cannot do without."""
    plan = planned(programme)
    rules = {each.code: in_force(registry(), programme, each) for each in programme.projects}
    meetings = Finished.of(programme, plan).meetings
    first = next(one for one in judge(meetings, rules) if one.meeting.project.code == project)
    return drops_of(first, meetings)


def codes(found: Drops) -> tuple[list[str], list[str], list[str]]:
    """Return what was found, by code and name."""
    people, workers = [p.code for p in found.people], [w.code for w in found.workers]
    return people, workers, list(found.lines)


def at_the_hall(programme: Programme = ONCE) -> Programme:
    """Return a programme whose group can only meet in the glen."""
    return with_project(programme, venues=("hall",))


def with_four(programme: Programme) -> Programme:
    """Return a programme of whose six members two can never come: four are needed."""
    programme = with_person("mairi", programme, times=NEVER_FREE)
    return with_person("neil", programme, times=NEVER_FREE)


def test_with_everybody_there_nobody_is_indispensable() -> None:
    assert codes(drops(ONCE)) == ([], [], [])


def test_with_just_enough_people_everybody_is() -> None:
    found = drops(with_four(ONCE))

    assert codes(found) == (["ishbel", "una", "flora", "rory"], [], [])


def test_the_only_one_with_a_view_is_indispensable() -> None:
    found = drops(with_person("mairi", ONCE, view="carers"))

    assert codes(found) == (["mairi"], [], [])


def test_a_professional_who_stood_down_can_step_in() -> None:
    """Two bring lived experience and three are professionals, of whom one stands down."""
    programme = with_person("una", ONCE, roles=("professional",))
    programme = with_person("flora", programme, roles=("professional",))
    programme = with_person("mairi", programme, roles=("lived experience",))

    found = drops(set_to("quorum", {"least": 4}, programme))

    assert codes(found) == (["ishbel", "mairi"], [], [])


def test_whoever_rides_with_a_driver_who_stands_down_cannot_come_either() -> None:
    """Una was still counted when Rory, who drives her, had to leave his place to others.

    Without Ishbel only one professional may come, and without Neil nothing can be decided.
    """
    nowhere = Travel(car=NO, lift=NO, taxi=NO)
    programme = with_person("una", fortnight(), home="town", travel=nowhere)
    programme = with_person("neil", programme, roles=("decision maker",))
    programme = with_person("rory", programme, home="town")
    deciding = SESSION.model_copy(update={"needs_roles": ("decision maker",)})
    lift = Lift(driver="rory", driven="una", agreed_by=("rory", "una"), detour_minutes=0)
    programme = with_project(
        programme,
        members=("ishbel", "una", "rory", "neil"),
        sessions=(deciding,),
        venues=("hall",),
        lifts=(lift,),
    )
    programme = set_to("balance", {"least_lived": 1}, set_to("quorum", {"least": 2}, programme))

    assert "ishbel" in codes(drops(programme))[0]


def test_a_worker_for_whom_nobody_can_step_in_is_indispensable() -> None:
    found = drops(with_worker("dougal", ONCE, away=ALL_SUMMER))

    assert codes(found) == ([], ["catriona"], [])


def test_whoever_works_for_another_group_then_cannot_step_in() -> None:
    """Two groups meet at once, each with one of the only two facilitators."""
    found = drops(two_apart())

    assert codes(found)[1] == ["catriona"]


def test_an_interpreter_without_another_is_indispensable() -> None:
    found = drops(with_person("una", ONCE, interpreter="BSL"))

    assert codes(found) == ([], ["morag"], [])


def test_a_bus_on_which_a_needed_person_depends_must_run() -> None:
    travel = ONCE.people[2].travel.model_copy(update={"car": NO})
    programme = with_person("flora", at_the_hall(with_four(ONCE)), travel=travel)

    found = drops(programme.model_copy(update={"lines": (BUS,)}))

    assert codes(found)[2] == ["Glen bus"]


def test_a_bus_for_which_there_is_a_car_may_fail() -> None:
    slow = {"comfortable_minutes": 120, "most_minutes": 120}
    travel = ONCE.people[2].travel.model_copy(update=slow)
    programme = with_person("flora", at_the_hall(with_four(ONCE)), travel=travel)
    quick = BUS.model_copy(update={"out": (("09:50", "09:58"),), "back": (("12:00", "12:05"),)})

    found = drops(programme.model_copy(update={"lines": (quick,)}))

    assert codes(found)[2] == []


def test_a_ferry_typed_as_a_journey_must_run_for_whoever_comes_by_it() -> None:
    travel = ONCE.people[2].travel.model_copy(update={"car": NO})
    programme = with_person("flora", at_the_hall(with_four(ONCE)), travel=travel)
    ferry = Journey(person="flora", venue="hall", by="ferry", out_minutes=30, step_free="yes")

    found = drops(programme.model_copy(update={"journeys": (ferry,)}))

    assert codes(found)[2] == ["the ferry"]


def test_a_session_already_short_is_not_said_to_fall_for_that() -> None:
    """It is booked and stands, though too few can come: nobody makes it worse by one rule more."""
    booked = {
        "state": "booked",
        "day": on("Tuesday 11 May 2027"),
        "start": "10:00",
        "venue": "hall",
    }
    programme = with_session(1, with_four(ONCE), **booked)
    programme = with_person("una", programme, times=NEVER_FREE)

    assert codes(drops(programme))[0] == ["ishbel", "flora"]


def test_each_group_is_asked_of_by_itself() -> None:
    assert codes(drops(two_apart(), "growing"))[0] == ["flora", "mairi"]


def by_taxi(**pence: int) -> Programme:
    """Return two sessions for four in the glen, three of whom are needed, with £8 for taxis."""
    people = ("ishbel", "una", "flora", "rory")
    programme = with_project(ONCE, members=people, sessions=(SESSION,) * 2, venues=("hall",))
    journeys = tuple(
        Journey(person=code, venue="hall", by="taxi", out_minutes=10, pence=each)
        for code, each in pence.items()
    )
    for code in pence:
        nowhere = Travel(car=NO, lift=NO, taxi=YES)
        programme = with_person(code, programme, home="town", travel=nowhere)
    programme = programme.model_copy(update={"journeys": journeys})
    return set_to("quorum", {"least": 3}, set_to("taxi_budget", {"most_pence": 800}, programme))


def test_whoever_stays_away_for_money_steps_in_only_with_what_is_left() -> None:
    """Una comes to one session, and there is nothing left with which she could come to the other.

    That session was said to stand whoever stayed away.
    """
    programme = by_taxi(una=800)
    found = robustness(programme, planned(programme), registry()).sessions

    needed = sorted(firm.falls_without_people for firm in found)

    assert needed == [(), ("ishbel", "flora", "rory")]


def test_whoever_stays_away_for_money_steps_in_with_what_another_leaves() -> None:
    """Una and Flora come to one session each: either could take the taxi of the other."""
    programme = by_taxi(una=400, flora=400)
    found = robustness(programme, planned(programme), registry()).sessions

    assert sorted(firm.falls_without_people for firm in found) == [
        ("ishbel", "rory"),
        ("ishbel", "rory"),
    ]


def four_in_the_glen() -> Programme:
    """Return one session of four in the glen, three of whom are needed."""
    people = ("ishbel", "una", "flora", "rory")
    programme = with_person("flora", ONCE, home="glen")
    programme = with_project(programme, members=people, sessions=(SESSION,), venues=("hall",))
    return set_to("quorum", {"least": 3}, programme)


def test_whoever_comes_only_with_another_is_missed_as_well() -> None:
    """Without Una, Flora stays at home, and two are too few: it was said to stand."""
    pair = Household(members=("una", "flora"))

    found = drops(with_project(four_in_the_glen(), households=(pair,)))

    assert codes(found)[0] == ["una", "flora"]


@pytest.mark.parametrize(("pence", "drivers"), [(4000, ["rory"]), (200, [])])
def test_whoever_is_driven_comes_without_the_driver_only_if_that_can_be_paid(
    pence: int, drivers: list[str]
) -> None:
    """Without Rory, who drives her, Una needs a taxi, and nobody is kept at home for money."""
    lift = Lift(driver="rory", driven="una", agreed_by=("rory", "una"), detour_minutes=0)
    taxi = Journey(person="una", venue="hall", by="taxi", out_minutes=60, pence=pence)
    programme = with_person("una", four_in_the_glen(), home="town", travel=Travel(car=NO, taxi=YES))
    programme = with_person("rory", programme, home="town")
    programme = with_project(programme, lifts=(lift,))
    programme = set_to("balance", False, programme.model_copy(update={"journeys": (taxi,)}))
    cost = planned(programme).costs.pence
    limited = set_to("project_budget", {"most_pence": cost + 500}, programme)

    assert [code for code in codes(drops(limited))[0] if code == "rory"] == drivers


@pytest.mark.parametrize(("spare", "needed"), [(0, ["catriona"]), (1000, [])])
def test_whoever_steps_in_for_a_worker_has_to_be_paid(spare: int, needed: list[str]) -> None:
    """Dougal asks for £60 and Catriona for £50: with her money alone he cannot be had."""
    programme = four_in_the_glen()
    cost = planned(programme).costs.pence
    limited = set_to("project_budget", {"most_pence": cost + spare}, programme)

    assert codes(drops(limited))[1] == needed


@pytest.mark.parametrize("number", range(20))
def test_planning_without_somebody_on_that_day_agrees(number: int) -> None:
    """The session is pinned where it is; with somebody needed away it finds no date."""
    programme = a_project(number, sessions=1)
    plan = planned(programme)

    for firm in robustness(programme, plan, registry()).sessions:
        (chosen,) = plan.sessions
        here = [coming.person for coming in chosen.coming]
        needed = [code for code in here if not _is_held(programme, chosen, code)]
        booked = [code for code in chosen.workers if not _is_staffed(programme, chosen, code)]
        assert list(firm.falls_without_people) == needed
        assert list(firm.falls_without_workers) == booked


def _is_held(programme: Programme, chosen: Chosen, person: str) -> bool:
    """Say whether a session is still held, then and there, with one person away that day."""
    times = next(p for p in programme.people if p.code == person).times
    missing = times.model_copy(update={"away": (*times.away, _that_day(chosen))})
    return planned(with_person(person, _pinned(programme, chosen), times=missing)).sessions != ()


def _is_staffed(programme: Programme, chosen: Chosen, worker: str) -> bool:
    """Say whether a session is still held, then and there, with one worker away that day."""
    pinned = _pinned(programme, chosen)
    return planned(with_worker(worker, pinned, away=(_that_day(chosen),))).sessions != ()


def _pinned(programme: Programme, chosen: Chosen) -> Programme:
    at = {"day": chosen.start.date(), "start": f"{chosen.start:%H:%M}", "venue": chosen.venue}
    return with_session(1, programme, **at)


def _that_day(chosen: Chosen) -> Days:
    return Days(first=chosen.start.date(), last=chosen.start.date())
