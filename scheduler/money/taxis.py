"""What a taxi may take at most by a council's tariff, the way out to fetch somebody with it."""

from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Final

from scheduler.money.rates import KM_PER_MILE, tariffs_table
from scheduler.spoken_days import spoken_day

YARDS_PER_KM: Final = 1760 / KM_PER_MILE
"""Yards in a kilometre."""


@dataclass(frozen=True)
class Tariff:
    """One council's tariff at its dearest hours, since a guess must not come out too low."""

    council: str
    bands: tuple[tuple[int, int, int, int], ...]
    """For each band: yards and pence of the first charge, yards and pence of each further one."""
    booking_pence: int
    version: str
    """From when it holds, or when somebody looked it up."""
    outward_run: bool
    """Whether the way out to fetch somebody may be charged as well."""

    @property
    def source(self) -> str:
        """Whose tariff it is, and from when: what follows a sum."""
        return f"the most a taxi may take by the tariff of {self.council} {self.version}"

    def pence(self, km: float) -> int:
        """Return what one trip of so many road kilometres costs at most, booked ahead.

        Where the way out may be charged, it is taken to be as long as the trip: nobody knows where
        the taxi comes from.
        """
        return max(self._trip(km * YARDS_PER_KM, band) for band in self.bands) + self.booking_pence

    def _trip(self, yards: float, band: tuple[int, int, int, int]) -> int:
        first_yards, first_pence, step_yards, step_pence = band
        charged = yards * (2 if self.outward_run else 1)
        return first_pence + ceil(max(0.0, charged - first_yards) / step_yards) * step_pence


def least_pence() -> int:
    """Return what a taxi takes at least where no tariff is known: the dearest first charge read.

    Booked ahead. A guess for a short way must not come out at a few pence.
    """
    rows = tariffs_table().rows
    return max(int(row["first_pence"]) + int(row["booking_pence"]) for row in rows)


def tariff_of(council: str) -> Tariff | None:
    """Return a council's tariff; None where nobody could read one."""
    own = [row for row in tariffs_table().rows if row["council"].casefold() == council.casefold()]
    if not own:
        return None
    first = next((row["first"] for row in own if row["first"]), "")
    checked = f"without a date, looked up on {spoken_day(tariffs_table().checked)}"
    columns = ("first_yards", "first_pence", "step_yards", "step_pence")
    return Tariff(
        council=own[0]["council"],
        bands=tuple(tuple(int(row[c]) for c in columns) for row in own),  # type: ignore[misc]
        booking_pence=max(int(row["booking_pence"]) for row in own),
        version=f"from {spoken_day(date.fromisoformat(first))}" if first else checked,
        outward_run=any(row["outward_run"] == "yes" for row in own),
    )
