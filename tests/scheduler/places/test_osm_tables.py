"""The tables of OpenStreetMap's tags are dated and speak the words of the other tables."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from scheduler.calendars.tables import read_table
from scheduler.people import NEEDS
from scheduler.places import osm_facts, osm_venues
from scheduler.places.kinds import UNLISTED, kind_of, read_kinds
from scheduler.places.osm_rules import TagRule, hits
from tests.conftest import ROOT

FOLDER = ROOT / "scheduler" / "places"
TABLES = sorted(FOLDER.glob("osm_*.csv"))
KINDS = read_kinds(ROOT / "constraints" / "data" / "venue_kinds.csv")


def test_both_tables_are_there() -> None:
    assert [path.stem for path in TABLES] == ["osm_access", "osm_kinds"]


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_table_is_dated_and_good_for_another_month(path: Path) -> None:
    table = read_table(path)
    today = datetime.now(tz=UTC).date()

    assert table.checked <= today + timedelta(days=1)
    assert table.is_good_for(today + timedelta(days=30)), f"look again at: {table.source}"
    assert [column for column, meaning in table.columns.items() if not meaning.strip()] == []


def test_every_kind_is_one_the_planner_knows() -> None:
    kinds = {rule.row["kind"] for rule in osm_venues.KINDS} - {"", osm_venues.NO_PLACE}

    assert {kind for kind in kinds if kind_of(kind, KINDS) is UNLISTED} == {"public building"}


def test_a_kind_excluded_for_alcohol_is_licensed_on_the_map_as_well() -> None:
    excluded = {
        rule.row["kind"]: rule.row["alcohol"]
        for rule in osm_venues.KINDS
        if kind_of(rule.row["kind"], KINDS).alcohol == "exclude"
    }

    assert set(excluded.values()) == {"yes"}


def test_every_need_in_the_table_is_one_people_can_have() -> None:
    assert {rule.row["need"] for rule in osm_facts.ACCESS} - set(NEEDS) == set()


@pytest.mark.parametrize(
    "rule", [*osm_venues.KINDS, *osm_facts.ACCESS], ids=lambda rule: rule.row["key"]
)
def test_every_row_has_a_tag_that_it_is_about(rule: TagRule) -> None:
    tags = {keys[0]: values[0].replace("[1-9]*", "3") for keys, values in rule.wanted}

    assert [hit.row for hit in hits(tags, (rule,))] == [rule.row]
