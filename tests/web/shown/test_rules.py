"""The rules, as they are set."""

import pytest

from constraints import registry
from scheduler.in_force import in_force
from tests.web.plans import TWO_SESSIONS
from web.shown.rules import every_rule, rules_of, shown_rule

GROUP = TWO_SESSIONS.projects[0]


def test_every_rule_of_the_folder_is_listed_by_title() -> None:
    listed = every_rule()

    assert {rule.name for rule in listed} == set(registry())
    assert [rule.title for rule in listed] == sorted(rule.title for rule in listed)


def test_a_group_sees_only_the_settings_that_were_changed() -> None:
    group = GROUP.model_copy(update={"constraints": {"spacing": {"least_days": 14}}})

    rules = {rule.name: rule for rule in rules_of(TWO_SESSIONS, group)}

    changed = [(each.meaning, each.value) for each in rules["spacing"].settings]
    assert changed == [("Fewest days from one session to the next of the same phase", "14")]
    assert rules["balance"].settings == ()


def test_a_rule_that_is_switched_off_says_so_and_a_right_cannot_be() -> None:
    off = {"spacing": False, "access_needs": False}
    group = GROUP.model_copy(update={"constraints": off})

    rules = {rule.name: rule for rule in rules_of(TWO_SESSIONS, group)}

    assert [rules[name].is_off for name in off] == [True, False]


def test_the_page_of_a_rule_has_its_worked_cases_and_its_sources() -> None:
    shown = shown_rule("spacing")

    assert shown.cases[0] == (
        "The session before was four days ago.",
        "Only 4 days after the session before; leave at least 7.",
    )
    assert shown.sources == (
        (
            "Own default: about a week to rest, about two months before people lose the thread "
            "(checked Monday 23 November 2026)"
        ),
        (
            "Own default: a week and at most a year to the next phase "
            "(checked Tuesday 24 November 2026)"
        ),
    )
    assert shown.gives[0] == "Sessions may follow each other within 3 days (asks 4 days)."


def test_the_page_of_a_rule_says_how_it_is_set_for_a_group() -> None:
    group = GROUP.model_copy(update={"constraints": {"balance": {"stand_down": False}}})

    shown = shown_rule("balance", in_force(registry(), TWO_SESSIONS, group))

    stand_down = shown.settings[1]
    assert (stand_down.meaning, stand_down.value, stand_down.is_changed) == (
        "Whether professionals stand down by turns",
        "No",
        True,
    )


@pytest.mark.parametrize("name", registry())
def test_every_setting_of_every_rule_says_what_it_means(name: str) -> None:
    assert [setting for setting in shown_rule(name).settings if not setting.meaning] == []
