"""Lifts in a whole plan: who drives whom, what it asks of both, and who is told."""

from datetime import timedelta
from functools import lru_cache

import pytest

from constraints import registry
from scheduler.audit import audit
from scheduler.brute_force import best_by_trying
from scheduler.calendars.plan_entries import person_entries, project_entries
from scheduler.choosing import desk_for
from scheduler.concerns import Ledger
from scheduler.course import Course, course_of
from scheduler.drops import drops_of
from scheduler.facts import NO
from scheduler.finished import Finished
from scheduler.in_force import in_force
from scheduler.judged import judge
from scheduler.lifts import Lift
from scheduler.model import best_values
from scheduler.people import Times, Travel
from scheduler.plan import Plan
from scheduler.programme import Journey, Programme
from scheduler.replan import replan
from scheduler.samples import on
from scheduler.search import Effort
from scheduler.series import best_series
from scheduler.why_not import why_not
from scheduler.words import Days
from tests.random_projects import a_project, with_lifts, with_promises, with_ties
from tests.scheduler.summer import SESSION, fortnight, planned, told, with_person, with_project
from tests.scheduler.tampered import absent, first, with_coming

FIRST_WEEK = (Days(first=on("Monday 7 June 2027"), last=on("Sunday 13 June 2027")),)


def agreed(driver: str, driven: str, **terms: object) -> Lift:
    return Lift(driver=driver, driven=driven, agreed_by=(driver, driven)).model_copy(update=terms)


def a_programme(*lifts: Lift, without_car: tuple[str, ...] = ("una",), many: int = 1) -> Programme:
    """Return a fortnight in which some members have only a bus that takes far too long."""
    buses = tuple(
        Journey(person=code, venue="hall", by="bus", out_minutes=200) for code in without_car
    )
    programme = fortnight(*[SESSION] * many, journeys=buses)
    for code in without_car:
        programme = with_person(code, programme, travel=Travel(car=NO))
    return with_project(programme, lifts=lifts, venues=("hall",))


@lru_cache
def una_rides_with_mairi() -> tuple[Programme, Plan]:
    programme = a_programme(agreed("mairi", "una"))
    return programme, planned(programme)


def rides(plan: Plan) -> list[tuple[int, str, str]]:
    """Return who rides with whom: number of the session, driver, driven."""
    return [
        (chosen.number, coming.way.driver, coming.person)
        for chosen in plan.sessions
        for coming in chosen.coming
        if coming.way.driver
    ]


def test_whoever_has_no_other_way_comes_by_the_lift_both_agreed_to() -> None:
    _, plan = una_rides_with_mairi()

    by_code = {coming.person: coming for coming in first(plan).coming}

    assert rides(plan) == [(1, "mairi", "una")]
    assert by_code["una"].sure
    assert by_code["mairi"].way.drives == ("una",)
    assert by_code["una"].way.out_minutes == by_code["mairi"].way.out_minutes


def test_without_both_sides_consent_there_is_no_lift() -> None:
    half = Lift(driver="mairi", driven="una", agreed_by=("una",))

    plan = planned(a_programme(half))

    assert rides(plan) == []
    assert "una" in {one.person for one in first(plan).absent}


def test_the_session_is_put_on_a_day_on_which_the_driver_comes() -> None:
    """Una can come only with Mairi, who is away for the first week."""
    programme = with_person(
        "mairi", a_programme(agreed("mairi", "una")), times=told(away=FIRST_WEEK)
    )

    plan = planned(programme)

    assert first(plan).start.date() >= on("Monday 14 June 2027")
    assert rides(plan) == [(1, "mairi", "una")]


def test_two_with_one_seat_to_share_take_turns() -> None:
    lifts = agreed("mairi", "una"), agreed("mairi", "ishbel")
    programme = a_programme(*lifts, without_car=("una", "ishbel"), many=2)

    plan = planned(programme)

    assert sorted(driven for _, _, driven in rides(plan)) == ["ishbel", "una"]


def test_of_two_possible_drivers_the_one_who_comes_drives() -> None:
    lifts = agreed("mairi", "una"), agreed("ishbel", "una")
    away = told(away=(Days(first=on("Monday 7 June 2027"), last=on("Sunday 20 June 2027")),))

    plan = planned(with_person("mairi", a_programme(*lifts), times=away))

    assert rides(plan) == [(1, "ishbel", "una")]


def test_both_are_told_and_only_of_what_concerns_them() -> None:
    programme, plan = una_rides_with_mairi()

    lines = {
        code: [
            line
            for entry in person_entries(programme, plan, person=code)
            for line in entry.description_lines
            if "drive" in line
        ]
        for code in ("una", "mairi", "ishbel")
    }

    assert lines == {
        "una": ["Mairi drives you there and home."],
        "mairi": ["You drive Una there and home."],
        "ishbel": [],
    }


