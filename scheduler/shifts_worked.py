"""The time that work takes of somebody: shifts, and rest after those at night."""

from datetime import date, datetime, timedelta
from functools import lru_cache

from scheduler.calendars.wall_time import LONDON
from scheduler.grid import utc_minute
from scheduler.taken import Taken, joined, shifts

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
    found = (shift for pattern in patterns for shift in shifts(pattern, days))
    return joined(
        (
            utc_minute(begin - commute),
            utc_minute(end + max(commute, rest if is_night(begin, end) else NO_REST)),
        )
        for begin, end in found
    )


def is_night(begin: datetime, end: datetime) -> bool:
    """Say whether three hours or more of a shift lie in the night, by the clock on the wall."""
    clock = [moment.astimezone(LONDON).replace(tzinfo=None) for moment in (begin, end)]
    midnight = clock[0].replace(hour=0, minute=0)
    nights = (midnight + NIGHT_BEGINS + timedelta(days=number) for number in (-1, 0, 1))
    parts = (min(clock[1], night + NIGHT_LASTS) - max(clock[0], night) for night in nights)
    return sum((max(part, NO_REST) for part in parts), NO_REST) >= NIGHT_WORK
