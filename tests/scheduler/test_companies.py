"""Who can meet while some rules stand is what each rule says when it is asked alone."""

from random import Random

import numpy as np
import pytest

from scheduler.at_once import can_meet
from scheduler.bits import Who, companies_of
from scheduler.companies import Companies
from tests.random_projects import a_project, with_ties
from tests.scheduler.test_at_once import AT_FIRST, company


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("is_tied", [False, True])
def test_many_asked_together_can_meet_where_each_can_when_asked_alone(
    seed: int, *, is_tied: bool
) -> None:
    programme = a_project(seed)
    every = Companies(company(with_ties(programme, seed) if is_tied else programme))
    left = Random(seed).choice(every.rules).name()
    own = every.keeping(frozenset(rule.name() for rule in every.rules if rule.name() != left))
    draw = np.random.default_rng(seed)
    able = draw.random((40, len(own.company.grid.people))) < 0.7
    sure = able & (draw.random(able.shape) < 0.9)

    can = own.can_meet(able, sure)

    each = zip(companies_of(able), companies_of(sure), strict=True)
    assert can.tolist() == can_meet(own.company, [(Who(a, s, 0), AT_FIRST) for a, s in each])
