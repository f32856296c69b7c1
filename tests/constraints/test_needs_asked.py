"""Not asked is not "no need"; asked and preferring not to say is an answer."""

import pytest

from constraints.needs_asked import NeedsAsked
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.facts import Answer
from scheduler.places_to_fill import PlaceToFill
from scheduler.samples import ISHBEL


@pytest.mark.parametrize("answer", [Answer.UNKNOWN, Answer.NO, Answer.LIMITED])
def test_somebody_not_asked_in_full_is_a_question(answer: Answer) -> None:
    person = ISHBEL.model_copy(update={"needs_asked": answer})

    objection = NeedsAsked().check(group=(person,))

    assert objection == Objection(Degree.UNKNOWN, "Has Ishbel been asked what they need?")


@pytest.mark.parametrize("answer", [Answer.YES, Answer.PREFERS_NOT_TO_SAY])
def test_somebody_asked_holds_nothing_back_whatever_they_said(answer: Answer) -> None:
    assert NeedsAsked().check(group=(ISHBEL.model_copy(update={"needs_asked": answer}),)) is None


def test_a_code_stands_for_a_name_nobody_gave() -> None:
    person = ISHBEL.model_copy(update={"name": "", "needs_asked": Answer.UNKNOWN})

    objection = NeedsAsked().check(group=(person,))

    assert objection == Objection(Degree.UNKNOWN, "Has ishbel been asked what they need?")


def test_a_place_still_to_be_filled_cannot_be_asked() -> None:
    stand_in = PlaceToFill(code="young").as_people()[0]

    assert NeedsAsked().check(group=(stand_in,)) is None


def test_everybody_left_to_ask_is_named_in_one_question() -> None:
    people = tuple(
        ISHBEL.model_copy(update={"name": name, "needs_asked": Answer.UNKNOWN})
        for name in ("Ishbel", "Morag", "Una")
    )

    objection = NeedsAsked().check(group=people)

    asks = "Have Ishbel, Morag and Una been asked what they need?"
    assert objection == Objection(Degree.UNKNOWN, asks)
