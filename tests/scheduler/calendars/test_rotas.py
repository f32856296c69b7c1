"""Rotas against a simulation that walks through UTC a minute at a time, over both clock changes.

The simulation knows no time zone and no stretch of time: it is told when summer time begins and
ends (Summer Time Order 2002: 01:00 UTC on the last Sundays of March and October), goes through
every minute of nine months with a clock on the wall, and lets people begin and stop as it shows
their hours. All thousand walk together, so it takes a second or two.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from scheduler.calendars.patterns import PatternError, RuleRota, read_pattern

FIRST, LAST = date(2027, 3, 1), date(2027, 11, 30)
DAYS = [FIRST + timedelta(days=n) for n in range(-2, (LAST - FIRST).days + 3)]
"""The days walked through: two more at each end, for nights that reach in or out."""
BEGUN = datetime(2027, 2, 27, tzinfo=UTC)
A_DAY, AN_HOUR = 1440, 60
LONGEST_NIGHT = 16 * AN_HOUR
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
Stretches = list[tuple[int, int]]


def minutes_since(when: datetime) -> int:
    return int((when - BEGUN) / timedelta(minutes=1))


SPRING = minutes_since(datetime(2027, 3, 28, 1, tzinfo=UTC))
AUTUMN = minutes_since(datetime(2027, 10, 31, 1, tzinfo=UTC))
OPENS, CLOSES = 2 * A_DAY, (len(DAYS) - 2) * A_DAY - AN_HOUR
"""Minutes compared: from the midnight FIRST begins to one close to that on which LAST ends."""


@dataclass
class Working:
    """Somebody who begins and stops by the clock on the wall, and what they worked in UTC."""

    text: str
    on: Callable[[date], bool]
    begins: int
    ends: int
    since: int | None = None
    too_late: int | None = None
    """The day whose hours were over on the wall before they had begun: they are left out."""
    worked: Stretches = field(default_factory=list)

    def clock_shows_the_end(self, day: int, minute: int) -> None:
        begun_on = day - 1 if self.ends <= self.begins else day
        if self.since is not None:
            self.worked.append((self.since, minute))
            self.since = None
        else:
            self.too_late = begun_on

    def clock_shows_the_beginning(self, day: int, minute: int) -> None:
        if self.too_late != day and self.on(DAYS[day]):
            self.since = minute


def walk(everybody: list[Working]) -> None:
    """Go through every minute of UTC, and tell everybody what the clock shows."""
    beginning, ending = defaultdict(list), defaultdict(list)
    for one in everybody:
        beginning[one.begins].append(one)
        ending[one.ends].append(one)
    for minute, readings in clock_on_the_wall():
        for day, time in readings:
            for one in ending[time]:
                one.clock_shows_the_end(day, minute)
        for day, time in readings:
            for one in beginning[time]:
                one.clock_shows_the_beginning(day, minute)


def clock_on_the_wall() -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Give each minute of UTC with every day and time it is taken for.

    A time shown again in autumn is not taken for itself again. A time never shown in spring is
    read as if the clock had not yet changed, an hour later.
    """
    latest, never_shown = -1, set[int]()
    for minute in range(len(DAYS) * A_DAY - AN_HOUR):
        shows = minute + AN_HOUR if SPRING <= minute < AUTUMN else minute
        readings = []
        if shows > latest:
            never_shown.update(range(latest + 1, shows))
            latest = shows
            readings.append(divmod(shows, A_DAY))
        if shows - AN_HOUR in never_shown:
            readings.append(divmod(shows - AN_HOUR, A_DAY))
        yield minute, readings


def ours(text: str) -> Stretches:
    """Return the same as the planner has it."""
    busy = read_pattern(text).busy_between(FIRST, LAST)
    return [(minutes_since(start), minutes_since(end)) for start, end in busy]


def compared(stretches: Stretches) -> Stretches:
    """Return the part of some stretches that lies in the minutes compared; what touches is one."""
    found: Stretches = []
    for begins, ends in stretches:
        begin, end = max(begins, OPENS), min(ends, CLOSES)
        if found and begin <= found[-1][1]:
            found[-1] = found[-1][0], end
        elif begin < end:
            found.append((begin, end))
    return found


def clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def a_rota(draw: Random) -> Working:
    """Draw a rota: as it is typed, the days it is on by plain counting, and its hours."""
    begins, ends = _hours(draw)
    starts = FIRST + timedelta(days=draw.randrange(-400, 120))
    kind = draw.choice((_in_turn, _every_so_many_days, _weekdays, _last_weekday, _weekly))
    text, on = kind(draw, starts, f"{clock(begins)}-{clock(ends)}")
    limit, holds = draw.choice((_always, _always, _in_season, _in_term))(draw)
    return Working(text + limit, lambda day: on(day) and holds(day), begins, ends)


def _hours(draw: Random) -> tuple[int, int]:
    """Draw hours: one in three begin and end about when the clocks change, one in three nights."""
    kind = draw.randrange(3)
    if kind == 0:
        return draw.randrange(17 * 60, A_DAY, 5), draw.randrange(0, 9 * 60, 5)
    begins, ends = draw.sample(range(0, 180 if kind == 1 else A_DAY, 5), 2)
    is_too_long = ends < begins and ends + A_DAY - begins > LONGEST_NIGHT
    return (ends, begins) if is_too_long else (begins, ends)


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


@pytest.fixture(scope="module")
def everybody() -> list[Working]:
    draw = Random(2027)
    drawn = [a_rota(draw) for _ in range(1000)]
    walk(drawn)
    return drawn


def test_a_thousand_random_rotas_equal_a_walk_through_every_minute_of_nine_months(
    everybody: list[Working],
) -> None:
    wrong = [one.text for one in everybody if compared(ours(one.text)) != compared(one.worked)]

    assert wrong == []


@pytest.mark.parametrize("change", [SPRING, AUTUMN])
def test_dozens_of_them_work_through_each_change_of_the_clocks_most_of_them_at_night(
    everybody: list[Working], change: int
) -> None:
    through = [one for one in everybody if any(begin < change < end for begin, end in one.worked)]

    nights = [one for one in through if one.ends <= one.begins]
    assert len(through) > 60
    assert len(nights) > 40


def test_the_clock_on_the_wall_jumps_in_spring_and_turns_back_in_autumn() -> None:
    shown = dict(clock_on_the_wall())
    spring, autumn = DAYS.index(date(2027, 3, 28)), DAYS.index(date(2027, 10, 31))

    assert [shown[SPRING - 1], shown[SPRING], shown[SPRING + 59], shown[SPRING + 60]] == [
        [(spring, 59)],
        [(spring, 120), (spring, 60)],
        [(spring, 179), (spring, 119)],
        [(spring, 180)],
    ]
    assert [shown[AUTUMN - 1], shown[AUTUMN], shown[AUTUMN + 59], shown[AUTUMN + 60]] == [
        [(autumn, 119)],
        [],
        [],
        [(autumn, 120)],
    ]


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
