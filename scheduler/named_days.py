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
FOR_EVER: Final = date(2100, 12, 31)
"""Later than any programme."""


class NamedDays(Word):
    """Days under one name, for hours to hold on: a council's school terms, a visitor season."""

    code: Code
    """The name by which hours speak of them; begins with a letter."""
    days: tuple[Days, ...] = Field(min_length=1)
    """The days, such as each term from its first to its last day."""
    source: Label = ""
    """Who published them, and when that was looked up."""
    known_until: date | None = None
    """The last day up to which they are known; empty means the last of the days."""

    @property
    def is_known_until(self) -> date:
        """The last day for which it is known whether it is one of these."""
        return self.known_until or max(span.last for span in self.days)


@lru_cache(maxsize=1024)
def spelled(
    texts: tuple[str, ...], named: tuple[NamedDays, ...], *, takes: bool
) -> tuple[str, ...]:
    """Return hours with each name of days replaced by the days themselves.

    Past the last day that is known the hours are taken to hold where they keep somebody away, and
    not to hold where they let somebody come: what nobody knows makes nobody free.

    Parameters
    ----------
    takes
        Whether the hours keep somebody away.
    """
    by_code = {each.code.casefold(): each for each in named}
    return tuple(_spelled(text, by_code, takes=takes) for text in texts)


def names_in(text: str) -> Iterator[str]:
    """Give every name of days that a text of hours mentions."""
    for listed in _lists(text).values():
        yield from (part for part in listed if NAME.fullmatch(part))


def _spelled(text: str, by_code: Mapping[str, NamedDays], *, takes: bool) -> str:
    lists, found = _lists(text), LIMITS.fullmatch(text)
    if found is None or not any(names_in(text)):
        return text
    limits = (
        f" {word} {', '.join(_days(lists[group], by_code, beyond=takes == (group == 'only')))}"
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


def _days(parts: list[str], by_code: Mapping[str, NamedDays], *, beyond: bool) -> Iterator[str]:
    """Give each part of a list as days, with all the days past those known where `beyond`."""
    for part in parts:
        named = by_code.get(part.casefold())
        if named is None:
            yield part
            continue
        yield from (f"{span.first}/{span.last}" for span in named.days)
        if beyond:
            yield f"{named.is_known_until + timedelta(days=1)}/{FOR_EVER}"
