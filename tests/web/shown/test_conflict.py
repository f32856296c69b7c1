"""Why nothing fits, what would help, and the programme as it would then be."""

import pytest

from constraints import registry
from scheduler.in_force import in_force
from scheduler.unmet import (
    Conflict,
    ConflictPart,
    InTheWay,
    LeftOut,
    Obstacle,
    Offer,
    Tried,
    Unplaced,
)
from tests.web.plans import PLAN, TWO_SESSIONS
from web.shown.conflict import (
    next_steps,
    shown_conflicts,
    shown_in_the_way,
    shown_left_out,
    shown_obstacles,
    with_offer,
)

SOONER = Offer(
    label="Sessions may follow each other within 3 days",
    constraint="spacing",
    placed=2,
    of=2,
    price="4 days",
    pence_more=5000,
)
FEWER = Offer(kind="sessions", label="Hold 1 session instead of 2", placed=1, of=1, pence_more=-250)
TRIED = (
    Tried(kind="times", many=2, helped=1, says="2 changes tried."),
    Tried(kind="sessions", many=1, helped=1, says="1 change tried."),
)
CLASH = Conflict(
    project="group",
    parts=(
        ConflictPart(constraint="access_needs", person="ishbel", says="There are 19 stairs."),
        ConflictPart(constraint="spacing"),
    ),
    says="They clash.",
    offers=(SOONER, FEWER),
    tried=TRIED,
    confirmed=("one", "other"),
)


def test_a_clash_is_told_rule_by_rule_and_a_right_says_that_it_is_one() -> None:
    (shown,) = shown_conflicts(TWO_SESSIONS, PLAN.model_copy(update={"conflicts": (CLASH,)}))

    assert [(each.says, each.is_right) for each in shown.demands] == [
        ("There are 19 stairs.", True),
        ("Leave room between sessions", False),
    ]
    assert shown.confirmed == "This was checked in 2 ways."


def test_a_page_says_that_any_one_would_do_only_where_each_was_proven_to_be_enough() -> None:
    """It was said of every clash, also where a budget beside it kept sessions from being held."""
    proven = tuple(part.model_copy(update={"enough": True}) for part in CLASH.parts)
    enough = CLASH.model_copy(update={"parts": proven})
    budget = ConflictPart(constraint="project_budget", says="Keep within the money.")
    other = CLASH.model_copy(update={"besides": (budget,)})

    one, two = shown_conflicts(TWO_SESSIONS, PLAN.model_copy(update={"conflicts": (enough, other)}))

    assert one.lead.endswith("If any one of them gave way, it could be done.")
    assert two.lead.endswith("something else stands in the way as well.")
    assert [each.says for each in two.besides] == ["Keep within the money."]


def test_an_offer_says_what_it_brings_what_it_asks_and_that_nobody_gives() -> None:
    (shown,) = shown_conflicts(TWO_SESSIONS, PLAN.model_copy(update={"conflicts": (CLASH,)}))

    (offer,) = shown.kinds[0].offers
    assert (offer.then, offer.price, offer.gives, offer.can_try) == (
        "2 of 2 sessions could then be held.",
        "What it asks: 4 days. All together it costs £50 more than what can be held now.",
        ("Nobody would come to fewer sessions.",),
        True,
    )


def test_offers_stand_by_kind_with_how_many_were_tried() -> None:
    lacking = Unplaced(project="group", number=2, required=True, reason="No date.")
    plan = PLAN.model_copy(update={"conflicts": (CLASH,), "unplaced": (lacking,)})

    (shown,) = shown_conflicts(TWO_SESSIONS, plan)

    found = [(kind.title, kind.tried, [o.number for o in kind.offers]) for kind in shown.kinds]
    assert found == [
        ("Other days, hours or places", "2 changes tried.", [0]),
        ("Fewer, shorter or optional sessions", "1 change tried.", [1]),
    ]
    (fewer,) = shown.kinds[1].offers
    assert (fewer.price, fewer.can_try) == (
        "All together it costs £2.50 less than what can be held now.",
        True,
    )


def test_an_offer_that_costs_the_same_says_so() -> None:
    free = CLASH.model_copy(update={"offers": (FEWER.model_copy(update={"pence_more": 0}),)})

    (shown,) = shown_conflicts(TWO_SESSIONS, PLAN.model_copy(update={"conflicts": (free,)}))

    (fewer,) = shown.kinds[1].offers
    assert fewer.price == "All together it costs the same as what can be held now."


