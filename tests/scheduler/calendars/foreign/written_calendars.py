"""Small calendar files for tests, and what is read of them."""

from datetime import UTC, date, datetime, timedelta

from scheduler.calendars.foreign.account import BusyTimes
from scheduler.calendars.foreign.reading import read_busy
from scheduler.calendars.foreign.window import Window
from scheduler.calendars.wall_time import ONE_DAY, moment

YEAR = Window(moment(date(2027, 1, 1), 0), moment(date(2028, 1, 1), 0))


def entry(*lines: str, uid: str = "one") -> str:
    """Return an entry that holds some lines."""
    return part("VEVENT", f"UID:{uid}", *lines)


def part(kind: str, *lines: str) -> str:
    """Return a part of a calendar that holds some lines."""
    return "\r\n".join((f"BEGIN:{kind}", *lines, f"END:{kind}"))


def calendar(*parts: str, head: str = "VERSION:2.0") -> bytes:
    """Return a calendar file that holds some parts."""
    lines = ("BEGIN:VCALENDAR", head, *parts, "END:VCALENDAR", "")
    return "\r\n".join(lines).encode()


def read(*parts: str, owner: str = "", head: str = "VERSION:2.0") -> BusyTimes:
    """Return what a calendar file of some parts says of the year 2027."""
    return read_busy(calendar(*parts, head=head), YEAR, owner=owner)


def utc(text: str) -> datetime:
    """Return a moment in UTC, such as "2027-05-04 09:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def hours(*starts: str, minutes: int = 60) -> tuple[tuple[datetime, datetime], ...]:
    """Return times that begin at some moments in UTC, each of one length."""
    return tuple((utc(start), utc(start) + timedelta(minutes=minutes)) for start in starts)


def around(first: date, days: int) -> Window:
    """Return a window of some days, with one day more on either side."""
    opens = datetime(first.year, first.month, first.day, tzinfo=UTC) - ONE_DAY
    return Window(opens, opens + (days + 2) * ONE_DAY)
