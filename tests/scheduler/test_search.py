"""One run over a race: what it keeps of many beginnings, and when it gives up."""

import numpy as np
import pytest

from scheduler.bounds import Bounds, Race
from scheduler.concerns import Concern
from scheduler.graph import Step
from scheduler.search import MANY, Effort, Runner, TooMany, settle


def a_race(many: int, *, worst: bool = False) -> Race:
    """Return a race of one session with many choices, each costing one more than the one before.

    With `worst` the cost is the longest so far, which a longer one may still hide.
    """
    nought = np.zeros(many, dtype=np.int64)
    costs = np.arange(many + 1, dtype=np.int64)[:, None]
    return Race(
        steps=(Step(nought, np.arange(many), nought, 1, 1),),
        rows=(costs,),
        concerns=(Concern(slice(0, 1), "worst" if worst else "sum"),),
        settled=0,
        known=np.zeros(0, dtype=np.int64),
    )


def runner(race: Race, *, beginnings: int = 10 * MANY) -> Runner:
    """Return a full run over a race."""
    return Runner(race, Bounds.of(race), effort=Effort(beginnings))


def kept(run: Runner) -> int:
    """Return how many beginnings a run keeps after its first session."""
    return len(run.thinned(run.continued(run.nothing, 0), 0))


def test_of_many_beginnings_those_certainly_beaten_are_dropped() -> None:
    assert kept(runner(a_race(MANY + 1))) == 1


def test_few_beginnings_are_not_worth_comparing() -> None:
    assert kept(runner(a_race(MANY))) == MANY


def test_what_may_still_be_as_good_is_kept() -> None:
    assert kept(runner(a_race(MANY + 1, worst=True))) == MANY + 1


def test_more_beginnings_than_the_effort_allows_are_too_many() -> None:
    with pytest.raises(TooMany):
        kept(runner(a_race(11), beginnings=10))


def test_the_best_of_a_race_is_found() -> None:
    assert settle(a_race(MANY), Effort()).tolist() == [0]


def test_nothing_beats_the_best() -> None:
    race = a_race(5)

    run = Runner(race, Bounds.of(race), target=np.zeros(1, dtype=np.int64))

    assert run.best() is None
