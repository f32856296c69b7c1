"""A question the organiser accepted in writing is not asked again; nothing else gives."""

from datetime import date

import pytest

from scheduler.accepted import accepted_question, is_accepted, unless_accepted
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


def test_what_was_accepted_names_its_venue_who_and_when() -> None:
    """It once said only "Accepted by Mairi on 2027-01-04: not known", of which hall nobody knew."""
    told = accepted_question(ACCEPTED, ACCEPTED.accepted_unknowns[0])

    assert (told.constraint, told.asks, told.holds_back) == (
        "capacity",
        "Glen Hall (capacity): accepted by Mairi on Monday 4 January 2027. Nothing more was noted.",
        False,
    )


@pytest.mark.parametrize(("about", "named"), [("ishbel", "Ishbel"), ("nobody", "nobody")])
def test_what_was_accepted_of_a_person_does_not_say_which_rule_asked(
    about: str, named: str
) -> None:
    accepted = AcceptedUnknown(
        constraint="times_told", about=about, by="Mairi", on=date(2027, 1, 4), note="She rings."
    )

    told = accepted_question(ACCEPTED, accepted)

    assert (told.constraint, told.asks) == (
        "",
        f"{named}: accepted by Mairi on Monday 4 January 2027. She rings.",
    )
