"""What came of bringing in venues, row by row: what was taken, what to ask, what was refused."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from scheduler.people import Need
from scheduler.venues import Venue

Ground = Literal["office", "public", "community", "worship", "commercial", "unknown"]
"""Whose ground a place seems to be; osm_kinds.toml says what each means."""

GROUNDS: tuple[Ground, ...] = get_args(Ground)
"""Every ground, in the order of the report."""

NEEDS: tuple[Need, ...] = get_args(Need)
"""Every need, in the order people read them."""

OPENSTREETMAP = "OpenStreetMap"
"""Who says what the map says."""


@dataclass(frozen=True)
class ImportedRow:
    """One row of a file: the venue it became, or why it was refused."""

    number: int
    """Which one of the file, from 1."""
    source_id: str
    """Its name in the source, such as "node/84783324"; empty where it has none."""
    name: str
    venue: Venue | None = None
    remarks: tuple[str, ...] = ()
    """What was read, what is unknown, and what was passed over."""
    doubts: tuple[str, ...] = ()
    """What was taken as it stands, and may be a slip."""
    refused: str = ""
    """Why it was refused; empty where it was taken."""
    ground: Ground = "unknown"
    """Whose ground it seems to be, by its kind and operator."""

    @property
    def code(self) -> str:
        """The code its venue has, or would have had."""
        return self.venue.code if self.venue else osm_code(self.source_id)


@dataclass(frozen=True)
class VenueImport:
    """A file of venues as it was read, row by row."""

    rows: tuple[ImportedRow, ...]
    file: str = ""
    """Name of the file."""
    said_by: str = ""
    """Who signed the facts; empty where the file itself says who said what."""

    @property
    def venues(self) -> tuple[Venue, ...]:
        """The venues of the rows that were taken."""
        return tuple(row.venue for row in self.rows if row.venue)

    @property
    def refused(self) -> int:
        """How many rows were refused."""
        return sum(row.venue is None for row in self.rows)

    @property
    def is_ours(self) -> bool:
        """Say whether somebody typed it here: of a map or a directory nobody here mends a row."""
        return not self.said_by


def osm_code(source_id: str) -> str:
    """Return the code of a place on the map: always the same for the same place."""
    return f"osm-{source_id.replace('/', '-')}" if source_id else ""


def unknowns(venue: Venue) -> tuple[str, ...]:
    """Return what somebody still has to ask about a venue, in a few words each."""
    needs = tuple(need for need in NEEDS if venue.meets(need).is_unknown)
    return (*_plain_unknowns(venue), *(("every access need",) if needs == NEEDS else needs))


def _plain_unknowns(venue: Venue) -> Iterator[str]:
    if venue.licensed.is_unknown:
        yield "alcohol"
    asked = {
        "who runs it": venue.operator,
        "room size": venue.capacity,
        "opening hours": venue.opening,
        "phone": venue.phone,
        "position": venue.latitude is not None,
    }
    yield from (what for what, known in asked.items() if not known)
