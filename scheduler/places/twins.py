"""One place entered twice: the same name at the same spot."""

from collections import defaultdict
from dataclasses import replace

from scheduler.earth import kilometres_between
from scheduler.places.imported import ImportedRow
from scheduler.places.names import is_same_name, plain_name
from scheduler.venues import Venue

SAME_SPOT_METRES = 50
"""Within how many metres places of one name are one place."""


def without_twins(rows: tuple[ImportedRow, ...]) -> tuple[ImportedRow, ...]:
    """Refuse rows whose code stands already, and all but one of the same name at the same spot.

    The one kept is the one that serves alcohol, if one does, then the one of which more is known,
    then the first: nobody is sent to a bar because the map has it twice.
    """
    once = _without_repeated_codes(rows)
    kept: dict[str, list[ImportedRow]] = defaultdict(list)
    refusals: dict[int, str] = {}
    for row in sorted(once, key=_says_most):
        if row.venue:
            same = kept[plain_name(row.name)]
            other = next(
                (each for each in same if each.venue and are_one(each.venue, row.venue)), None
            )
            if other:
                refusals[row.number] = _twin_of(other)
            else:
                same.append(row)
    return tuple(_refused(row, refusals.get(row.number, "")) for row in once)


def are_one(one: Venue, other: Venue) -> bool:
    """Say whether two venues have the same name and stand within 50 metres of one another."""
    apart = metres_between(one, other)
    return is_same_name(one.name, other.name) and apart is not None and apart <= SAME_SPOT_METRES


def metres_between(one: Venue, other: Venue) -> float | None:
    """Return how far apart two near venues are; None where a position is not known."""
    if one.latitude is None or one.longitude is None:
        return None
    if other.latitude is None or other.longitude is None:
        return None
    here, there = (one.latitude, one.longitude), (other.latitude, other.longitude)
    return 1000 * kilometres_between(here, there)


def _without_repeated_codes(rows: tuple[ImportedRow, ...]) -> tuple[ImportedRow, ...]:
    first: dict[str, int] = {}
    for row in rows:
        if row.venue:
            first.setdefault(row.code, row.number)
    return tuple(
        _refused(row, f'code "{row.code}" stands already at {first[row.code]}')
        if row.venue and first[row.code] != row.number
        else row
        for row in rows
    )


def _says_most(row: ImportedRow) -> tuple[bool, int]:
    """Return a rank: the lower, the more there is to keep."""
    if not row.venue:
        return True, 0
    known = len(row.venue.model_dump(exclude_defaults=True)) + len(row.venue.access)
    return not row.venue.licensed.is_yes, -known


def _twin_of(row: ImportedRow) -> str:
    named = f"the same place as {row.number} ({row.code})"
    return f"{named}: same name, within {SAME_SPOT_METRES} m; kept once"


def _refused(row: ImportedRow, why: str) -> ImportedRow:
    return replace(row, venue=None, remarks=(), refused=why, ground="unknown") if why else row
