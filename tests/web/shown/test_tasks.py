"""What is to be done, and what is to be found out."""

from tests.web.plans import ASK, PLAN, TWO_SESSIONS
from web.names import Names
from web.shown.tasks import all_due, questions


def test_what_two_sessions_need_by_the_same_day_stands_once() -> None:
    (day,) = all_due(PLAN)

    assert (day.by, [(t.what, t.link, t.sessions) for t in day.tasks]) == (
        "By Tuesday 4 May 2027",
        [
            (
                "Book Glen Hall.",
                "tel:01632960100",
                "For Tuesday 18 May 2027 and Tuesday 8 June 2027",
            )
        ],
    )


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
