"""Days of the week as people type them: "Mon-Fri", "Tue, Thu", "daily"."""

from functools import cache

NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
"""Short names of the days of the week, Monday first."""

LONG_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""The days of the week in full, Monday first."""


@cache
def weekdays_named(words: str) -> frozenset[int]:
    """Return the days of the week that some words name, Monday being 0.

    Raises
    ------
    ValueError
        If a part is no day; the message names it and shows what to type.
    """
    days: set[int] = set()
    for part in words.replace("&", ",").replace(" and ", ",").split(","):
        days.update(_span(part.strip(), words))
    return frozenset(days)


def _span(part: str, words: str) -> set[int]:
    if part.casefold() in {"daily", "every day"}:
        return set(range(7))
    first, _, last = part.partition("-")
    begin, end = _day(first, words), _day(last or first, words)
    return {day % 7 for day in range(begin, end + 1 if end >= begin else end + 8)}


def _day(part: str, words: str) -> int:
    short = part.strip()[:3].capitalize()
    if short not in NAMES:
        advice = 'write days as "Mon-Fri" or "Tue, Thu" or "daily"'
        msg = f'"{words}": "{part.strip()}" is no day of the week; {advice}'
        raise ValueError(msg)
    return NAMES.index(short)
