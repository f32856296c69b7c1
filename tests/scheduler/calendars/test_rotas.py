"""Rotas against a simulation that walks through UTC a minute at a time, over both clock changes.

The simulation knows no time zone: it is told when summer time begins and ends (Summer Time Order
2002: 01:00 UTC on the last Sundays of March and October), walks every minute of nine months, and
notes at which of them the clock on the wall first shows each time of each day.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from random import Random

import numpy as np
import pytest
from numpy.typing import NDArray

from scheduler.calendars.patterns import PatternError, RuleRota, read_pattern

FIRST, LAST = date(2027, 3, 1), date(2027, 11, 30)
DAYS = [FIRST + timedelta(days=n) for n in range(-2, (LAST - FIRST).days + 3)]
"""The days walked through: two more at each end, for nights that reach in or out."""
BEGUN = datetime(2027, 2, 27, tzinfo=UTC)
A_DAY, AN_HOUR = 1440, 60
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
Minutes = NDArray[np.bool_]


def minutes_since(when: datetime) -> int:
    return int((when - BEGUN) / timedelta(minutes=1))


SUMMER = (
    minutes_since(datetime(2027, 3, 28, 1, tzinfo=UTC)),
    minutes_since(datetime(2027, 10, 31, 1, tzinfo=UTC)),
)
WALKED = np.arange(len(DAYS) * A_DAY)
SHOWN = WALKED + AN_HOUR * ((SUMMER[0] <= WALKED) & (SUMMER[1] > WALKED))
"""What the clock on the wall shows at each minute of UTC, in minutes since the first midnight."""


def _first_shown() -> NDArray[np.int64]:
    first = np.full(len(WALKED) + 2 * AN_HOUR, -1)
    first[SHOWN[::-1]] = WALKED[::-1]
    skipped = np.flatnonzero(first[: len(WALKED)] < 0)
    # A time the clock skips is read as if the clock had not yet changed: an hour later.
    first[skipped] = first[skipped + AN_HOUR]
    return first


FIRST_SHOWN = _first_shown()
OPENS, CLOSES = 2 * A_DAY, (len(DAYS) - 2) * A_DAY - AN_HOUR
"""Minutes compared: from the midnight FIRST begins to one close to that on which LAST ends."""


def simulated(on: Callable[[date], bool], begins: int, ends: int) -> Minutes:
    """Return at which minutes somebody is at work who works these hours on these days."""
    change = np.zeros(len(WALKED) + A_DAY * 2, dtype=np.int16)
    over = A_DAY if ends <= begins else 0
    for number, day in enumerate(DAYS[:-1]):
        if on(day):
            start, end = FIRST_SHOWN[[number * A_DAY + begins, number * A_DAY + over + ends]]
            if start < end:
                change[start] += 1
                change[end] -= 1
    at_work: Minutes = np.cumsum(change)[OPENS:CLOSES] > 0
    return at_work


def ours(text: str) -> Minutes:
    """Return the same as the planner has it."""
    at_work = np.zeros(len(WALKED) + A_DAY * 2, dtype=np.bool_)
    for start, end in read_pattern(text).busy_between(FIRST, LAST):
        at_work[max(minutes_since(start), 0) : minutes_since(end)] = True
    return at_work[OPENS:CLOSES]


def clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def a_rota(draw: Random) -> tuple[str, Callable[[date], bool], int, int]:
    """Draw a rota: as it is typed, the days it is on by plain counting, and its hours."""
    # One in three begins or ends in the hours the clocks change.
    times = draw.sample(range(0, 180, 5) if draw.random() < 1 / 3 else range(0, A_DAY, 5), 2)
    starts = FIRST + timedelta(days=draw.randrange(-400, 120))
    kind = draw.choice((_in_turn, _every_so_many_days, _weekdays, _last_weekday, _weekly))
    text, on = kind(draw, starts, f"{clock(times[0])}-{clock(times[1])}")
    limit, holds = draw.choice((_always, _always, _in_season, _in_term))(draw)
    return text + limit, lambda day: on(day) and holds(day), times[0], times[1]


Drawn = tuple[str, Callable[[date], bool]]


def _in_turn(draw: Random, starts: date, hours: str) -> Drawn:
    on, off = draw.randint(1, 7), draw.randint(0, 7)
    turns = ([True] * on + [False] * off) * 999
    return (
        f"{on} on {off} off from {starts}, {hours}",
        lambda day: day >= starts and turns[(day - starts).days],
    )


def _every_so_many_days(draw: Random, starts: date, hours: str) -> Drawn:
    every, count = draw.randint(1, 9), draw.randint(1, 90)
    found = {starts + timedelta(days=every * number) for number in range(count)}
    return f"FREQ=DAILY;INTERVAL={every};COUNT={count} from {starts}, {hours}", found.__contains__


def _weekdays(draw: Random, starts: date, hours: str) -> Drawn:
    days, every = sorted(draw.sample(range(7), draw.randint(1, 4))), draw.randint(1, 4)
    monday = starts - timedelta(days=starts.weekday())
    by_day = ",".join(WEEKDAYS[day] for day in days)
    until = starts + timedelta(days=draw.randint(30, 600))
    return (
        f"FREQ=WEEKLY;INTERVAL={every};BYDAY={by_day};UNTIL={until:%Y%m%d} from {starts}, {hours}",
        lambda day: (
            starts <= day <= until
            and day.weekday() in days
            and (day - monday).days // 7 % every == 0
        ),
    )


def _last_weekday(_: Random, starts: date, hours: str) -> Drawn:
    def on(day: date) -> bool:
        later = [day + timedelta(days=number) for number in range(1, 7)]
        rest = [each for each in later if each.month == day.month and each.weekday() < 5]
        return day >= starts and day.weekday() < 5 and not rest

    return f"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 from {starts}, {hours}", on


def _weekly(draw: Random, _: date, hours: str) -> Drawn:
    days = sorted(draw.sample(range(7), draw.randint(1, 5)))
    return f"{','.join(NAMES[day] for day in days)} {hours}", lambda day: day.weekday() in days


def _always(_: Random) -> Drawn:
    return "", lambda _: True


def _in_season(draw: Random) -> Drawn:
    first, last = draw.sample(range(1, 13), 2)
    months = [(first - 1 + n) % 12 + 1 for n in range((last - first) % 12 + 1)]
    return (
        f" only {first:02d}-01/{last:02d}-28",
        lambda day: day.month in months and (day.month != last or day.day <= 28),
    )


def _in_term(draw: Random) -> Drawn:
    begins = FIRST + timedelta(days=draw.randrange(60))
    ends, off = begins + timedelta(days=200), begins + timedelta(days=draw.randrange(200))
    return f" only {begins}/{ends} not {off}", lambda day: begins <= day <= ends and day != off


@pytest.mark.parametrize("seed", range(10))
def test_a_hundred_random_rotas_equal_a_walk_through_every_minute_of_nine_months(
    seed: int,
) -> None:
    draw = Random(seed)
    drawn = [a_rota(draw) for _ in range(100)]

    wrong = [
        text
        for text, on, begins, ends in drawn
        if not np.array_equal(ours(text), simulated(on, begins, ends))
    ]

    assert wrong == []


def test_the_walk_shows_the_clock_jump_and_turn_back() -> None:
    spring, autumn = DAYS.index(date(2027, 3, 28)), DAYS.index(date(2027, 10, 31))

    assert list(_changes()) == [
        (spring * A_DAY + 60, spring * A_DAY + 120),
        (autumn * A_DAY + 120, autumn * A_DAY + 60),
    ]


def _changes() -> Iterator[tuple[int, int]]:
    """Give what the clock would have shown and what it shows, where it is put on or back."""
    for at in np.flatnonzero(np.diff(SHOWN) != 1):
        yield int(SHOWN[at]) + 1, int(SHOWN[at + 1])


@pytest.mark.parametrize(
    ("rule", "part"),
    [
        ("FREQ=MONTHLY;BYSETPOS=-1", "BYSETPOS"),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0", "BYSETPOS=0"),
        ("FREQ=YEARLY;BYWEEKNO=20", "BYWEEKNO=20"),
    ],
)
def test_parts_of_a_rule_that_would_be_passed_over_are_refused(rule: str, part: str) -> None:
    with pytest.raises(PatternError) as refused:
        RuleRota.parse(f"{rule} from 2027-01-04, 07:00-19:00")

    assert refused.value.part == part
