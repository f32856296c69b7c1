"""A question the organiser accepted in writing is not asked again; nothing else gives."""

from datetime import date

import pytest

from scheduler.accepted import is_accepted, unless_accepted
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.programme import AcceptedUnknown
from scheduler.samples import PROGRAMME

ACCEPTED = PROGRAMME.model_copy(
    update={
        "accepted_unknowns": (
            AcceptedUnknown(constraint="capacity", about="hall", by="Mairi", on=date(2027, 1, 4)),
        )
    }
)


@pytest.mark.parametrize(
    ("constraint", "about", "accepted"),
    [("capacity", "hall", True), ("capacity", "barn", False), ("spacing", "hall", False)],
)
def test_only_that_constraint_about_that_place_is_accepted(
    constraint: str, about: str, accepted: bool
) -> None:
    assert is_accepted(ACCEPTED, constraint, about=about) is accepted


@pytest.mark.parametrize("degree", [Degree.AVOID, Degree.NEVER, Degree.RIGHT])
def test_accepting_lets_only_questions_go(degree: Degree) -> None:
    objection = Objection(degree, "It stands.")
    question = Objection(Degree.UNKNOWN, "Does it?")

    found = [
        unless_accepted(each, ACCEPTED, constraint="capacity", about="hall")
        for each in (objection, question, None)
    ]

    assert found == [objection, None, None]


def test_a_question_nobody_accepted_stands() -> None:
    question = Objection(Degree.UNKNOWN, "Does it?")

    assert unless_accepted(question, PROGRAMME, constraint="capacity", about="hall") == question
