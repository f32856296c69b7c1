"""When a rule comes back, on the clock it is told on, for as long as anybody may ask."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby, islice, product
from operator import itemgetter
from typing import Final

from scheduler.calendars.foreign.refused import NotUnderstoodError
from scheduler.calendars.foreign.rule_days import day_tests, period_begins, period_of
from scheduler.calendars.foreign.rules import Rule
from scheduler.calendars.wall_time import days_from

MOST_TIMES: Final = 20_000
"""Most times that one entry may come back; every half hour of a year is 17,520."""
MOST_WORK: Final = 300_000
"""Most days looked at for one file: 300 weekly series over a year."""
A_TIME: Final = 10
"""How many days a time costs as much as: what follows on it takes about so much longer."""
MOST_COUNTED: Final = 1_000_000_000


@dataclass
class Work:
    """What may still be spent on a file; the same on every machine, as a clock would not be."""

    left: int = MOST_WORK

    def spend(self, line: int, cost: int = 1) -> None:
        """Look at one more day, or at something that costs as much as some."""
        self.left -= cost
        if self.left < 0:
            raise NotUnderstoodError(line, "would take too long to follow")


@dataclass(frozen=True)
class Asked:
    """Which times of a rule are asked for, on its own clock."""

    first: datetime
    last: datetime
    whole_days: bool = False
    """Whether it is of days without hours."""


def times_after(rule: Rule, start: datetime, *, asked: Asked, work: Work) -> Iterator[datetime]:
    """Give the times a rule comes back after it began, in order; its beginning is the first.

    Parameters
    ----------
    start
        When it began, on its own clock.
    """
    begin = start if rule.count is not None else max(start, asked.first)
    later = (when for when in _every(rule, start, _from(asked, begin), work) if when > start)
    most = None if rule.count is None else min(rule.count, MOST_COUNTED) - 1
    given = 0
    for when in islice(later, most):
        if when < asked.first:
            continue
        given += 1
        work.spend(rule.line, A_TIME)
        if given > MOST_TIMES:
            raise NotUnderstoodError(rule.line, f"comes back more than {MOST_TIMES:,} times")
        yield when


def _from(asked: Asked, begin: datetime) -> Asked:
    return Asked(begin, asked.last, asked.whole_days)


def _every(rule: Rule, start: datetime, asked: Asked, work: Work) -> Iterator[datetime]:
    """Give the times of a rule from the period that holds the first asked for."""
    every = _without_positions(rule, start, asked, work)
    if rule.positions:
        every = _at_positions(rule, every)
    for when in every:
        if when > asked.last:
            return
        yield when


def _without_positions(rule: Rule, start: datetime, asked: Asked, work: Work) -> Iterator[datetime]:
    tests = day_tests(rule, start.date())
    # A position is one in the whole of its period, however much of that is asked for.
    last = _period_ends(rule, asked.last.date()) if rule.positions else asked.last.date()
    for day in days_from(period_begins(rule, asked.first.date()), last):
        work.spend(rule.line)
        if all(test(day) for test in tests):
            for clock in _times_of(rule, start, day, whole_days=asked.whole_days):
                work.spend(rule.line)
                yield datetime.combine(day, clock)


def _period_ends(rule: Rule, day: date) -> date:
    period = period_of(rule, day)
    while period_of(rule, day) == period:
        day += timedelta(days=1)
    return day


def _at_positions(rule: Rule, every: Iterator[datetime]) -> Iterator[datetime]:
    numbered = ((period_of(rule, when.date()), when) for when in every)
    for _, group in groupby(numbered, key=itemgetter(0)):
        times = [when for _, when in group]
        at = {each - 1 if each > 0 else len(times) + each for each in rule.positions}
        yield from (times[each] for each in sorted(at) if 0 <= each < len(times))


def _times_of(rule: Rule, start: datetime, day: date, *, whole_days: bool) -> Iterator[time]:
    if whole_days:
        yield time()
        return
    hours, minutes = rule.hours or (start.hour,), rule.minutes or (start.minute,)
    since = (day - start.date()).days * 24 - start.hour
    if rule.is_by_clock:
        hours = rule.hours or tuple(range(24))
    if rule.frequency == "HOURLY":
        hours = tuple(hour for hour in hours if (since + hour) % rule.interval == 0)
    if rule.frequency == "MINUTELY":
        minutes = rule.minutes or tuple(range(60))
    for hour, minute, second in product(hours, minutes, rule.seconds or (start.second,)):
        passed = (since + hour) * 60 + minute - start.minute
        if rule.frequency != "MINUTELY" or passed % rule.interval == 0:
            yield time(hour, minute, second)
