"""A calendar this planner wrote, read back line by line as it was written, and no other.

The icalendar library reads any calendar and takes six times as long; it is asked where a line is
not as ours are. That both read the same is tested.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Final, Literal, cast

from scheduler.calendars.entry import CalendarEntry
from scheduler.calendars.wall_time import LONDON

_STATUSES: Final = frozenset({"TENTATIVE", "CONFIRMED", "CANCELLED"})
_ZONED: Final = ";TZID=Europe/London"
_WORDS: Final = frozenset(
    {"SUMMARY", "UID", "SEQUENCE", "CLASS", "CONTACT", "DESCRIPTION", "GEO", "LOCATION", "STATUS"}
    | {"DTSTAMP", "LAST-MODIFIED", "DTSTART", "DTEND", f"DTSTART{_ZONED}", f"DTEND{_ZONED}"}
)
_LINKS: Final = frozenset(f"CONFERENCE;FEATURE={kind};VALUE=URI" for kind in ("PHONE", "VIDEO"))
_OF_PEOPLE: Final = ("ATTENDEE", "ORGANIZER")
_ESCAPE: Final = re.compile(r"\\(.)", re.DOTALL)
_MEANT: Final = MappingProxyType({"n": "\n", "N": "\n"})


class NotAsWrittenError(ValueError):
    """A calendar is not as this planner writes it."""


def entries_as_written(content: bytes) -> Iterator[CalendarEntry]:
    """Give the sessions in a calendar file, if it is as this planner writes it.

    Raises
    ------
    NotAsWrittenError
        If a line is not as ours are.
    """
    if not content.endswith(b"\r\nEND:VCALENDAR\r\n"):
        raise NotAsWrittenError
    lines = iter(content.replace(b"\r\n ", b"").decode().split("\r\n"))
    for told in lines:
        if told == "BEGIN:VEVENT":
            yield _entry(*_event(lines))


def _event(lines: Iterator[str]) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """Return the words of a session, each under its name, and the links to join it."""
    words: dict[str, str] = {}
    links: list[str] = []
    for told in lines:
        if told == "END:VEVENT":
            return words, tuple(links)
        head, _, value = told.partition(":")
        if head in _WORDS and head not in words:
            words[head] = value
        elif head in _LINKS:
            links.append(value)
        elif not told.startswith(_OF_PEOPLE):
            raise NotAsWrittenError(head)
    raise NotAsWrittenError


def _entry(words: Mapping[str, str], links: tuple[str, ...]) -> CalendarEntry:
    try:
        ring = _text(words["CONTACT"])
        contact, _, phone = ring.rpartition(": ")
        lines = _text(words["DESCRIPTION"]).split("\n")
        latitude, longitude = _position(words)
        return CalendarEntry(
            uid=_text(words["UID"]),
            sequence=int(words["SEQUENCE"]),
            start=_moment("DTSTART", words),
            end=_moment("DTEND", words),
            title=_text(words["SUMMARY"]),
            place=_text(words.get("LOCATION", "")),
            description_lines=tuple(each for each in lines if each not in {ring, *links}),
            phone=phone,
            contact=contact,
            status=_status(words["STATUS"]),
            changed=_in_utc(words["DTSTAMP"]),
            join_link=links[0] if links else None,
            join_phone=links[1] if links[1:] else None,
            latitude=latitude,
            longitude=longitude,
        )
    except (KeyError, ValueError) as other:
        raise NotAsWrittenError from other


def _text(written: str) -> str:
    if "\\" not in written:
        return written
    return _ESCAPE.sub(lambda found: _MEANT.get(found[1], found[1]), written)


def _moment(name: str, words: Mapping[str, str]) -> datetime:
    zoned = words.get(f"{name}{_ZONED}")
    if zoned is None:
        return _in_utc(words[name])
    if len(zoned) != len("20270115T103000"):
        raise ValueError(zoned)
    return datetime.fromisoformat(zoned).replace(tzinfo=LONDON)


def _in_utc(written: str) -> datetime:
    if len(written) != len("20270115T103000Z"):
        raise ValueError(written)
    return datetime.fromisoformat(written[:-1]).replace(tzinfo=UTC)


def _status(written: str) -> Literal["TENTATIVE", "CONFIRMED", "CANCELLED"]:
    if written not in _STATUSES:
        raise ValueError(written)
    return cast('Literal["TENTATIVE", "CONFIRMED", "CANCELLED"]', written)


def _position(words: Mapping[str, str]) -> tuple[float | None, float | None]:
    if "GEO" not in words:
        return None, None
    latitude, longitude = words["GEO"].split(";")
    return float(latitude), float(longitude)
