"""Places are looked for where people live, and not round the office that plans."""

from collections.abc import Sequence
from dataclasses import replace

from scheduler.earth import kilometres_between
from scheduler.places.imported import ImportedRow, VenueImport
from scheduler.positions import Position, position_of, venue_position
from scheduler.programme import Programme


def near_members(imported: VenueImport, programme: Programme, *, within: int) -> VenueImport:
    """Return an import in which places far from everybody's home are refused.

    Whoever lives nearest is not told, and a place of which nobody knows where it is stays.

    Parameters
    ----------
    within
        Kilometres as the crow flies.
    """
    homes = tuple(_homes(programme))
    rows = tuple(_row(row, programme, homes=homes, within=within) for row in imported.rows)
    return replace(imported, rows=rows)


def _homes(programme: Programme) -> set[Position]:
    """Return where members of the groups live, as far as that is known."""
    people = (person for project in programme.projects for person in programme.group(project))
    spots = {position_of(programme, person.home) for person in people}
    return {spot for spot in spots if spot}


def _row(
    row: ImportedRow, programme: Programme, *, homes: Sequence[Position], within: int
) -> ImportedRow:
    spot = venue_position(programme, row.venue) if row.venue else None
    if spot is None or not homes:
        return row
    nearest = min(kilometres_between(spot, home) for home in homes)
    if nearest <= within:
        return row
    refused = (
        f"it is {nearest:.0f} km from the nearest home of the groups; {within} km was asked for"
    )
    return replace(row, venue=None, refused=refused)
