"""Other good plans side by side, in words."""

from scheduler.money.costs import costs_of
from scheduler.plan import Plan, WayTaken
from scheduler.programme import Programme
from scheduler.samples import at
from tests.web.plans import FIRST, PLAN, SECOND, TWO_SESSIONS
from web.choices import Choice, Said
from web.shown.alternatives import ShownAlternatives, reason_for, shown_alternatives

GROUP = TWO_SESSIONS.projects[0]
UNTOLD = WayTaken(by="not known", out_minutes=None, back_minutes=None, fare_known=False)
WITHOUT_THE_FIRST = TWO_SESSIONS.model_copy(
    update={"projects": (GROUP.model_copy(update={"sessions": GROUP.sessions[1:]}),)}
)


def choice(name: str, plan: Plan = PLAN, programme: Programme = TWO_SESSIONS) -> Choice:
    """Return a plan to choose of which little is said."""
    said = Said(name=name, best_at=f"{name}.", gives_up="", left_out=(), differs=())
    return Choice(said, programme, plan)


def shown(*choices: Choice, plan: Plan = PLAN) -> ShownAlternatives:
    """Return plans to choose beside the plan one has."""
    return shown_alternatives(TWO_SESSIONS, plan, choices)


def moved() -> Plan:
    """Return the plan with its second session a day later."""
    later = {"start": at("Wednesday 9 June 2027 10:30"), "end": at("Wednesday 9 June 2027 12:30")}
    return PLAN.model_copy(update={"sessions": (FIRST, SECOND.model_copy(update=later))})


def one_less() -> Choice:
    """Return a plan that gave up the first session."""
    kept = SECOND.model_copy(update={"number": 1})
    plan = PLAN.model_copy(update={"sessions": (kept,)})
    return choice("fewer", plan, WITHOUT_THE_FIRST)


def test_the_plan_one_has_is_known_among_the_others_and_offers_no_button() -> None:
    found = shown(choice("best"), choice("earliest", moved()))

    assert found.heads == ("Best plan (the plan you have)", "Over soonest")
    assert [(one.is_yours, one.gives) for one in found.choices] == [
        (True, "best."),
        (False, "earliest."),
    ]


def test_a_plan_that_is_none_of_them_stands_before_them() -> None:
    found = shown(choice("best"), plan=moved())

    assert found.heads == ("The plan you have", "Best plan")
    assert [one.is_yours for one in found.choices] == [False]


def test_figures_stand_side_by_side_with_what_they_mean() -> None:
    rows = {row.name: row.values for row in shown(choice("best"), one_less()).figures}

    assert rows["Sessions held"] == ("2 of 2", "1 of 2")
    assert rows["People who miss a session"] == ("1 person", "1 person")
    assert rows["Cost"] == ("£200.50", "£0")
    assert rows["Last session"] == ("Tuesday 8 June 2027", "Tuesday 8 June 2027")


def test_a_session_at_the_same_time_and_place_is_said_to_be_the_same() -> None:
    rows = shown(choice("best"), choice("earliest", moved())).dates

    assert [(row.name, row.values) for row in rows] == [
        (
            "Session 1: Meeting",
            ("Tuesday 18 May 2027, 10:30 am to 12:30 pm, Glen Hall", "The same"),
        ),
        (
            "Session 2",
            (
                "Tuesday 8 June 2027, 10:30 am to 12:30 pm, Glen Hall",
                "Wednesday 9 June 2027, 10:30 am to 12:30 pm, Glen Hall",
            ),
        ),
    ]


def test_a_session_given_up_is_not_held_and_the_others_keep_their_line() -> None:
    rows = shown(choice("best"), one_less()).dates

    assert [row.values[1] for row in rows] == ["Not held", "The same"]


def test_with_several_groups_each_line_names_its_group() -> None:
    other = GROUP.model_copy(update={"code": "other", "name": "The others"})
    programme = TWO_SESSIONS.model_copy(update={"projects": (GROUP, other)})

    rows = shown_alternatives(programme, PLAN, [choice("best", programme=programme)]).dates

    assert [row.meaning for row in rows] == ["Living well"] * 2 + ["The others"] * 2
    assert rows[2].values == ("Not held",)


def test_where_there_is_nothing_but_the_plan_one_has_that_is_said() -> None:
    assert shown(choice("best")).says.startswith("No other plan was found")


def test_where_the_best_is_only_part_of_a_plan_there_is_nothing_to_choose() -> None:
    part = PLAN.model_copy(update={"possible": False})

    assert shown(choice("best", part), plan=part).says.startswith("Not every session")


def test_a_plan_that_was_chosen_says_why() -> None:
    assert reason_for(choice("best")) == "Chosen from other good plans. best."


def test_a_cost_of_which_something_is_not_known_says_so_in_its_row() -> None:
    """The row told £549.79 bare; only the bars said that it was the least."""
    unpriced = PLAN.model_copy(update={"costs": costs_of(TWO_SESSIONS, PLAN.sessions)})

    rows = {r.name: r.values for r in shown(choice("best", unpriced), plan=unpriced).figures}

    assert rows["Cost"] == ("at least £200.50, 2 hires not known",)


def test_of_journeys_nobody_knows_the_longest_is_not_known() -> None:
    alone = FIRST.coming[0].model_copy(update={"way": UNTOLD})
    plan = PLAN.model_copy(update={"sessions": (FIRST.model_copy(update={"coming": (alone,)}),)})

    rows = {r.name: r.values for r in shown(choice("best", plan), plan=plan).figures}

    assert rows["Longest journey"] == ("not known",)


def test_a_plan_that_was_set_aside_is_not_called_the_one_you_have() -> None:
    """Its own page went on calling it "the plan you have" after another took its place."""
    choices = (choice("best"), choice("earliest", moved()))

    found = shown_alternatives(TWO_SESSIONS, PLAN, choices, used=moved())
    alone = shown_alternatives(TWO_SESSIONS, PLAN, choices[1:], used=moved())

    assert found.heads == (
        "Best plan (this plan, which was set aside)",
        "Over soonest (the plan you have)",
    )
    assert [one.is_yours for one in found.choices] == [False, True]
    assert alone.heads[0] == "This plan, which was set aside"
