"""Days that have a name in a programme, such as school terms, and the hours that go by them."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from pydantic import Field

from scheduler.calendars.some_days import LIMITS
from scheduler.words import Code, Days, Label, Word

NAME: Final = re.compile(r"[A-Za-z][\w.-]*", re.ASCII)
"""How a name differs from a day."""
NAME_IN_AN_AREA: Final = re.compile(rf"({NAME.pattern})(?:\s+in\s+(\S.*))?", re.ASCII)
"""A name, and whose days of that name are meant."""
LONG_AGO: Final = date(1900, 1, 1)
"""Earlier than any programme."""
FOR_EVER: Final = date(2100, 12, 31)
"""Later than any programme."""
ONE_DAY: Final = timedelta(days=1)


class NamedDays(Word):
    """Days under one name, for hours to hold on: a council's school terms, a visitor season."""

    code: Code
    """The name by which hours speak of them; begins with a letter."""
    area: Label = ""
    """The place or council whose days they are; empty where they are everybody's."""
    days: tuple[Days, ...] = Field(min_length=1)
    """The days, such as each term from its first to its last day."""
    source: Label = ""
    """Who published them, and when that was looked up."""
    known_from: date | None = None
    """The first day from which they are known; empty means that none before are missing."""
    known_until: date | None = None
    """The last day up to which they are known; empty means the last of the days."""

    @property
    def is_known_until(self) -> date:
        """The last day for which it is known whether it is one of these."""
        return self.known_until or max(span.last for span in self.days)

    @property
    def name(self) -> str:
        """How hours speak of these days whoever's hours they are."""
        return f"{self.code} in {self.area}" if self.area else self.code


@lru_cache(maxsize=1024)
def spelled(
    texts: tuple[str, ...],
    named: tuple[NamedDays, ...],
    *,
    areas: frozenset[str] = frozenset(),
    perhaps: bool,
) -> tuple[str, ...]:
    """Return hours with each name of days replaced by the days themselves.

    Of days that differ from area to area those of somebody's own are taken, unless hours name an
    area. Past the last day that is known nobody can say whether the hours hold, so there are two
    readings: `scheduler.known_hours` compares them.

    Parameters
    ----------
    areas
        Every word for where they live whose hours these are.
    perhaps
        Whether the hours are taken to hold on days of which nobody knows.
    """
    by_name = days_by_name(named, areas)
    return tuple(_spelled(text, by_name, perhaps=perhaps) for text in texts)


def names_in(text: str) -> Iterator[str]:
    """Give every name of days that a text of hours mentions, with the area where it says one."""
    for listed in _lists(text).values():
        yield from (part for part in listed if NAME_IN_AN_AREA.fullmatch(part))


def known_names(named: tuple[NamedDays, ...]) -> Mapping[str, str]:
    """Return every name hours may speak of, as it is told, by the same in small letters."""
    spoken = [each.name for each in named] + [each.code for each in named]
    return {name.casefold(): name for name in spoken}


def untold_in(
    texts: tuple[str, ...], named: tuple[NamedDays, ...], areas: frozenset[str]
) -> tuple[str, ...]:
    """Return the names of days that hours go by, and that nobody told for these areas."""
    by_name = days_by_name(named, areas)
    spoken = dict.fromkeys(name for text in texts for name in names_in(text))
    found = ((name, by_name.get(_key(name))) for name in spoken)
    return tuple(name for name, days in found if days and days.is_known_until == LONG_AGO)


def days_by_name(named: tuple[NamedDays, ...], areas: frozenset[str]) -> dict[str, NamedDays]:
    """Return the days meant by each name: by the name alone those of somebody's own area."""
    found = {each.code.casefold(): _untold(each.code) for each in named}
    found |= {each.name.casefold(): each for each in named}
    found |= {each.code.casefold(): each for each in named if each.area.casefold() in areas}
    return found


def _untold(code: str) -> NamedDays:
    """Return the days of an area of which nobody has told any: all that is known is long past."""
    return NamedDays(code=code, days=(Days(first=LONG_AGO, last=LONG_AGO),))


def _spelled(text: str, by_name: Mapping[str, NamedDays], *, perhaps: bool) -> str:
    lists, found = _lists(text), LIMITS.fullmatch(text)
    if found is None or not any(names_in(text)):
        return text
    limits = (
        f" {word} {', '.join(_days(lists[group], by_name, beyond=perhaps == (group == 'only')))}"
        for group, word in (("only", "only"), ("leave_out", "not"))
        if group in lists
    )
    return found["hours"] + "".join(limits)


def _lists(text: str) -> dict[str, list[str]]:
    found = LIMITS.fullmatch(text)
    listed = found.groupdict() if found else {}
    return {
        group: [part.strip() for part in listed[group].split(",")]
        for group in ("only", "leave_out")
        if listed.get(group)
    }


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def _days(parts: list[str], by_name: Mapping[str, NamedDays], *, beyond: bool) -> Iterator[str]:
    """Give each part of a list as days, with all the days not known of where `beyond`."""
    for part in parts:
        named = by_name.get(_key(part))
        if named is None:
            yield part
            continue
        yield from (f"{span.first}/{span.last}" for span in named.days)
        if beyond:
            yield f"{named.is_known_until + ONE_DAY}/{FOR_EVER}"
        if beyond and named.known_from:
            yield f"{LONG_AGO}/{named.known_from - ONE_DAY}"
