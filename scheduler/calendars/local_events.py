"""Scottish fairs, ridings, games and fire festivals, by their rule or by the date announced."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr

from scheduler.calendars.observance import Observance

TRADITION = "scottish-local"


@dataclass(frozen=True)
class LocalEvent:
    """One row of local_events.csv."""

    festival_id: str
    name: str
    place: str
    council: str
    rule: str
    """The rule in words."""
    rrule: str
    """The rule as an RFC 5545 recurrence; empty where the date must be taken each year."""
    offset: timedelta
    """From the day of the rule to the first day of the event."""
    length: timedelta
    """From its first day to its last."""
    hardness: str
    who: str
    """Whom it concerns."""
    source: str


@dataclass(frozen=True)
class AnnouncedDate:
    """One row of local_event_dates.csv: the days of an event in a year, or that it was not held."""

    festival_id: str
    year: int
    days: tuple[date, date] | None
    """First and last day; None where it was not held."""
    source: str


def read_local_event(row: Mapping[str, str]) -> LocalEvent:
    """Return the event in a row of local_events.csv."""
    return LocalEvent(
        festival_id=row["festival_id"],
        name=row["name"],
        place=row["place"],
        council=row["council"],
        rule=row["rule"],
        rrule=row["rrule"],
        offset=timedelta(days=int(row["offset_days"])),
        length=timedelta(days=int(row["length_days"]) - 1),
        hardness=row["hardness"],
        who=row["who"],
        source=row["source"],
    )


def read_announced(row: Mapping[str, str]) -> AnnouncedDate:
    """Return the date in a row of local_event_dates.csv."""
    held = row["held"] == "held"
    days = (date.fromisoformat(row["start"]), date.fromisoformat(row["end"])) if held else None
    return AnnouncedDate(row["festival_id"], int(row["year"]), days, row["source"])


def by_rule(event: LocalEvent, year: int) -> tuple[Observance, ...]:
    """Return the observances whose rule falls in a year; none where the event has no rule."""
    if not event.rrule:
        return ()
    new_year = datetime.combine(date(year, 1, 1), time())
    rule = rrulestr(event.rrule, dtstart=new_year)
    found = rule.between(new_year, new_year.replace(month=12, day=31), inc=True)
    return tuple(_observance(event, day.date() + event.offset) for day in found)


def as_announced(event: LocalEvent, announced: AnnouncedDate) -> tuple[Observance, ...]:
    """Return the observance on the announced days; none where the event was not held."""
    if announced.days is None:
        return ()
    return (_on(event, announced.days, certainty="published", source=announced.source),)


def _observance(event: LocalEvent, start: date) -> Observance:
    return _on(event, (start, start + event.length), certainty="rule", source=event.source)


def _on(event: LocalEvent, days: tuple[date, date], *, certainty: str, source: str) -> Observance:
    start, end = days
    return Observance(
        festival_id=event.festival_id,
        name=event.name,
        tradition=TRADITION,
        start=start,
        end=end,
        begins_evening_before=False,
        alternates=(),
        block_start=start,
        block_end=end,
        certainty=certainty,
        source=source,
        place=event.place,
        council=event.council,
    )
