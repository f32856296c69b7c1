"""Hours on the wall clock in Scotland, and the moments they stand for when the clocks change.

A time the clock skips in spring (01:30 on 28 March 2027) is read an hour later, as if the clock had
not yet changed; of a time it shows twice in autumn (01:30 on 31 October 2027) the first is meant.
This is `fold=0` of Python. A stretch the clock skips altogether is left out. Moments are in UTC,
because subtracting two times of the same zone gives the difference of the clocks, not of the hours.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
ONE_DAY = timedelta(days=1)
MINUTES_A_DAY = 24 * 60
TWO_DAYS = 2
"""How long a clock has to stay as it is for all that begins on a day, up to the next midnight."""
EPOCH = date(1970, 1, 1).toordinal()

Interval = tuple[datetime, datetime]
"""A stretch of time from a moment up to another, both in UTC."""
Stretch = tuple[int, int]
"""From a minute up to another, both counted since 1970 UTC."""

LONGEST_NIGHT = 16 * 60
"""Minutes that hours over midnight last at the most.

A slip such as 08:20-08:10, or hours the wrong way round, would else be nearly a whole day. Rest of
eleven hours a day leaves a shift 13 (Working Time Regulations 1998, regulation 10); own margin.
"""

CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)|24:00", re.ASCII)
EXAMPLE = "09:00-17:00"


class PatternError(ValueError):
    """A typed pattern of times is not understood: says the text, the part, and what to type."""

    def __init__(self, text: str, part: str, example: str, *, remedy: str = "") -> None:
        """Say which part of the text is not understood and show an example, or what to do."""
        self.text = text
        self.part = part
        self.example = example
        self.remedy = remedy
        what = remedy or f"is not understood. Type something like: {example}"
        super().__init__(f"In {text!r}, {part!r} {what}")

    def within(self, text: str, example: str) -> "PatternError":
        """Return the same of a longer text that holds it."""
        return PatternError(text, self.part, example, remedy=self.remedy)


@dataclass(frozen=True, order=True)
class Hours:
    """A stretch of hours on the wall clock; it ends the next day where it runs over midnight."""

    start: int
    """Minutes after midnight, 0 to 1439."""
    end: int
    """Minutes after midnight, 1 to 1440; the next day's where it is not after `start`."""

    def __str__(self) -> str:
        """Return the hours as typed, such as 22:00-06:00."""
        return f"{_clock(self.start)}-{_clock(self.end)}"

    def on(self, day: date) -> Iterator[Interval]:
        """Yield the stretch that starts on a day; nothing where the clock skips all of it."""
        last_day = day if self.end > self.start else day + ONE_DAY
        start, end = moment(day, self.start), moment(last_day, self.end)
        if start < end:
            yield start, end


def read_hours(text: str) -> Hours:
    """Return the hours in a text such as 09:00-17:00 or, over midnight, 22:00-06:00.

    Raises
    ------
    PatternError
        If it is not two times of day, both are the same, or they run over midnight for longer than
        `LONGEST_NIGHT`: whoever means that writes two, 15:00-24:00 and 00:00-10:00.
    """
    start, dash, end = (part.strip() for part in text.strip().partition("-"))
    minutes = [_minutes(part, text) for part in (start, end if dash else "")]
    hours = Hours(minutes[0] % MINUTES_A_DAY, minutes[1] or MINUTES_A_DAY)
    if start == "24:00":
        raise PatternError(
            text.strip(),
            text.strip(),
            EXAMPLE,
            remedy=f"begins when the day is over; write 00:00-{end} on the day after",
        )
    if start == end:
        raise PatternError(text.strip(), text.strip(), f"{EXAMPLE}, or 00:00-24:00 for a whole day")
    over_midnight = hours.end + MINUTES_A_DAY - hours.start
    if hours.end <= hours.start and over_midnight > LONGEST_NIGHT:
        lasts = f"{over_midnight // 60} h {over_midnight % 60:02d} min"
        swapped, night = f"{_clock(hours.end)}-{_clock(hours.start)}", str(hours)
        raise PatternError(
            text.strip(),
            night,
            EXAMPLE,
            remedy=f"would last {lasts}, over midnight; swap the times ({swapped}) or correct one; "
            f"hours as long as that are written as two, {_clock(hours.start)}-24:00 and "
            f"00:00-{_clock(hours.end)} on the day after",
        )
    return hours


