"""One entry of a calendar file: when it is, how it comes back, and how it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import TypeVar

from scheduler.calendars.foreign.lengths import Length, length_in
from scheduler.calendars.foreign.lines import Line
from scheduler.calendars.foreign.parts import Part
from scheduler.calendars.foreign.periods import period_in
from scheduler.calendars.foreign.refused import NotUnderstoodError
from scheduler.calendars.foreign.rule_reading import read_rule
from scheduler.calendars.foreign.rules import Rule
from scheduler.calendars.foreign.standing import Standing
from scheduler.calendars.foreign.values import MOST_LISTED, When, listed, read_when, when_in
from scheduler.calendars.foreign.zones import Within, Zones

ONE_DAY = Length(1, timedelta())
NOTHING = Length(0, timedelta())
A_HUNDRED_YEARS = timedelta(days=36_525)
A_DAY = timedelta(days=1)

_Listed = TypeVar("_Listed")


@dataclass(frozen=True)
class Entry:
    """An entry, without a word of what it is about."""

    number: int
    """The line it begins on."""
    uid: str
    revision: int
    """How often it was changed: of two of one identity, the higher holds."""
    standing: Standing
    start: When
    length: Length
    rules: tuple[Rule, ...] = ()
    left_out_by: tuple[Rule, ...] = ()
    """Rules of times it is not (EXRULE, which RFC 5545 no longer has)."""
    also: tuple[tuple[When, When | None], ...] = ()
    """Times it is as well, each with its end where that is its own."""
    left_out: tuple[When, ...] = ()
    in_place_of: When | None = None
    """Which time of a series it stands in place of."""
    and_after: bool = False
    """Whether it changes all later ones with that one."""
    fills_days: bool = False
    """Whether Outlook says that it is of whole days, although it tells hours."""

    @property
    def is_all_day(self) -> bool:
        """Say whether it is of whole days."""
        return not isinstance(self.start, datetime)


def read_entry(part: Part, zones: Zones, standing: Standing) -> Entry:
    """Return the entry of a part.

    Raises
    ------
    NotUnderstoodError
        If anything in it that bears on when it is cannot be read.
    """
    for broken in part.broken:
        raise broken
    begins = part.one("DTSTART")
    if begins is None:
        raise NotUnderstoodError(part.number, "does not say when it begins")
    start = read_when(begins, zones)
    within = Within(zones, start.tzinfo if isinstance(start, datetime) else None)
    replaced = part.one("RECURRENCE-ID")
    return Entry(
        number=part.number,
        uid=part.lines["UID"][0].value if "UID" in part.lines else "",
        revision=_revision(part),
        standing=standing,
        start=start,
        length=_length(part, start, within),
        rules=tuple(read_rule(line) for line in part.lines.get("RRULE", ())),
        left_out_by=tuple(read_rule(line) for line in part.lines.get("EXRULE", ())),
        also=_few(part, _also(part, within)),
        left_out=_few(part, _each(part, "EXDATE", within)),
        in_place_of=read_when(replaced, within) if replaced else None,
        and_after=_is_and_after(replaced),
        fills_days=part.value("X-MICROSOFT-CDO-ALLDAYEVENT") == "TRUE",
    )


def _few(part: Part, listed_times: Iterator[_Listed]) -> tuple[_Listed, ...]:
    times = tuple(islice(listed_times, MOST_LISTED + 1))
    if len(times) > MOST_LISTED:
        raise NotUnderstoodError(part.number, f"lists more than {MOST_LISTED:,} times")
    return times


def _revision(part: Part) -> int:
    told = part.value("SEQUENCE")
    return int(told) if told.isascii() and told.isdecimal() and len(told) < 10 else 0  # noqa: PLR2004


def _is_and_after(line: Line | None) -> bool:
    told = line.parameter("RANGE").upper() if line else ""
    if line and told not in {"", "THISANDFUTURE"}:
        raise NotUnderstoodError(line.number, "changes a range of times that nobody knows")
    return bool(told)


def _length(part: Part, start: When, zones: Within) -> Length:
    ends, lasts = part.one("DTEND"), part.one("DURATION")
    if ends:
        found, line = _until(start, read_when(ends, zones), ends), ends
    elif lasts:
        found, line = length_in(lasts.value, lasts), lasts
    else:
        return NOTHING if isinstance(start, datetime) else ONE_DAY
    if found.is_backwards:
        raise NotUnderstoodError(line.number, "ends it before it begins")
    if timedelta(days=found.days) + found.rest > A_HUNDRED_YEARS:
        raise NotUnderstoodError(line.number, "makes it last more than a hundred years")
    return found if isinstance(start, datetime) else _in_days(found, line)


def _in_days(length: Length, line: Line) -> Length:
    """Return a length of whole days."""
    days, rest = divmod(length.rest, A_DAY)
    if rest:
        raise NotUnderstoodError(line.number, "gives whole days a length in hours")
    return Length(length.days + days, timedelta())


def _until(start: When, end: When, line: Line) -> Length:
    if isinstance(start, datetime) and isinstance(end, datetime):
        if start.utcoffset() != end.utcoffset() or start.tzinfo != end.tzinfo:
            return Length(0, end.astimezone(UTC) - start.astimezone(UTC))
        # Whole days keep the hands of the clock, as every program has it, though the words of
        # RFC 5545 3.8.5.3 would have each time last as many hours as the first.
        days, rest = divmod(end - start, A_DAY)
        return Length(days, rest)
    if isinstance(start, datetime) or isinstance(end, datetime):
        raise NotUnderstoodError(line.number, "ends it on a day where it begins at a time")
    return Length((end - start).days, timedelta())


def _each(part: Part, name: str, zones: Within) -> Iterator[When]:
    for line in part.lines.get(name, ()):
        yield from (when_in(text, line, zones) for text in listed(line))


def _also(part: Part, zones: Within) -> Iterator[tuple[When, When | None]]:
    for line in part.lines.get("RDATE", ()):
        for text in listed(line):
            if "/" in text:
                yield period_in(text, line, zones)
            else:
                yield when_in(text, line, zones), None
