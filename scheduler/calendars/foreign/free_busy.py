"""Times that a file tells of as free or busy, without an entry for each (VFREEBUSY, RFC 7953)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, timedelta
from typing import Final

from scheduler.calendars.foreign.parts import Part
from scheduler.calendars.foreign.periods import period_in
from scheduler.calendars.foreign.refused import NotUnderstoodError
from scheduler.calendars.foreign.rule_times import Work
from scheduler.calendars.foreign.standing import Standing
from scheduler.calendars.foreign.values import listed
from scheduler.calendars.foreign.window import Window
from scheduler.calendars.foreign.zones import Zones
from scheduler.calendars.wall_time import Interval
from scheduler.errors import ProgrammeError

_FREE_BUSY: Final[dict[str, Standing]] = {"FREE": "free", "BUSY-TENTATIVE": "asked"}
_AVAILABILITY: Final[dict[str, Standing]] = {"free": "free", "busy-tentative": "asked"}
"""What each word means; any other is busy, as both standards say of words nobody knows."""

_NO_TIME: Final = timedelta()


@dataclass(frozen=True)
class Told:
    """A stretch of time that a file tells of."""

    line: int
    interval: Interval
    standing: Standing


def told_by(
    calendar: Part, window: Window
) -> Iterator[tuple[Part, tuple[Told, ...] | NotUnderstoodError]]:
    """Give every part that tells of times so, with them or with why it is not understood."""
    zones = Zones(calendar.every("VTIMEZONE"), Work())
    for part in calendar.every("VFREEBUSY"):
        try:
            yield part, tuple(_free_busy(part, zones, window))
        except NotUnderstoodError as wrong:
            yield part, wrong
    together = tuple(calendar.every("VAVAILABILITY"))
    if together:
        found = _availability(calendar, together, window)
        for part in together:
            # What each says depends on the others: they are told with the first.
            is_first = part is together[0] or isinstance(found, NotUnderstoodError)
            yield part, found if is_first else ()


def _free_busy(part: Part, zones: Zones, window: Window) -> Iterator[Told]:
    for broken in part.broken:
        raise broken
    for line in part.lines.get("FREEBUSY", ()):
        standing = _FREE_BUSY.get(line.parameter("FBTYPE").upper(), "busy")
        for text in listed(line):
            start, end = (each.astimezone(UTC) for each in period_in(text, line, zones))
            if start < end and window.holds(start, end):
                yield Told(part.number, (start, end), standing)


def _availability(
    calendar: Part, parts: tuple[Part, ...], window: Window
) -> tuple[Told, ...] | NotUnderstoodError:
    # Imported here: it brings the whole of icalendar, which most files do not need.
    from scheduler.calendars.availability import stretches_in  # noqa: PLC0415

    zones = tuple(calendar.every("VTIMEZONE"))
    content = "\r\n".join(("BEGIN:VCALENDAR", *_written((*zones, *parts)), "END:VCALENDAR", ""))
    last = window.last_day - timedelta(days=1)
    try:
        found = stretches_in(content.encode(), window.first_day, last, file="")
    except ProgrammeError as refused:
        about = refused.faults[0].field.rpartition(" ")[2]
        named = (
            about if about.isascii() and about.replace("-", "").isalpha() else "one of its lines"
        )
        return NotUnderstoodError(parts[0].number, f"cannot be followed, because of {named}")
    return tuple(
        Told(parts[0].number, (each.start, each.end), _AVAILABILITY.get(each.kind, "busy"))
        for each in found
    )


def _written(parts: tuple[Part, ...]) -> Iterator[str]:
    """Give the lines of some parts, as they stood there but for what was thrown away."""
    for part in parts:
        yield f"BEGIN:{part.kind}"
        for lines in part.lines.values():
            yield from (f"{line.name}{line.parameters}:{line.value}" for line in lines)
        yield from _written(tuple(part.parts))
        yield f"END:{part.kind}"
