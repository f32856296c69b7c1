"""The clock of Scotland, written so that every calendar program reads the same hour.

The zone definition that the icalendar library writes is one long list of dates, of which
several programs read only the first and so show every winter time an hour wrong. Ours is the
two rules themselves, which they all read. Summer time has begun on the last Sunday of March and
ended on the last Sunday of October, at 01:00 UTC, since 1996 (Summer Time Order 2002,
SI 2002/262, and the directives before it); times before that year are not covered.
"""

from datetime import UTC, datetime, timedelta
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_Part = TypeVar("_Part", TimezoneDaylight, TimezoneStandard)

LONDON: Final = "Europe/London"
"""The name of the one time zone that calendars are written in."""

_CLOCK: Final = ZoneInfo(LONDON)
_WINTER: Final = timedelta(0)
_SUMMER: Final = timedelta(hours=1)
# A change is stated on the clock as it stands just before it: 01:00 in spring, 02:00 in autumn.
_SPRING: Final = datetime(1996, 3, 31, 1)  # noqa: DTZ001  local by definition (RFC 5545 3.6.5)
_AUTUMN: Final = datetime(1996, 10, 27, 2)  # noqa: DTZ001  local by definition (RFC 5545 3.6.5)


class ZoneError(ValueError):
    """A time zone was asked for that calendars cannot be written in."""


def vtimezone(name: str = LONDON) -> Timezone:
    """Return the definition of a time zone as two rules.

    Raises
    ------
    ZoneError
        For any zone but Europe/London.
    """
    if name != LONDON:
        msg = f"time zone {name!r} is not offered in calendars; use {LONDON!r}"
        raise ZoneError(msg)
    zone = Timezone()
    zone.add("tzid", name)
    zone.add_component(
        _change(TimezoneDaylight(), "BST", at=_SPRING, before=_WINTER, after=_SUMMER)
    )
    zone.add_component(
        _change(TimezoneStandard(), "GMT", at=_AUTUMN, before=_SUMMER, after=_WINTER)
    )
    return zone


def written(start: datetime, end: datetime) -> tuple[datetime, datetime]:
    """Return both moments as a calendar should write them: on London's clock, or in UTC.

    UTC only where either falls in the hour that the clock shows twice in October: a local time
    there would mean either of two moments.
    """
    clock = UTC if _shown_twice(start) or _shown_twice(end) else _CLOCK
    return start.astimezone(clock), end.astimezone(clock)


def _shown_twice(moment: datetime) -> bool:
    local = moment.astimezone(_CLOCK)
    return local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()


def _change(part: _Part, name: str, *, at: datetime, before: timedelta, after: timedelta) -> _Part:
    part.add("tzname", name)
    part.add("dtstart", at)
    part.add("tzoffsetfrom", before)
    part.add("tzoffsetto", after)
    part.add("rrule", {"freq": "YEARLY", "bymonth": at.month, "byday": "-1SU"})
    return part
