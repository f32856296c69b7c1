"""Reserve dates: later, in step with the other sessions, worse for nobody, and let go in time."""

from datetime import date

import pytest

from constraints import registry
from scheduler.audit import audit
from scheduler.facts import NO, YES
from scheduler.journeys import Journey
from scheduler.people import Travel
from scheduler.planner import make_plan
from scheduler.programme import Programme
from scheduler.robustness import Firm, Reserve, robustness
from scheduler.samples import on
from scheduler.words import Days
from tests.random_projects import a_project
from tests.scheduler.summer import (
    ONCE,
    SESSION,
    away,
    away_except,
    fortnight,
    planned,
    set_to,
    told,
    two_apart,
    two_groups,
    with_person,
    with_project,
    with_session,
    with_venue,
    with_worker,
)

WED_16_JUNE = on("Wednesday 16 June 2027")
SUN_20_JUNE = on("Sunday 20 June 2027")
ALL_JUNE = Days(first=on("Tuesday 1 June 2027"), last=on("Wednesday 30 June 2027"))
HOLD = "Hold Glen Hall on Monday 14 June 2027, from 11:00 to 13:00."
RELEASE = "Once session 1 was held, release the hold on Glen Hall for Monday 14 June 2027"


def firm(programme: Programme, number: int = 1, project: str = "group") -> Firm:
    """Return how firm a session of a programme's plan stands."""
    found = robustness(programme, planned(programme), registry())
    return next(f for f in found.sessions if (f.project, f.number) == (project, number))


def reserve(programme: Programme, number: int = 1, project: str = "group") -> Reserve:
    """Return the reserve date of a session."""
    found = firm(programme, number, project).reserve
    assert found is not None
    return found


def days(programme: Programme, project: str = "group") -> list[tuple[str, str]]:
    """Return the day of each session of a project and of its reserve, such as "Mon 7 Jun"."""
    sessions = robustness(programme, planned(programme), registry()).sessions
    return [
        (_short(f.start.date()), _short(f.reserve.start.date()) if f.reserve else "")
        for f in sessions
        if f.project == project
    ]


def _short(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b}"


def test_the_reserve_is_the_next_day_of_the_week_at_the_same_hour_and_place() -> None:
    found = reserve(fortnight())

    assert (found.start.isoformat(), found.venue, found.misses, found.is_worse) == (
        "2027-06-14T11:00:00+01:00",
        "hall",
        (),
        False,
    )


def test_a_day_on_which_somebody_with_lived_experience_is_away_comes_after_others() -> None:
    programme = with_person("una", fortnight(), times=away("Monday 14 June 2027"))

    assert days(programme) == [("Mon 7 Jun", "Tue 8 Jun")]


def test_a_day_on_which_a_professional_is_away_comes_after_others_too() -> None:
    programme = with_person("rory", fortnight(), times=away("Monday 14 June 2027"))

    assert days(programme) == [("Mon 7 Jun", "Tue 8 Jun")]


def test_a_professional_gives_way_to_somebody_with_lived_experience() -> None:
    every = {"programme": fortnight()}
    una = away_except("Monday 7 June 2027", "Friday 11 June 2027", **every)
    rory = away("Friday 11 June 2027")
    programme = with_person("rory", with_person("una", fortnight(), times=una), times=rory)

    found = reserve(programme)

    assert (_short(found.start.date()), found.misses, found.is_worse) == (
        "Fri 11 Jun",
        ("rory",),
        False,
    )


def test_where_no_day_suits_all_it_is_said_who_could_not_come() -> None:
    una = away_except("Monday 7 June 2027", programme=fortnight())

    found = reserve(with_person("una", fortnight(), times=una))

    assert (found.misses, found.is_worse) == (("una",), True)


def test_a_day_that_would_put_somebody_to_it_comes_after_others() -> None:
    busy = told(if_need_be=("Mon 08:00-20:00; Wed 08:00-20:00",))

    programme = with_person("una", with_session(1, fortnight(), last_day=WED_16_JUNE), times=busy)

    assert days(programme) == [("Tue 8 Jun", "Tue 15 Jun")]


def test_the_reserve_leaves_room_to_the_sessions_before_and_after() -> None:
    """The first cannot move, being three days before the second; the second can, by one."""
    near: dict[str, object] = {"least_days": 3, "most_days": 4}
    programme = set_to("spacing", near, fortnight(SESSION, SESSION))

    found = days(programme)

    assert found == [("Mon 7 Jun", ""), ("Thu 10 Jun", "Fri 11 Jun")]


def test_the_reserve_of_a_session_lies_before_the_next() -> None:
    programme = set_to("spacing", {"least_days": 1, "most_days": 9}, fortnight(SESSION, SESSION))
    programme = with_session(2, programme, first_day=on("Friday 11 June 2027"))

    assert days(programme) == [("Mon 7 Jun", "Tue 8 Jun"), ("Mon 14 Jun", "Tue 15 Jun")]


