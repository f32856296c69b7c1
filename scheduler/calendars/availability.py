"""When somebody is free, as a calendar file says it by RFC 7953, in stretches one after another.

The icalendar library reads such files; nothing follows them, so that is done here. A VAVAILABILITY
says of a period that somebody is busy, but for the times its AVAILABLE parts name. Of two, the one
of higher priority (1 is highest, 9 lowest, 0 or none lower still) says how it is. Where two of the
same priority do not agree, the more careful is believed: nobody is free whom one calls busy.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby, pairwise
from operator import attrgetter, itemgetter
from typing import Final, Literal

from icalendar import Calendar

from scheduler.calendars.recurring import Part, times_of
from scheduler.calendars.wall_time import ONE_DAY, Interval, merged, moment
from scheduler.errors import Fault, ProgrammeError

Kind = Literal["free", "busy-tentative", "busy-unavailable", "busy"]
"""What a calendar says of a stretch of time."""

FROM_FREE_TO_BUSY: Final[tuple[Kind, ...]] = ("free", "busy-tentative", "busy-unavailable", "busy")
"""From what lets somebody come to what keeps them away most."""

NO_PRIORITY: Final = 10
"""Where none is told: lower than the lowest, which is 9."""


@dataclass(frozen=True)
class Stretch:
    """Time of which a calendar says one thing, in UTC. Of time in no stretch it says nothing."""

    start: datetime
    end: datetime
    kind: Kind


@dataclass(frozen=True)
class Availability:
    """What one VAVAILABILITY says between two days."""

    period: Interval
    priority: int
    busy: Kind
    """What holds in its period where nobody is free."""
    free: tuple[Interval, ...]
    """When somebody is free, in order and apart."""

    def says(self, when: datetime) -> Kind | None:
        """Return what it says of a moment; None outside its period."""
        if not self.period[0] <= when < self.period[1]:
            return None
        before = bisect_right(self.free, when, key=itemgetter(0)) - 1
        is_free = before >= 0 and when < self.free[before][1]
        return "free" if is_free else self.busy


def stretches_in(content: bytes, first: date, last: date, *, file: str) -> tuple[Stretch, ...]:
    """Return what a calendar file says of the days from `first` to `last`, in order.

    Raises
    ------
    ProgrammeError
        If it is no calendar, holds no VAVAILABILITY, or holds one that cannot be followed; it names
        the file, the part by its UID, the property with its value, and what to do.
    """
    between = (moment(first, 0), moment(last + ONE_DAY, 0))
    told = tuple(_read(part, between) for part in _parts(content, file))
    return tuple(_joined(_each(told, between)))


def _parts(content: bytes, file: str) -> tuple[Part, ...]:
    try:
        calendars = Calendar.from_ical(content, multiple=True)
    except ValueError as wrong:
        remedy = "cannot be read as a calendar; export it again as .ics"
        raise ProgrammeError((Fault(file, None, "", str(wrong), remedy),)) from wrong
    found = tuple(
        Part(part, file) for calendar in calendars for part in calendar.walk("VAVAILABILITY")
    )
    if not found:
        remedy = "has no VAVAILABILITY, so it says nothing of when somebody is free"
        raise ProgrammeError((Fault(file, None, "", "", remedy),))
    return found


def _read(part: Part, between: Interval) -> Availability:
    begins, ends = part.moment("DTSTART"), part.moment("DTEND")
    if begins and "DURATION" in part.component:
        ends = part.ends(begins)
    opens = begins.astimezone(UTC) if begins else between[0]
    closes = ends.astimezone(UTC) if ends else between[1]
    period = max(opens, between[0]), min(closes, between[1])
    return Availability(period, _priority(part), _busy(part), merged(_free(part, period)))


def _busy(part: Part) -> Kind:
    told = str(part.component.get("BUSYTYPE", "BUSY-UNAVAILABLE")).casefold()
    # A kind that is not known is read as the one that holds where none is told (RFC 7953 3.2).
    known = (kind for kind in FROM_FREE_TO_BUSY[1:] if kind == told)
    return next(known, "busy-unavailable")


def _priority(part: Part) -> int:
    told = int(part.component.get("PRIORITY", 0))
    if not 0 <= told < NO_PRIORITY:
        raise part.refused("PRIORITY", "is none; write 1 (highest) to 9 (lowest), or 0 for none")
    return told or NO_PRIORITY


def _free(part: Part, period: Interval) -> Iterator[Interval]:
    """Give the times somebody is free within a period, those moved elsewhere not twice."""
    inner = tuple(Part(each, part.file) for each in part.component.walk("AVAILABLE"))
    moved = {uid: frozenset(each) for uid, each in _moved(inner).items()}
    for each in inner:
        is_moved = "RECURRENCE-ID" in each.component
        away = frozenset() if is_moved else moved.get(str(each.component.get("UID")), frozenset())
        for start, end in times_of(each, period[1].date(), moved=away):
            if start < period[1] and period[0] < min(end, period[1]):
                yield max(start, period[0]), min(end, period[1])


def _moved(parts: Iterable[Part]) -> dict[str, set[datetime]]:
    """Return by UID the times that single parts put in place of, in UTC."""
    found: dict[str, set[datetime]] = {}
    for part in parts:
        when = part.moment("RECURRENCE-ID")
        if when is None:
            continue
        if part.component["RECURRENCE-ID"].params.get("RANGE"):
            raise part.refused("RECURRENCE-ID", "changes all later times; give it a UID of its own")
        found.setdefault(str(part.component.get("UID")), set()).add(when.astimezone(UTC))
    return found


def _each(told: Sequence[Availability], between: Interval) -> Iterator[Stretch]:
    """Give every stretch in which nothing changes and something is said."""
    edges = {edge for one in told for span in (one.period, *one.free) for edge in span}
    ordered = sorted(told, key=attrgetter("priority"))
    for start, end in pairwise(sorted(edge for edge in edges if between[0] <= edge <= between[1])):
        kind = _kind(ordered, start)
        if kind:
            yield Stretch(start, end, kind)


def _kind(ordered: Iterable[Availability], when: datetime) -> Kind | None:
    """Return what those of the highest priority say that say anything, the most careful of it."""
    for _, equals in groupby(ordered, key=attrgetter("priority")):
        said = [kind for one in equals if (kind := one.says(when))]
        if said:
            return max(said, key=FROM_FREE_TO_BUSY.index)
    return None


def _joined(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Give the same stretches with neighbours that say the same joined."""
    kept: Stretch | None = None
    for each in stretches:
        if kept and (kept.end, kept.kind) == (each.start, each.kind):
            kept = Stretch(kept.start, each.end, kept.kind)
            continue
        if kept:
            yield kept
        kept = each
    if kept:
        yield kept
