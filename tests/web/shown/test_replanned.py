"""A plan before and after something changed, in words."""

from datetime import date, timedelta

from constraints import registry
from scheduler.changed import changed
from scheduler.facts import UNKNOWN
from scheduler.plan import Coming, WayTaken
from scheduler.plan_changes import PlanChange, VenueLost
from scheduler.programme import Programme
from scheduler.replan import replan
from scheduler.words import Days
from tests.scheduler.summer import (
    SESSION,
    away,
    fortnight,
    planned,
    told,
    two_apart,
    with_person,
    with_project,
    with_venue,
)
from web.shown.money_changes import money_changes
from web.shown.replanned import Before, ShownReplanned, shown_replanned

ONE = fortnight(SESSION)
"""One session, on Monday 7 June 2027."""
MONDAY = Days(first=ONE.first_day, last=ONE.first_day)
TAXI = WayTaken(by="taxi", out_minutes=20, back_minutes=20)
HERE = "Monday 7 June 2027, 11 am to 1 pm, Glen Hall"
THERE = "Monday 7 June 2027, 11 am to 1 pm, Upstairs Hall"


def shown(after: Programme, before: Programme = ONE, *, today: date = date.min) -> ShownReplanned:
    """Return what a change does to the plan of a programme."""
    plan = planned(before)
    found = replan(after, plan, registry())
    return shown_replanned(Before(before, plan), after, found, today=today)


def without_the_hall() -> ShownReplanned:
    """Return what becomes of the session when its hall is shut that day."""
    return shown(with_venue("hall", ONE, closed=(MONDAY,)))


def test_where_nothing_has_to_change_that_is_said() -> None:
    found = shown(ONE)

    assert found.says == (
        "No session has to move.",
        "No plan that is as fair to whoever misses most changes less: this is proven.",
    )
    assert [each.tag for each in found.sessions] == ["Stays"]
    assert {each.tag for each in found.people} == {"The same"}
    assert (found.persons_to_tell, found.workers_to_tell, found.venues_to_tell) == ((), (), ())
    assert (found.new_tasks, found.undone_tasks) == ((), ())


def test_a_session_that_moves_stands_with_where_it_was() -> None:
    (session,) = without_the_hall().sessions

    assert (session.name, session.before, session.after) == ("Session 1: Session", HERE, THERE)
    assert (session.tag, session.state) == ("Another hour or place", "avoid")


def test_what_nobody_knows_of_the_new_room_is_asked_before_it_is_final() -> None:
    always = Days(first=ONE.first_day, last=ONE.last_day)
    shut = with_venue("hall", ONE, closed=(always,))
    unasked = with_venue("loft", with_project(shut, venues=("hall", "loft")), licensed=UNKNOWN)

    asked = [question.asks for question in shown(unasked).questions]

    assert any("alcohol" in asks and "Upstairs Hall" in asks for asks in asked)
    assert without_the_hall().questions == ()


def test_rooms_are_booked_and_given_back_with_their_numbers_to_ring() -> None:
    found = without_the_hall()

    assert [each.link for each in found.venues_to_tell] == ["tel:01632960100"] * 2
    assert [task.what.split(" from ")[0] for task in found.new_tasks] == [
        "Book Upstairs Hall",
        "Tell the group about Monday 7 June 2027, once Upstairs Hall is booked.",
    ]
    assert [task.what.split(" from ")[0] for task in found.undone_tasks] == [
        "Book Glen Hall",
        "Tell the group about Monday 7 June 2027, once Glen Hall is booked.",
    ]


def test_what_the_new_plan_needs_is_marked_where_its_day_has_passed() -> None:
    """It was marked on the list of all that is to be done, and stood as to come here."""
    shut = with_venue("hall", ONE, closed=(MONDAY,))
    in_time, late, over = (
        shown(shut, today=ONE.first_day + timedelta(days=n)) for n in (-99, 0, 1)
    )

    marked = [
        [task.due.startswith("Overdue, if not done yet: by ") for task in tasks]
        for found in (in_time, late, over)
        for tasks in (found.new_tasks, found.undone_tasks)
    ]
    assert marked == [[False] * 2, [False] * 2, [True] * 2, *[[False] * 2] * 3]


