"""What was promised although it breaks a rule: a sentence each."""

from tests.scheduler.promised_against import BROKEN, against, plan_against
from tests.scheduler.summer import SUMMER, summer_plan
from web.plan_text import plan_text
from web.shown.promised import shown_promised

LINES = tuple(f"Living well, session 2, Monday 31 May 2027 (booked): {says}" for says in BROKEN)


def test_each_rule_broken_is_a_sentence_with_its_project_and_session() -> None:
    assert shown_promised(against(), plan_against()) == LINES


def test_where_nothing_was_promised_there_is_nothing_to_say() -> None:
    assert shown_promised(SUMMER, summer_plan()) == ()


def test_a_plan_tells_it_under_a_heading_of_its_own() -> None:
    text = plan_text(against(), plan_against())

    part = text.split("What you promised breaks these rules\n")[1].split("\n\n")[0]
    assert " ".join(part.split()) == " ".join(LINES)
