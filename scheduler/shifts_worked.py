"""The time that work takes of somebody: shifts, and rest after those at night."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from scheduler.calendars.wall_time import EPOCH, LONDON, MINUTES_A_DAY, minutes_ahead
from scheduler.taken import Taken, joined, shift_minutes

NIGHT_BEGINS, NIGHT_LASTS, NIGHT_WORK = timedelta(hours=23), timedelta(hours=7), timedelta(hours=3)
"""Working Time Regulations 1998, regulation 2: the night is 23:00 to 06:00, night work is three
hours of it."""

NO_REST = timedelta(0)


@lru_cache(maxsize=1024)
def worked(
    patterns: tuple[str, ...],
    days: tuple[date, date],
    *,
    rest: timedelta,
    commute: timedelta = NO_REST,
) -> Taken:
    """Return the time that shifts take over some days.

    With the way to work before and home after, and each night shift followed by its rest: that
    counts from the end of the shift, so the way home is part of it.
    """
    minute = timedelta(minutes=1)
    resting, ways = rest // minute, commute // minute
    found = (shift for pattern in patterns for shift in shift_minutes(pattern, days))
    return joined(
        (begin - ways, end + max(ways, resting if _lies_in_night(begin, end) else 0))
        for begin, end in found
    )


def _lies_in_night(begin: int, end: int) -> bool:
    """Say the same as `is_night` of a shift in minutes since 1970 UTC."""
    lasts, night_work = end - begin, NIGHT_WORK // timedelta(minutes=1)
    if lasts < night_work:
        return False
    day = date.fromordinal(EPOCH + begin // MINUTES_A_DAY)
    ahead = minutes_ahead(day, 3 + lasts // MINUTES_A_DAY, LONDON)
    if ahead is None:
        return is_night(*(datetime.fromtimestamp(60 * each, UTC) for each in (begin, end)))
    return _is_night_work((begin + ahead) % MINUTES_A_DAY, lasts, night_work)


@lru_cache(maxsize=1024)
def _is_night_work(begins: int, lasts: int, night_work: int) -> bool:
    """Say the same of a shift in minutes of the clock, from the midnight before it begins."""
    parts = (
        min(begins + lasts, night + 7 * 60) - max(begins, night)
        for night in (-60, 23 * 60, 47 * 60)
    )
    return sum(max(part, 0) for part in parts) >= night_work


def is_night(begin: datetime, end: datetime) -> bool:
    """Say whether three hours or more of a shift lie in the night, by the clock on the wall."""
    clock = [moment.astimezone(LONDON).replace(tzinfo=None) for moment in (begin, end)]
    midnight = clock[0].replace(hour=0, minute=0)
    nights = (midnight + NIGHT_BEGINS + timedelta(days=number) for number in (-1, 0, 1))
    parts = (min(clock[1], night + NIGHT_LASTS) - max(clock[0], night) for night in nights)
    return sum((max(part, NO_REST) for part in parts), NO_REST) >= NIGHT_WORK