def test_whoever_misses_more_stands_first_with_before_and_after() -> None:
    found = shown(with_person("rory", ONE, times=away("Monday 7 June 2027")))

    first = found.people[0]
    assert (first.name, first.before, first.after, first.tag) == (
        "Rory",
        "0 of 1",
        "1 of 1",
        "Misses more",
    )


def test_whoever_misses_less_is_told_so() -> None:
    every = Days(first=ONE.first_day, last=ONE.last_day)

    found = shown(ONE, with_person("rory", ONE, times=told(away=(every,))))

    first = found.people[0]
    assert (first.name, first.before, first.after, first.tag) == (
        "Rory",
        "1 of 1",
        "0 of 1",
        "Misses fewer",
    )


def test_the_floor_is_what_the_worst_off_missed_and_misses_now() -> None:
    found = without_the_hall()

    assert (found.floor, found.worse) == (
        ("The worst-off missed 0 of 1 before. Now the worst-off misses 0 of 1.",),
        (),
    )


def test_whoever_joins_or_leaves_has_no_before_or_no_after() -> None:
    fewer = with_project(ONE, members=tuple(c for c in ONE.projects[0].members if c != "una"))

    left, joined = shown(fewer), shown(ONE, fewer)

    changed = [
        (each.before, each.after, each.tag)
        for found in (left, joined)
        for each in found.people
        if each.name == "Una"
    ]
    assert changed == [
        ("0 of 1", "Has left", "Leaves"),
        ("Not in the group", "0 of 1", "Joins"),
    ]


def test_a_session_that_cannot_be_held_any_more_says_why() -> None:
    every = Days(first=ONE.first_day, last=ONE.last_day)

    found = shown(ONE.model_copy(update={"dates_to_avoid": (every,)}))

    assert found.says[-1] == "Not every session that has to be held can be held any more."
    assert [(each.after, each.tag) for each in found.sessions] == [("No date", "Called off")]
    assert len(found.conflicts) == 1


def test_a_lost_room_stands_first_among_what_is_in_the_way() -> None:
    """Every session was called off for a lost hall, and only what clashed without it was told."""
    before = with_project(ONE, venues=("hall",))
    lost = PlanChange(venues_lost=(VenueLost(venue="hall"),))

    found = shown(changed(before, lost, registry(), file="change.toml"), before)

    assert found.conflicts[0] == (
        "Glen Hall is lost, from Monday 7 June to Sunday 20 June 2027: "
        "1 session of Living well was to be held there."
    )
    assert len(found.conflicts) == 2


def test_with_several_groups_sessions_and_people_name_theirs() -> None:
    found = shown(two_apart(), two_apart())

    labels = [project.label for project in two_apart().projects]
    assert [each.name.split(" (")[1] for each in found.sessions] == [f"{name})" for name in labels]
    assert [says.split(":")[0] for says in found.floor] == labels
    assert all(each.name.endswith(")") for each in found.people)


def test_what_it_cost_and_costs_stands_beside_what_is_told() -> None:
    """A lost hall moved every journey, and nothing was said of money or of taxis."""
    found = without_the_hall()

    assert found.money == (
        "What is known of what it costs is as before: at least about £81.62, 1 hire not known.",
    )


def test_taxis_are_told_before_and_after_without_names() -> None:
    by_taxi = Coming(person="una", way=TAXI.model_copy(update={"pence": 4128, "estimated": True}))
    unasked = Coming(person="neil", way=TAXI)
    plan = planned(ONE)
    (held,) = plan.sessions
    dearer = held.model_copy(update={"coming": (by_taxi, unasked)})
    costs = plan.costs.model_copy(update={"pence": plan.costs.pence + 4128})
    after = plan.model_copy(update={"sessions": (dearer,), "costs": costs})

    told = list(money_changes(plan, ONE, after))

    assert told[1] == (
        "By taxi there and back: nobody before, 2 journeys for at least about £41.28, 1 fare not "
        "known now. Tell the taxi firm what changes."
    )
