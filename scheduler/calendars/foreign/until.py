"""The last time a rule comes back, on the clock it is told on."""

import re
from datetime import UTC, date, datetime, time, tzinfo
from typing import Final

from scheduler.calendars.foreign.refused import NotUnderstoodError
from scheduler.calendars.foreign.rule_times import Asked
from scheduler.calendars.foreign.rules import Rule
from scheduler.calendars.foreign.values import FLOATING, YEARS, When

_UNTIL: Final = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z?))?", re.ASCII)


def until_of(rule: Rule, start: When, asked: Asked) -> Asked:
    """Return which times are asked for that lie no later than the end of a rule.

    Raises
    ------
    NotUnderstoodError
        If its end is neither day nor time.
    """
    if not rule.until:
        return asked
    clock = start.tzinfo if isinstance(start, datetime) else None
    try:
        ends = _ends(rule.until, clock)
    except (ValueError, OverflowError):
        raise NotUnderstoodError(rule.line, "ends at no day and no time") from None
    return Asked(asked.first, min(asked.last, ends), asked.whole_days)


def _ends(text: str, clock: tzinfo | None) -> datetime:
    found = _UNTIL.fullmatch(text)
    if not found:
        raise ValueError(text)
    year, month, day, hour, minute, second = (int(each or 0) for each in found.groups()[:6])
    if year >= YEARS.stop:
        return datetime.combine(date.max, time.max)
    if found[4] is None:
        # A day where a time should stand is the moment that day begins.
        return datetime(year, month, day)  # noqa: DTZ001 - on its clock
    wall = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - on its clock
    if clock is None:
        return datetime.combine(wall, time.max)
    if clock is FLOATING:
        return wall
    # Of a series on a named clock the end is told in UTC, whether it says so or not (3.3.10).
    return wall.replace(tzinfo=UTC).astimezone(clock).replace(tzinfo=None)
