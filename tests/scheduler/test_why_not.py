"""Why not that day and that room: every kind of answer, each in a sentence."""

from dataclasses import replace

import pytest

from constraints import registry
from scheduler.answers import WhyNot
from scheduler.programme import Programme
from scheduler.samples import at, on
from scheduler.why_not import why_not
from tests.scheduler.summer import (
    ONCE,
    SESSION,
    SUMMER,
    away,
    fortnight,
    plan_of_once,
    planned,
    set_to,
    summer_plan,
    two_apart,
    with_person,
    with_project,
)

PLAIN = SESSION.model_copy(update={"workers": ()})
"""A session that needs no facilitator."""


def asked(words: str, programme: Programme = ONCE, *, venue: str | None = "hall") -> WhyNot:
    """Return why the group does not meet at some time, such as "Tuesday 11 May 2027 10:00".

    Without which session that would be in place of.
    """
    plan = plan_of_once() if programme is ONCE else planned(programme)
    start = at(words)
    return said(why_not(programme, plan, registry(), project="group", start=start, venue=venue))


def said(answer: WhyNot) -> WhyNot:
    """Return an answer without which session it would be in place of."""
    return replace(answer, instead="")


def test_a_closed_day_says_what_closes_it() -> None:
    answer = asked("Monday 31 May 2027 10:00")

    assert answer == WhyNot(
        "It cannot be held there then: Monday 31 May 2027 is a bank holiday: Spring Bank Holiday.",
        ("Monday 31 May 2027 is a bank holiday: Spring Bank Holiday.",),
    )


def test_a_right_passed_over_closes_the_room() -> None:
    programme = with_person("una", ONCE, needs=("step-free",))

    answer = asked("Tuesday 11 May 2027 10:00", programme, venue="loft")

    assert answer.reasons == ("Una cannot come: Upstairs Hall has no step-free way in.",)


def test_too_few_people_are_named_with_their_reasons() -> None:
    programme = ONCE
    for code in ("una", "flora", "mairi"):
        programme = with_person(code, programme, times=away("Wednesday 12 May 2027"))

    answer = asked("Wednesday 12 May 2027 10:00", programme)

    assert answer == WhyNot(
        "The right people could not be there: "
        "Only 1 of 4 members with lived experience can be there; 2 are needed.",
        (
            "Only 1 of 4 members with lived experience can be there; 2 are needed.",
            "Only 2 of 6 can be counted on to be there; at least 4 are needed.",
            "Una is away on Wednesday 12 May 2027.",
            "Flora is away on Wednesday 12 May 2027.",
            "Mairi is away on Wednesday 12 May 2027.",
        ),
    )


def test_a_day_that_leaves_too_little_room_says_so() -> None:
    answer = why_not(
        SUMMER,
        summer_plan(),
        registry(),
        project="group",
        start=at("Monday 24 May 2027 10:00"),
        venue="hall",
    )

    says = "Only 6 days after the session before; leave at least 7."
    assert said(answer) == WhyNot(f"It would not fit with the other sessions: {says}", (says,))


def test_a_worse_day_says_at_what_it_is_worse_and_who_is_missing() -> None:
    programme = with_person("una", ONCE, times=away("Wednesday 12 May 2027"))

    answer = asked("Wednesday 12 May 2027 10:00", programme)

    assert answer == WhyNot(
        "It could be held, but the plan is better. Una would come to 0 of 1 session instead of 1.",
        ("Una is away on Wednesday 12 May 2027.",),
    )


def test_a_room_just_as_good_says_so() -> None:
    programme = fortnight(PLAIN)

    answer = asked("Monday 7 June 2027 11:00", programme, venue="loft")

    assert answer == WhyNot("This would be just as good; the plan takes the earlier date.")


def test_a_later_day_is_worse_for_being_later() -> None:
    programme = fortnight(PLAIN)

    answer = asked("Tuesday 8 June 2027 11:00", programme)

    assert answer == WhyNot(
        "It could be held, but the plan is better. "
        "Days to the last session: 0 in the plan, 1 with this."
    )


def test_a_later_day_needs_its_facilitator_paid_as_well() -> None:
    """The other day was weighed without its workers, and so looked cheaper than the plan."""
    answer = asked("Tuesday 8 June 2027 11:00", fortnight())

    assert answer == WhyNot(
        "It could be held, but the plan is better. "
        "Days to the last session: 0 in the plan, 1 with this."
    )


