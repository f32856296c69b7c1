"""Real input: the 338 named places of an OpenStreetMap extract of Newport.

Planned from January to June 2027.

The extract is brought from elsewhere and never copied here (`docs/decisions.md`); these tests say
so and
stop where it is absent. What is expected is counted from the raw tags, or looked up in a printed
calendar.
"""

import json
from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

import constraints
from constraints import registry
from scheduler.audit import audit
from scheduler.calendars.tables import read_table
from scheduler.facts import Answer
from scheduler.places.import_report import report_lines
from scheduler.places.kinds import read_kinds
from scheduler.places.venue_import import VenueImport, import_venues
from scheduler.planner import make_plan
from tests.conftest import shared_data
from tests.newport import newport_programme

DATA = Path(constraints.__path__[0]) / "data"

CLOSED_DAYS = (
    date(2027, 3, 26),  # Good Friday
    date(2027, 3, 29),  # Easter Monday
    date(2027, 5, 3),  # early May bank holiday
    date(2027, 5, 31),  # spring bank holiday
    date(2027, 3, 28),  # Easter Sunday
    date(2027, 5, 2),  # Orthodox Easter
    date(2027, 2, 6),  # Lunar New Year
)


def test_import_of_a_real_map_reads_every_place_or_says_why_not() -> None:
    tags, found = _raw(), _imported()

    report = report_lines(found, read_kinds(DATA / "venue_kinds.csv"))

    assert len(tags) == len(found.rows) == 338
    assert len(found.venues) == 336
    assert [row.refused for row in found.rows if row.refused] == [
        "it is the same place as row 126"
    ] * 2
    assert len(report) == 338 + 1 + 10
    assert report[339] == "338 places in venues.geojson: 336 venues read, 2 refused."


def test_import_of_a_real_map_never_takes_a_missing_tag_for_an_answer() -> None:
    tags, found = _raw(), _imported()

    told = Counter(venue.meets("step-free").answer for venue in found.venues)
    licensed = {row.number for row in found.rows if row.venue and row.venue.licensed.is_yes}

    assert told[Answer.YES] + told[Answer.NO] + told[Answer.LIMITED] == sum(
        "wheelchair" in t for t in tags
    )
    assert licensed == {number for number, t in enumerate(tags, 1) if _serves(t)}
    assert not any(venue.licensed.is_no for venue in found.venues)
    assert sum(venue.capacity is not None for venue in found.venues) == sum(
        "capacity" in t for t in tags
    )


def test_plan_on_a_real_map_is_proven_and_sound() -> None:
    programme = newport_programme(_imported().venues)

    plan = make_plan(programme, registry())

    assert plan.possible
    assert all(level.proven for level in plan.order)
    assert audit(programme, plan, registry()) == ()
    assert len(plan.sessions) == 4
    assert not {chosen.start.date() for chosen in plan.sessions} & set(CLOSED_DAYS)
    licensed = {venue.code for venue in programme.venues if venue.licensed.is_yes}
    assert not {chosen.venue for chosen in plan.sessions} & licensed


@lru_cache(maxsize=1)
def _imported() -> VenueImport:
    return import_venues(_extract(), read_table(DATA / "osm_kinds.csv"), place="newport")


def _extract() -> Path:
    return shared_data("places", "newport", "venues.geojson")


def _raw() -> list[Mapping[str, str]]:
    return [feature["properties"] for feature in json.loads(_extract().read_text())["features"]]


def _serves(tags: Mapping[str, str]) -> bool:
    """Say straight from the tags whether a place serves alcohol."""
    return (
        tags.get("amenity") in {"pub", "bar", "nightclub", "biergarten"}
        or tags.get("shop") in {"alcohol", "wine"}
        or "yes" in {tags.get("bar"), tags.get("microbrewery")}
    )