def test_on_the_last_day_there_is_no_reserve() -> None:
    programme = with_session(1, fortnight(), first_day=SUN_20_JUNE)

    assert firm(programme).reserve is None


def test_a_session_that_cannot_be_held_later_has_no_reserve() -> None:
    programme = with_session(1, fortnight(), day=on("Monday 14 June 2027"))

    assert firm(programme).reserve is None


def test_a_booked_session_has_a_reserve_as_well() -> None:
    booked = {"state": "booked", "day": on("Wednesday 9 June 2027"), "start": "11:00"}

    programme = with_session(1, fortnight(), **booked, venue="hall")

    assert days(programme) == [("Wed 9 Jun", "Wed 16 Jun")]


def test_a_session_already_held_needs_none() -> None:
    held = {"state": "held", "day": on("Wednesday 9 June 2027"), "start": "11:00"}
    programme = with_session(1, fortnight(), **held, venue="hall")

    assert robustness(programme, planned(programme), registry()).sessions == ()


def test_the_hold_is_let_go_before_room_and_workers_ask_to_be_told() -> None:
    programme = with_venue("hall", fortnight(), notice_days=14)
    programme = with_worker("catriona", programme, notice_days=21)

    found = reserve(with_worker("dougal", programme, session_pence=90000))

    assert (found.start.date(), found.release_by) == (
        on("Monday 14 June 2027"),
        on("Monday 24 May 2027"),
    )


@pytest.mark.parametrize(
    ("days_notice", "let_go"),
    [(0, "Monday 7 June 2027"), (7, "Monday 7 June 2027"), (8, "Sunday 6 June 2027")],
)
def test_a_hold_outlasts_the_session_unless_notice_is_longer_than_the_days_between(
    days_notice: int, let_go: str
) -> None:
    """It was let go by the session's own day less the notice: a week before anybody could know."""
    found = reserve(with_venue("hall", fortnight(), notice_days=days_notice))

    assert (found.start.date(), found.release_by) == (on("Monday 14 June 2027"), on(let_go))


@pytest.mark.parametrize(
    ("venue_days", "worker_days", "asks"), [(14, 0, "Glen Hall"), (7, 14, "Catriona")]
)
def test_where_notice_ends_before_the_session_it_is_said_who_wants_to_know(
    venue_days: int, worker_days: int, asks: str
) -> None:
    programme = with_venue("hall", fortnight(), notice_days=venue_days)
    programme = with_worker("catriona", programme, notice_days=worker_days)

    found = reserve(with_worker("dougal", programme, session_pence=90000))

    assert (found.tasks[1].due, found.tasks[1].what) == (
        on("Monday 31 May 2027"),
        (
            f"{asks} wants to know by Monday 31 May 2027, before session 1 is held: "
            "release the hold on Glen Hall for Monday 14 June 2027, and tell Catriona, "
            "unless it is clear by then that session 1 has to move there."
        ),
    )


def test_a_room_whose_hold_could_not_be_let_go_in_time_is_no_reserve() -> None:
    """The hall shuts on Tuesday; one of two other rooms would have to be let go before planning."""
    left = (on("Monday 14 June 2027") - fortnight().planning_day).days
    shut = Days(first=on("Tuesday 8 June 2027"), last=SUN_20_JUNE)
    until = with_session(1, fortnight(), last_day=on("Monday 14 June 2027"))
    programme = with_venue("hall", until, closed=(shut,))
    programme = with_venue("loft", programme, notice_days=left + 1)

    found = reserve(with_venue("far", programme, notice_days=left))

    assert (found.venue, found.release_by) == ("far", programme.planning_day)


def test_every_hold_is_let_go_on_the_day_of_the_session_or_by_the_notice() -> None:
    for number in range(12):
        programme = a_project(number)
        plan = planned(programme)
        notice = {venue.code: venue.notice_days for venue in programme.venues}
        for each in robustness(programme, plan, registry()).sessions:
            if each.reserve:
                told_by = each.reserve.start.date().toordinal() - notice[each.reserve.venue]
                latest = min(each.start.date().toordinal(), told_by)
                assert programme.planning_day <= each.reserve.release_by
                assert each.reserve.release_by.toordinal() <= latest


def test_tasks_say_what_to_hold_and_what_to_let_go() -> None:
    found = reserve(fortnight())

    assert [(task.due, task.what) for task in found.tasks] == [
        (
            on("Monday 12 April 2027"),
            HOLD.replace(".", ", and ask Catriona to keep it free."),
        ),
        (
            on("Monday 7 June 2027"),
            f"{RELEASE}, and tell Catriona.",
        ),
    ]
    assert {task.phone for task in found.tasks} == {"01632 960100"}


def test_without_workers_nobody_else_is_asked() -> None:
    programme = fortnight(SESSION.model_copy(update={"workers": ()}))

    assert [task.what for task in reserve(programme).tasks] == [
        HOLD,
        f"{RELEASE}.",
    ]