def test_to_ask_is_shown_first_and_nothing_is_planned_for_it_at_once() -> None:
    """What the answers are has to be entered before it can be planned with."""
    ask = Offer(kind="ask", label="Ask Una what is not known yet", placed=2, of=2)
    tried = Tried(kind="ask", many=1, helped=1, says="1 way to ask tried.")
    clash = CLASH.model_copy(update={"offers": (ask, SOONER), "tried": (tried, *TRIED)})

    (shown,) = shown_conflicts(TWO_SESSIONS, PLAN.model_copy(update={"conflicts": (clash,)}))

    first = shown.kinds[0]
    assert (first.title, first.tried) == ("Ask first: it costs nothing", "1 way to ask tried.")
    assert [(offer.label, offer.can_try) for offer in first.offers] == [(ask.label, False)]


def test_who_is_left_out_is_named_with_why_and_what_would_help() -> None:
    left = LeftOut(project="group", person="ishbel", reason="She works.", remedy="Ask her.")

    (line,) = shown_left_out(TWO_SESSIONS, PLAN.model_copy(update={"left_out": (left,)}))

    assert (line.what, line.why, line.remedy) == ("Ishbel", "She works.", "Ask her.")


def test_which_groups_stand_in_one_another_s_way_is_shown_with_what_would_help() -> None:
    told = InTheWay(projects=("a", "b"), says="A and B cannot both meet.", remedy="More days.")

    (line,) = shown_in_the_way(PLAN.model_copy(update={"in_the_way": (told,)}))

    assert (line.why, line.remedy) == ("A and B cannot both meet.", "More days.")


def test_what_counting_found_is_shown_only_where_not_all_can_be_held() -> None:
    found = Obstacle(project="group", says="0 rooms.", remedy="Add a room.")
    plan = PLAN.model_copy(update={"obstacles": (found,)})

    shown = [shown_obstacles(plan.model_copy(update={"possible": p})) for p in (True, False)]

    assert [[(line.why, line.remedy) for line in each] for each in shown] == [
        [],
        [("0 rooms.", "Add a room.")],
    ]


STEPS_TRIED = (
    Tried(kind="group", many=5, helped=0, says=""),
    Tried(kind="times", many=9, helped=2, says=""),
    Tried(kind="sessions", many=2, helped=0, says=""),
)


@pytest.mark.parametrize(
    ("says", "tried", "expected"),
    [
        ("There are 19 stairs.", STEPS_TRIED, ["Other times", "Another place to meet"]),
        ("A private need.", STEPS_TRIED, ["Other times", "Ask everybody, one to one"]),
        ("2 private needs.", (), [*"AOF", "Another way to work", "Ask everybody, one to one"]),
    ],
)
def test_nothing_is_advised_that_was_tried_in_vain(
    says: str, tried: tuple[Tried, ...], expected: list[str]
) -> None:
    """Other rooms were advised where two members must not meet: no room helps them."""
    clash = Conflict(project="group", parts=(ConflictPart(constraint="", says=says),), says="")
    plan = PLAN.model_copy(update={"conflicts": (clash.model_copy(update={"tried": tried}),)})

    steps = next_steps(plan)

    begun = zip(steps, expected, strict=True)
    assert all(step.startswith(begins) for step, begins in begun)


def test_an_offer_taken_changes_that_rule_for_that_group_alone() -> None:
    group = TWO_SESSIONS.projects[0]
    own = group.model_copy(update={"constraints": {"spacing": {"most_days": 30}}})
    other = group.model_copy(update={"code": "other"})
    programme = TWO_SESSIONS.model_copy(update={"projects": (own, other)})

    changed = with_offer(programme, CLASH, offer=SOONER, lacking=(2,))

    usual = registry()["spacing"]().settings()
    settings = [
        next(r for r in in_force(registry(), changed, p) if r.name() == "spacing").settings()
        for p in changed.projects
    ]
    assert settings == [
        {**usual, "least_days": 3, "most_days": 30},
        usual,
    ]


def test_an_offer_that_no_rule_makes_cannot_be_taken() -> None:
    strange = SOONER.model_copy(update={"label": "Meet on the moon"})

    with pytest.raises(LookupError):
        with_offer(TWO_SESSIONS, CLASH, offer=strange, lacking=())


@pytest.mark.parametrize(
    ("enough", "lead"),
    [
        (True, "As things stand, this alone stands in the way. If it gave way, it could be done."),
        (
            False,
            (
                "As things stand, this stands in the way. If it alone gave way, that would not "
                "always be enough: something else stands in the way as well."
            ),
        ),
    ],
)
def test_a_single_thing_in_the_way_is_not_told_as_several(enough: bool, lead: str) -> None:
    """It read: these cannot all be met together; if any one of them gave way."""
    alone = CLASH.parts[0].model_copy(update={"enough": enough})
    clash = CLASH.model_copy(update={"parts": (alone,)})

    (shown,) = shown_conflicts(TWO_SESSIONS, PLAN.model_copy(update={"conflicts": (clash,)}))

    assert (shown.lead, shown.checked) == (
        lead,
        "This was left out and everything worked out again: then it no longer stands in the way.",
    )
