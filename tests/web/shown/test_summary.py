"""A plan in a few sentences."""

from scheduler.unmet import Unplaced
from tests.web.plans import FIRST, PLAN, TWO_SESSIONS
from web.shown.summary import summary, unplaced


def test_a_plan_with_every_date_says_what_it_costs_whom() -> None:
    told = summary(TWO_SESSIONS, PLAN)

    assert (told.tag, told.says) == (
        "Provisional",
        (
            "There is a date and a place for all 2 sessions.",
            "They run from Tuesday 18 May to Tuesday 8 June 2027.",
            (
                "1 person with lived experience cannot come to every session; nobody misses more "
                "than 1 session."
            ),
            "Together they cost £200.50.",
        ),
    )


def test_a_final_plan_that_nobody_misses_says_so() -> None:
    able = tuple(each.model_copy(update={"able": 2}) for each in PLAN.people)

    told = summary(TWO_SESSIONS, PLAN.model_copy(update={"final": True, "people": able}))

    assert (told.tag, told.says[2]) == (
        "Final",
        "Nobody with lived experience misses a session.",
    )


def test_a_plan_that_lacks_what_can_be_left_out_is_still_a_plan() -> None:
    plan = PLAN.model_copy(update={"sessions": (FIRST,)})

    told = summary(TWO_SESSIONS, plan)

    assert (told.state, told.says[:2]) == (
        "unknown",
        (
            "Every session that has to be held has a date: 1 of 2 sessions in all.",
            "It is on Tuesday 18 May 2027.",
        ),
    )


def test_where_not_everything_fits_nothing_is_said_to_be_fair() -> None:
    plan = PLAN.model_copy(update={"sessions": (), "possible": False})

    told = summary(TWO_SESSIONS, plan)

    assert (told.tag, told.says) == (
        "Not everything fits",
        ("There is a date and a place for 0 of 2 sessions.",),
    )


def test_what_found_no_date_says_whether_it_can_be_left_out() -> None:
    none = Unplaced(project="group", number=2, required=True, reason="No room was free.")
    optional = none.model_copy(update={"required": False})

    told = unplaced(PLAN.model_copy(update={"unplaced": (none, optional)}))

    assert told == ("No room was free.", "No room was free. It can be left out.")
