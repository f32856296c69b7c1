"""Opening hours said in words: "Mo-Sa 09:00-22:00" is "Monday to Saturday from 09:00 to 22:00"."""

import re
from typing import Final

from scheduler.sentences import listed

WEEKDAYS: Final = {
    "Mo": "Monday",
    "Tu": "Tuesday",
    "We": "Wednesday",
    "Th": "Thursday",
    "Fr": "Friday",
    "Sa": "Saturday",
    "Su": "Sunday",
    "PH": "public holidays",
}
MONTHS: Final = {
    "Jan": "January",
    "Feb": "February",
    "Mar": "March",
    "Apr": "April",
    "May": "May",
    "Jun": "June",
    "Jul": "July",
    "Aug": "August",
    "Sep": "September",
    "Oct": "October",
    "Nov": "November",
    "Dec": "December",
}
_CLOCK: Final = r"\d{1,2}:\d{2}"
_NAMES: Final = r"(?:{0})(?:-(?:{0}))?(?:, ?(?:{0})(?:-(?:{0}))?)*"
_RULE: Final = re.compile(
    rf"(?:(?P<months>{_NAMES.format('|'.join(MONTHS))}):? ?)?"
    rf"(?:(?P<days>{_NAMES.format('|'.join(WEEKDAYS))}):? ?)?"
    rf"(?P<hours>off|closed|24/7|{_CLOCK}-{_CLOCK}(?:, ?{_CLOCK}-{_CLOCK})*)?"
    r'(?: ?"(?P<note>[^"]*)")?'
)


def spoken_opening(text: str) -> str:
    """Return opening hours as people say them; where they say more than that, as they stand.

    Nothing is left out: hours of which a part has no words here are given whole, in quotes.
    """
    parts = [part.strip() for part in re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', text)]
    spoken = [_rule(part) for part in parts if part]
    return "; ".join(spoken) if all(spoken) else f'"{text}"'


def _rule(part: str) -> str:
    """Return one rule of opening hours in words; nothing where a part of it has none."""
    found = _RULE.fullmatch(part)
    if found is None or not (found["hours"] or found["note"]):
        return ""
    when = [_named(found["months"], MONTHS), _named(found["days"], WEEKDAYS)]
    hours = _hours(found["hours"] or "")
    days = " in ".join(filter(None, reversed(when)))
    on = "on " if when[1] else "in " if days else ""
    said = f"closed {on}{days}" if hours == "closed" else f"{days} {hours}"
    said = said.strip()
    return f"{said} ({found['note']})".strip() if found["note"] else said


def _named(text: str | None, words: dict[str, str]) -> str:
    """Return days or months by their names."""
    each = [name.strip() for name in (text or "").split(",") if name]
    spans = [" to ".join(words[end] for end in span.split("-")) for span in each]
    return listed(spans) if spans else ""


def _hours(text: str) -> str:
    if text in {"off", "closed"}:
        return "closed"
    if text == "24/7":
        return "always open"
    spans = [span.strip().split("-") for span in text.split(",") if span]
    return listed([f"from {begins} to {ends}" for begins, ends in spans]) if spans else ""
