"""Whoever joins a room from elsewhere needs a connection there; nobody guesses whether it has."""

import pytest

from constraints.connection import Connection
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.facts import NO, YES, Answer, Fact
from scheduler.people import Person
from scheduler.samples import HALL, ISHBEL
from scheduler.venues import Venue
from scheduler.ways import Way
from tests.constraints.taking_part import BY_PHONE

RINGS_IN = ISHBEL.model_copy(update={"other_ways": ("by phone",), "other_ways_only": True})
ASKS = "Can people join by phone at Glen Hall: is there reception or a phone in the room?"


def said_of(venue: Venue, person: Person = RINGS_IN, way: Way = BY_PHONE) -> Objection | None:
    return Connection().check(venue, person, way)


def reception(answer: Answer) -> Venue:
    return HALL.model_copy(update={"phone_reception": Fact(answer=answer)})


@pytest.mark.parametrize("answer", [Answer.UNKNOWN, Answer.LIMITED, Answer.PREFERS_NOT_TO_SAY])
def test_whatever_is_no_plain_answer_is_asked(answer: Answer) -> None:
    assert said_of(reception(answer)) == Objection(Degree.UNKNOWN, ASKS, "")


def test_internet_does_for_nobody_who_rings_in() -> None:
    venue = HALL.model_copy(update={"internet": YES, "phone_reception": NO})

    assert said_of(venue) is not None
    assert said_of(venue, way=Way(by="on-line")) is None


def test_who_cannot_join_does_not_say_how_they_would_where_reasons_are_not_shared() -> None:
    quiet = RINGS_IN.model_copy(update={"share_reasons": False})

    objection = said_of(reception(Answer.NO), quiet)

    assert objection == Objection(Degree.NEVER, "Ishbel cannot come then.", "")


def test_the_venue_is_asked_and_not_the_person() -> None:
    assert Connection.asks_the_venue()
