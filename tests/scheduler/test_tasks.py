"""What has to be done before a session, and by when."""

from constraints import registry
from scheduler.ahead import Ahead
from scheduler.audit import audit
from scheduler.facts import YES
from scheduler.people import Travel
from scheduler.plan import Coming, Task, WayTaken
from scheduler.programme import Journey, Programme
from scheduler.samples import HALL, at, on
from scheduler.tasks import tasks_of
from tests.scheduler.summer import (
    SESSION,
    fortnight,
    planned,
    with_person,
    with_venue,
    with_worker,
)

PREPARED = ("Confirm with ", "Send money ", "Tell ", "Ask 2 people what ")
"""How the tasks begin that `tests/scheduler/money/test_preparing.py` is about."""
ROOM = "Book Glen Hall from 11:00 to 13:00, before anybody is told the date."
"""What is done before anything else of which somebody learns the date."""
EXPECTED = (
    "Check that Monday 10 January 2028 still holds. It is only expected: "
    '"Bank holidays by proclamation that come after, or correct, those of every year" '
    "is good until Friday 31 December 2027."
)


def tasks(programme: Programme) -> list[tuple[str, str, str]]:
    """Return what is to be done before Monday 7 June 2027: by when, what, and whom to ring."""
    (chosen,) = planned(programme).sessions
    return [
        (f"{task.due:%A} {task.due.day} {task.due:%B}", task.what, task.phone)
        for task in chosen.tasks
        if not task.what.startswith(PREPARED)
    ]


def test_a_room_and_workers_are_booked_a_fortnight_ahead_or_as_early_as_they_ask() -> None:
    programme = with_venue("hall", fortnight(), notice_days=28)

    assert tasks(with_worker("catriona", programme, phone="01632 960102")) == [
        (
            "Monday 10 May",
            ROOM,
            HALL.phone,
        ),
        ("Monday 24 May", "Book Catriona (facilitator).", "01632 960102"),
    ]


def test_the_room_is_booked_before_a_worker_who_asks_for_more_notice() -> None:
    """An interpreter was booked four weeks before the room, which nobody is told of before."""
    programme = with_worker("catriona", fortnight(), notice_days=42)

    assert [(due, what) for due, what, _ in tasks(programme)] == [
        ("Monday 26 April", ROOM),
        ("Monday 26 April", "Book Catriona (facilitator)."),
    ]


def test_the_room_is_booked_before_somebody_is_asked_for_who_needs_more_notice() -> None:
    session = SESSION.model_copy(update={"workers": (), "needs_roles": ("councillor",)})
    councillor = with_person("una", fortnight(session), roles=("lived experience", "councillor"))
    programme = councillor.model_copy(update={"role_notice_days": {"councillor": 56}})

    assert [(due, what) for due, what, _ in tasks(programme)] == [
        ("Monday 12 April", ROOM),
        ("Monday 12 April", "Make sure that somebody in this role is coming: councillor."),
    ]


def test_a_room_that_should_have_been_booked_is_due_on_the_day_of_planning() -> None:
    programme = with_worker(
        "catriona", fortnight(planned_on=on("Monday 3 May 2027")), notice_days=42
    )

    assert {(due, what) for due, what, _ in tasks(programme)} == {
        ("Monday 3 May", ROOM),
        ("Monday 3 May", "Book Catriona (facilitator)."),
    }


def test_the_room_is_booked_for_setting_up_and_clearing_up_too() -> None:
    session = SESSION.model_copy(
        update={"workers": (), "setup_minutes": 45, "clear_up_minutes": 15}
    )

    assert [what for _, what, _ in tasks(fortnight(session))] == [
        "Book Glen Hall from 10:15 to 13:15, before anybody is told the date."
    ]


def test_nothing_is_due_before_the_day_of_planning() -> None:
    programme = fortnight(planned_on=on("Tuesday 1 June 2027"))

    assert {due for due, _, _ in tasks(programme)} == {"Tuesday 1 June"}


def test_taxis_are_ordered_together() -> None:
    taxi = {"travel": Travel.model_validate({"taxi": "yes"})}
    session = SESSION.model_copy(update={"workers": (), "venue": "hall"})
    one = with_person("flora", fortnight(session), **taxi)
    two = with_person("mairi", one, home="town", **taxi)

    assert [tasks(each)[0][1] for each in (one, two)] == [
        (f"Ask the taxi firm what {which} on Monday 7 June 2027: about {about} is only a guess.")
        for which, about in (
            ("1 taxi there and back costs", "£69.41"),
            ("2 taxis there and back cost", "£138.82"),
        )
    ]
    assert [tasks(each)[2][1] for each in (one, two)] == [
        "Order 1 taxi there and back, paid ahead by the organiser: about £69.41, an estimate.",
        "Order 2 taxis there and back, paid ahead by the organiser: about £138.82, an estimate.",
    ]


def by_taxi(*pence: int) -> Programme:
    """Return the programme in which so many people come by taxis whose fares somebody entered."""
    ways = tuple(
        Journey(person=code, venue="hall", by="taxi", out_minutes=10, pence=each)
        for code, each in zip(("una", "flora"), pence, strict=False)
    )
    session = SESSION.model_copy(update={"workers": ()})
    return fortnight(session, journeys=ways, organiser="Glens Together")


def test_a_fare_somebody_entered_is_no_estimate_and_it_is_said_who_pays_it_ahead() -> None:
    assert tasks(by_taxi(1250, 900))[1][1] == (
        "Order 2 taxis there and back, paid ahead by Glens Together: £21.50."
    )


