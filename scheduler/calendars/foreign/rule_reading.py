"""A recurrence rule read from its line, every part of it checked."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final, cast

from scheduler.calendars.foreign.lines import Line
from scheduler.calendars.foreign.refused import NotUnderstoodError
from scheduler.calendars.foreign.rules import FREQUENCIES, WEEKDAYS, Frequency, Numbers, Rule

_NUMBER: Final = re.compile(r"[+-]?\d{1,18}", re.ASCII)
_WEEKDAY: Final = re.compile(r"([+-]?\d{0,2})(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_RANGES: Final[Mapping[str, tuple[int, int, bool]]] = {
    "BYMONTH": (1, 12, False),
    "BYMONTHDAY": (1, 31, True),
    "BYYEARDAY": (1, 366, True),
    "BYWEEKNO": (1, 53, True),
    "BYHOUR": (0, 23, False),
    "BYMINUTE": (0, 59, False),
    "BYSECOND": (0, 59, False),
    "BYSETPOS": (1, 366, True),
}
"""Least and most of each number, and whether it may be counted from the end."""


_FIELDS: Final[Mapping[str, str]] = {
    "BYMONTH": "months",
    "BYMONTHDAY": "month_days",
    "BYYEARDAY": "year_days",
    "BYWEEKNO": "weeks",
    "BYHOUR": "hours",
    "BYMINUTE": "minutes",
    "BYSECOND": "seconds",
    "BYSETPOS": "positions",
}


def read_rule(line: Line) -> Rule:
    """Return the rule of a line.

    Raises
    ------
    NotUnderstoodError
        If a part of it is unknown, or could not be followed.
    """
    told = _told(line)
    frequency = told.pop("FREQ", "")
    if frequency not in FREQUENCIES:
        raise NotUnderstoodError(line.number, "comes back by no rule that can be followed")
    rule = Rule(line.number, cast("Frequency", frequency))
    for name, value in told.items():
        rule = _with(rule, name, value)
    _refuse_unfit(rule)
    return rule


def _told(line: Line) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in filter(None, line.value.upper().replace(" ", "").split(";")):
        name, is_told, value = part.partition("=")
        if not is_told:
            continue
        if name in found and found[name] != value:
            raise NotUnderstoodError(line.number, f"tells {_shown(name)} of its rule twice")
        found[name] = value
    return found


def _with(rule: Rule, name: str, value: str) -> Rule:
    if name in _FIELDS:
        return replace(rule, **{_FIELDS[name]: _numbers(rule, name, value)})  # type: ignore[arg-type]
    reads = _READS.get(name)
    if reads is None:
        raise NotUnderstoodError(rule.line, f"holds a rule with a part nobody knows {_shown(name)}")
    return reads(rule, value)


def _numbers(rule: Rule, name: str, value: str) -> Numbers:
    least, most, both_ways = _RANGES[name]
    found = []
    for text in filter(None, value.split(",")):
        number = _number(rule, name, text)
        if not least <= (abs(number) if both_ways else number) <= most:
            raise NotUnderstoodError(rule.line, f"holds a rule whose {name} is out of range")
        found.append(number)
    return tuple(sorted(set(found)))


def _number(rule: Rule, name: str, text: str) -> int:
    if not _NUMBER.fullmatch(text):
        raise NotUnderstoodError(rule.line, f"holds a rule whose {name} is no number")
    return int(text)


def _at_least_one(rule: Rule, name: str, value: str) -> int:
    number = _number(rule, name, value)
    if number < 1:
        raise NotUnderstoodError(rule.line, f"holds a rule whose {name} is below 1")
    return number


def _weekdays(rule: Rule, value: str) -> Rule:
    found = []
    for text in filter(None, value.split(",")):
        day = _WEEKDAY.fullmatch(text)
        if not day:
            raise NotUnderstoodError(rule.line, "holds a rule whose BYDAY is no weekday")
        nth = _number(rule, "BYDAY", day[1]) if day[1] else 0
        found.append((nth, WEEKDAYS.index(day[2])))
    return replace(rule, weekdays=tuple(found))


def _week_start(rule: Rule, value: str) -> Rule:
    if value not in WEEKDAYS:
        raise NotUnderstoodError(rule.line, "holds a rule whose WKST is no weekday")
    return replace(rule, week_start=WEEKDAYS.index(value))


def _gregorian(rule: Rule, value: str) -> Rule:
    if value != "GREGORIAN":
        raise NotUnderstoodError(rule.line, "counts by another calendar than ours")
    return rule


_READS: Final[Mapping[str, Callable[[Rule, str], Rule]]] = {
    "INTERVAL": lambda rule, value: replace(
        rule, interval=_at_least_one(rule, "INTERVAL", value or "1")
    ),
    "COUNT": lambda rule, value: replace(rule, count=_at_least_one(rule, "COUNT", value)),
    "UNTIL": lambda rule, value: replace(rule, until=value),
    "BYDAY": _weekdays,
    "WKST": _week_start,
    "RSCALE": _gregorian,
}


def _refuse_unfit(rule: Rule) -> None:
    """Refuse parts that say nothing beside one another (RFC 5545 3.3.10)."""
    counted = any(nth for nth, _ in rule.weekdays)
    if counted and (rule.frequency not in {"MONTHLY", "YEARLY"} or rule.weeks):
        raise NotUnderstoodError(rule.line, "counts weekdays where only months or years have them")
    if rule.weeks and rule.frequency != "YEARLY":
        raise NotUnderstoodError(rule.line, "numbers weeks in a rule that is not of years")
    if rule.positions and rule.is_by_clock:
        raise NotUnderstoodError(rule.line, "takes positions within an hour, which is not followed")


def _shown(name: str) -> str:
    return name if name in _FIELDS or name in _READS or name == "FREQ" else "(not shown)"