def test_the_groups_calendar_says_nothing_of_lifts() -> None:
    programme, plan = una_rides_with_mairi()

    (entry,) = project_entries(programme, plan, project="group")

    assert not any("drive" in line or "Una" in line for line in entry.description_lines)


def test_to_make_sure_both_know_is_among_the_things_to_do() -> None:
    _, plan = una_rides_with_mairi()

    assert [task.what for task in first(plan).tasks if "lift" in task.what] == [
        "Make sure both know of the lift: Mairi drives Una there and home."
    ]


def test_whom_a_driver_could_take_is_not_left_behind() -> None:
    programme, plan = una_rides_with_mairi()
    without = absent(plan, "una")

    says = [breach.says for breach in audit(programme, without, registry())]

    assert "Una could ride along with somebody who comes, and is left out." in says


def test_a_ride_nobody_agreed_to_is_found() -> None:
    programme, plan = una_rides_with_mairi()
    una = next(each for each in first(plan).coming if each.person == "una")
    claimed = with_coming(plan, "una", way=una.way.model_copy(update={"driver": "ishbel"}))

    says = [breach.says for breach in audit(programme, claimed, registry())]

    assert "Una has another way there and back." in says


def test_a_session_falls_without_a_driver_who_brings_somebody_it_needs() -> None:
    programme = a_programme(agreed("mairi", "una"))
    needing = with_person("una", programme, roles=("lived experience", "decision maker"))
    session = SESSION.model_copy(update={"needs_roles": ("decision maker",)})
    needing = with_project(needing, sessions=(session,))
    plan = planned(needing)
    rules = {each.code: in_force(registry(), needing, each) for each in needing.projects}
    (judged,) = judge(Finished.of(needing, plan, rules).meetings, rules)

    drops = drops_of(judged, (judged.meeting,))

    assert {"una", "mairi"} <= {person.code for person in drops.people}


def course(programme: Programme) -> Course:
    (project,) = programme.projects
    desk = desk_for(programme, project, in_force(registry(), programme, project))
    return course_of(desk.columns, desk.ties, Ledger.of(programme, project))


def drawn(number: int) -> Programme:
    """Return a random project with lifts; every third with limits, some with promises."""
    programme = a_project(number, days=3)
    programme = with_ties(programme, number) if number % 3 == 0 else programme
    programme = with_lifts(programme, number)
    return with_promises(programme, number) if number % 5 == 0 else programme


@pytest.mark.parametrize("numbers", [range(908, 912), range(916, 920)], ids=str)
def test_search_solver_and_trying_everything_agree_on_every_level(numbers: range) -> None:
    courses = {number: course(drawn(number)) for number in numbers}

    found = {number: best_series(own, Effort()).values for number, own in courses.items()}

    assert found == {number: best_values(own) for number, own in courses.items()}
    assert found == {
        number: tuple(value for _, value in best_by_trying(drawn(number), registry()))
        for number in numbers
    }


def test_rides_matter_in_many_of_them() -> None:
    """Agreement says little where nobody could ride."""
    ridden = [
        number
        for number in (*range(908, 912), *range(916, 920))
        if any(own.rides.any() for own in course(drawn(number)).columns)
    ]

    assert len(ridden) >= 3


def test_why_not_counts_whoever_could_ride_along() -> None:
    programme, plan = una_rides_with_mairi()
    alone = a_programme()
    start = first(plan).start + timedelta(days=1)

    by_lift = why_not(programme, plan, registry(), project="group", start=start, venue="hall")
    without = why_not(alone, planned(alone), registry(), project="group", start=start, venue="hall")

    assert "Una" not in " ".join(by_lift.reasons)
    assert "Una" in " ".join(without.reasons)


def test_nobody_is_surer_to_come_than_whoever_drives_them() -> None:
    """A driver of whom nothing was known once made whoever rode along certain."""
    programme = with_person("mairi", a_programme(agreed("mairi", "una")), times=Times())

    plan = planned(programme)

    una = next(coming for coming in first(plan).coming if coming.person == "una")
    assert (una.way.driver, una.sure) == ("mairi", False)
    assert "Whether Mairi, who would drive, can come is not known yet." in una.unsure_because
    assert not audit(programme, plan, registry())


def test_both_hear_of_it_when_another_drives() -> None:
    """Whoever was driven once heard nothing, nor did the new driver."""
    pair = a_programme(agreed("mairi", "una"), agreed("flora", "una"))
    before = pair.model_copy(update={"last_day": pair.first_day})
    plan = planned(before)
    ((_, driver, _),) = rides(plan)
    other = {"mairi": "flora", "flora": "mairi"}[driver]
    gone = Days(first=before.first_day, last=before.last_day)

    found = replan(with_person(driver, before, times=told(away=(gone,))), plan, registry())

    news = {each.code: each.says for each in found.to_tell}
    assert rides(found.plan) == [(1, other, "una")]
    assert news["una"].endswith(f", {other.capitalize()} drives them now.")
    assert ", they drive Una now, they set out by " in news[other]
