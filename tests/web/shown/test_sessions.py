"""A session as the organiser reads it."""

from scheduler.samples import on
from scheduler.unmet import Unplaced
from tests.web.plans import FIRST, PLAN, SECOND, TWO_SESSIONS
from web.shown.sessions import shown_sessions, undated


def test_sessions_stand_in_the_order_of_their_dates() -> None:
    backwards = PLAN.model_copy(update={"sessions": (SECOND, FIRST)})

    headings = [each.heading for each in shown_sessions(TWO_SESSIONS, backwards)]

    assert headings == ["Session 1: Meeting", "Session 2"]


def test_a_session_says_when_where_who_and_what_it_costs() -> None:
    first = shown_sessions(TWO_SESSIONS, PLAN)[0]

    assert (first.when, first.venue, first.counted, first.come, first.workers, first.cost) == (
        "Tuesday 18 May 2027, 10:30 am to 12:30 pm",
        "Glen Hall",
        "All 2 come",
        "Ishbel and Rory",
        "Beathag (facilitator)",
        "£200.50",
    )


def test_who_cannot_come_stands_with_the_reasons_of_the_plan_alone() -> None:
    second = shown_sessions(TWO_SESSIONS, PLAN)[1]

    assert (second.counted, second.cannot) == (
        "1 of 2 come",
        (("Ishbel", "Ishbel cannot come then."),),
    )


def test_whoever_leaves_room_for_others_is_not_said_to_be_unable() -> None:
    down = SECOND.absent[0].model_copy(update={"stands_down": True, "reasons": ()})
    second = SECOND.model_copy(update={"absent": (down,)})

    (shown,) = shown_sessions(TWO_SESSIONS, PLAN.model_copy(update={"sessions": (second,)}))

    assert (shown.cannot, shown.stand_down) == ((), "Ishbel")


def test_whoever_stays_away_for_money_is_not_said_to_be_unable() -> None:
    says = "Ishbel could come by taxi, and the money there is does not reach."
    away = SECOND.absent[0].model_copy(update={"stays_away": says, "reasons": ()})
    second = SECOND.model_copy(update={"absent": (away,)})

    (shown,) = shown_sessions(TWO_SESSIONS, PLAN.model_copy(update={"sessions": (second,)}))

    assert (shown.cannot, shown.away) == ((), (("Ishbel", says),))


def test_an_estimated_journey_says_so() -> None:
    journey = shown_sessions(TWO_SESSIONS, PLAN)[0].journeys[0]

    assert (journey.by, journey.out, journey.back, journey.remarks) == (
        "car",
        "20 minutes",
        "1 hour 5 minutes",
        ("Estimated; ask them.",),
    )


def test_a_journey_by_timetable_is_told_leg_by_leg_with_its_source() -> None:
    told = "Leave home at 07:44: 1 07:46 from Vicar's Lane, 08:27 at Wrexham."
    way = FIRST.coming[0].way.model_copy(
        update={"by": "bus", "estimated": False, "told": told, "source": "Glen Buses (spring)"}
    )
    first = FIRST.model_copy(update={"coming": (FIRST.coming[0].model_copy(update={"way": way}),)})

    (shown,) = shown_sessions(TWO_SESSIONS, PLAN.model_copy(update={"sessions": (first,)}))

    assert shown.journeys[0].remarks == (told, "By this timetable: Glen Buses (spring).")


def test_who_drives_whom_stands_with_the_journeys_of_both() -> None:
    ishbel, rory = FIRST.coming
    driver = ishbel.way.model_copy(update={"estimated": False, "drives": ("rory",)})
    driven = rory.way.model_copy(update={"by": "lift", "estimated": False, "driver": "ishbel"})
    coming = (
        ishbel.model_copy(update={"way": driver}),
        rory.model_copy(update={"way": driven}),
    )
    first = FIRST.model_copy(update={"coming": coming})

    (shown,) = shown_sessions(TWO_SESSIONS, PLAN.model_copy(update={"sessions": (first,)}))

    assert [journey.remarks for journey in shown.journeys] == [
        ("They drive Rory, as both agreed.",),
        ("Ishbel drives them, as both agreed.",),
    ]


def test_where_several_groups_meet_a_month_names_the_group() -> None:
    other = TWO_SESSIONS.projects[0].model_copy(update={"code": "other"})
    both = (TWO_SESSIONS.projects[0], other)

    shown = shown_sessions(TWO_SESSIONS.model_copy(update={"projects": both}), PLAN)

    assert shown[0].held.title == "Living well, session 1"


def test_who_is_not_sure_yet_is_counted_and_named() -> None:
    ishbel, rory = FIRST.coming
    first = FIRST.model_copy(update={"coming": (ishbel, rory.model_copy(update={"sure": False}))})

    (shown,) = shown_sessions(TWO_SESSIONS, PLAN.model_copy(update={"sessions": (first,)}))

    assert (shown.counted, shown.come, shown.unsure) == (
        "1 of 2 surely come; 1 is not yet sure",
        "Ishbel",
        "Rory",
    )


def test_what_should_have_been_done_is_marked_on_the_card_of_a_session_to_come() -> None:
    """It was marked on the list of all that is to be done, and stood as to come on the cards."""
    days = ("Tuesday 4 May 2027", "Wednesday 5 May 2027", "Wednesday 19 May 2027")

    told = [
        [session.tasks[0].due for session in shown_sessions(TWO_SESSIONS, PLAN, today=on(day))]
        for day in days
    ]

    by, late = "By Tuesday 4 May 2027", "Overdue, if not done yet: by Tuesday 4 May 2027"
    assert told == [[by, by], [late, late], [by, late]]


def test_sessions_without_a_date_are_named_beside_the_months() -> None:
    """The months ended in April, and nothing there said that a session had no date."""
    first, second = (
        Unplaced(project="group", number=number, required=True, reason="No date.")
        for number in (1, 2)
    )

    told = [
        undated(TWO_SESSIONS, PLAN.model_copy(update={"unplaced": lacking}))
        for lacking in ((), (second,), (first, second))
    ]

    assert told == [
        "",
        "Session 2 has no date yet. The months are shown to the end of the season.",
        (
            "Session 1 and Session 2 have no date yet. "
            "The months are shown to the end of the season."
        ),
    ]