def test_a_day_better_for_one_session_alone_says_so() -> None:
    """Session 2 could come a day earlier by itself.

    Then it would no longer be on the usual weekday.
    """
    plan = planned(fortnight(PLAIN, PLAIN))
    first, second = plan.sessions
    late = second.model_copy(
        update={
            "start": at("Wednesday 16 June 2027 11:00"),
            "end": at("Wednesday 16 June 2027 13:00"),
        }
    )

    answer = why_not(
        fortnight(PLAIN, PLAIN),
        plan.model_copy(update={"sessions": (first, late)}),
        registry(),
        project="group",
        start=at("Monday 14 June 2027 11:00"),
        venue="hall",
    )

    assert answer.says == (
        "This session alone would be better then, but the series as a whole would not."
    )


def test_a_time_in_no_order_of_the_series_says_so() -> None:
    """Without a plan for it the third session is meant, and it cannot come before the second."""
    plan = summer_plan()
    two = plan.model_copy(update={"sessions": plan.sessions[:2]})

    answer = why_not(
        SUMMER,
        two,
        registry(),
        project="group",
        start=at("Tuesday 18 May 2027 14:00"),
        venue="hall",
    )

    assert answer.reasons == ("Session 3 has to come after session 2.",)


def test_without_a_venue_every_venue_answers() -> None:
    answer = asked(
        "Friday 14 May 2027 10:00", with_person("una", ONCE, needs=("step-free",)), venue=None
    )

    assert [code for code, _ in answer.venues] == ["hall", "far", "inn", "office", "loft"]
    assert (
        dict(answer.venues)["inn"].says == "It cannot be held there then: Glen Inn serves alcohol."
    )
    assert answer.says.startswith("On Friday 14 May 2027 at 10:00, for 1 of 5 venues: ")


def test_a_day_on_which_every_venue_is_closed_says_it_once() -> None:
    answer = asked("Monday 31 May 2027 10:00", venue=None)

    assert answer.says == (
        "On Monday 31 May 2027 at 10:00, for 5 of 5 venues: It cannot be held there then: "
        "Monday 31 May 2027 is a bank holiday: Spring Bank Holiday."
    )


def test_a_session_for_a_fixed_venue_may_be_asked_about_elsewhere() -> None:
    programme = fortnight(PLAIN.model_copy(update={"venue": "far"}))

    answer = asked("Monday 7 June 2027 11:00", programme, venue="inn")

    assert answer.says == "It cannot be held there then: Glen Inn serves alcohol."


def test_a_time_without_a_zone_is_on_the_programmes_clock() -> None:
    start = at("Monday 31 May 2027 10:00").replace(tzinfo=None)

    answer = why_not(ONCE, plan_of_once(), registry(), project="group", start=start, venue="hall")

    assert said(answer) == asked("Monday 31 May 2027 10:00")


@pytest.mark.parametrize(
    ("project", "venue", "words", "says"),
    [
        (
            "grove",
            "hall",
            "Tuesday 11 May 2027 10:00",
            r"There is no project grove here; did you mean group\?",
        ),
        (
            "group",
            "barn",
            "Tuesday 11 May 2027 10:00",
            "There is no venue barn here; choose one of hall, far, inn, office and loft.",
        ),
        (
            "group",
            "hall",
            "Tuesday 4 May 2027 10:00",
            (
                "Tuesday 4 May 2027 is outside the programme, "
                "which runs from Monday 10 May to Sunday 18 July 2027."
            ),
        ),
    ],
)
def test_what_cannot_be_asked_is_refused(project: str, venue: str, words: str, says: str) -> None:
    with pytest.raises(ValueError, match=f"^{says}$"):
        why_not(ONCE, plan_of_once(), registry(), project=project, start=at(words), venue=venue)


def test_an_hour_that_the_clock_skips_cannot_be_asked_about() -> None:
    spring = ONCE.model_copy(update={"first_day": on("Sunday 28 March 2027")})

    start = at("Sunday 28 March 2027 01:30")
    with pytest.raises(ValueError, match="clocks") as refused:
        why_not(spring, plan_of_once(), registry(), project="group", start=start)

    assert str(refused.value) == (
        "01:30 is no time on Sunday 28 March 2027: the clocks go forward then."
    )


def test_a_day_is_not_blamed_for_who_stands_down() -> None:
    """One professional too many: Rory, who has the longer way, stands down, on every day alike.

    The other day used to be weighed with the last named standing down, who is Neil, and was told to
    be worse by Rory's journey.
    """
    programme = with_project(fortnight(PLAIN), members=("ishbel", "rory", "neil"))
    programme = set_to("group_size", False, programme)

    answer = asked("Tuesday 8 June 2027 11:00", programme)

    assert answer == WhyNot(
        "It could be held, but the plan is better. "
        "Days to the last session: 0 in the plan, 1 with this."
    )


