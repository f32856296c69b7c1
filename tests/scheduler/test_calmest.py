"""Where each session can move as little as it has to: what is found is what a full search finds."""

import pytest

from constraints import registry
from scheduler import replan as replanning
from scheduler.replan import replan
from tests.random_projects import a_project
from tests.scheduler.summer import planned
from tests.scheduler.test_replan import changed


@pytest.mark.parametrize("number", range(42, 46))
def test_it_is_the_series_that_a_full_search_finds(
    number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given
    before = a_project(number, days=5)
    plan = planned(before)
    afters = list(changed(before, plan))

    # when
    found = [replan(after, plan, registry()) for after in afters]
    monkeypatch.setattr(replanning, "calmest", lambda *_, **_given: None)
    in_full = [replan(after, plan, registry()) for after in afters]

    # then
    assert found == in_full
