"""What is to be done, and what is to be found out."""

from scheduler.samples import on
from tests.web.plans import ASK, BOOK, FIRST, PLAN, SECOND, TWO_SESSIONS
from tests.web.test_kept_reserves import HELD
from web.names import Names
from web.shown.tasks import all_due, questions

IN_TIME = on("Tuesday 4 May 2027")
"""The day on which what two sessions need is due."""


def test_a_day_that_has_passed_is_marked_as_long_as_a_session_it_is_for_is_to_come() -> None:
    """What was due a week ago stood as if it still lay ahead."""
    days = ("Wednesday 5 May 2027", "Tuesday 8 June 2027", "Wednesday 9 June 2027")
    told = [all_due(PLAN, Names.of(TWO_SESSIONS), today=on(day))[0].by for day in days]

    late = "Overdue, if not done yet: by Tuesday 4 May 2027"
    assert told == [late, late, "By Tuesday 4 May 2027"]


def test_what_two_sessions_need_by_the_same_day_stands_once() -> None:
    (day,) = all_due(PLAN, Names.of(TWO_SESSIONS), today=IN_TIME)

    (purpose,) = day.purposes
    assert (day.by, purpose.sessions, [(t.what, t.link) for t in purpose.tasks]) == (
        "By Tuesday 4 May 2027",
        "For Tuesday 18 May 2027 and Tuesday 8 June 2027",
        [("Book Glen Hall.", "tel:01632960100")],
    )


def test_holding_a_date_in_reserve_and_letting_go_of_it_stand_among_the_rest() -> None:
    days = all_due(PLAN, Names.of(TWO_SESSIONS), {("group", 2): HELD}, today=IN_TIME)

    assert [
        (day.by, each.sessions, task.what)
        for day in days
        for each in day.purposes
        for task in each.tasks
    ] == [
        (
            "By Tuesday 4 May 2027",
            "For Tuesday 18 May 2027 and Tuesday 8 June 2027",
            "Book Glen Hall.",
        ),
        ("By Tuesday 8 June 2027", "For Tuesday 8 June 2027", "Let go of it."),
    ]


def test_what_is_due_by_a_day_stands_by_the_session_it_is_for() -> None:
    ring = BOOK.model_copy(update={"what": "Book Beathag (facilitator)."})
    first = FIRST.model_copy(update={"tasks": (BOOK, ring)})
    plan = PLAN.model_copy(update={"sessions": (first, SECOND)})

    (day,) = all_due(plan, Names.of(TWO_SESSIONS), today=IN_TIME)

    assert [(each.sessions, [task.what for task in each.tasks]) for each in day.purposes] == [
        ("For Tuesday 18 May 2027 and Tuesday 8 June 2027", ["Book Glen Hall."]),
        ("For Tuesday 18 May 2027", ["Book Beathag (facilitator)."]),
    ]


def test_where_there_are_several_groups_each_task_names_its_own() -> None:
    other = TWO_SESSIONS.projects[0].model_copy(update={"code": "other"})
    both = TWO_SESSIONS.model_copy(update={"projects": (TWO_SESSIONS.projects[0], other)})

    (day,) = all_due(PLAN.model_copy(update={"sessions": (FIRST,)}), Names.of(both), today=IN_TIME)

    assert [each.sessions for each in day.purposes] == ["For Tuesday 18 May 2027 (Living well)"]


def test_a_question_names_what_it_is_about_and_whom_to_ring() -> None:
    (asked,) = questions(PLAN, Names.of(TWO_SESSIONS), holds_back=True)

    assert (asked.asks, asked.about, asked.phone) == (
        "Is there a bar?",
        "Glen Hall",
        "01632 960100",
    )


def test_what_was_accepted_holds_nothing_back() -> None:
    accepted = ASK.model_copy(update={"holds_back": False})
    plan = PLAN.model_copy(update={"questions": (accepted,)})

    names = Names.of(TWO_SESSIONS)

    assert questions(plan, names, holds_back=True) == ()
    assert len(questions(plan, names, holds_back=False)) == 1
