"""What was taken from a file as it stands there, and may yet be a slip: asked, never corrected."""

from collections.abc import Iterator, Sequence
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
    placed = [(row.number, at) for row in rows if row.venue and (at := _position(row.venue))]
    return tuple(
        replace(row, doubts=tuple(_doubts(row.venue, [at for n, at in placed if n != row.number])))
        if row.venue
        else row
        for row in rows
    )


def _doubts(venue: Venue, others: Sequence[Position]) -> Iterator[str]:
    here = _position(venue)
    if here:
        yield from _far(here, others)
    pence = venue.hire_pence
    if pence and pence < CHEAP_PENCE:
        yield f"one session there costs £{pence / 100:.2f}"


def _far(here: Position, others: Sequence[Position]) -> Iterator[str]:
    spoken = f"{here[0]}, {here[1]}"
    nearest = min((kilometres_between(here, other) for other in others), default=0)
    if here not in ISLES:
        yield f"its position ({spoken}) is outside Britain, Ireland and their islands"
    elif nearest > FAR_KM:
        told = f"{nearest:.0f} km from every other place of the file"
        yield f"its position ({spoken}) is at least {told}"


def _position(venue: Venue) -> Position | None:
    if venue.latitude is None or venue.longitude is None:
        return None
    return venue.latitude, venue.longitude