def test_two_groups_hold_no_room_and_ask_no_worker_twice() -> None:
    """Both groups would choose Tuesday at eleven with the same room and the same people."""
    apart, shared = two_apart(), two_groups()

    for programme in (apart, shared):
        found = robustness(programme, planned(programme), registry()).sessions
        held = [f.reserve for f in found if f.reserve]
        taken = [(r.start, code) for r in held for code in (r.venue, *r.workers)]
        assert len(taken) == len(set(taken)) == 4


def on_monday(venue: str, programme: Programme) -> Programme:
    """Return a programme whose second group meets on Monday 14 June 2027."""
    wish = SESSION.model_copy(update={"day": on("Monday 14 June 2027"), "venue": venue})
    first, second = programme.projects
    second = second.model_copy(update={"sessions": (wish,)})
    return programme.model_copy(update={"projects": (first, second)})


def test_an_hour_at_which_the_only_facilitator_works_elsewhere_is_not_held() -> None:
    programme = with_worker("dougal", two_apart(), away=(ALL_JUNE,))

    assert days(on_monday("far", programme)) == [("Mon 7 Jun", "Tue 8 Jun")]


def test_an_hour_at_which_the_other_group_has_the_room_is_not_held() -> None:
    assert days(on_monday("hall", two_apart())) == [("Mon 7 Jun", "Tue 8 Jun")]


def test_a_day_on_which_members_meet_in_another_group_is_not_held() -> None:
    assert days(on_monday("far", two_groups())) == [("Mon 7 Jun", "Tue 8 Jun")]


def test_other_rooms_at_the_same_hour_are_named_best_first() -> None:
    assert firm(ONCE).rooms == ("loft", "far")


def test_a_room_people_can_come_to_in_several_ways_is_named_once() -> None:
    """It said "Birks Centre or Birks Centre could be had": a row for each who takes taxis."""
    taxi = Journey(person="una", venue="hall", by="taxi", out_minutes=10, pence=3000)
    bus = Journey(person="una", venue="hall", by="bus", out_minutes=31, pence=300)
    journeys = tuple(
        way.model_copy(update={"person": person, "venue": venue})
        for person in ("una", "flora")
        for venue in ("hall", "loft", "far")
        for way in (taxi, bus)
    )
    programme = ONCE.model_copy(update={"journeys": journeys})
    for person in ("una", "flora"):
        programme = with_person(person, programme, travel=Travel(car=NO, taxi=YES))
    found = firm(set_to("taxi_budget", {"most_pence": 9000}, programme))

    assert found.rooms == ("loft", "far")
    assert "If Glen Hall is lost, Upstairs Hall or Town Hall could be had" in found.says[-1]


def test_without_another_room_there_is_none_to_name() -> None:
    assert firm(with_project(ONCE, venues=("hall",))).rooms == ()


@pytest.mark.parametrize("number", range(16))
def test_a_session_moved_to_its_reserve_keeps_every_rule(number: int) -> None:
    """Each is held on its reserve date in turn, and the plan so changed is audited."""
    programme = a_project(number)
    plan = make_plan(programme, registry())

    for each in robustness(programme, plan, registry()).sessions:
        if each.reserve:
            moved = _moved(programme, each, each.reserve)
            again = make_plan(moved, registry())
            assert again.possible == plan.possible
            assert len(again.sessions) == len(plan.sessions)
            assert _audited(programme, moved) == ()


def _moved(programme: Programme, firm: Firm, reserve: Reserve) -> Programme:
    """Return a programme with every session where the plan has it, but for one."""
    pinned = programme
    for chosen in planned(programme).sessions:
        own = reserve if chosen.number == firm.number else chosen
        pinned = with_session(
            chosen.number,
            pinned,
            day=own.start.date(),
            start=f"{own.start:%H:%M}",
            venue=own.venue,
        )
    return pinned


def _audited(programme: Programme, moved: Programme) -> tuple[object, ...]:
    """Return what the audit says of the moved plan, as a plan of the programme itself."""
    plan = make_plan(moved, registry())
    own = planned(programme).certificate
    looked_at = {"candidates": own.candidates, "open_candidates": own.open_candidates}
    certificate = plan.certificate.model_copy(update={"programme": own.programme, **looked_at})
    return audit(programme, plan.model_copy(update={"certificate": certificate}), registry())


@pytest.mark.parametrize(("spare", "rooms"), [(0, ()), (9000, ("far",))])
def test_another_room_is_one_that_can_be_paid(spare: int, rooms: tuple[str, ...]) -> None:
    """With all the money spent a hall for £90 more "could be had at the same hour"."""
    programme = with_project(with_venue("far", ONCE, hire_pence=9000), venues=("hall", "far"))
    cost = planned(programme).costs.pence
    limited = set_to("project_budget", {"most_pence": cost + spare + spare // 2}, programme)

    assert firm(limited).rooms == rooms
