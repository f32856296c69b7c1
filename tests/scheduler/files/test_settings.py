"""Settings of constraints are checked against the constraints there are."""

from dataclasses import dataclass
from typing import ClassVar

import pytest

from scheduler.constraint import Constraint, Objection
from scheduler.files.checks.settings import setting_faults, setting_kinds
from scheduler.programme import Programme, Settings
from scheduler.samples import PROGRAMME
from scheduler.venues import Venue


@dataclass(frozen=True)
class Between(Constraint):
    """A constraint of this test, whose settings must fit together."""

    least: int = 3
    most: float = 9
    title: ClassVar[str] = "Keep between"

    def __post_init__(self) -> None:
        """Refuse settings out of order."""
        if self.most < self.least:
            msg = f"most {self.most} is less than least {self.least}"
            raise ValueError(msg)

    def check(self, venue: Venue) -> Objection | None:  # noqa: ARG002 - it asks and accepts
        """Object to nothing."""
        return None


@dataclass(frozen=True)
class Purse(Constraint):
    """A constraint of this test with money in it."""

    most_pence: int = -1
    title: ClassVar[str] = "Keep within"

    def check(self, venue: Venue) -> Objection | None:  # noqa: ARG002 - it asks and accepts
        """Object to nothing."""
        return None


CONSTRAINTS: dict[str, type[Constraint]] = {"between": Between, "purse": Purse}


def with_settings(everywhere: Settings, here: Settings) -> Programme:
    """Return the sample programme with settings of its own and of its project."""
    project = PROGRAMME.projects[0].model_copy(update={"constraints": here})
    return PROGRAMME.model_copy(update={"constraints": everywhere, "projects": (project,)})


@pytest.mark.parametrize(
    ("everywhere", "here"),
    [
        ({}, {}),
        ({"between": {"least": 4}}, {"between": {"most": 5}}),
        ({"between": False}, {"between": {"most": 5.5}}),
        ({"between": True}, {}),
    ],
)
def test_settings_that_fit_are_left_alone(everywhere: Settings, here: Settings) -> None:
    assert list(setting_faults(with_settings(everywhere, here), CONSTRAINTS)) == []


def test_settings_that_only_clash_together_are_found_where_they_meet() -> None:
    programme = with_settings({"between": {"least": 7}}, {"between": {"most": 5}})

    (found,) = setting_faults(programme, CONSTRAINTS)

    assert found.path == ("projects", 0, "constraints", "between")
    assert found.remedy == "cannot be: most 5.0 is less than least 7"


def test_setting_of_the_programme_that_does_not_fit_is_found_once() -> None:
    programme = with_settings({"between": {"least": "x"}}, {"between": {"most": 5}})

    assert [found.path for found in setting_faults(programme, CONSTRAINTS)] == [
        ("constraints", "between", "least")
    ]


def test_kinds_of_settings_are_those_of_its_fields() -> None:
    assert setting_kinds(Between) == {"least": int, "most": float}


def test_money_below_nothing_is_refused() -> None:
    kept = with_settings({"purse": {"most_pence": -1}}, {"purse": {"most_pence": 0}})
    assert list(setting_faults(kept, CONSTRAINTS)) == []

    (found,) = setting_faults(with_settings({"purse": {"most_pence": -5}}, {}), CONSTRAINTS)

    assert found.path == ("constraints", "purse", "most_pence")
    assert found.value == "-5"
    assert found.remedy.startswith("is no amount of money; write pence from 0 on")


@pytest.mark.parametrize(
    ("typed", "says"),
    [("£600", "60000 for £600"), ("£7.50", "750 for £7.50"), ("much", "3000 for £30")],
)
def test_money_typed_in_pounds_is_told_in_pence(typed: str, says: str) -> None:
    (found,) = setting_faults(with_settings({"purse": {"most_pence": typed}}, {}), CONSTRAINTS)

    assert found.remedy == f"is no whole number of pence; write {says}"
