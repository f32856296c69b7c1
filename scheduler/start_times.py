"""When a session could begin and end; the clock is asked moment by moment only where it changes."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from scheduler.calendars.wall_time import is_skipped
from scheduler.programme import Programme, Session
from scheduler.words import Clock

TWO_DAYS = 2
"""How long a clock has to stay as it is for all that begins on a day, up to the next midnight."""


def starts_of(programme: Programme, session: Session) -> Iterator[datetime]:
    """Give every start a session could have, day by day, that the clock shows.

    In spring it skips an hour.
    """
    first, last = programme.days_for(session)
    after_midnight = [timedelta(minutes=n) for n in _minutes_of_day(programme, session)]
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        midnight = programme.moment(day, "00:00")
        starts = (midnight + after for after in after_midnight)
        stays = minutes_ahead(day, TWO_DAYS, programme.tz) is not None
        yield from (start for start in starts if stays or not is_skipped(start))


def _minutes_of_day(programme: Programme, session: Session) -> Sequence[int]:
    """Return when a session could start, in minutes after midnight."""
    if session.start:
        return (_minutes(session.start),)
    latest = _minutes(programme.latest) - session.length_minutes
    return range(_minutes(programme.earliest), latest + 1, programme.start_every_minutes)


def _minutes(clock: Clock) -> int:
    hours, minutes = clock.split(":")
    return 60 * int(hours) + int(minutes)


def ends_of(starts: Sequence[datetime], length: timedelta, zone: ZoneInfo) -> Iterator[datetime]:
    """Give the end of each start, lengths counted as they pass."""
    days = TWO_DAYS + length.days
    for start in starts:
        stays = minutes_ahead(start.date(), days, zone) is not None
        yield start + length if stays else end_after(start, length)


def end_after(start: datetime, length: timedelta) -> datetime:
    """Return when what begins at `start` ends, counted as time passes."""
    return (start.astimezone(UTC) + length).astimezone(start.tzinfo)


@lru_cache(maxsize=4096)
def minutes_ahead(day: date, days: int, zone: ZoneInfo) -> int | None:
    """Return how far a clock is ahead of UTC for some days from the midnight a day begins with.

    None where it changes in them, or is not ahead by whole minutes.
    """
    first = datetime(day.year, day.month, day.day, tzinfo=zone)
    ahead = first.utcoffset()
    minutes, rest = divmod(ahead or timedelta(), timedelta(minutes=1))
    stays = ahead == (first + timedelta(days=days)).utcoffset()
    return minutes if stays and not rest else None
