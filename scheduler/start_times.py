"""When a session could begin and end; the clock is asked moment by moment only where it changes."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from scheduler.calendars.wall_time import TWO_DAYS, days_from, is_skipped, minutes_ahead
from scheduler.programme import Programme, Session
from scheduler.words import Clock


def starts_of(programme: Programme, session: Session) -> Iterator[datetime]:
    """Give every start a session could have, day by day, that the clock shows.

    In spring it skips an hour.
    """
    for day in days_from(*programme.days_for(session)):
        yield from _starts_on(programme, session, day)


def count_of_starts(programme: Programme, session: Session) -> int:
    """Return how many starts a session could have, without laying each of them out."""
    usual, zone = len(_minutes_of_day(programme, session)), programme.tz
    return sum(
        usual if _stays(day, zone) else len(_starts_on(programme, session, day))
        for day in days_from(*programme.days_for(session))
    )


def _starts_on(programme: Programme, session: Session, day: date) -> list[datetime]:
    """Return every start a session could have on a day."""
    zone = programme.tz
    midnight = datetime(day.year, day.month, day.day, tzinfo=zone)
    starts = [midnight + after for after in _after_midnight(_minutes_of_day(programme, session))]
    return starts if _stays(day, zone) else [each for each in starts if not is_skipped(each)]


def _stays(day: date, zone: ZoneInfo) -> bool:
    return minutes_ahead(day, TWO_DAYS, zone) is not None


@lru_cache(maxsize=64)
def _after_midnight(minutes: Sequence[int]) -> tuple[timedelta, ...]:
    return tuple(timedelta(minutes=each) for each in minutes)


def _minutes_of_day(programme: Programme, session: Session) -> Sequence[int]:
    """Return when a session could start, in minutes after midnight."""
    if session.start:
        return (_minutes(session.start),)
    latest = _minutes(programme.latest) - session.length_minutes
    return range(_minutes(programme.earliest), latest + 1, programme.start_every_minutes)


def _minutes(clock: Clock) -> int:
    hours, minutes = clock.split(":")
    return 60 * int(hours) + int(minutes)


def ends_of(
    starts: Sequence[datetime], length: timedelta, zone: ZoneInfo, *, dates: Sequence[date]
) -> list[datetime]:
    """Return the end of each start, lengths counted as they pass.

    Parameters
    ----------
    dates
        The day of each start.
    """
    days = TWO_DAYS + length.days
    changes = {day for day in set(dates) if minutes_ahead(day, days, zone) is None}
    ends = [start + length for start in starts]
    if changes:
        for number in (number for number, day in enumerate(dates) if day in changes):
            ends[number] = end_after(starts[number], length)
    return ends


def end_after(start: datetime, length: timedelta) -> datetime:
    """Return when what begins at `start` ends, counted as time passes."""
    return (start.astimezone(UTC) + length).astimezone(start.tzinfo)
