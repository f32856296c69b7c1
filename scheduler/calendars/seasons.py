"""Seasons of farms, crofts, estates and boats, and when a flock will lamb."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from scheduler.calendars.tables import Table


@dataclass(frozen=True)
class Season:
    """A season of the land or the sea in a region: a default any person may replace."""

    activity_id: str
    activity: str
    region: str
    system: str
    """What kind of farm, croft, estate or boat."""
    first: tuple[int, int]
    """Month and day it starts."""
    last: tuple[int, int]
    """Month and day it ends; earlier in the year than `first` where it runs over the year end."""
    daily_pattern: str
    hardness: str
    """never, avoid, ask, soft, info or good."""
    evidence: str
    source: str

    def window(self, year: int) -> tuple[date, date]:
        """Return the first and last day of the season that starts in a year."""
        runs_over = self.last < self.first
        return date(year, *self.first), date(year + 1 if runs_over else year, *self.last)

    def windows_between(self, first: date, last: date) -> tuple[tuple[date, date], ...]:
        """Return the seasons of which any day lies from `first` to `last`, in order."""
        windows = map(self.window, range(first.year - 1, last.year + 1))
        return tuple((start, end) for start, end in windows if start <= last and first <= end)


class TupsOutOfOrderError(ValueError):
    """The tups cannot come out before they went in."""


def read_seasons(table: Table) -> tuple[Season, ...]:
    """Return the seasons in farming_calendar.csv, in its order."""
    return tuple(map(_season, table.rows))


def lambing_window(tups_in: date, tups_out: date, *, gestation: Table) -> tuple[date, date]:
    """Return the first and last day on which a flock may lamb.

    `gestation` is lambing_gestation.csv: from mating to the first and to the last lambs.

    Raises
    ------
    TupsOutOfOrderError
        If the tups came out before they went in.
    """
    if tups_out < tups_in:
        raise TupsOutOfOrderError(
            f"The tups went in on {tups_in} and out on {tups_out}. "
            "Swap the two dates, or correct one."
        )
    sheep = next(row for row in gestation.rows if row["animal"] == "sheep")
    shortest, longest = (timedelta(days=int(sheep[end])) for end in ("first_days", "last_days"))
    return tups_in + shortest, tups_out + longest


def _season(row: Mapping[str, str]) -> Season:
    return Season(
        activity_id=row["activity_id"],
        activity=row["activity"],
        region=row["region"],
        system=row["system"],
        first=_month_day(row["start_mmdd"]),
        last=_month_day(row["end_mmdd"]),
        daily_pattern=row["daily_pattern"],
        hardness=row["default_hardness"],
        evidence=row["evidence"],
        source=row["source"],
    )


def _month_day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)
