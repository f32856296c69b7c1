"""One festival or local event in one year: its days, and the days to keep clear for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Observance:
    """One festival or local event in one year. All days are inclusive, on the local calendar."""

    festival_id: str
    name: str
    tradition: str
    start: date
    """First main day."""
    end: date
    """Last main day."""
    begins_evening_before: bool
    """Whether it starts at sunset on the day before `start`."""
    alternates: tuple[date, ...]
    """Other first days that some communities keep that year."""
    block_start: date
    """First day to keep clear for a person who keeps it and has not said which day."""
    block_end: date
    certainty: str
    """Such as exact, agreed, two-day, moon-sighting, tradition-dependent, published or rule."""
    source: str
    place: str = ""
    """Town, village or island of a local event."""
    council: str = ""
    """Council area of a local event, or all."""
    services_evening_before: bool = False
    """Whether services begin on the evening before, though it is kept by days of the calendar."""

    @property
    def has_an_eve(self) -> bool:
        """Whether the evening before its first day is to be kept clear too."""
        return self.begins_evening_before or self.services_evening_before

    @property
    def first_touched(self) -> date:
        """The first day of which any part is to be kept clear, the evening before included."""
        return self.block_start - ONE_DAY if self.has_an_eve else self.block_start

    def touches(self, first: date, last: date) -> bool:
        """Say whether any part of the days `first` to `last` is to be kept clear."""
        return self.first_touched <= last and first <= self.block_end


def from_dated_row(row: Mapping[str, str], name: str) -> Observance:
    """Return the observance in a row that has the columns of festival_dates.csv."""
    return Observance(
        festival_id=row["festival_id"],
        name=name,
        tradition=row["tradition"],
        start=date.fromisoformat(row["start"]),
        end=date.fromisoformat(row["end"]),
        begins_evening_before=row["begins_evening_before"] == "yes",
        alternates=tuple(map(date.fromisoformat, filter(None, row["alternates"].split(";")))),
        block_start=date.fromisoformat(row["block_start"]),
        block_end=date.fromisoformat(row["block_end"]),
        certainty=row["certainty"],
        source=row["sources"],
    )
