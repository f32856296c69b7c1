"""What belongs to one day is held on one day, and what gives lets it fall apart."""

from constraints.same_day import MORNING, SameDay
from scheduler.samples import AFTERWARDS, on
from scheduler.ties import Ties
from tests.constraints.tied import said_of, tied

NEXT_DAY = {"day": on("Wednesday 9 June 2027"), "earlier": MORNING, "session": AFTERWARDS}


def test_given_up_it_asks_and_ties_nothing() -> None:
    relaxed = SameDay().relaxed(SameDay.relaxations[0])

    assert said_of(SameDay(), **NEXT_DAY) is not None
    assert said_of(relaxed, **NEXT_DAY) is None
    assert tied(relaxed) == Ties()
