"""Opening hours as OpenStreetMap writes them: "Mo-Fr 09:00-22:00; Sa 10:00-16:00; PH off"."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property, lru_cache
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray
from opening_hours import OpeningHours, State, validate

from scheduler.in_passing import passed

Minutes = NDArray[np.int64]
Bools = NDArray[np.bool_]

EXAMPLE = "Mo-Fr 09:00-22:00; Sa 10:00-16:00; PH off"
MINUTES_A_DAY = 24 * 60

_QUOTED = re.compile(r'"[^"]*"')
_HOLIDAYS = re.compile(r"\bPH\b")
_WEEKLY = re.compile(r"(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|off|closed|24/7|\d{1,2}:\d{2}|[-,; ])*")
_UNRESOLVED = (
    (
        re.compile(r"\bSH\b"),
        "school holidays (SH) differ from place to place; list the days it is shut instead",
    ),
    (
        re.compile(r"\b(?:sunrise|sunset|dawn|dusk)\b"),
        "hours by the sun change daily; write clock times",
    ),
    (re.compile(r"\d\s*\+"), "an open end (+) does not say when it shuts; write until when"),
)


@dataclass(frozen=True, eq=False)
class Spells:
    """Unbroken times that do not touch, in order, in minutes of the clock."""

    begins: Minutes
    ends: Minutes

    @classmethod
    def of(cls, spells: Minutes) -> "Spells":
        """Return times in order, shape (N, 2), as unbroken ones: those that touch are one."""
        if not len(spells):
            return cls(spells[:, 0], spells[:, 1])
        apart = spells[1:, 0] != spells[:-1, 1]
        return cls(spells[np.append(True, apart), 0], spells[np.append(apart, True), 1])

    def covers(self, begin: int, end: int) -> bool:
        """Say whether a time lies inside one of these."""
        number = bisect_right(self._pairs, begin, key=itemgetter(0)) - 1
        return number >= 0 and end <= self._pairs[number][1]

    @cached_property
    def _pairs(self) -> list[tuple[int, int]]:
        return list(zip(self.begins.tolist(), self.ends.tolist(), strict=True))

    def cover(self, begins: Minutes, ends: Minutes) -> Bools:
        """Say which of some times, in order of their beginnings, lie inside one of these; (N,)."""
        number = passed(self.begins, begins, side="right") - 1
        until = np.append(self.ends, np.int64(-1))[number]
        covered: Bools = ends <= until
        return covered


@dataclass(frozen=True, eq=False)
class OpenTimes:
    """When a place is open."""

    surely: Spells
    perhaps: Spells
    """Open, or open on a condition such as "by appointment"."""


@dataclass(frozen=True)
class Opening:
    """Opening hours that were understood."""

    text: str
    on_holidays: str
    """The hours of a bank holiday, were every day one."""

    @property
    def names_holidays(self) -> bool:
        """Say whether they tell what holds on bank holidays."""
        return self.text != self.on_holidays

    def times(self, first: date, last: date, *, holidays: bool = False) -> OpenTimes:
        """Return the open times from the day before `first` to the day after `last`.

        With `holidays`, every day is taken for a bank holiday.
        """
        return _times(self.on_holidays if holidays else self.text, first, last=last)


@lru_cache(maxsize=1024)
def read_opening(text: str) -> Opening:
    """Return what an opening hours text means.

    Raises
    ------
    ValueError
        If it cannot be read, or cannot be worked out from the text alone; says what to type.
    """
    bare = _QUOTED.sub('""', text)
    for unresolved, why in _UNRESOLVED:
        if unresolved.search(bare):
            raise ValueError(_advice(text, why))
    # The library's own holidays are not Scotland's. As a holiday rule names days like any other,
    # naming every day in its place gives the hours of a holiday.
    parts = re.split(r'("[^"]*")', text)
    on_holidays = "".join(
        part if part.startswith('"') else _HOLIDAYS.sub("Mo-Su", part) for part in parts
    )
    for words, why in ((text, "cannot be read"), (on_holidays, "holidays cannot be read")):
        if not validate(words):
            raise ValueError(_advice(text, why))
    return Opening(text, on_holidays)


def clock_minute(moment: datetime) -> int:
    """Return a moment in whole minutes as its own clock counts them, clock changes passed over."""
    return moment.toordinal() * MINUTES_A_DAY + moment.hour * 60 + moment.minute


def _advice(text: str, why: str) -> str:
    return f'opening hours "{text}": {why}. Write them such as "{EXAMPLE}", or leave them empty.'


@lru_cache(maxsize=4096)
def _times(text: str, first: date, *, last: date) -> OpenTimes:
    begin, end = first - timedelta(days=1), last + timedelta(days=2)
    is_weekly = _WEEKLY.fullmatch(_QUOTED.sub("", text))
    spells, sure = (_every_week if is_weekly else _spells)(text, begin, end=end)
    perhaps = Spells.of(spells)
    return OpenTimes(perhaps if sure.all() else Spells.of(spells[sure]), perhaps)


def _every_week(text: str, begin: date, *, end: date) -> tuple[Minutes, Bools]:
    """Work out one week and repeat it: the library is slow where weeks are many."""
    monday = begin - timedelta(days=begin.weekday())
    spells, sure = _spells(text, monday, end=monday + timedelta(days=7))
    weeks = np.arange((end - monday).days // 7 + 1, dtype=np.int64)
    later = weeks[:, None, None] * 7 * MINUTES_A_DAY
    return (spells + later).reshape(-1, 2), np.tile(sure, len(weeks))


def _spells(text: str, begin: date, *, end: date) -> tuple[Minutes, Bools]:
    """Return open times, shape (N, 2), and which of them hold without a condition, shape (N,)."""
    between = (datetime.combine(day, time()) for day in (begin, end))
    found = [
        (clock_minute(opens), clock_minute(closes), state is State.OPEN and not comment)
        for opens, closes, state, comment in OpeningHours(text).intervals(*between)
        if state is not State.CLOSED
    ]
    table = np.array(found, dtype=np.int64).reshape(-1, 3)
    return table[:, :2], table[:, 2] == 1
