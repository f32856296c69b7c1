"""Every time an entry is: as its rule, its lists and whatever stands in place of it say."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from scheduler.calendars.foreign.entries import Entry
from scheduler.calendars.foreign.refused import NotUnderstoodError
from scheduler.calendars.foreign.rule_times import MOST_TIMES, Asked, Work, times_after
from scheduler.calendars.foreign.rules import Rule
from scheduler.calendars.foreign.until import until_of
from scheduler.calendars.foreign.values import When, day_of
from scheduler.calendars.foreign.window import Window

_MARGIN: Final = timedelta(days=2)
"""A clock is never further from another than this, daylight saving and all."""


@dataclass(frozen=True)
class Time:
    """One time an entry is: two moments, or two days of which the second is no longer in it."""

    start: When
    end: When
    entry: Entry


def times_of(
    family: Sequence[Entry], entry: Entry, *, window: Window, work: Work
) -> Iterator[Time]:
    """Give the times an entry is, within a window.

    Parameters
    ----------
    family
        Every entry of its identity: some of them may stand in place of single times of it.
    """
    if entry.in_place_of is not None:
        if not _changes_others(family, entry):
            yield from _within(window, [Time(entry.start, entry.length.after(entry.start), entry)])
        return
    changes = [each for each in family if each.in_place_of is not None]
    yield from _within(window, _series(entry, changes, window, work))


def _changes_others(family: Sequence[Entry], entry: Entry) -> bool:
    """Say whether an entry is given with the series it changes, from one of its times on."""
    return entry.and_after and any(each.in_place_of is None for each in family)


def _within(window: Window, times: Iterable[Time]) -> Iterator[Time]:
    return (each for each in times if window.holds(each.start, each.end))


def _series(entry: Entry, changes: Sequence[Entry], window: Window, work: Work) -> Iterator[Time]:
    single = [each.in_place_of for each in changes if not each.and_after]
    later = sorted((each for each in changes if each.and_after), key=lambda each: _key(entry, each))
    keys = [_key(entry, each) for each in later]
    starts = _starts(entry, _asked(entry, later, window), work)
    for start, end in _without(starts, [each for each in single if each is not None]):
        ruling = bisect_right(keys, _moment(start))
        if ruling:
            yield _moved(start, later[ruling - 1])
        else:
            yield Time(start, end or entry.length.after(start), entry)


def _moved(start: When, change: Entry) -> Time:
    """Return a time of a series as a change of it and all later ones moves it."""
    moved = start + _shift(change)
    return Time(moved, change.length.after(moved), change)


def _shift(change: Entry) -> timedelta:
    """Return how far a change moves the hands of the clock."""
    if change.in_place_of is None:
        return timedelta()
    if isinstance(change.start, datetime) and isinstance(change.in_place_of, datetime):
        was = change.in_place_of.astimezone(change.start.tzinfo)
        return change.start.replace(tzinfo=None) - was.replace(tzinfo=None)
    return day_of(change.start) - day_of(change.in_place_of)


def _key(entry: Entry, change: Entry) -> datetime:
    return _moment(_like(entry, change.in_place_of or change.start))


def _like(entry: Entry, when: When) -> When:
    """Return a time as a series tells its times: days where it is of whole days."""
    return day_of(when) if entry.is_all_day else when


def _moment(when: When) -> datetime:
    if isinstance(when, datetime):
        return when.astimezone(UTC)
    return datetime(when.year, when.month, when.day, tzinfo=UTC)


def _asked(entry: Entry, later: Sequence[Entry], window: Window) -> Asked:
    """Return which times of a series may touch a window, on its own clock."""
    clock = entry.start.tzinfo if isinstance(entry.start, datetime) else UTC
    longest = max(each.length.after(each.start) - each.start for each in (entry, *later))
    furthest = max((abs(_shift(each)) for each in later), default=timedelta())
    first = window.opens - longest - furthest - _MARGIN
    last = window.closes + furthest + _MARGIN
    begin, end = (each.astimezone(clock).replace(tzinfo=None) for each in (first, last))
    return Asked(begin, end, whole_days=entry.is_all_day)


Start = tuple[When, When | None]
"""When a time begins, and when it ends where that is its own."""


def _starts(entry: Entry, asked: Asked, work: Work) -> dict[When, Start]:
    """Return when each time of a series begins, by the moment or the day."""
    _refuse_hours_of_days(entry)
    # What begins a series is the first of it, whatever its rule says (RFC 5545 3.8.5.3).
    found: dict[When, Start] = {_moment(entry.start): (entry.start, None)}
    for rule in entry.rules:
        found |= {_moment(each): (each, None) for each in _by_rule(entry, rule, asked, work)}
    found |= {_moment(start): (start, end) for start, end in entry.also}
    if len(found) > MOST_TIMES:
        raise NotUnderstoodError(entry.number, f"comes back more than {MOST_TIMES:,} times")
    for rule in entry.left_out_by:
        for each in (entry.start, *_by_rule(entry, rule, asked, work)):
            found.pop(_moment(each), None)
    return dict(_without_listed(entry, found))


def _refuse_hours_of_days(entry: Entry) -> None:
    for rule in (*entry.rules, *entry.left_out_by):
        if entry.is_all_day and rule.is_by_clock:
            raise NotUnderstoodError(rule.line, "brings whole days back within a day")


def _by_rule(entry: Entry, rule: Rule, asked: Asked, work: Work) -> Iterator[When]:
    start = entry.start
    if not isinstance(start, datetime):
        begins = datetime(start.year, start.month, start.day)  # noqa: DTZ001 - a day has no zone
        yield from (
            when.date()
            for when in times_after(rule, begins, asked=until_of(rule, start, asked), work=work)
        )
        return
    begins = start.replace(tzinfo=None)
    for when in times_after(rule, begins, asked=until_of(rule, start, asked), work=work):
        yield when.replace(tzinfo=start.tzinfo)


def _without_listed(entry: Entry, found: dict[When, Start]) -> Iterator[tuple[When, Start]]:
    kept = _without(found, entry.left_out)
    return ((_moment(start), (start, end)) for start, end in kept)


def _without(found: dict[When, Start], left_out: Sequence[When]) -> Iterator[Start]:
    """Give the times that none of a list names, by its moment, or by its day alone."""
    moments = {_moment(each) for each in left_out if isinstance(each, datetime)}
    days = {each for each in left_out if not isinstance(each, datetime)}
    named_days = {day_of(each) for each in left_out}
    for moment, (start, end) in found.items():
        if isinstance(start, datetime):
            is_left_out = moment in moments or start.date() in days
        else:
            is_left_out = start in named_days
        if not is_left_out:
            yield start, end
