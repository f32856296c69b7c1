"""Days typed as people in Britain write them, turned into the form that we read."""

import re
from datetime import date
from typing import Final

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAY: Final = re.compile(
    r"(?<![\d:-])(\d{1,2})(?:st|nd|rd|th)?([/. -])(\d{1,2}|[a-z]{3,9})\2(\d{4}|\d{2})(?![\d])",
    re.IGNORECASE | re.ASCII,
)
"""Such as 1/2/2027, 01.02.27, 1-Feb-2027, 1st February 2027."""
CENTURY: Final = 2000


def year_first(text: str) -> str:
    """Return a text with its days as year, month, day; empty where none is written otherwise."""
    turned = DAY.sub(_turned, text)
    return turned if turned != text else ""


def _turned(found: re.Match[str]) -> str:
    day, _, month, year = found.groups()
    number = int(month) if month.isdigit() else _month(month)
    try:
        return date(int(year) % CENTURY + CENTURY, number, int(day)).isoformat()
    except ValueError:
        return found[0]


def _month(name: str) -> int:
    """Return a month by the beginning of its name; 0 where it is none."""
    return MONTHS.index(name[:3].lower()) + 1 if name[:3].lower() in MONTHS else 0
