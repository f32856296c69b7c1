"""A room that somebody has to join from elsewhere is second best, unless they never travel."""

from constraints.joining_in import JoiningIn
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.people import Person
from scheduler.samples import HALL, ISHBEL
from tests.constraints.taking_part import BY_CAR, BY_PHONE

SAYS = "Ishbel takes part by phone, as they chose."


def if_need_be(**told: object) -> Person:
    return ISHBEL.model_copy(update={"other_ways": ("by phone",), **told})


def test_nothing_is_said_of_why_whatever_they_share() -> None:
    quiet = if_need_be(share_reasons=False)

    said = [JoiningIn().check(HALL, person, BY_PHONE) for person in (if_need_be(), quiet)]

    assert said == [Objection(Degree.AVOID, SAYS, "")] * 2


def test_whoever_said_that_it_does_not_matter_is_not_put_to_it() -> None:
    anyway = if_need_be(come_anyway=("joining_in",))

    assert JoiningIn().check(HALL, anyway, BY_PHONE) is None


def test_whoever_travels_is_not_put_to_it() -> None:
    assert JoiningIn().check(HALL, if_need_be(), BY_CAR) is None
