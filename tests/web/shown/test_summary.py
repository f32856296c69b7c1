"""A plan in a few sentences."""

import pytest

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


@pytest.mark.parametrize(("state", "tag"), [("wanted", "Ready to book"), ("booked", "Final")])
def test_a_plan_with_nothing_unknown_is_final_only_once_all_of_it_is_booked(
    state: str, tag: str
) -> None:
    """It was called final while nothing was booked."""
    # given
    able = tuple(each.model_copy(update={"able": 2}) for each in PLAN.people)
    (group,) = TWO_SESSIONS.projects
    first, *_ = group.sessions
    sessions = tuple(each.model_copy(update={"state": state}) for each in group.sessions)
    projects = (group.model_copy(update={"sessions": (first, *sessions[1:])}),)
    half = TWO_SESSIONS.model_copy(update={"projects": projects})
    whole = TWO_SESSIONS.model_copy(
        update={"projects": (group.model_copy(update={"sessions": sessions}),)}
    )

    # when
    final = PLAN.model_copy(update={"final": True, "people": able})

    # then
    assert (summary(half, final).tag, summary(whole, final).tag) == ("Ready to book", tag)
    assert summary(whole, final).says[2] == "Nobody with lived experience misses a session."


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
