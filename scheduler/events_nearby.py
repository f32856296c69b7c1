"""Which local events are held at a place or in its council area, and how much they ask."""

from calendar import month_name
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from scheduler.calendars.days_kept import observances_on, unknown_in
from scheduler.calendars.local_events import LocalEvent
from scheduler.calendars.observances import FestivalTables
from scheduler.degree import Degree
from scheduler.venues import Place

DEGREES = {
    "never": Degree.NEVER,
    "avoid": Degree.AVOID,
    "soft": Degree.AVOID,
    "ask": Degree.UNKNOWN,
}
"""What a word of the table asks at the place itself; an event for information asks nothing."""

NEIGHBOURS = ("everyone nearby", "venues in ")
"""Whom an event concerns if it concerns all who are near; others are kept by those who say so."""


@dataclass(frozen=True)
class Nearby:
    """A local event as it concerns one place."""

    degree: Degree
    event: LocalEvent
    is_here: bool
    """Whether it is held at the place itself, rather than elsewhere in its council area."""
    is_dated: bool = True
    """Whether its day is known, rather than only its month."""


@lru_cache(maxsize=1024)
def events_of(place: Place, tables: FestivalTables) -> tuple[Nearby, ...]:
    """Return the local events that concern a place, on whatever day, the one that asks most first.

    At the place itself an event asks what its table says. Elsewhere in the council area one that
    closes or troubles its own place is only to be avoided.
    """
    asked = ((_asks(event, place), event) for event in tables.events)
    found = [
        Nearby(degree, event, is_here=_is_here(event, place))
        for degree, event in asked
        if degree is not None
    ]
    return tuple(sorted(found, key=lambda near: -near.degree))


def strongest_on(day: date, events: tuple[Nearby, ...], *, tables: FestivalTables) -> Nearby | None:
    """Return the event that asks most on a day; None where none of them is held."""
    held = (_on(day, near, tables=tables) for near in events)
    return max(filter(None, held), key=lambda near: near.degree, default=None)


def _on(day: date, near: Nearby, *, tables: FestivalTables) -> Nearby | None:
    """Return an event as it is on a day; nothing where it is on another day."""
    if near.event.festival_id in _ids_on(day, tables):
        return near
    # Only the place itself has to ask when an event is that nobody has dated.
    may_be = near.is_here and near.event.festival_id in _ids_unknown(day.year, tables)
    if may_be and _may_be_in(near.event.rule, day.month):
        return replace(near, degree=Degree.UNKNOWN, is_dated=False)
    return None


@lru_cache(maxsize=8192)
def _ids_on(day: date, tables: FestivalTables) -> frozenset[str]:
    return frozenset(observance.festival_id for observance in observances_on(day, tables))


@lru_cache(maxsize=64)
def _ids_unknown(year: int, tables: FestivalTables) -> frozenset[str]:
    return frozenset(unknown.festival_id for unknown in unknown_in(year, tables))


def _asks(event: LocalEvent, place: Place) -> Degree | None:
    degree = DEGREES.get(event.hardness)
    if degree is None or not event.who.startswith(NEIGHBOURS):
        return None
    if _is_here(event, place):
        return degree
    shares_council = place.council.casefold() == event.council.casefold()
    return Degree.AVOID if shares_council and degree >= Degree.AVOID else None


def _is_here(event: LocalEvent, place: Place) -> bool:
    """Say whether an event is held at a place, or on its island."""
    spots = {spot.strip().casefold() for spot in event.place.split(",")}
    island = {part.strip().casefold() for part in place.landmass.replace(" and ", ",").split(",")}
    return bool(spots & {place.code.casefold(), place.name.casefold(), *island})


def _may_be_in(rule: str, month: int) -> bool:
    """Say whether an event may be in a month: any, if its rule in words names none."""
    named = [name for name in month_name[1:] if name in rule]
    return not named or month_name[month] in named
