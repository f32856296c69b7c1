"""What was taken from a file as it stands there, and may yet be a slip: asked, never corrected."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from scheduler.earth import kilometres_between
from scheduler.files.checks.positions import ISLES
from scheduler.places.imported import ImportedRow
from scheduler.positions import Position
from scheduler.venues import Venue

CHEAP_PENCE: Final = 500
"""Below this, whoever meant pounds may have been taken for pence."""
FAR_KM: Final = 100
"""Farther than this from every other place of its file, a place may have another's numbers."""


def with_doubts(rows: tuple[ImportedRow, ...]) -> tuple[ImportedRow, ...]:
    """Return rows with what of each may be a slip."""
    placed = {row.number: at for row in rows if row.venue and (at := _position(row.venue))}
    return tuple(replace(row, doubts=tuple(_doubts(row, placed))) for row in rows)


def _doubts(row: ImportedRow, placed: Mapping[int, Position]) -> Iterator[str]:
    if row.number in placed:
        yield from _far(row.number, placed)
    pence = row.venue.hire_pence if row.venue else None
    if pence and pence < CHEAP_PENCE:
        yield f"one session there costs £{pence / 100:.2f}"


def _far(number: int, placed: Mapping[int, Position]) -> Iterator[str]:
    here = placed[number]
    spoken = f"its position ({here[0]}, {here[1]})"
    if here not in ISLES:
        yield f"{spoken} is outside Britain, Ireland and their islands"
    elif len(placed) > 1 and not any(far <= FAR_KM for far in _distances(number, placed)):
        nearest = min(_distances(number, placed))
        yield f"{spoken} is at least {nearest:.0f} km from every other place of the file"


def _distances(number: int, placed: Mapping[int, Position]) -> Iterator[float]:
    """Give how far all others are, one by one: most have a near one among the first."""
    here = placed[number]
    return (kilometres_between(here, at) for n, at in placed.items() if n != number)


def _position(venue: Venue) -> Position | None:
    if venue.latitude is None or venue.longitude is None:
        return None
    return venue.latitude, venue.longitude
