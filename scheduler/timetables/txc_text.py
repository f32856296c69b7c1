"""Words of a TransXChange document: text inside parts, lengths of time, days."""

import re
from datetime import date
from xml.etree.ElementTree import Element

LENGTH = re.compile(r"-?PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?")


def text_of(part: Element, path: str) -> str:
    """Return the text inside a part, named by the way to it; nothing where there is none."""
    found = part.find("/".join(f"{{*}}{name}" for name in path.split("/")))
    return "" if found is None else (found.text or "").strip()


def seconds_of(text: str) -> int | None:
    """Return a length of time such as PT1H3M in seconds; None where it is none."""
    found = LENGTH.fullmatch(text)
    if found is None or text.startswith("-"):
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return (hours * 60 + minutes) * 60 + seconds


def range_of(part: Element) -> tuple[date, date]:
    """Return the first and the last day of a part that has both; one may stand for the other.

    Raises
    ------
    ValueError
        If either is no day.
    """
    first, last = text_of(part, "StartDate"), text_of(part, "EndDate")
    return date.fromisoformat(first or last), date.fromisoformat(last or first)
