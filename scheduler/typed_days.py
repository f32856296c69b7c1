"""Days typed as people in Britain write them, turned into the form that we read."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAY: Final = r"(?:\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?"
DAY: Final = re.compile(
    rf"{WEEKDAY}(?<![\d:])(\d{{1,2}})(?:st|nd|rd|th)?([/. -])(\d{{1,2}}|[a-z]{{3,9}}),?\2"
    r"(\d{4}|\d{2})(?![\d])",
    re.IGNORECASE | re.ASCII,
)
"""Such as 1/2/2027, 01.02.27, 1-Feb-2027, Monday 1st February 2027."""
YEAR_FIRST: Final = re.compile(r"(?<![\d./])(\d{4})([/.])(\d{1,2})\2(\d{1,2})(?!\d)", re.ASCII)
"""Such as 2027/02/01."""
CENTURY: Final = 2000


def readings(text: str) -> tuple[str, ...]:
    """Return a text with its days as year, month, day, in every way it can be meant.

    As the day comes first in Britain, that reading comes first. Days of which one alone cannot be
    meant so are all meant otherwise.
    """
    turned = YEAR_FIRST.sub(_with_dashes, text)
    both = (_read(turned, is_day_first=is_day_first) for is_day_first in (True, False))
    return tuple(dict.fromkeys(reading for reading in both if reading not in {"", text}))


def instead(
    text: str, is_read: Callable[[str], bool], *, tidied: Callable[[str], str] = str
) -> str:
    """Return what to write for a text with days typed otherwise: both, if it can be meant two ways.

    Parameters
    ----------
    is_read
        Says whether a text is one that we read; nothing else is offered.
    tidied
        Puts right what else stands in the way.

    Returns
    -------
    Empty where there is nothing to offer.
    """
    found = list(filter(is_read, map(tidied, readings(text))))
    return ", or ".join(found) + (" if the month comes first" if found[1:] else "")


def _read(text: str, *, is_day_first: bool) -> str:
    """Return a text with every day turned; empty where one of them is none."""
    days = [_date(*found, is_day_first=is_day_first) for found in DAY.findall(text)]
    if None in days:
        return ""
    left = iter(days)
    return DAY.sub(lambda _: str(next(left)), text)


def _date(first: str, _: str, second: str, year: str, *, is_day_first: bool) -> date | None:
    """Return the day of four parts as they were typed; None where there is none."""
    is_named = not second.isdigit()
    day, month = (first, second) if is_day_first or is_named else (second, first)
    try:
        number = _month(month) if is_named else int(month)
        return date(int(year) % CENTURY + CENTURY, number, int(day))
    except ValueError:
        return None


def _with_dashes(found: re.Match[str]) -> str:
    year, _, month, day = found.groups()
    return f"{year}-{month:0>2}-{day:0>2}"


def _month(name: str) -> int:
    """Return a month by the beginning of its name; 0 where it is none."""
    return MONTHS.index(name[:3].lower()) + 1 if name[:3].lower() in MONTHS else 0
