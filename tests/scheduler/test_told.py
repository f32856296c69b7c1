"""What may be told of a person, at the one place every question about somebody passes."""

import pytest

from constraints.access_needs import AccessNeeds
from constraints.capacity import Capacity
from constraints.home_safely import HomeSafely
from constraints.land_year import LandYear
from constraints.no_go_places import NoGoPlaces
from constraints.travel import Travel
from scheduler.constraint import Constraint, Objection
from scheduler.degree import Degree
from scheduler.facts import UNKNOWN
from scheduler.people import Person, Season, Times
from scheduler.samples import HALL, ISHBEL, on, ordinary
from scheduler.told import Told, told
from scheduler.ways import NOT_KNOWN

ASK_HER = "Something about coming is not yet known for Ishbel: ask them."
NO_LOOP_KNOWN = HALL.model_copy(update={"access": {"hearing loop": UNKNOWN}})
LOOP = "Does the room at Glen Hall have a hearing loop, and who there can work it?"


def who(**said: object) -> Person:
    return ISHBEL.model_copy(update=said)


def told_of(rule: Constraint, **given: object) -> Told | None:
    arguments = ordinary(given)
    return told(rule, {name: arguments[name] for name in rule.asks_for()})


def test_a_question_is_put_in_full_where_somebody_shares_their_reasons() -> None:
    before_dark = who(times=Times(home_before_dark=True))

    said = told_of(HomeSafely(), person=before_dark, way=NOT_KNOWN)

    asks = "How long does Ishbel need to get home from Glen Hall?"
    assert said == Told(Objection(Degree.UNKNOWN, asks), asks)


@pytest.mark.parametrize(
    ("rule", "said_of_them"),
    [
        (HomeSafely(), {"times": Times(home_before_dark=True)}),
        (LandYear(), {"seasons": (Season(activity="muirburn"),)}),
    ],
)
def test_a_question_that_tells_a_reason_is_not_put_where_reasons_are_not_shared(
    rule: Constraint, said_of_them: dict[str, object]
) -> None:
    private = who(**said_of_them, share_reasons=False)

    said = told_of(rule, person=private, way=NOT_KNOWN, day=on("Tuesday 2 March 2027"))

    assert said == Told(Objection(Degree.UNKNOWN, ASK_HER), ASK_HER)


def test_what_would_be_asked_of_anybody_is_asked_of_whoever_shares_no_reasons() -> None:
    private = who(share_reasons=False, times=Times(home_by="17:00"))

    said = told_of(Travel(), person=private, way=NOT_KNOWN)

    asks = (
        "How could Ishbel get to Glen Hall and home again? "
        "Enter a journey there and back, or say yes to a taxi."
    )
    assert said == Told(Objection(Degree.UNKNOWN, asks), asks)


@pytest.mark.parametrize("shares", [True, False])
def test_a_venue_is_asked_without_a_word_of_whose_need_it_is(*, shares: bool) -> None:
    """The question itself stood beside the name of whoever needed a loop, shared or not.

    Then that something about them was not known did, next to a question that only they raised.
    """
    needing = who(needs=("hearing loop",), share_reasons=shares)

    said = told_of(AccessNeeds(), venue=NO_LOOP_KNOWN, person=needing)

    assert said == Told(Objection(Degree.UNKNOWN, LOOP), "")


@pytest.mark.parametrize("shares", [True, False])
def test_a_place_nobody_must_go_to_stands_beside_no_name(*, shares: bool) -> None:
    """Whoever shared their reasons was named beside the question, and beside the other way."""
    person = who(no_go=("police",), share_reasons=shares)
    asks = "What kind of place is Glen Hall, and who runs it?"
    nobody_knows = HALL.model_copy(update={"kind": ""})

    asked = told_of(NoGoPlaces(), venue=nobody_knows, person=person)

    assert asked == Told(Objection(Degree.UNKNOWN, asks, is_private=True), "")


def test_what_concerns_nobody_in_particular_stands_beside_no_name() -> None:
    asks = "How many people does Glen Hall hold? At least 4 are needed."

    said = told_of(Capacity(), venue=HALL.model_copy(update={"capacity": None}))

    assert said == Told(Objection(Degree.UNKNOWN, asks), "")


def test_where_nothing_is_said_nothing_is_told() -> None:
    assert told_of(Travel()) is None