def test_who_goes_along_with_somebody_is_settled_before_the_day() -> None:
    journey = Journey(person="mairi", venue="hall", by="accompanied", out_minutes=10, pence=0)
    session = SESSION.model_copy(update={"workers": (), "venue": "hall"})

    assert [what for _, what, _ in tasks(fortnight(session, journeys=(journey,)))][-1] == (
        "Settle who goes along with Mairi, there and back, and tell both."
    )


def test_a_fare_nobody_knows_is_asked_on_the_day_of_planning() -> None:
    programme = by_taxi(0, 900)

    assert [(due, what) for due, what, _ in tasks(programme) if "tax" in what] == [
        (
            "Monday 12 April",
            (
                "What does a taxi cost from The Glen to Glen Hall and back, for Una? "
                "Ask first: nobody has said yet."
            ),
        ),
        ("Monday 24 May", "Order 2 taxis there and back, paid ahead by Glens Together."),
    ]


def test_what_has_to_be_booked_on_the_way_is_booked_together_by_its_day() -> None:
    booked = WayTaken(by="bus", out_minutes=30, back_minutes=30, book_by=on("Monday 3 May 2027"))
    by_car = WayTaken(by="car", out_minutes=20, back_minutes=20)
    session = SESSION.model_copy(update={"workers": (), "state": "booked"})
    programme = fortnight(session)
    ahead = Ahead(
        programme=programme,
        project=programme.projects[0],
        session=session,
        venue=HALL,
        start=at("Tuesday 4 May 2027 10:00"),
        end=at("Tuesday 4 May 2027 12:00"),
        coming=[
            Coming(person=code, way=way)
            for code, way in zip("abc", (booked, by_car, booked), strict=True)
        ],
        rules=(),
    )

    assert tasks_of(ahead, ()) == (
        Task(
            due=on("Monday 3 May 2027"),
            what="Book 2 seats on buses or ferries that ask for it.",
        ),
    )


def test_a_session_at_a_distance_needs_no_room() -> None:
    session = SESSION.model_copy(update={"form": "on-line"})

    assert [what for _, what, _ in tasks(fortnight(session))] == ["Book Catriona (facilitator)."]


def test_whoever_a_session_cannot_do_without_is_asked_with_the_notice_they_need() -> None:
    session = SESSION.model_copy(update={"workers": (), "needs_roles": ("councillor",)})
    councillor = with_person("una", fortnight(session), roles=("lived experience", "councillor"))
    asks_more = councillor.model_copy(update={"role_notice_days": {"councillor": 21}})
    says = "Make sure that somebody in this role is coming: councillor."

    due = [
        next(due for due, what, _ in tasks(each) if what == says)
        for each in (councillor, asks_more)
    ]

    assert due == ["Monday 24 May", "Monday 17 May"]


def test_a_session_already_booked_has_its_people_of_influence() -> None:
    day = {"state": "booked", "day": on("Monday 7 June 2027"), "start": "11:00", "venue": "hall"}
    session = SESSION.model_copy(update={"workers": (), "needs_roles": ("councillor",), **day})

    assert tasks(fortnight(session)) == []


def test_a_room_is_connected_for_those_who_join_from_elsewhere() -> None:
    joins = {"other_ways_only": True}
    connected = {"phone_reception": YES, "internet": YES}
    programme = fortnight(SESSION.model_copy(update={"workers": ()}))
    programme = with_venue("hall", programme, **connected)
    one = with_person("flora", programme, other_ways=("by phone",), **joins)
    two = with_person("una", one, other_ways=("on-line",), **joins)
    three = with_person("mairi", two, other_ways=("on-line",), **joins)

    found = [what for _, what, phone in tasks(three) if phone == HALL.phone]

    assert found[1:] == [
        "Connect the room: 1 person joins by phone. Tell them how, and try it out.",
        "Connect the room: 2 people join on-line. Tell them how, and try it out.",
    ]


def test_a_day_after_a_tables_last_good_day_is_only_expected_and_to_be_checked() -> None:
    """The bank holidays are good until 31 December 2027; the day is looked up a fortnight ahead."""
    days = {"first_day": on("Monday 10 January 2028"), "last_day": on("Friday 14 January 2028")}
    session = SESSION.model_copy(update={"workers": ()})

    assert tasks(fortnight(session, **days))[1:] == [("Monday 27 December", EXPECTED, "")]


def test_the_plan_says_of_such_a_day_by_when_it_is_checked() -> None:
    days = {"first_day": on("Monday 10 January 2028"), "last_day": on("Friday 14 January 2028")}
    given = fortnight(SESSION.model_copy(update={"workers": ()}), **days)

    plan = planned(given)

    assert [note for note in plan.sessions[0].notes if "checked" in note] == [
        "Expected, to be checked by Monday 27 December 2027."
    ]
    assert audit(given, plan, registry()) == ()


def test_a_table_no_rule_in_force_rests_on_is_not_to_be_checked() -> None:
    days = {"first_day": on("Monday 10 January 2028"), "last_day": on("Friday 14 January 2028")}
    session = SESSION.model_copy(update={"workers": ()})
    programme = fortnight(session, constraints={"holidays": False}, **days)

    assert len(tasks(programme)) == 1


def test_a_day_no_table_falls_short_of_is_not_to_be_checked() -> None:
    whats = [what for _, what, _ in tasks(fortnight())]

    assert [what for what in whats if what.startswith("Check")] == []
