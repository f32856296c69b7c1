"""One run over a race: what it keeps of many beginnings, and when it gives up."""

from dataclasses import replace
from typing import Literal

import numpy as np
import pytest

from scheduler.bounds import Race
from scheduler.concerns import NEVER, Concern
from scheduler.graph import Step
from scheduler.reading import Reading
from scheduler.search import Effort, Pursuit, TooMany, narrow_series, onward
from scheduler.settled import settle
from scheduler.tolls import Toll, Tolls

PLENTY = Effort(10_000)


def a_race(many: int, *, worst: bool = False, most: int = NEVER) -> Race:
    """Return a race of one session with many choices, each costing one more than the one before.

    With `worst` the cost is the longest so far, which a longer one may still hide. `most` is the
    cost allowed.
    """
    nought = np.zeros(many, dtype=np.int64)
    costs = np.arange(many + 1, dtype=np.int64)[:, None]
    return Race(
        steps=(Step(nought, np.arange(many), nought, 1, 1),),
        rows=(costs,),
        concerns=(Concern(slice(0, 1), "worst" if worst else "sum"),),
        settled=0,
        known=np.zeros(0, dtype=np.int64),
        reading=Reading(np.arange(1), caps=np.array([most])),
    )


def a_scarce_race(*drawn: int) -> Race:
    """Return a race of two sessions: choices of the first differ in what they draw on a limit.

    What they leave may not be enough for the second.
    """
    nought, after = np.zeros(len(drawn), dtype=np.int64), np.array([0, 6])
    first = Step(nought, np.arange(len(drawn)), nought, 1, 1)
    rows = [np.array([[0, each] for each in (*own, 0)]) for own in (drawn, after)]
    return Race(
        steps=(first, Step(nought[:2], np.arange(2), nought[:2], 1, 1)),
        rows=tuple(rows),
        concerns=(Concern(slice(0, 1), "worst"),),
        settled=0,
        known=np.zeros(0, dtype=np.int64),
        reading=Reading(np.arange(2), np.array([NEVER, 9]), np.array([1])),
    )


def kept(race: Race, effort: Effort = PLENTY) -> int:
    """Return how many beginnings a run keeps after its first session."""
    return len(onward(race, race.nothing, 0, after=Pursuit(race.rules, effort)))


def test_beginnings_certainly_beaten_are_dropped() -> None:
    assert kept(a_race(50)) == 1


def test_what_may_still_be_as_good_is_kept() -> None:
    assert kept(a_race(50, worst=True)) == 50


def test_what_has_used_less_of_what_is_capped_is_kept_too() -> None:
    race = a_race(50, worst=True, most=9)

    assert kept(race) == 10


def test_where_only_values_matter_what_is_nowhere_worse_beats() -> None:
    race = replace(a_race(50, worst=True), wanted="values")

    assert kept(race) == 1


def test_every_amount_drawn_counts_where_every_way_is_wanted() -> None:
    assert kept(a_scarce_race(3, 5, 4)) == 3


@pytest.mark.parametrize("wanted", ["what may do", "values"])
def test_else_the_least_drawn_stands_for_all(wanted: Literal["what may do", "values"]) -> None:
    race = replace(a_scarce_race(5, 3, 4), wanted=wanted)

    found = onward(race, race.nothing, 0, after=Pursuit(race.rules))

    assert (found.begun.rows.tolist(), found.choice.tolist()) == ([[0, 3]], [1])
    assert found.ways.tolist() == [[0, 0, 0], [0, 1, 0], [0, 2, 0]]


def test_more_beginnings_than_the_effort_allows_are_too_many() -> None:
    with pytest.raises(TooMany):
        kept(a_race(11, worst=True), Effort(10))


def test_more_ways_than_the_effort_allows_are_too_many() -> None:
    with pytest.raises(TooMany):
        kept(a_race(11), Effort(100, ways=10))


def test_the_best_of_a_race_is_found() -> None:
    assert settle(a_race(400), PLENTY).tolist() == [0]


def test_a_narrow_search_finds_one_series() -> None:
    found = narrow_series(a_race(3000, worst=True), 100)

    assert found is not None
    chosen = [step.whole.choice.tolist() for step in found.steps]
    assert (chosen, found.row.tolist()) == ([[0]], [0])


def test_a_narrow_search_may_find_none() -> None:
    assert narrow_series(a_race(5, most=-1), 100) is None


def test_a_narrow_search_keeps_only_what_is_light_enough() -> None:
    """Of five choices all but the last are heavier than a whole series may be."""
    weights, rest = np.array([-1]), (np.array([-4]), np.array([0]))
    light, lighter = (Toll(weights, rest, most) for most in (-4, -5))

    found = narrow_series(a_race(5, worst=True), 100, Tolls((light,)))

    assert found is not None
    assert [step.onward.choice.tolist() for step in found.steps] == [[4]]
    assert narrow_series(a_race(5, worst=True), 100, Tolls((lighter,))) is None


def test_nothing_is_kept_that_does_not_beat_the_target() -> None:
    race = a_race(5)
    rules = race.rules_to_beat(np.zeros(1, dtype=np.int64))

    assert len(onward(race, race.nothing, 0, after=Pursuit(rules, PLENTY))) == 0