# Several groups.


def test_a_room_another_group_has_then_is_taken() -> None:
    programme = two_apart()
    plan = planned(programme)

    answer = why_not(
        programme,
        plan,
        registry(),
        project="growing",
        start=at("Monday 7 June 2027 11:00"),
        venue="hall",
    )

    says = "Glen Hall is taken by another group's session then."
    assert said(answer) == WhyNot(f"It cannot be held there then: {says}", (says,))


def test_the_very_hour_and_hall_of_the_plan_are_said_to_be_the_plans() -> None:
    """It used to be called just as good as itself."""
    programme = fortnight(PLAIN)
    (chosen,) = planned(programme).sessions

    answer = asked(f"{chosen.start:%A %-d %B %Y %H:%M}", programme)

    assert answer == WhyNot("The plan holds session 1 then and there.")


# What it would be in place of, and what it would change, as the plan counts it.


def instead_of(words: str) -> str:
    """Return which session a date would be in place of; they are on Tuesdays in May 2027."""
    answer = why_not(SUMMER, summer_plan(), registry(), project="group", start=at(words))
    return answer.instead


def test_the_answer_says_which_session_the_date_would_be_in_place_of() -> None:
    assert [instead_of(f"{day} 10:00") for day in ("Monday 17 May 2027", "Friday 28 May 2027")] == [
        "This would be instead of session 2 (Tuesday 18 May 2027).",
        "This would be instead of session 3 (Tuesday 25 May 2027).",
    ]


def test_a_session_without_a_date_is_the_one_that_is_meant() -> None:
    plan = summer_plan()
    two = plan.model_copy(update={"sessions": plan.sessions[:2]})

    answer = why_not(SUMMER, two, registry(), project="group", start=at("Monday 31 May 2027 10:00"))

    assert answer.instead == "This would be session 3, which has no date in the plan."


def test_who_misses_more_is_told_by_name_as_the_plan_counts_it() -> None:
    """One person misses the session on Monday, two would on Tuesday.

    Of the sorted counts only the first that differs was told: "0 in the plan, 1 with this", of a
    plan that says that somebody misses a session.
    """
    programme = fortnight(PLAIN, last_day=on("Tuesday 8 June 2027"))
    for code, day in (("una", "Monday 7"), ("flora", "Tuesday 8"), ("mairi", "Tuesday 8")):
        programme = with_person(code, programme, times=away(f"{day} June 2027"))

    answer = asked("Tuesday 8 June 2027 11:00", programme)

    lines = [outcome.line for outcome in planned(programme).people]
    assert [line for line in lines if " 0 of" in line] == ["Una comes to 0 of 1 session."]
    assert answer.says == (
        "It could be held, but the plan is better. "
        "Flora would come to 0 of 1 session instead of 1, "
        "Mairi would come to 0 of 1 session instead of 1 "
        "and Una would come to 1 of 1 session instead of 0."
    )


def test_whoever_comes_to_as_many_as_agreed_is_not_counted_on_for_another() -> None:
    """Una agreed to one session of two; she was weighed as coming to both."""
    programme = with_person("una", fortnight(PLAIN, PLAIN), most_sessions=1)
    sessions = planned(programme).sessions
    missed = next(c.start for c in sessions if "una" not in {one.person for one in c.coming})

    answer = asked(f"{missed:%A %-d %B %Y %H:%M}", programme, venue="loft")

    assert answer == WhyNot(
        "It could be held, but the plan is better. "
        "Changes of weekday, hour or place: 0 in the plan, 1 with this.",
        ("Una comes to other sessions, as many as agreed.",),
    )


def test_a_room_the_money_for_the_project_does_not_reach_for_says_so() -> None:
    """All else is as good: without a budget the loft would be no better, and could be held."""
    venues = tuple(
        v.model_copy(update={"hire_pence": 90_000 if v.code == "loft" else 0}) for v in ONCE.venues
    )
    free = ONCE.model_copy(update={"venues": venues})
    short = set_to("project_budget", {"most_pence": 89_999}, free)

    answers = [asked("Tuesday 11 May 2027 10:00", each, venue="loft") for each in (short, free)]

    assert answers[0].says == "The money for the project does not reach for it."
    assert "and there is £899.99 for it." in answers[0].reasons[0]
    assert answers[1].says != answers[0].says
