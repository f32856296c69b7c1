"""Everything the audit must find, and nothing else: sound plans pass it, and every planted fault is named."""

import pytest

from constraints import registry
from scheduler.audit import audit
from scheduler.plan import Plan
from scheduler.programme import Programme
from tests.scheduler.planted import PLANTED, Planted
from tests.scheduler.summer import SUMMER, summer_plan
from tests.scheduler.sworn import sworn


def found(programme: Programme, plan: Plan) -> dict[str, str]:
    """Return what the audit finds: what it says, by what found it."""
    return {breach.says: breach.constraint for breach in audit(programme, plan, registry())}


def test_a_sound_plan_has_no_breach() -> None:
    assert found(SUMMER, summer_plan()) == {}


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.what)
def test_the_audit_finds_a_planted_fault_and_nothing_else(planted: Planted) -> None:
    plan = sworn(planted.programme, planted.tampered)

    breaches = found(planted.programme, plan)

    also = {planted.also: "plan"} if planted.also else {}
    assert breaches == {planted.says: planted.constraint, **also}
