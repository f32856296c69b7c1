"""Weekly hours and rotas: what can be typed, and the hours they take across both clock changes."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from time import process_time
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from scheduler.calendars.patterns import (
    Hours,
    Pattern,
    PatternError,
    Rota,
    RuleRota,
    WeeklyHours,
    read_pattern,
)

LONDON = ZoneInfo("Europe/London")
NEW_YEAR = date(2027, 1, 1)
CLOCKS_CHANGE = (date(2027, 3, 28), date(2027, 10, 31))

DAY_LEFT = 8 * 60
"""Minutes that hours over midnight leave of a day at the least."""

hours = st.builds(Hours, st.integers(0, 1439), st.integers(1, 1440)).filter(
    lambda typed: typed.start < typed.end or typed.start - typed.end >= DAY_LEFT
)
weekly = st.sets(st.tuples(st.integers(0, 6), hours), min_size=1, max_size=8).map(
    lambda blocks: WeeklyHours(tuple(sorted(blocks)))
)
days = st.dates(date(2026, 1, 1), date(2028, 12, 31))
rotas = st.builds(Rota, st.integers(1, 14), st.integers(0, 14), days, hours)
rules = st.sampled_from(
    ["FREQ=DAILY;INTERVAL=8", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=5"]
)
rule_rotas = st.builds(RuleRota, rules, days, hours)


def lengths(pattern: Pattern, first: date, last: date) -> list[float]:
    """Return how many hours each busy time lasts."""
    return [(end - start) / timedelta(hours=1) for start, end in pattern.busy_between(first, last)]


def on_the_clock(pattern: Pattern, first: date, last: date) -> list[str]:
    """Return the busy times as the clock on the wall shows them."""
    return [
        f"{start.astimezone(LONDON):%a %d %H:%M}-{end.astimezone(LONDON):%H:%M}"
        for start, end in pattern.busy_between(first, last)
    ]


def test_working_week_is_read_as_typed() -> None:
    week = WeeklyHours.parse("Mon-Fri 09:00-17:00; Sat 10:00-13:00")

    busy = on_the_clock(week, date(2027, 5, 6), date(2027, 5, 9))

    assert busy == ["Thu 06 09:00-17:00", "Fri 07 09:00-17:00", "Sat 08 10:00-13:00"]


def test_day_may_hold_two_stretches_and_a_week_may_turn_over_sunday() -> None:
    week = WeeklyHours.parse("fri-mon 09:00-12:00, 13:00-17:00; Wednesday 10:00-11:00")

    assert str(week) == "Mon,Fri-Sun 09:00-12:00, 13:00-17:00; Wed 10:00-11:00"


def test_night_that_began_the_evening_before_reaches_into_the_first_day() -> None:
    nights = WeeklyHours.parse("Mon 22:00-06:00")

    busy = on_the_clock(nights, date(2027, 5, 4), date(2027, 5, 4))

    assert busy == ["Mon 03 22:00-06:00"]


def test_whole_days_in_a_row_are_one_busy_time() -> None:
    week = WeeklyHours.parse("Sat,Sun 00:00-24:00")

    assert lengths(week, date(2027, 5, 3), date(2027, 5, 9)) == [48.0]


@pytest.mark.parametrize(
    ("night", "asleep"),
    [(date(2027, 3, 27), 7.0), (date(2027, 10, 30), 9.0), (date(2027, 5, 3), 8.0)],
)
def test_night_shift_is_as_long_as_the_clocks_make_it(night: date, asleep: float) -> None:
    """Subtracting two times of Europe/London says eight hours on all three nights."""
    shift = Rota(1, 6, night, Hours(22 * 60, 6 * 60))

    assert lengths(shift, night, night) == [asleep]


def test_times_the_clock_skips_are_read_an_hour_later() -> None:
    spring = WeeklyHours.parse("Sun 01:15-01:45")

    busy = on_the_clock(spring, CLOCKS_CHANGE[0], CLOCKS_CHANGE[0])

    assert busy == ["Sun 28 02:15-02:45"]


def test_stretch_the_clock_skips_altogether_is_left_out() -> None:
    """From 01:30 (read as 02:30) to 02:15 there is no time at all on 28 March 2027."""
    spring = WeeklyHours.parse("Sun 01:30-02:15")

    assert spring.busy_between(CLOCKS_CHANGE[0], CLOCKS_CHANGE[0]) == ()


def test_first_of_two_times_the_clock_shows_twice_is_meant() -> None:
    autumn = WeeklyHours.parse("Sun 01:30-03:00")

    assert autumn.busy_between(CLOCKS_CHANGE[1], CLOCKS_CHANGE[1]) == (
        (
            datetime(2027, 10, 31, 0, 30, tzinfo=UTC),
            datetime(2027, 10, 31, 3, 0, tzinfo=UTC),
        ),
    )


def test_four_on_four_off_comes_back_every_eight_days() -> None:
    rota = Rota.parse("4 on 4 off from 2027-01-04, 19:00-07:00")

    busy = on_the_clock(rota, date(2027, 1, 1), date(2027, 1, 13))

    assert busy == [
        "Mon 04 19:00-07:00",
        "Tue 05 19:00-07:00",
        "Wed 06 19:00-07:00",
        "Thu 07 19:00-07:00",
        "Tue 12 19:00-07:00",
        "Wed 13 19:00-07:00",
    ]


def test_four_on_four_off_over_thirteen_months_has_199_shifts() -> None:
    """Counted independently as four RFC 5545 rules, 1 December 2026 to 31 December 2027."""
    rota = Rota.parse("4 on 4 off from 2026-12-01, 07:00-19:00")

    busy = rota.busy_between(date(2026, 12, 1), date(2027, 12, 30))

    assert len(busy) == 199
    assert {start.astimezone(LONDON).time() for start, _ in busy} == {time(7)}


def test_rota_says_nothing_before_its_first_day() -> None:
    rota = Rota.parse("4 on 4 off from 2027-01-04, 19:00-07:00")

    assert rota.busy_between(date(2026, 1, 1), date(2027, 1, 3)) == ()


def test_rule_of_a_calendar_may_be_typed() -> None:
    rota = RuleRota.parse("RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20270118 from 2027-01-04 09:00-10:00")

    busy = on_the_clock(rota, NEW_YEAR, date(2027, 2, 28))

    assert busy == ["Mon 04 09:00-10:00", "Mon 11 09:00-10:00", "Mon 18 09:00-10:00"]


def test_counted_rule_ends_after_its_count_even_when_asked_late() -> None:
    rota = RuleRota.parse("FREQ=DAILY;COUNT=3 from 2027-01-04, 09:00-10:00")

    assert on_the_clock(rota, date(2027, 1, 6), date(2027, 1, 31)) == ["Wed 06 09:00-10:00"]


def test_rule_without_any_day_ends_at_once() -> None:
    """Left to itself, dateutil looks for a 30 February until the year 9999, for seven seconds."""
    rota = RuleRota.parse("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30 from 2027-01-04, 09:00-10:00")

    begun = process_time()
    busy = rota.busy_between(NEW_YEAR, date(2027, 12, 31))

    assert busy == ()
    assert process_time() - begun < 2


def test_rule_finds_a_leap_day() -> None:
    rota = RuleRota.parse("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29 from 2027-01-04, 09:00-10:00")

    assert on_the_clock(rota, NEW_YEAR, date(2031, 12, 31)) == ["Tue 29 09:00-10:00"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("daily 22:00-06:00", WeeklyHours),
        ("4 on 4 off from 2027-01-04, 19:00-07:00", Rota),
        ("FREQ=DAILY;INTERVAL=8 from 2027-01-04, 07:00-19:00", RuleRota),
    ],
)
def test_text_is_read_as_the_pattern_it_is(text: str, kind: type) -> None:
    found = read_pattern(text)

    assert (type(found), str(found)) == (kind, text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", ""),
        ("Mon-Fri 09:00-17:00;", ""),
        ("Mun 09:00-17:00", "Mun"),
        ("Mon-Fri-Sun 09:00-17:00", "Fri-Sun"),
        ("Mon 9-17", "9"),
        ("Mon 09:00", ""),
        ("Mon 09:00-09:00", "09:00-09:00"),
        ("4 on 4 off", "4 on 4 off"),
        ("0 on 4 off from 2027-01-04, 07:00-19:00", "0 on 4 off from 2027-01-04, 07:00-19:00"),
        ("4 on 4 off from Monday, 07:00-19:00", "Monday"),
        ("4 on 4 off from 2027-01-04, 7-19", "7"),
        ("FREQ=DAILY", "FREQ=DAILY"),
        ("FREQ=HOURLY from 2027-01-04, 07:00-19:00", "FREQ=HOURLY"),
        ("FREQ=DAILY;BYHOUR=3 from 2027-01-04, 07:00-19:00", "BYHOUR=3"),
        ("FREQ=DAILY;INTERVAL=0 from 2027-01-04, 07:00-19:00", "INTERVAL=0"),
        ("FREQ=WEEKLY;BYDAY=-1FR from 2027-01-04, 07:00-19:00", "BYDAY=-1FR"),
        ("FREQ=DAILY from 2999-01-04, 07:00-19:00", "FREQ=DAILY"),
        ("FREQ=DAILY;FREQ=DAILY from 2027-01-04, 07:00-19:00", "FREQ=DAILY"),
        (
            "FREQ=DAILY;UNTIL=20270231 from 2027-01-04, 07:00-19:00",
            "FREQ=DAILY;UNTIL=20270231",
        ),
    ],
)
def test_text_not_understood_is_refused_with_the_part_and_an_example(text: str, part: str) -> None:
    with pytest.raises(PatternError) as refused:
        read_pattern(text)

    assert refused.value.part == part
    assert str(refused.value).endswith(f"Type something like: {refused.value.example}")


TOO_LONG = (
    "would last {lasts}, over midnight; swap the times ({swapped}) or correct one; hours as long "
    "as that are written as two, {two} on the day after"
)
NOT_MEANT = {
    "Mon-Fri 08:20-08:10": TOO_LONG.format(
        lasts="23 h 50 min", swapped="08:10-08:20", two="08:20-24:00 and 00:00-08:10"
    ),
    "4 on 4 off from 2027-01-04, 15:00-07:01": TOO_LONG.format(
        lasts="16 h 01 min", swapped="07:01-15:00", two="15:00-24:00 and 00:00-07:01"
    ),
    "FREQ=DAILY from 2027-01-04, 24:00-06:00": (
        "begins when the day is over; write 00:00-06:00 on the day after"
    ),
}


@pytest.mark.parametrize(("text", "remedy"), NOT_MEANT.items())
def test_hours_nobody_can_have_meant_are_refused_with_what_to_do(text: str, remedy: str) -> None:
    """Once 08:20-08:10 was read as nearly a whole day."""
    with pytest.raises(PatternError) as refused:
        read_pattern(text)

    part = text.rsplit(maxsplit=1)[-1]
    assert (refused.value.part, refused.value.remedy) == (part, remedy)
    assert str(refused.value) == f"In {text!r}, {part!r} {remedy}"


@pytest.mark.parametrize("hours", ["22:00-06:00", "19:00-07:00", "16:00-08:00", "00:00-24:00"])
def test_nights_of_up_to_sixteen_hours_and_whole_days_are_read(hours: str) -> None:
    assert str(read_pattern(f"daily {hours}")) == f"daily {hours}"


@given(st.one_of(weekly, rotas, rule_rotas))
def test_every_pattern_can_be_shown_and_typed_again(pattern: Pattern) -> None:
    assert read_pattern(str(pattern)) == pattern
    assert hash(read_pattern(str(pattern))) == hash(pattern)


def busy_minutes(pattern: Pattern, first: date, last: date) -> set[datetime]:
    """Return the minutes a pattern is busy, in UTC."""
    return {
        start + timedelta(minutes=n)
        for start, end in pattern.busy_between(first, last)
        for n in range(int((end - start) / timedelta(minutes=1)))
    }


def minutes_by_hand(pattern: WeeklyHours | Rota, first: date, last: date) -> set[datetime]:
    """Return the same by walking through UTC a minute at a time and asking for each shift."""
    found: set[datetime] = set()
    midnight = datetime.combine(first - timedelta(days=1), time(), tzinfo=UTC)
    shifts = [
        bounds
        for n in range((last - first).days + 2)
        for bounds in shifts_by_hand(pattern, first + timedelta(days=n - 1))
    ]
    for n in range(((last - first).days + 4) * 1440):
        now = midnight + timedelta(minutes=n)
        if any(start <= now < end for start, end in shifts):
            found.add(now)
    return found


def shifts_by_hand(pattern: WeeklyHours | Rota, day: date) -> list[tuple[datetime, datetime]]:
    """Return the shifts that start on a day, each end read off the wall clock on its own."""
    if isinstance(pattern, Rota):
        since = (day - pattern.starts).days
        on = since >= 0 and since % (pattern.days_on + pattern.days_off) < pattern.days_on
        typed = [pattern.hours] if on else []
    else:
        typed = [block for weekday, block in pattern.blocks if weekday == day.weekday()]
    return [
        (wall(day, h.start), wall(day, h.end + (1440 if h.end <= h.start else 0))) for h in typed
    ]


def wall(day: date, minutes: int) -> datetime:
    """Return the first moment the clock shows a time, or an hour later where it is skipped."""
    later, minute = divmod(minutes, 1440)
    shown = datetime.combine(day + timedelta(days=later), time(minute // 60, minute % 60))
    return (shown - shown.replace(tzinfo=LONDON).utcoffset()).replace(tzinfo=UTC)  # type: ignore[operator]


@given(st.one_of(weekly, rotas), st.sampled_from(CLOCKS_CHANGE), st.integers(-2, 1))
def test_busy_time_agrees_with_a_walk_minute_by_minute_over_the_clock_changes(
    pattern: WeeklyHours | Rota, change: date, shift: int
) -> None:
    first = change + timedelta(days=shift)
    last = first + timedelta(days=2)
    opens, closes = wall(first, 0), wall(last, 1440)

    ours = {m for m in busy_minutes(pattern, first, last) if opens <= m < closes}
    by_hand = {m for m in minutes_by_hand(pattern, first, last) if opens <= m < closes}

    assert ours == by_hand


@given(st.one_of(weekly, rotas, rule_rotas), days, st.integers(0, 40))
def test_busy_times_are_aware_apart_and_in_order(
    pattern: Pattern, first: date, length: int
) -> None:
    busy = pattern.busy_between(first, first + timedelta(days=length))

    ends = [moment for pair in busy for moment in pair]
    assert ends == sorted(set(ends))
    assert {moment.tzinfo for moment in ends} <= {UTC}


def a_random_rota(chance: np.random.Generator) -> Rota:
    """Return a rota of up to a week on and a week off, by day or by night."""
    begins, lasts = int(chance.integers(0, 96)) * 15, int(chance.integers(1, 60)) * 15
    return Rota(
        days_on=int(chance.integers(1, 8)),
        days_off=int(chance.integers(1, 8)),
        starts=date(2027, 1, 1) + timedelta(days=int(chance.integers(0, 60))),
        hours=Hours(begins, (begins + lasts) % 1440 or 1440),
    )


def minutes_laid_out(
    stretches: Iterable[tuple[datetime, datetime]], opens: datetime, *, many: int
) -> NDArray[np.bool_]:
    """Return which minutes of UTC lie in some stretches, shape (many,), from a first minute on."""
    laid = np.zeros(many, dtype=np.bool_)
    for stretch in stretches:
        first, end = ((m - opens) // timedelta(minutes=1) for m in stretch)
        laid[max(first, 0) : max(end, 0)] = True
    return laid


def test_a_thousand_random_rotas_take_the_same_minutes_across_both_clock_changes() -> None:
    chance = np.random.default_rng(2027)
    off = []
    for rota in (a_random_rota(chance) for _ in range(1_000)):
        for change in CLOCKS_CHANGE:
            first, last = change - timedelta(days=3), change + timedelta(days=3)
            opens, closes = wall(first, 0), wall(last, 1440)
            many = (closes - opens) // timedelta(minutes=1)
            days = (first + timedelta(days=n) for n in range(-1, 7))
            by_hand = (shift for day in days for shift in shifts_by_hand(rota, day))

            ours = minutes_laid_out(rota.busy_between(first, last), opens, many=many)

            if not np.array_equal(ours, minutes_laid_out(by_hand, opens, many=many)):
                off.append((str(rota), change))

    assert off == []
