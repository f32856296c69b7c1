"""A need is a right: not met, nobody meets there; not known, the venue is asked."""

import pytest

from constraints.access_needs import QUESTIONS, AccessNeeds
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.facts import NO, UNKNOWN, YES, Answer, Fact
from scheduler.people import NEEDS, Need, Person
from scheduler.samples import HALL, ISHBEL
from scheduler.venues import ONLINE, Venue
from tests.constraints.taking_part import a_part

LIMITED = Fact(answer=Answer.LIMITED)


def with_needs(*needs: Need, **told: object) -> Person:
    return ISHBEL.model_copy(update={"needs": needs, **told})


def a_hall(**access: Fact) -> Venue:
    return HALL.model_copy(update={"access": {n.replace("_", " "): f for n, f in access.items()}})


def said_of(venue: Venue, person: Person) -> Objection | None:
    return AccessNeeds().check(venue=venue, person=person)


def test_every_need_has_its_questions() -> None:
    assert set(QUESTIONS) == set(NEEDS)


def test_a_need_met_is_no_objection() -> None:
    assert said_of(a_hall(lift=YES), with_needs("lift")) is None


def test_somebody_without_needs_can_meet_anywhere() -> None:
    assert said_of(a_hall(lift=NO), with_needs()) is None


def test_a_need_not_met_closes_the_place_for_everybody() -> None:
    says = "Ishbel cannot come: Glen Hall has no lift."

    assert said_of(a_hall(lift=NO), with_needs("lift")) == Objection(Degree.RIGHT, says)


def test_all_that_is_lacking_is_said_at_once() -> None:
    objection = said_of(a_hall(lift=NO, quiet_room=NO), with_needs("lift", "quiet room"))

    says = "Ishbel cannot come: Glen Hall has no lift and has no quiet room."
    assert objection == Objection(Degree.RIGHT, says)


def test_nothing_is_said_of_the_need_where_reasons_are_not_shared() -> None:
    person = with_needs("lift", share_reasons=False)

    assert said_of(a_hall(lift=NO), person) == Objection(
        Degree.RIGHT, "A private need rules this out.", is_private=True
    )


def test_a_need_nobody_asked_about_is_a_question_to_the_venue() -> None:
    says = "Is there a step-free way into Glen Hall, to the main room and the toilets?"

    assert said_of(a_hall(), with_needs("step-free")) == Objection(Degree.UNKNOWN, says)


@pytest.mark.parametrize("need", NEEDS)
@pytest.mark.parametrize("fact", [UNKNOWN, LIMITED, Fact(answer=Answer.PREFERS_NOT_TO_SAY)])
def test_questions_name_the_venue_and_never_the_person(need: Need, fact: Fact) -> None:
    venue = HALL.model_copy(update={"access": {need: fact}})

    objection = said_of(venue, with_needs(need))

    assert objection is not None
    assert objection.degree is Degree.UNKNOWN
    assert ("Glen Hall" in objection.organiser, "Ishbel" in objection.organiser) == (True, False)
    assert objection.organiser.endswith("?")


def test_a_half_answer_is_asked_for_its_measures() -> None:
    venue = HALL.model_copy(update={"access": {"step-free": LIMITED}})
    says = (
        "How wide are the doors on the step-free way into Glen Hall (80 cm or more), is there "
        "a ramp or a lip, and can a wheelchair turn (1.5 m)?"
    )

    assert said_of(venue, with_needs("step-free")) == Objection(Degree.UNKNOWN, says)


def test_one_need_not_met_outweighs_another_not_known() -> None:
    objection = said_of(a_hall(lift=NO), with_needs("hearing loop", "lift"))

    assert objection is not None
    assert objection.degree is Degree.RIGHT


def test_whoever_chose_to_ring_in_does_so_where_a_need_is_not_met() -> None:
    person = with_needs("lift", other_ways=("by phone",))
    halls = [a_hall(lift=Fact(answer=answer)) for answer in (Answer.NO, Answer.YES, Answer.UNKNOWN)]

    found = [AccessNeeds().does_not_suit(a_part(person, hall)) for hall in halls]

    assert found == [True, False, False]
    assert said_of(halls[0], person) is None


def test_where_nobody_can_ring_in_the_need_stands() -> None:
    person = with_needs("lift", other_ways=("by phone",))
    deaf_spot = a_hall(lift=NO).model_copy(update={"phone_reception": NO})

    objection = said_of(deaf_spot, person)

    assert objection is not None
    assert objection.degree is Degree.RIGHT


def test_nothing_is_asked_for_somebody_who_never_comes() -> None:
    never_comes = with_needs("lift", other_ways=("by phone",), other_ways_only=True)
    halls = [a_hall(lift=Fact(answer=answer)) for answer in (Answer.NO, Answer.UNKNOWN)]

    assert [said_of(hall, never_comes) for hall in halls] == [None, None]


def test_no_right_is_waived_by_coming_anyway() -> None:
    anyway = {"come_anyway": ("access_needs",)}

    assert said_of(a_hall(lift=NO), with_needs("lift", **anyway)) is not None


def test_on_line_has_no_doors() -> None:
    assert said_of(ONLINE, with_needs("step-free")) is None


def test_a_right_cannot_give() -> None:
    assert (AccessNeeds.is_right, AccessNeeds.relaxations) == (True, ())