def moment(day: date, minutes: int) -> datetime:
    """Return the moment when the wall clock shows so many minutes after midnight, in UTC."""
    # Adding to an aware time moves the hands of the clock, which is what is wanted here.
    wall = datetime.combine(day, time(), tzinfo=LONDON) + timedelta(minutes=minutes)
    return wall.astimezone(UTC)


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


def utc_minute(moment: datetime) -> int:
    """Return a moment in whole minutes since 1970 UTC."""
    zone = moment.tzinfo
    if isinstance(zone, ZoneInfo) and not moment.fold:
        return minute_shown(moment.date(), moment.hour * 60 + moment.minute, zone)
    ahead = moment.utcoffset()
    if ahead is None or ahead.seconds % 60:
        return int(moment.timestamp()) // 60
    minutes = MINUTES_A_DAY * (moment.toordinal() - EPOCH) + moment.hour * 60 + moment.minute
    return minutes - MINUTES_A_DAY * ahead.days - ahead.seconds // 60


def minute_shown(day: date, minutes: int, zone: ZoneInfo = LONDON) -> int:
    """Return the minute since 1970 UTC when a clock shows so many minutes after midnight."""
    midnight = _midnight(day, zone)
    if midnight is None:
        wall = datetime.combine(day, time(), tzinfo=zone) + timedelta(minutes=minutes)
        return int(wall.timestamp()) // 60
    return midnight + minutes


@lru_cache(maxsize=4096)
def _midnight(day: date, zone: ZoneInfo) -> int | None:
    """Return the minute since 1970 UTC with which a day begins; None where the clock changes."""
    ahead = minutes_ahead(day, TWO_DAYS, zone)
    return None if ahead is None else MINUTES_A_DAY * (day.toordinal() - EPOCH) - ahead


def is_skipped(wall: datetime) -> bool:
    """Say whether a clock never shows a time, because it goes forward then."""
    back = wall.astimezone(UTC).astimezone(wall.tzinfo)
    return back.replace(tzinfo=None) != wall.replace(tzinfo=None)


def merged(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """Return the same time as intervals that neither overlap nor touch, in order."""
    joined: list[Interval] = []
    for start, end in sorted(intervals):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)


def busy_times(
    shifts: Iterable[tuple[date, Hours]], between: tuple[date, date]
) -> tuple[Interval, ...]:
    """Return the shifts that touch the days of `between`: whole, merged and in order.

    Each shift is the day it starts on and its hours.
    """
    opens, closes = moment(between[0], 0), moment(between[1] + ONE_DAY, 0)
    intervals = (interval for day, hours in shifts for interval in hours.on(day))
    return merged((start, end) for start, end in intervals if start < closes and opens < end)


def busy_minutes(
    shifts: Iterable[tuple[date, Hours]], between: tuple[date, date]
) -> Iterator[Stretch]:
    """Give the shifts that touch the days of `between`, as minutes: whole, in the order given."""
    opens, closes = minute_shown(between[0], 0), minute_shown(between[1] + ONE_DAY, 0)
    for day, hours in shifts:
        begin = minute_shown(day, hours.start)
        end = minute_shown(day if hours.end > hours.start else day + ONE_DAY, hours.end)
        if begin < min(end, closes) and opens < end:
            yield begin, end


def days_from(first: date, last: date) -> Iterator[date]:
    """Yield every day from `first` to `last`."""
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _minutes(text: str, whole: str) -> int:
    found = CLOCK.fullmatch(text)
    if not found:
        raise PatternError(whole.strip(), text, EXAMPLE)
    return MINUTES_A_DAY if text == "24:00" else int(found[1]) * 60 + int(found[2])
