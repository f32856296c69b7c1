"""Invented sessions and people for the tests of calendars."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from scheduler.calendars.feeds import CalendarEntry, calendar_user, session_uid

CLOCK = ZoneInfo("Europe/London")
TEAM = calendar_user("example", "team", email="team@example.org", name="Project team")
WITHOUT_EMAIL = calendar_user("example", "P-07")
WITH_EMAIL = calendar_user("example", "P-08", email="p08@example.org", name="Eilidh")


def a_session(number: int = 1, *, start: datetime | None = None) -> CalendarEntry:
    """Return an invented session of two hours, on Friday 15 January 2027 unless told otherwise."""
    start = start or datetime(2027, 1, 15, 10, 30, tzinfo=CLOCK)
    return CalendarEntry(
        uid=session_uid("example", "path", number=number),
        sequence=0,
        start=start,
        # Counted in UTC: a clock that changes in between would stretch or shrink it.
        end=start.astimezone(UTC) + timedelta(hours=2),
        title="Workshop",
        place="Invented Hall, Glen Example",
        description_lines=("Bus 1 at 09:40 from the square.", "Home by bus 1 at 13:05."),
        phone="01632 960 123",
        contact="Morag",
        status="CONFIRMED",
        changed=datetime(2026, 11, 23, 9, 0, tzinfo=UTC),
    )


def a_year_of_sessions() -> tuple[CalendarEntry, ...]:
    """Return twelve sessions: 10:30 on the 15th of each month of 2027."""
    return tuple(
        a_session(month, start=datetime(2027, month, 15, 10, 30, tzinfo=CLOCK))
        for month in range(1, 13)
    )
