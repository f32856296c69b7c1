"""Of the series that projects have bid for, the most that can be had at once are found."""

from scheduler.haggle import Bid
from scheduler.lanes import Fare
from scheduler.market import Taking
from scheduler.pooled import most_of

HALL, ROOM = 0, 1


def bid(thing: int, begins: int, ends: int) -> Bid:
    """Return a series that takes one thing for a time."""
    return Bid(Fare(0.0, 0, ()), (Taking(thing, begins, ends),))


ALIKE = {0: 1, 1: 1}
EARLY, ALL_DAY, LATE = bid(HALL, 0, 4), bid(HALL, 0, 8), bid(HALL, 4, 8)


def test_a_project_has_what_it_bid_before_where_both_can_have_theirs_so() -> None:
    met = [(0, ALL_DAY), (1, LATE), (0, EARLY)]

    assert most_of(met, {0: ALL_DAY}, ALIKE) == {0: EARLY, 1: LATE}


def test_what_takes_another_thing_is_in_nobodys_way() -> None:
    met = [(0, ALL_DAY), (1, LATE), (1, bid(ROOM, 0, 8))]

    assert most_of(met, {0: ALL_DAY}, ALIKE) == {0: ALL_DAY, 1: bid(ROOM, 0, 8)}


def test_what_projects_have_stands_where_no_more_of_them_can_have_theirs() -> None:
    now = {1: LATE}

    assert most_of([(0, ALL_DAY), (1, LATE)], now, ALIKE) is now


def test_of_two_that_cannot_both_have_theirs_it_is_the_one_that_would_lose_more() -> None:
    met = [(0, ALL_DAY), (1, LATE)]

    assert most_of(met, {0: ALL_DAY}, {0: 1, 1: 2}) == {1: LATE}
