"""Venues follow one another as agreed: always the same one, or never the same twice in a row."""

from itertools import product

import pytest

from constraints.venue_turns import VenueTurns
from scheduler.samples import CALLING, HALL
from scheduler.ties import Ties
from scheduler.venues import ONLINE
from tests.constraints.finished_plans import OTHER_HALL
from tests.constraints.tied import accepts, earlier, said_of, tied

VENUES = (HALL, OTHER_HALL, ONLINE)


def follow_one_another(rule: VenueTurns) -> list[tuple[str, str]]:
    return [
        (before.code, after.code)
        for before, after in product(VENUES, repeat=2)
        if said_of(rule, venue=after, earlier=earlier("Tuesday 1 June 2027", before)) is None
    ]


@pytest.mark.parametrize("kept", [True, False])
@pytest.mark.parametrize("pattern", ["any", "same", "changing"])
def test_the_tie_allows_what_the_check_allows(pattern: str, kept: bool) -> None:
    rule = VenueTurns(pattern=pattern, kept=kept)  # type: ignore[arg-type]

    tie_allows = [
        (VENUES[before].code, VENUES[after].code)
        for before, after in product(range(3), repeat=2)
        if accepts(rule, before, after)
    ]

    assert tie_allows == follow_one_another(rule)


def test_changing_never_takes_the_same_twice_in_a_row_on_line_among_them() -> None:
    same = {(venue.code, venue.code) for venue in VENUES}

    assert not same & {*follow_one_another(VenueTurns(pattern="changing"))}
    assert len(follow_one_another(VenueTurns(pattern="changing"))) == 6


def test_same_stays_where_it_was() -> None:
    assert follow_one_another(VenueTurns(pattern="same")) == [
        (venue.code, venue.code) for venue in VENUES
    ]


def test_given_up_it_ties_nothing() -> None:
    relaxed = VenueTurns(pattern="same").relaxed(VenueTurns.relaxations[0])

    assert tied(relaxed) == Ties()
    assert len(follow_one_another(relaxed)) == 9


def test_another_phase_may_begin_anywhere() -> None:
    called = earlier("Tuesday 1 June 2027", HALL, CALLING)
    rule = VenueTurns(pattern="changing")

    assert said_of(rule, venue=HALL, earlier=called) is None
    assert accepts(rule, 0, 0, phases=(0, 2))
