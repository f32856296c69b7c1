"""A room's access as a group may read it: what is known, who said so, that the rest is not."""

from datetime import date

import pytest

from scheduler.facts import NO, YES, Answer, Fact
from scheduler.people import NEEDS
from scheduler.samples import HALL, PROGRAMME
from scheduler.venues import ONLINE
from web.shown.access import ShownAccess, shown_access

REST = "Nothing else about access is known yet. Ask us before you come."
SAID_ON = date(2026, 11, 9)


def told_of(**facts: Fact) -> ShownAccess:
    """Return what is told of a hall, its needs named with underscores."""
    access = {need.replace("_", " "): fact for need, fact in facts.items()}
    return shown_access(PROGRAMME, HALL.model_copy(update={"access": access}))


def test_what_is_known_is_told_and_of_the_rest_only_that_it_is_not() -> None:
    shown = told_of(lift=NO, hearing_loop=Fact(answer=Answer.LIMITED), quiet_room=Fact())

    assert shown == ShownAccess((("", ("Hearing loop: only in part", "Lift: no")),), REST)


@pytest.mark.parametrize(
    ("fact", "source"),
    [
        ({"said_by": "caretaker", "on": SAID_ON}, "Caretaker said so on Monday 9 November 2026."),
        ({"said_by": "caretaker"}, "Caretaker said so."),
        ({"on": SAID_ON}, "Asked on Monday 9 November 2026."),
        ({}, ""),
    ],
)
def test_it_is_told_who_said_so_and_when_as_far_as_that_is_known(
    fact: dict[str, object], source: str
) -> None:
    shown = told_of(lift=Fact.model_validate({"answer": "yes", **fact}))

    assert shown.known == ((source, ("Lift: yes",)),)


@pytest.mark.parametrize("said_by", ["Ishbel", "ishbel, by phone", "RORY"])
def test_nobody_of_the_programme_is_named(said_by: str) -> None:
    shown = told_of(lift=Fact(answer=Answer.YES, said_by=said_by, note=f"ask {said_by}"))

    assert shown.known == (("", ("Lift: yes",)),)


def test_what_was_added_is_told_with_the_answer() -> None:
    shown = told_of(quiet_room=Fact(answer=Answer.YES, note="upstairs"))

    assert shown.known == (("", ("Quiet room: yes (upstairs)",)),)


def test_where_nothing_is_known_one_is_asked_to_ask() -> None:
    assert told_of() == ShownAccess(
        (), "Nothing is known about access yet. Ask us before you come."
    )


def test_where_everything_is_known_nothing_is_left_to_ask() -> None:
    hall = HALL.model_copy(update={"access": dict.fromkeys(NEEDS, YES)})

    shown = shown_access(PROGRAMME, hall)

    assert ([len(answers) for _, answers in shown.known], shown.rest) == ([len(NEEDS)], "")


def test_the_same_is_told_whatever_anybody_needs() -> None:
    ishbel, *others = PROGRAMME.people
    needy = ishbel.model_copy(update={"needs": ("hearing loop",)})
    programme = PROGRAMME.model_copy(update={"people": (needy, *others)})

    assert shown_access(programme, HALL) == shown_access(PROGRAMME, HALL)


def test_on_line_there_is_no_room_to_get_into() -> None:
    assert shown_access(PROGRAMME, ONLINE) == ShownAccess((), "")
