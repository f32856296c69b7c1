"""A file brought in again never overwrites what a person said."""

from datetime import date
from pathlib import Path

from scheduler.facts import UNKNOWN, Answer, Fact
from scheduler.places.imported import ImportedRow, VenueImport
from scheduler.places.importing import import_venues
from scheduler.places.merging import Difference, merge
from scheduler.places.told_imports import merge_lines
from scheduler.venues import Venue
from tests.scheduler.places.maps import HALL, feature, geojson, written

MAP_YES = Fact(answer=Answer.YES, said_by="OpenStreetMap", on=date(2026, 5, 1))
MAP_NO = Fact(answer=Answer.NO, said_by="OpenStreetMap", on=date(2026, 10, 1))
AILSA_NO = Fact(answer=Answer.NO, said_by="Ailsa (invented)", note="rang on Monday")
HALL_VENUE = Venue(
    code="osm-node-1", name="Invented Hall", kind="village hall", latitude=57.5, longitude=-5.0
)


def told(*venues: Venue, said_by: str = "OpenStreetMap") -> VenueImport:
    """Return an import of some venues."""
    rows = (ImportedRow(n, "", venue.name, venue) for n, venue in enumerate(venues, start=1))
    return VenueImport(tuple(rows), "map.geojson", said_by)


def with_(venue: Venue, **fields: object) -> Venue:
    """Return a venue with other fields."""
    return venue.model_copy(update=fields)


def test_what_a_person_said_stays_and_is_reported() -> None:
    here = with_(HALL_VENUE, access={"step-free": AILSA_NO}, licensed=AILSA_NO)
    there = with_(HALL_VENUE, access={"step-free": MAP_YES}, licensed=MAP_YES)

    found = merge((here,), told(there))

    assert found.venues == (here,)
    assert found.changed == ()
    assert found.kept[0].left == (
        Difference(
            "licensed",
            "no (Ailsa (invented))",
            "yes (OpenStreetMap, 2026-05-01)",
            "Ailsa (invented) said so",
        ),
        Difference(
            "access.step-free",
            "no (Ailsa (invented))",
            "yes (OpenStreetMap, 2026-05-01)",
            "Ailsa (invented) said so",
        ),
    )


def test_what_somebody_entered_without_a_name_stays_as_well() -> None:
    here = with_(HALL_VENUE, licensed=Fact(answer=Answer.NO))

    found = merge((here,), told(with_(HALL_VENUE, licensed=MAP_YES)))

    assert found.venues == (here,)
    assert found.kept[0].left[0].why == "somebody entered it"


def test_what_the_map_said_follows_the_map() -> None:
    here = with_(HALL_VENUE, licensed=MAP_YES, access={"lift": MAP_YES, "hearing loop": AILSA_NO})
    there = with_(HALL_VENUE, licensed=MAP_NO)

    found = merge((here,), told(there))

    assert found.venues == (
        with_(HALL_VENUE, licensed=MAP_NO, access={"lift": UNKNOWN, "hearing loop": AILSA_NO}),
    )
    assert found.changed[0].taken == (
        Difference("licensed", "yes (OpenStreetMap, 2026-05-01)", "no (OpenStreetMap, 2026-10-01)"),
        Difference("access.lift", "yes (OpenStreetMap, 2026-05-01)", "unknown"),
    )


def test_what_nobody_knew_is_filled_in() -> None:
    there = with_(
        HALL_VENUE, access={"lift": MAP_YES}, phone="01632 960 001", capacity=80, source="map"
    )

    found = merge((HALL_VENUE,), told(there))

    assert found.venues == (there,)
    assert [change.field for change in found.changed[0].taken] == [
        "phone",
        "capacity",
        "access.lift",
    ]


def test_plain_fields_that_differ_stay_unless_the_file_is_to_be_believed() -> None:
    here = with_(HALL_VENUE, phone="01632 960 001", opening="24/7")
    there = with_(HALL_VENUE, phone="01632 960 002", opening="Mo 09:00-10:00")

    found = merge((here,), told(there), take=frozenset({"opening"}))

    assert found.venues == (with_(here, opening="Mo 09:00-10:00"),)
    assert found.changed[0].taken == (Difference("opening", "24/7", "Mo 09:00-10:00"),)
    assert found.changed[0].left == (
        Difference("phone", "01632 960 001", "01632 960 002", "somebody may have corrected it"),
    )


def test_a_venue_entered_by_hand_keeps_its_code_when_the_map_has_it_too() -> None:
    here = with_(HALL_VENUE, code="hall")
    there = with_(HALL_VENUE, phone="01632 960 001")

    found = merge((here,), told(there))

    assert found.venues == (with_(there, code="hall"),)
    assert (found.added, found.gone) == ((), ())


def test_new_venues_come_last_and_none_that_is_gone_is_taken_out() -> None:
    here = (
        with_(HALL_VENUE, code="osm-node-9", latitude=58.0),
        with_(HALL_VENUE, code="own", latitude=59.0),
    )

    found = merge(here, told(HALL_VENUE))

    assert found.venues == (*here, HALL_VENUE)
    assert found.added == (HALL_VENUE,)
    assert [(gone.venue.code, gone.why) for gone in found.gone] == [
        ("osm-node-9", "it may lie outside the extract, or be gone")
    ]


def test_a_venue_the_map_now_calls_disused_is_gone_with_the_reason(tmp_path: Path) -> None:
    path = written(geojson(feature(HALL | {"disused": "yes"})), tmp_path)

    found = merge((HALL_VENUE,), import_venues(path))

    assert [gone.why for gone in found.gone] == [
        "not a place to meet (disused=yes): it is out of use"
    ]


def test_a_table_brought_in_again_calls_nothing_gone_and_overwrites_nothing() -> None:
    here = with_(HALL_VENUE, licensed=Fact(answer=Answer.YES))

    found = merge((here, with_(HALL_VENUE, code="own")), told(with_(HALL_VENUE), said_by=""))

    assert found.venues[0] == here
    assert (found.changed, found.gone) == ((), ())


def test_the_same_file_twice_changes_nothing(tmp_path: Path) -> None:
    tags = HALL | {"wheelchair": "yes", "bar": "yes", "phone": "01632 960 001"}
    fresh = import_venues(written(geojson(feature(tags)), tmp_path))

    found = merge(fresh.venues, fresh)

    assert found.venues == fresh.venues
    assert [(change.taken, change.left) for change in found.kept] == [((), ())]


def test_the_report_names_each_field() -> None:
    here = (
        with_(HALL_VENUE, licensed=AILSA_NO),
        with_(HALL_VENUE, code="osm-node-7", latitude=58.0),
    )
    new = with_(HALL_VENUE, code="osm-node-2", name="New Hall", latitude=59.0)

    lines = merge_lines(merge(here, told(with_(HALL_VENUE, licensed=MAP_YES, capacity=80), new)))

    assert lines == (
        "New: New Hall (osm-node-2).",
        'Invented Hall (osm-node-1), capacity: "nothing" here, "80" in the file: taken.',
        (
            'Invented Hall (osm-node-1), licensed: "no (Ailsa (invented))" here, '
            '"yes (OpenStreetMap, 2026-05-01)" in the file: left, Ailsa (invented) said so.'
        ),
        "Not in the file: Invented Hall (osm-node-7): it may lie outside the extract, or be gone.",
        "1 new, 1 changed, 0 as before, 1 no longer in the file.",
    )
