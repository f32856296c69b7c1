"""The rate for something: the programme's own, or that of a dated table; and where it is from."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from scheduler.calendars.tables import Table, table_at
from scheduler.spoken_days import spoken_day

if TYPE_CHECKING:
    from scheduler.money.words import RateName
    from scheduler.programme import Programme

DATA: Final = Path(__file__).with_name("data")
KM_PER_MILE: Final = 1.609344
"""Kilometres in a statute mile (international yard and pound agreement, 1959)."""


@dataclass(frozen=True)
class Rate:
    """What something costs each, and which version of which rate that is."""

    pence: int
    source: str
    """Whose rate it is, and from when: what follows a sum."""
    last: date | None = None
    """The last day it is known to hold; none where nobody said."""

    def version(self, day: date) -> str:
        """Return which rate it is, and whether anybody looked it up for a day."""
        if self.last is None or day <= self.last:
            return self.source
        return f"{self.source}; not looked up for {spoken_day(day)}"


def rate_for(programme: "Programme", what: "RateName") -> Rate | None:
    """Return the rate a programme goes by on all its days; None where nobody said.

    Its own rate goes before that of a table. Of a table it is the one in force on the first day of
    the programme: what is paid does not change within a series.
    """
    own = next((rate for rate in programme.rates if rate.what == what), None)
    if own is not None:
        on = f" on {spoken_day(own.on)}" if own.on else ""
        return Rate(own.pence, f"own rate, set by {own.by}{on}")
    if what == "half day" and any(rate.what == "day" for rate in programme.rates):
        day = rate_for(programme, "day")
        return day and Rate(day.pence // 2, f"half of a day: {day.source}")
    return _of_table(what, programme.first_day)


def rates_table() -> Table:
    """Return the dated table of rates."""
    return table_at(DATA / "rates.csv")


def tariffs_table() -> Table:
    """Return the dated table of what taxis may take, by council."""
    return table_at(DATA / "taxi_tariffs.csv")


def free_travel_table() -> Table:
    """Return the dated table of cards with which people travel free."""
    return table_at(DATA / "free_travel.csv")


def rides_free(programme: "Programme", by: str) -> bool:
    """Say whether somebody with a card for it rides free, at any hour, by such a vehicle."""
    rows = free_travel_table().rows
    return any((row["nation"], row["by"]) == (programme.nation, by) for row in rows)


def _of_table(what: str, day: date) -> Rate | None:
    """Return the newest rate of the table that began by a day; else the first there is."""
    rows = [row for row in rates_table().rows if row["what"] == what]
    begun = [row for row in rows if not row["first"] or date.fromisoformat(row["first"]) <= day]
    found = next(iter([*reversed(begun), *rows]), None)
    if found is None:
        return None
    first = f" from {spoken_day(date.fromisoformat(found['first']))}" if found["first"] else ""
    last = date.fromisoformat(found["last"]) if found["last"] else None
    return Rate(int(found["pence"]), f"{found['title']}{first}", last)
