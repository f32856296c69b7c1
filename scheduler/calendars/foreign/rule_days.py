"""On which days a rule falls: each day is asked, so that no rule can run away.

The parts of a rule that "expand" a period and those that "limit" one (the table of RFC 5545
3.3.10) come to the same once a day is asked whether it is one: it has to pass every part.
"""

from calendar import isleap, monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final

from scheduler.calendars.foreign.rules import Rule

DayTest = Callable[[date], bool]

WEEK: Final = 7
_FOURTH: Final = 3  # the first week of a year is the one that holds its fourth day


def day_tests(rule: Rule, start: date) -> tuple[DayTest, ...]:
    """Return what a day has to pass to be one of a rule that begins on a day."""
    tests = (_turn(rule, start), _months(rule), _weeks(rule), *_days(rule), _weekday(rule))
    return tuple(test for test in (*tests, *_implied(rule, start)) if test)


def period_of(rule: Rule, day: date) -> int:
    """Return the number of the period of a rule that a day lies in: day, week, month or year."""
    if rule.frequency == "WEEKLY":
        return (day.toordinal() - 1 - rule.week_start) // WEEK
    if rule.frequency == "MONTHLY":
        return day.year * 12 + day.month
    if rule.frequency == "YEARLY":
        return week_of(day, rule.week_start)[0] if rule.weeks else day.year
    return day.toordinal()


def period_begins(rule: Rule, day: date) -> date:
    """Return the first day of the period of a rule that a day lies in, or one shortly before."""
    if rule.frequency == "WEEKLY":
        return day - timedelta(days=(day.weekday() - rule.week_start) % WEEK)
    if rule.frequency == "MONTHLY":
        return day.replace(day=1)
    if rule.frequency == "YEARLY":
        before = timedelta(days=2 * WEEK) if rule.weeks else timedelta()
        return day.replace(month=1, day=1) - before
    return day


def week_of(day: date, week_start: int) -> tuple[int, int]:
    """Return the year a day's week belongs to and its number in it, from 1."""
    begins = day - timedelta(days=(day.weekday() - week_start) % WEEK)
    # A week belongs to the year that has most of its days.
    fourth = begins + timedelta(days=_FOURTH)
    return fourth.year, (fourth.timetuple().tm_yday - 1) // WEEK + 1


def _turn(rule: Rule, start: date) -> DayTest | None:
    """Return the test that a day lies in a period whose turn it is."""
    interval, first = rule.interval, period_of(rule, start)
    if interval == 1 or rule.is_by_clock:
        return None
    return lambda day: (period_of(rule, day) - first) % interval == 0


def _months(rule: Rule) -> DayTest | None:
    months = frozenset(rule.months)
    return (lambda day: day.month in months) if months else None


def _weeks(rule: Rule) -> DayTest | None:
    weeks = frozenset(rule.weeks)
    if not weeks:
        return None

    def passes(day: date) -> bool:
        year, number = week_of(day, rule.week_start)
        # The 28th of December always lies in the last week of its year.
        last = week_of(date(year, 12, 28), rule.week_start)[1]
        return number in weeks or number - last - 1 in weeks

    return passes


def _days(rule: Rule) -> Iterator[DayTest]:
    month_days, year_days = frozenset(rule.month_days), frozenset(rule.year_days)
    if month_days:
        yield (
            lambda day: (
                day.day in month_days
                or day.day - monthrange(day.year, day.month)[1] - 1 in month_days
            )
        )
    if year_days:
        yield lambda day: _year_day(day) in year_days or _from_year_end(day) in year_days


def _weekday(rule: Rule) -> DayTest | None:
    every = frozenset(weekday for nth, weekday in rule.weekdays if not nth)
    counted = frozenset((nth, weekday) for nth, weekday in rule.weekdays if nth)
    if not rule.weekdays:
        return None
    if not counted:
        return lambda day: day.weekday() in every
    in_year = rule.frequency == "YEARLY" and not rule.months

    def passes(day: date) -> bool:
        if day.weekday() in every:
            return True
        before, after = _in_year(day) if in_year else _in_month(day)
        return (before, day.weekday()) in counted or (-after, day.weekday()) in counted

    return passes


def _implied(rule: Rule, start: date) -> Iterator[DayTest]:
    """Give what a rule leaves to the day it begins on (RFC 5545 3.3.10)."""
    if rule.frequency == "WEEKLY" and not rule.weekdays:
        yield lambda day: day.weekday() == start.weekday()
    if rule.frequency == "MONTHLY" and not (rule.weekdays or rule.month_days):
        yield lambda day: day.day == start.day
    if rule.frequency == "YEARLY":
        yield from _implied_in_year(rule, start)


def _implied_in_year(rule: Rule, start: date) -> Iterator[DayTest]:
    if rule.weeks and not (rule.weekdays or rule.month_days or rule.year_days):
        yield lambda day: day.weekday() == start.weekday()
    if rule.weekdays or rule.month_days or rule.year_days or rule.weeks:
        return
    yield lambda day: day.day == start.day
    if not rule.months:
        yield lambda day: day.month == start.month


def _in_month(day: date) -> tuple[int, int]:
    """Return which of its weekday a day is in its month, from the first and from the last."""
    last = monthrange(day.year, day.month)[1]
    return (day.day - 1) // WEEK + 1, (last - day.day) // WEEK + 1


def _in_year(day: date) -> tuple[int, int]:
    number = _year_day(day)
    return (number - 1) // WEEK + 1, (-_from_year_end(day) - 1) // WEEK + 1


def _year_day(day: date) -> int:
    return day.timetuple().tm_yday


def _from_year_end(day: date) -> int:
    return _year_day(day) - (366 if isleap(day.year) else 365) - 1
