"""The stretch of time that a calendar file is asked about."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from scheduler.calendars.foreign.values import When, day_of
from scheduler.calendars.wall_time import LONDON


@dataclass(frozen=True)
class Window:
    """The stretch of time that is asked about, in UTC."""

    opens: datetime
    closes: datetime

    def holds(self, start: When, end: When) -> bool:
        """Say whether any of a time lies in it; a moment without length may be its beginning."""
        if isinstance(start, datetime) and isinstance(end, datetime):
            opens, closes = start.astimezone(UTC), end.astimezone(UTC)
            return opens < self.closes and (self.opens < closes or self.opens <= opens)
        begins, ends = day_of(start), day_of(end)
        return begins < self.last_day and (self.first_day < ends or self.first_day <= begins)

    @property
    def first_day(self) -> date:
        """The first day in it, in London."""
        return self.opens.astimezone(LONDON).date()

    @property
    def last_day(self) -> date:
        """The first day no longer in it, in London."""
        return self.closes.astimezone(LONDON).date()
