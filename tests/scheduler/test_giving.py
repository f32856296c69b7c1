"""A rule gives from where it is set: nothing stricter is offered, and what it asks is counted."""

import pytest

from constraints import registry
from scheduler.by_phase import InPhase, by_phase
from scheduler.constraint import Constraint
from scheduler.giving import ways_to_give

RULES = tuple(registry().values())
NOTICE = "venue_notice"


def given(name: str, **settings: object) -> list[tuple[str, int, str]]:
    """Return how a rule set in some way can give: the label, the price and its unit."""
    return _told(as_set(name, **settings))


def as_set(name: str, **settings: object) -> Constraint:
    """Return a rule with some of its settings."""
    return registry()[name](**settings)


def _told(rule: Constraint) -> list[tuple[str, int, str]]:
    return [(way.label, way.price, way.unit) for way in ways_to_give(rule)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name())
def test_what_a_rule_says_it_asks_is_counted_from_its_defaults(rule: type[Constraint]) -> None:
    """The figures on a rule's page and those of an offer are the same where nothing is set."""
    as_it_is = rule()

    assert ways_to_give(as_it_is) == tuple(
        way for way in rule.relaxations if as_it_is.relaxed(way) != as_it_is
    )


def test_a_number_is_counted_from_the_setting_in_force() -> None:
    assert given("spacing", least_days=14) == [
        ("Sessions may follow each other within 3 days", 11, "days"),
        ("Let up to 12 weeks pass between sessions", 28, "days"),
        ("Another phase may begin within 3 days", 4, "days"),
    ]
    assert given("travel", most_minutes=105)[0] == (
        "Let journeys take up to two hours each way",
        15,
        "minutes",
    )


def test_a_clock_time_is_counted_in_minutes() -> None:
    assert given("inclusive_hours", not_before="09:45") == [
        ("Let sessions end by half past nine in the evening", 30, "minutes"),
        ("Let sessions start at 8 in the morning", 105, "minutes"),
    ]


def test_what_a_programme_allows_already_is_no_way_to_give() -> None:
    assert given("spacing", least_days=3, least_days_to_next_phase=3, most_days=100) == []
    assert given("quorum", least=4) == []
    assert given("quorum", least=5) == [("Meet when four people can come", 1, "people")]
    assert given("work_hours", journey_counts=False) == [
        ("Ask people to come after 8 hours' rest", 3, "hours")
    ]
    assert given("inclusive_hours", not_before="07:00", not_after="22:00") == []


def test_of_two_settings_only_what_is_stricter_gives() -> None:
    (way,) = ways_to_give(
        as_set("one_place_at_a_time", people_gap_minutes=15, worker_gap_minutes=90)
    )

    assert (way.settings, way.price) == ({"worker_gap_minutes": 30}, 60)


def test_what_cannot_be_counted_asks_what_the_rule_says() -> None:
    assert given("courtesy_days", eve_from="18:00")[0] == (
        "Meet on the afternoon before a festival",
        5,
        "steps",
    )


def test_a_rule_that_differs_by_phase_counts_where_it_gives_most() -> None:
    phases = (
        InPhase("recruit", as_set(NOTICE, sooner_by_days=20), frozenset({"sooner_by_days"})),
        InPhase("prepare", None, frozenset()),
    )
    rule = by_phase(registry()[NOTICE], as_set(NOTICE, sooner_by_days=2), phases)
    assert rule is not None

    assert _told(rule) == [("Ask venues to take a booking a week later than they do", 5, "days")]


def test_a_rule_already_looser_in_a_phase_that_follows_it_does_not_give() -> None:
    """Seven days' less notice would be stricter where a phase has ten by other means."""
    recruiting = InPhase("recruit", as_set(NOTICE, sooner_by_days=10), frozenset())
    rule = by_phase(registry()[NOTICE], as_set(NOTICE), (recruiting,))
    assert rule is not None

    assert _told(rule) == []
