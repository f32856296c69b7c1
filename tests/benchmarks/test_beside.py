"""One project in plain numbers keeps our order: better for us is better as it is weighed."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.generator import a_programme
from benchmarks.naive_model import NotStatedError
from benchmarks.ours import timed
from benchmarks.project_stated import LARGEST, LEVELS, Scale, Stated

SUMS = st.lists(st.integers(0, 6), min_size=5, max_size=5).map(
    lambda own: sorted(own, reverse=True)
)


@given(SUMS, SUMS)
def test_what_people_bear_is_weighed_worst_first(one: list[int], other: list[int]) -> None:
    scale = Scale.of(range(1, 7), people=5)
    weights = scale.weight(tuple(one)), scale.weight(tuple(other))
    assert (weights[0] < weights[1]) == (one < other)
    assert scale.told(weights[0]) == tuple(value for value in one if value)


def test_what_somebody_bears_weighs_the_same_alone_and_among_others() -> None:
    scale = Scale.of({2, 3, 4, 6}, people=3)
    two, three = scale.weights(3, 2), scale.weights(2, 3)
    for n, m in product(range(4), range(3)):
        assert two[n] + three[m] == scale.weight((2 * n, 3 * m))


def test_weights_stay_as_small_as_the_rival_can_count() -> None:
    scale = Scale.of(range(1, 100), people=8)
    assert 9 * scale.weight((99,)) < LARGEST
    assert scale.weight((99,)) == scale.weight((len(scale.values) + 1,))


def test_a_project_is_stated_as_it_is_planned() -> None:
    programme = a_programme(1, people=8, venues=10, weeks=5, sessions=2)
    own = timed(programme, programme.projects[0])
    stated = Stated(own)
    ours = stated.weighed(own.found.values)
    assert len(ours.levels) == LEVELS
    assert stated.first_difference(ours, ours) is None
    missed = own.found.values[2]
    worse = (*own.found.values[:2], (max(missed),) * len(missed), *own.found.values[3:])
    differs = stated.first_difference(ours, stated.weighed(worse))
    assert differs
    level, own_value, other = differs
    assert level.startswith("Sessions missed (people")
    assert own_value < other
    assert sum(1 for _ in stated.candidates()) == len(stated.columns)


def test_a_project_of_which_a_session_cannot_be_held_is_not_stated() -> None:
    programme = a_programme(1, people=8, venues=10, weeks=5, sessions=2)
    own = timed(programme, programme.projects[0])
    with pytest.raises(NotStatedError, match="not everything"):
        Stated(own).weighed(((1,), *own.found.values[1:]))
