"""Reads a timetable feed in the form most publishers use, GTFS."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from scheduler.errors import Fault
from scheduler.timetables.feed import Call, Feed, StepFree, Stop, Trip
from scheduler.timetables.gtfs_calls import Calls
from scheduler.timetables.gtfs_days import days_of_services, validity
from scheduler.timetables.rows import Row, Tables, TooManyFaultsError

KINDS: Mapping[range, str] = {
    range(2, 3): "train",
    range(4, 5): "ferry",
    range(100, 200): "train",
    range(715, 716): "community transport",
    range(1000, 1100): "ferry",
    range(1200, 1300): "ferry",
    range(2): "train",
    range(5, 8): "train",
    range(12, 13): "train",
    range(400, 700): "train",
    range(900, 1000): "train",
}
"""What routes are by, by number (GTFS reference, and Google's extended route types); else a bus."""


@dataclass
class _Reading:
    """What was read so far, by code."""

    tables: Tables
    stops: dict[str, Stop] = field(default_factory=dict)
    routes: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Name of each route, and what it is by."""
    services: Mapping[str, frozenset[date]] = field(default_factory=dict)


def read_gtfs(path: Path) -> Feed:
    """Return the timetable that a GTFS feed tells, a folder or a .zip.

    Raises
    ------
    ProgrammeError
        If anything is wrong with it; carries the faults found, each with its file and line.
    """
    tables = Tables(path)
    tables.refuse_unreadable()
    reading = _Reading(tables)
    trips: tuple[Trip, ...] = ()
    changes: tuple[tuple[str, str, int], ...] = ()
    try:
        _read_parts(reading)
        trips = tuple(_trips(reading))
        changes = tuple(_changes(reading))
    except TooManyFaultsError:
        pass
    tables.faults.refuse()
    name, first, last = validity(tables, reading.services)
    tables.faults.refuse()
    return Feed(name, first, last, tuple(reading.stops.values()), trips, reading.services, changes)


def _read_parts(reading: _Reading) -> None:
    tables = reading.tables
    if any(True for _ in tables.rows("frequencies.txt", (), required=False)):
        remedy = "says how often, not when; ask the publisher for a feed with times"
        tables.faults.add(Fault("frequencies.txt", None, "", "", remedy))
    for row in tables.rows("stops.txt", ("stop_id",)):
        reading.stops[row.text("stop_id")] = _stop(row)
    for row in tables.rows("routes.txt", ("route_id", "route_type")):
        name = row.text("route_short_name") or row.text("route_long_name")
        reading.routes[row.text("route_id")] = name, _kind(row)
    reading.services = days_of_services(tables)


def _stop(row: Row) -> Stop:
    return Stop(
        row.text("stop_id"),
        row.text("stop_name") or row.text("stop_id"),
        _degrees(row, "stop_lat", 90),
        _degrees(row, "stop_lon", 180),
        _step_free(row, "wheelchair_boarding"),
    )


def _degrees(row: Row, name: str, most: int) -> float | None:
    if not row.text(name):
        return None
    found = row.read(name, float, "is no number of degrees; correct it or leave it empty")
    if found is not None and not -most <= found <= most:
        row.wrong(name, f"is beyond {most} degrees; correct it or leave it empty")
    return found


def _step_free(row: Row, name: str) -> StepFree:
    told = row.text(name) or "0"
    return row.read(name, lambda _: StepFree(int(told)), "is none of 0, 1 and 2") or StepFree(0)


def _kind(row: Row) -> str:
    number = row.read("route_type", int, "is no number of a kind of route; see the GTFS reference")
    return next((by for numbers, by in KINDS.items() if number in numbers), "bus")


def _trips(reading: _Reading) -> Iterator[Trip]:
    """Give every trip that calls twice or more; one that calls once takes nobody anywhere."""
    tables = reading.tables
    rows = list(tables.rows("trips.txt", ("trip_id", "route_id", "service_id")))
    for row in rows:
        for name, known in (("route_id", reading.routes), ("service_id", reading.services)):
            if row.text(name) not in known:
                row.wrong(name, "is in no other table; correct it, or ask the publisher")
    calls = Calls.of(tables, {row.text("trip_id") for row in rows}, reading.stops)
    for row in rows:
        own = calls.by_trip.get(row.text("trip_id"), ())
        if len(own) > 1 and row.text("route_id") in reading.routes:
            yield _trip(reading, row, own, calls.book_days.get(row.text("trip_id"), 0))


def _trip(reading: _Reading, row: Row, calls: tuple[Call, ...], book_days: int) -> Trip:
    line, by = reading.routes[row.text("route_id")]
    accessible = _step_free(row, "wheelchair_accessible")
    code, service = row.text("trip_id"), row.text("service_id")
    return Trip(code, line, by, service, calls, accessible, book_days)


def _changes(reading: _Reading) -> Iterator[tuple[str, str, int]]:
    """Give what the feed says of changing from stop to stop, in seconds."""
    needs = ("from_stop_id", "to_stop_id")
    for row in reading.tables.rows("transfers.txt", needs, required=False):
        both = row.text(needs[0]), row.text(needs[1])
        for name, stop in zip(needs, both, strict=True):
            if stop and stop not in reading.stops:
                row.wrong(name, "is no stop of stops.txt; correct it, or ask the publisher")
        kind, seconds = row.text("transfer_type") or "0", row.text("min_transfer_time")
        # A change between two named trips says nothing of other trips at the same stops.
        if all(both) and not row.text("from_trip_id"):
            if kind == "3":
                yield (*both, -1)
            elif kind == "2" and seconds:
                yield (*both, row.read("min_transfer_time", int, "is no number of seconds") or 0)
