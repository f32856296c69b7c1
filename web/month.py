"""A month as a table: weeks of seven days, each with what is held and whether it is kept clear."""

from calendar import Calendar, day_name, month_name
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from scheduler.spoken_days import spoken_day

WEEKDAYS: Final = tuple(day_name)


@dataclass(frozen=True)
class Held:
    """A session as it stands in its day."""

    day: date
    title: str
    hours: str
    venue: str
    anchor: str
    """Where on the page it is told in full."""


@dataclass(frozen=True)
class Day:
    """One cell of a month."""

    day: date
    state: str
    """chosen, closed, outside or plain."""
    held: tuple[Held, ...] = ()
    why: str = ""
    """Why it is kept clear."""

    @property
    def label(self) -> str:
        """The day in words."""
        return spoken_day(self.day)


@dataclass(frozen=True)
class Month:
    """One month of a plan."""

    name: str
    weeks: tuple[tuple[Day, ...], ...]

    @property
    def has_sessions(self) -> bool:
        """Say whether anything is held in it."""
        return any(day.held for week in self.weeks for day in week)

    @property
    def kept_clear(self) -> tuple[str, ...]:
        """Why days of this month are kept clear, a sentence each."""
        reasons = (day.why for week in self.weeks for day in week if day.state == "closed")
        return tuple(dict.fromkeys(reasons))


def months(
    sessions: Iterable[Held],
    clear: Mapping[date, str],
    *,
    first: date,
    last: date,
    open_days: Iterable[date] = (),
) -> tuple[Month, ...]:
    """Return every month from the first session to the last, days between two days of them.

    Parameters
    ----------
    open_days
        Days on which a session without a date may still be: the months run over them as well.
    """
    held = tuple(sorted(sessions, key=lambda each: (each.day, each.hours)))
    return tuple(
        Month(
            f"{month_name[month]} {year}",
            tuple(_weeks(year, month, cell=_Cell(held, clear, first, last, month))),
        )
        for year, month in _from_first_to_last([*(each.day for each in held), *open_days])
    )


def _from_first_to_last(days: Sequence[date]) -> Iterator[tuple[int, int]]:
    """Give year and month of every month from the first of some days to the last."""
    counted = [12 * day.year + day.month - 1 for day in days]
    for number in range(min(counted), max(counted) + 1) if counted else ():
        yield number // 12, number % 12 + 1


@dataclass(frozen=True)
class _Cell:
    """What decides how a day looks."""

    held: tuple[Held, ...]
    clear: Mapping[date, str]
    first: date
    last: date
    month: int

    def on(self, day: date) -> Day:
        held = tuple(each for each in self.held if each.day == day)
        if day.month != self.month or not self.first <= day <= self.last:
            return Day(day, "outside")
        if held:
            return Day(day, "chosen", held)
        why = self.clear.get(day, "")
        return Day(day, "closed" if why else "plain", (), why)


def _weeks(year: int, month: int, *, cell: _Cell) -> Iterator[tuple[Day, ...]]:
    for week in Calendar().monthdatescalendar(year, month):
        days = tuple(cell.on(day) for day in week)
        if any(day.state != "outside" for day in days):
            yield days
