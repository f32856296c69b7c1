"""Nobody is counted on before they said when they can come."""

import pytest

from constraints.times_told import TimesTold
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.facts import Answer
from scheduler.people import Times
from scheduler.places_to_fill import PlaceToFill
from scheduler.samples import ISHBEL


@pytest.mark.parametrize("told", [Answer.UNKNOWN, Answer.NO])
def test_whoever_has_not_told_is_asked(told: Answer) -> None:
    person = ISHBEL.model_copy(update={"times": Times(told=told), "share_reasons": False})

    assert TimesTold().check(person) == Objection(
        Degree.UNKNOWN, "When can Ishbel come, and when not?"
    )


@pytest.mark.parametrize("told", [Answer.YES, Answer.LIMITED, Answer.PREFERS_NOT_TO_SAY])
def test_an_answer_is_an_answer(told: Answer) -> None:
    assert TimesTold().check(ISHBEL.model_copy(update={"times": Times(told=told)})) is None


def test_a_place_still_to_fill_has_nobody_to_ask() -> None:
    (stand_in,) = PlaceToFill(code="seat").as_people()

    assert TimesTold().check(stand_in) is None
