"""One person's way to a venue and home again, however it was found."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Way:
    """One person's way to a venue and home again."""

    by: str
    """How: car, lift, taxi, bus ... ; "on-line" or "by phone"; "none" or "not known"."""
    out_minutes: int = 0
    back_minutes: int = 0
    changes: int = 0
    pence: int = 0
    fare_known: bool = True
    """Whether anybody said, or could guess, what it costs."""
    leaves: datetime | None = None
    home: datetime | None = None
    estimated: bool = False
    source: str = ""
    told: str = ""
    """The journey leg by leg in words, where a timetable says; never read by any rule."""
    book_by: date | None = None
    """The last day to book it, where it has to be booked."""
    driver: str = ""
    """Code of whoever of the group drives them."""
    drives: tuple[str, ...] = ()
    """Codes of those of the group whom they drive."""

    @property
    def is_known(self) -> bool:
        """Say whether anybody knows how they could travel.

        False also where there is no way at all.
        """
        return self.by not in {"none", "not known"}

    @property
    def exists(self) -> bool:
        """Say whether they could get there and back, as far as is known."""
        return self.by != "none"

    @property
    def is_remote(self) -> bool:
        """Say whether nobody travels: they take part on-line or by phone."""
        return self.by in {"on-line", "by phone"}

    @property
    def minutes(self) -> int:
        """The longer of the two legs, in minutes."""
        return max(self.out_minutes, self.back_minutes)


MOST_MINUTES = 90
"""Minutes each way that are taken to be the most somebody can bear who did not say."""
MOST_CHANGES = 2
"""Changes of vehicle each way that are taken to be the most."""

NO_WAY = Way(by="none")
NOT_KNOWN = Way(by="not known", fare_known=False)
