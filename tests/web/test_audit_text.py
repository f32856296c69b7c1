"""What an audit found: what matters to people first, bookkeeping in a line each kind."""

from constraints import registry
from scheduler.audit import audit
from scheduler.finished import Breach
from scheduler.plan import Plan
from scheduler.programme import Programme
from scheduler.samples import on
from tests.scheduler.promised_against import BROKEN, against, plan_against
from tests.scheduler.summer import (
    ONCE,
    SUMMER,
    away,
    plan_of_once,
    planned,
    summer_plan,
    with_person,
    with_session,
)
from tests.scheduler.tampered import absent, changed, moved, with_coming
from web.audit_text import audit_text

AGAIN = "Plan again with `commonground plan`."
KEEP = "To keep what you changed by hand, enter it in the programme as booked, then plan again."


def told(programme: Programme, plan: Plan) -> list[str]:
    """Return the lines of an audit."""
    breaches = audit(programme, plan, registry())
    return audit_text(programme, plan, breaches=breaches, constraints=registry()).splitlines()


def test_a_plan_that_keeps_every_rule_is_said_to() -> None:
    assert told(SUMMER, summer_plan()) == ["The plan keeps every rule."]


def test_what_was_promised_against_a_rule_is_said_and_listed() -> None:
    assert told(against(), plan_against()) == [
        "The plan keeps every rule except where you promised: 3.",
        *(f"  Living well, session 2, Monday 31 May 2027 (booked): {says}" for says in BROKEN),
    ]


def test_of_an_incomplete_plan_it_says_what_it_checked() -> None:
    """A plan that held two of three sessions was said to keep every rule."""
    programme = with_session(3, SUMMER, required=False, day=on("Monday 31 May 2027"))
    plan = planned(programme)

    assert [chosen.number for chosen in plan.sessions] == [1, 2]
    assert told(programme, plan) == [
        (
            "The plan is incomplete: it holds 2 sessions of 3. Only these were checked; whether "
            "the others could be held, the audit does not ask."
        ),
        "What it holds keeps every rule.",
    ]


def test_a_booked_session_that_was_moved_is_explained_in_one_sentence() -> None:
    """It was "outside the days it may be held", "had to start" and "may not be held" there."""
    programme = with_session(
        1, ONCE, state="booked", day=on("Wednesday 12 May 2027"), start="11:00", venue="hall"
    )

    lines = told(programme, moved(planned(programme), "Thursday 13 May 2027 10:00", venue="far"))

    assert lines[0] == (
        "Living well, session 1: It is booked for Wednesday 12 May 2027 at 11:00, Glen Hall, and "
        "the plan has it on Thursday 13 May 2027 at 10:00, Town Hall. What was promised is never "
        "moved: to move it, change it in the programme first, then plan again."
    )


def test_another_date_by_hand_says_what_it_breaks_before_any_bookkeeping() -> None:
    """The rule stood below eighteen lines about sentences and levels."""
    programme = with_person("una", ONCE, times=away("Monday 31 May 2027"))

    lines = told(programme, moved(plan_of_once(), "Monday 31 May 2027 10:00"))

    assert lines == [
        "Living well, session 1: Una is away on Monday 31 May 2027.",
        (
            "Living well, session 1: Monday 31 May 2027 is a bank holiday: Spring Bank Holiday. "
            "(Keep bank holidays and local holidays free)"
        ),
        f"10 sentences of the plan are not what the rules say now. {AGAIN}",
        f"2 figures of the plan (journeys, counts, costs) are others when counted again. {AGAIN}",
        f"1 thing the plan says of how it was made, or how sure it is, is not so. {AGAIN}",
        KEEP,
    ]


def test_what_keeps_somebody_private_away_is_not_told_by_the_name_of_a_rule() -> None:
    """Once "Keep clear of lambing" stood in brackets behind "Una cannot come then"."""
    programme = with_person("una", ONCE, times=away("Monday 31 May 2027"), share_reasons=False)

    lines = told(programme, moved(plan_of_once(), "Monday 31 May 2027 10:00"))

    assert lines[0] == "Living well, session 1: Una cannot come then."


def test_somebody_left_out_by_hand_is_named_before_what_the_plan_says_of_itself() -> None:
    lines = told(ONCE, absent(plan_of_once(), "una"))

    assert lines[0] == "Living well, session 1: Una could come and is left out."
    assert lines[-1] == KEEP


def test_somebody_added_to_those_coming_who_is_not_in_the_group_is_named() -> None:
    plan = plan_of_once()
    (one,) = plan.sessions
    stranger = one.coming[0].model_copy(update={"person": "una-2"})

    assert told(ONCE, changed(plan, coming=(*one.coming, stranger))) == [
        "Living well, session 1: una-2 is not in the group."
    ]


def test_somebody_who_comes_and_is_absent_too_does_not_hide_the_rest() -> None:
    """Being listed twice was all that was said, even where the day was a bank holiday."""
    plan = absent(plan_of_once(), "una")
    coming = plan_of_once().sessions[0].coming

    lines = told(ONCE, moved(changed(plan, coming=coming), "Monday 31 May 2027 10:00"))

    assert [line.partition(" (")[0] for line in lines[:3]] == [
        "Living well, session 1: Monday 31 May 2027 is a bank holiday: Spring Bank Holiday.",
        "Living well, session 1: Una is listed more than once.",
        "Living well, session 1: Una could come and is left out.",
    ]


def test_where_nothing_else_is_wrong_a_few_figures_are_told_one_by_one() -> None:
    """How many were wrong was said, and not which."""
    assert told(ONCE, changed(plan_of_once(), pence=1)) == [
        f"2 figures of the plan (journeys, counts, costs) are others when counted again. {AGAIN}",
        "  Living well, session 1: It costs 8162 pence, not 1.",
        "  Living well, session 1: Its lines add up to 8162 pence, and it costs 1.",
        KEEP,
    ]


def test_a_private_need_is_told_without_the_rule_that_guards_it() -> None:
    programme = with_person("flora", ONCE, no_go=("Upstairs Hall",))

    lines = told(programme, changed(plan_of_once(), venue="loft"))

    assert lines[0] == "Living well, session 1: A private need rules this out."


def test_a_breach_of_the_whole_project_names_no_session() -> None:
    breach = Breach("plan", "group", 0, "Somebody is not in the group.", "people")

    said = audit_text(ONCE, plan_of_once(), breaches=(breach,), constraints=registry())

    assert said == "Living well: Somebody is not in the group."


def test_no_line_holds_what_only_a_programmer_reads() -> None:
    plan = with_coming(moved(plan_of_once(), "Monday 31 May 2027 10:00"), "una", sure=False)

    text = "\n".join(told(ONCE, plan))

    assert [sign for sign in ("(0", "(1", ",)", "_", "datetime") if sign in text] == []
