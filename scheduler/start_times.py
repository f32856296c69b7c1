"""When a session could begin and end; the clock is asked moment by moment only where it changes."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from scheduler.calendars.wall_time import TWO_DAYS, is_skipped, minutes_ahead
from scheduler.programme import Programme, Session
from scheduler.words import Clock


def starts_of(programme: Programme, session: Session) -> Iterator[datetime]:
    """Give every start a session could have, day by day, that the clock shows.

    In spring it skips an hour.
    """
    first, last = programme.days_for(session)
    after_midnight = [timedelta(minutes=n) for n in _minutes_of_day(programme, session)]
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        midnight = programme.moment(day, "00:00")
        starts = [midnight + after for after in after_midnight]
        stays = minutes_ahead(day, TWO_DAYS, programme.tz) is not None
        yield from starts if stays else (start for start in starts if not is_skipped(start))


def _minutes_of_day(programme: Programme, session: Session) -> Sequence[int]:
    """Return when a session could start, in minutes after midnight."""
    if session.start:
        return (_minutes(session.start),)
    latest = _minutes(programme.latest) - session.length_minutes
    return range(_minutes(programme.earliest), latest + 1, programme.start_every_minutes)


def _minutes(clock: Clock) -> int:
    hours, minutes = clock.split(":")
    return 60 * int(hours) + int(minutes)


def ends_of(starts: Sequence[datetime], length: timedelta, zone: ZoneInfo) -> list[datetime]:
    """Return the end of each start, lengths counted as they pass."""
    days = TWO_DAYS + length.days
    dates = {start.date() for start in starts}
    changes = {day for day in dates if minutes_ahead(day, days, zone) is None}
    if not changes:
        return [start + length for start in starts]
    return [
        end_after(start, length) if start.date() in changes else start + length for start in starts
    ]


def end_after(start: datetime, length: timedelta) -> datetime:
    """Return when what begins at `start` ends, counted as time passes."""
    return (start.astimezone(UTC) + length).astimezone(start.tzinfo)
