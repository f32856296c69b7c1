"""When each trip of a feed calls at each stop."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from scheduler.timetables.feed import BY_ARRANGEMENT, Call, Stop
from scheduler.timetables.rows import Row, Tables, read_clock

UNTIMED = -1
"""Stands for a time the feed leaves out between two that it gives."""


@dataclass(frozen=True)
class Calls:
    """Every trip's calls in order, and how long before trips have to be booked."""

    by_trip: Mapping[str, tuple[Call, ...]]
    book_days: Mapping[str, int]

    @classmethod
    def of(cls, tables: Tables, trips: set[str], stops: Mapping[str, Stop]) -> "Calls":
        """Read the calls of some trips."""
        rules = dict(_rules(tables))
        found: dict[str, list[tuple[int, Call, Row]]] = {}
        booked: dict[str, int] = {}
        needs = ("trip_id", "stop_id", "stop_sequence", "arrival_time", "departure_time")
        for row in tables.rows("stop_times.txt", needs):
            trip = row.text("trip_id")
            if _is_known(row, trips, stops):
                found.setdefault(trip, []).append((_sequence(row), _call(row), row))
            rule = row.text("pickup_booking_rule_id")
            if rule:
                booked[trip] = max(booked.get(trip, 0), rules.get(rule, 0))
        return cls({trip: _in_order(calls) for trip, calls in found.items()}, booked)


def _rules(tables: Tables) -> Iterator[tuple[str, int]]:
    """Give how many days before each rule wants trips booked."""
    for row in tables.rows("booking_rules.txt", ("booking_rule_id",), required=False):
        days = row.text("prior_notice_last_day") or "0"
        minutes = row.text("prior_notice_duration_min") or "0"
        if days.isdecimal() and minutes.isdecimal():
            most = max(int(days), -(-int(minutes) // 1440))
            yield row.text("booking_rule_id"), most
        else:
            row.wrong("prior_notice_last_day", "and the minutes beside it must be whole numbers")


def _is_known(row: Row, trips: set[str], stops: Mapping[str, Stop]) -> bool:
    for name, known in (("trip_id", trips), ("stop_id", stops)):
        if row.text(name) not in known:
            row.wrong(name, "is in no other table; correct it, or ask the publisher")
            return False
    return True


def _sequence(row: Row) -> int:
    return row.read("stop_sequence", int, "is no whole number; correct it") or 0


def _call(row: Row) -> Call:
    arrives, departs = row.text("arrival_time"), row.text("departure_time")
    times = [_time(row, name) for name in ("arrival_time", "departure_time")]
    first, second = times if arrives and departs else [max(times)] * 2
    return Call(
        row.text("stop_id"), first, second, _kind(row, "pickup_type"), _kind(row, "drop_off_type")
    )


def _time(row: Row, name: str) -> int:
    if not row.text(name):
        return UNTIMED
    found = row.read(name, read_clock, "is no clock time; write it as 09:05:00")
    return UNTIMED if found is None else found


def _kind(row: Row, name: str) -> int:
    """Return how people get on or off; what is not understood has to be asked about."""
    told = row.text(name) or "0"
    return int(told) if told in {"0", "1", "2", "3"} else BY_ARRANGEMENT


def _in_order(read: list[tuple[int, Call, Row]]) -> tuple[Call, ...]:
    """Return a trip's calls in order, times left out laid evenly between those given."""
    read.sort(key=lambda each: each[0])
    calls = [call for _, call, _ in read]
    for at in (0, -1):
        if calls[at].arrives == UNTIMED:
            read[at][2].wrong("arrival_time", "is empty where a trip begins or ends; write it")
            return ()
    calls = list(_timed(calls))
    previous = calls[0].arrives
    for call, (_, _, row) in zip(calls, read, strict=True):
        if not previous <= call.arrives <= call.departs:
            row.wrong("arrival_time", "goes back in time; correct it, or ask the publisher")
            return ()
        previous = call.departs
    return tuple(calls)


def _timed(calls: list[Call]) -> Iterator[Call]:
    given = [n for n, call in enumerate(calls) if call.arrives != UNTIMED]
    for n, call in enumerate(calls):
        if call.arrives != UNTIMED:
            yield call
            continue
        before = max(g for g in given if g < n)
        after = min(g for g in given if g > n)
        lasts = calls[after].arrives - calls[before].departs
        at = calls[before].departs + lasts * (n - before) // (after - before)
        yield replace(call, arrives=at, departs=at)
