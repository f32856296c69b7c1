"""Which constraints hold for a project: the programme's settings, the project's laid over them."""

from typing import Any

import pytest

from constraints import registry
from scheduler.in_force import in_force, settings_for
from tests.scheduler.summer import GROUP, SUMMER

WIDE: dict[str, Any] = {"least_days": 3, "most_days": 20}


@pytest.mark.parametrize(
    ("wide", "own", "settings"),
    [
        (None, None, {}),
        (True, None, {}),
        (False, None, False),
        (WIDE, None, WIDE),
        (WIDE, {"least_days": 5}, {"least_days": 5, "most_days": 20}),
        (False, {"least_days": 5}, {"least_days": 5}),
        (WIDE, False, False),
        (WIDE, True, WIDE),
        (False, True, {}),
    ],
)
def test_a_projects_settings_are_laid_over_the_programmes(
    wide: dict[str, Any] | bool | None,
    own: dict[str, Any] | bool | None,
    settings: dict[str, Any] | bool,
) -> None:
    programme = SUMMER.model_copy(update={"constraints": {} if wide is None else {"spacing": wide}})
    project = GROUP.model_copy(update={"constraints": {} if own is None else {"spacing": own}})

    assert settings_for("spacing", programme, project) == settings


def test_every_constraint_holds_unless_it_is_switched_off() -> None:
    programme = SUMMER.model_copy(update={"constraints": {"spacing": False}})

    names = [rule.name() for rule in in_force(registry(), programme, GROUP)]

    assert names == [name for name in registry() if name != "spacing"]


def test_a_right_cannot_be_switched_off() -> None:
    rights = [name for name, kind in registry().items() if kind.is_right]
    programme = SUMMER.model_copy(update={"constraints": dict.fromkeys(registry(), False)})

    names = [rule.name() for rule in in_force(registry(), programme, GROUP)]

    assert rights
    assert names == rights
