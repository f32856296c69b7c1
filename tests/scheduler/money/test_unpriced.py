"""What of some costs nobody has said, so that a sum is told as the least it comes to."""

from typing import get_args

import pytest

from constraints import registry
from scheduler.money.bill import CostLine, Kind
from scheduler.money.costs import costs_of
from scheduler.money.unpriced import as_known, lines_of, unpriced
from scheduler.planner import make_plan
from tests.scheduler.summer import ONCE, planned, set_to, with_project, with_venue, with_worker
from web.plan_text import plan_text


def a_line(kind: Kind, pence: int | None, *, many: int = 1, of_them: int = 0) -> CostLine:
    """Return one line of what a session costs."""
    return CostLine(kind=kind, what="", many=many, pence=pence, unpriced=of_them, paid="ahead")


def test_what_nobody_has_said_is_counted_by_what_it_is() -> None:
    lines = (
        a_line("room", None),
        a_line("room", 900),
        a_line("workers", None, many=2),
        a_line("journeys", 300, many=3, of_them=1),
    )

    assert unpriced(lines) == "1 hire, 2 fees and 1 fare"


def test_where_all_is_known_nothing_is_said_and_the_sum_is_told_flat() -> None:
    assert unpriced((a_line("room", 900),)) == ""
    assert as_known("£9.00", "") == "£9.00"


def test_a_sum_of_which_something_is_not_known_is_the_least() -> None:
    assert as_known("£9.00", "1 hire") == "at least £9.00, 1 hire not known"


@pytest.mark.parametrize("kind", get_args(Kind))
def test_everything_money_is_for_has_a_name(kind: Kind) -> None:
    assert unpriced((a_line(kind, None),)).startswith("1 ")


def test_a_hire_nobody_has_said_is_named_wherever_the_plan_tells_a_sum() -> None:
    """A hall without a price stood beside others as if it were free."""
    in_the_hall = with_project(ONCE, venues=("hall",))
    free, dear = (with_venue("hall", in_the_hall, hire_pence=pence) for pence in (None, 3000))

    assert "1 hire not known" in " ".join(plan_text(free, planned(free)).split())
    assert "1 hire not known" not in " ".join(plan_text(dear, planned(dear)).split())


def test_a_fee_nobody_has_said_is_named_too() -> None:
    programme = ONCE
    for venue in ("hall", "loft", "far"):
        programme = with_venue(venue, programme, hire_pence=3000)
    for code in ("catriona", "dougal"):
        programme = with_worker(code, programme, session_pence=None)

    assert unpriced(lines_of(costs_of(programme, planned(programme).sessions).sessions)) == "1 fee"


def test_of_money_for_the_project_at_least_so_much_is_used_where_a_hire_is_not_known() -> None:
    programme = set_to("project_budget", {"most_pence": 90_000}, ONCE)
    (reach,) = make_plan(programme, registry()).costs.reaches

    assert ", 1 hire not known, is used, and at most £" in reach.says[0]
    assert "Of it at least £" in reach.says[0]
