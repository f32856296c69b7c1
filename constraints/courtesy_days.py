"""Keep the main festivals of every tradition clear, whoever is in the group."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import ClassVar

import numpy as np

from scheduler.calendars.days_kept import festival_tables, fills, observances_on
from scheduler.calendars.observance import Observance
from scheduler.calendars.tables import Table, read_table, table_at
from scheduler.calendars.wall_time import MINUTES_A_DAY
from scheduler.constraint import Constraint, Degree, Example, Objection, Relaxation, Source
from scheduler.grid import Grid, Mask
from scheduler.programme import Programme, Project
from scheduler.samples import at
from scheduler.spoken_days import spoken_day

TABLES = Path(__file__).with_name("data")


@dataclass(frozen=True)
class CourtesyDays(Constraint):
    """Every project starts with the same days kept clear, so that nobody has to say what they keep.

    Where a day is not settled, as for a festival that waits for the moon, both days are kept. A
    festival that begins at sunset has the afternoon before it kept too.
    """

    closed: bool = True
    """Whether nothing is held then, rather than only if need be."""
    eve_from: str = "15:00"
    """On the day before a festival that begins at sunset, when a session must be over."""

    title: ClassVar[str] = "Keep the main festivals of all traditions clear"
    sources: ClassVar[tuple[Source, ...]] = (
        Source(
            "Own choice of main festivals of all traditions (courtesy_days.csv)",
            date(2026, 11, 23),
            "CC0-1.0",
        ),
        Source(
            "Scope for business, Accessible events toolkit: look at an interfaith calendar",
            date(2026, 11, 23),
        ),
        Source("Hebcal: candles in Edinburgh at 15:20 on 18 December 2026", date(2026, 11, 23)),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="Good Friday.",
            given={
                "start": at("Friday 26 March 2027 11:00"),
                "end": at("Friday 26 March 2027 13:00"),
            },
            expects="Friday 26 March 2027 is kept clear for Good Friday.",
        ),
        Example(
            says="The day after Eid, because the moon decides.",
            given={
                "start": at("Wednesday 10 March 2027 11:00"),
                "end": at("Wednesday 10 March 2027 13:00"),
            },
            expects="Wednesday 10 March 2027 is kept clear because Eid al-Fitr may be kept then.",
        ),
        Example(
            says="The afternoon before Yom Kippur.",
            given={
                "start": at("Sunday 10 October 2027 14:00"),
                "end": at("Sunday 10 October 2027 16:00"),
            },
            expects="Yom Kippur begins on the evening of Sunday 10 October 2027.",
        ),
        Example(
            says="The morning before Yom Kippur.",
            given={
                "start": at("Sunday 10 October 2027 11:00"),
                "end": at("Sunday 10 October 2027 13:00"),
            },
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation("Meet on the afternoon before a festival", {"eve_from": "24:00"}, price=5),
        Relaxation("Meet on the day of a festival if need be", {"closed": False}, price=20),
    )

    @classmethod
    def tables(cls, _programme: Programme, _project: Project) -> tuple[Table, ...]:
        """Return what the dates are taken from."""
        names = ("courtesy_days", "festival_rules", "festival_dates")
        return tuple(table_at(TABLES / f"{name}.csv") for name in names)

    def check(self, start: datetime, end: datetime) -> Objection | None:
        """Object on the days of a main festival, and late on the day before."""
        late, day = self._is_late(start, end), start.date()
        met = (festival for festival in _courtesy(day) if late or fills(festival, day))
        festival = next(met, None)
        if festival is None:
            return None
        says = _says(festival, day)
        return Objection(Degree.NEVER if self.closed else Degree.AVOID, says, says)

    def screen(self, grid: Grid) -> Mask:
        """Look each day up once, then see which sessions on the eves are late."""
        kept = [_courtesy(day) for day in grid.days]
        has_eve = np.array([bool(found) for found in kept], dtype=np.bool_)
        # Those that take the whole day come first.
        whole = np.array(
            [
                bool(found) and fills(found[0], day)
                for found, day in zip(kept, grid.days, strict=True)
            ],
            dtype=np.bool_,
        )
        hours, minutes = map(int, self.eve_from.split(":"))
        late = grid.end_minute_of > min(60 * hours + minutes, MINUTES_A_DAY - 1)
        met = whole[grid.day_of] | has_eve[grid.day_of] & late
        degrees = met * np.uint8(Degree.NEVER if self.closed else Degree.AVOID)
        return grid.mask(degrees, ("start",))

    def _is_late(self, start: datetime, end: datetime) -> bool:
        return end.date() > start.date() or f"{end:%H:%M}" > self.eve_from


@lru_cache(maxsize=1)
def _main() -> frozenset[str]:
    return frozenset(row["festival_id"] for row in read_table(TABLES / "courtesy_days.csv").rows)


@lru_cache(maxsize=4096)
def _courtesy(day: date) -> tuple[Observance, ...]:
    """Return the main festivals of a day, those that take the whole of it first."""
    found = observances_on(day, festival_tables(TABLES))
    main = (festival for festival in found if festival.festival_id in _main())
    return tuple(sorted(main, key=lambda festival: not fills(festival, day)))


def _says(festival: Observance, day: date) -> str:
    if festival.start <= day <= festival.end:
        return f"{spoken_day(day)} is kept clear for {festival.name}."
    if fills(festival, day):
        return f"{spoken_day(day)} is kept clear because {festival.name} may be kept then."
    return f"{festival.name} begins on the evening of {spoken_day(day)}."
