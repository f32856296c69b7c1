"""Everybody's day of a session as a strip: setting out, being there, getting home, to one scale."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from scheduler.calendars.told_journeys import MEANS
from scheduler.plan import Chosen, Coming, Plan, WayTaken
from scheduler.programme import Programme
from web.names import Names
from web.wording import hour, minutes, say, when

MOST_HOURS_TOLD: Final = 5
"""More hours than that would run into one another on a phone."""


@dataclass(frozen=True)
class Stretch:
    """A part of somebody's day, in hundredths of the day shown."""

    kind: str
    """out, waits, there or back."""
    left: float
    width: float


@dataclass(frozen=True)
class HourMark:
    """An hour named along the day."""

    left: float
    name: str


@dataclass(frozen=True)
class Strip:
    """One person's day of a session."""

    name: str
    says: tuple[str, ...]
    """All that the picture shows, in sentences."""
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True)
class Day:
    """The day of a session, everybody's strip below one another, the longest journey first."""

    when: str
    venue: str
    anchor: str
    """Where the session stands on the plan's own page."""
    hours: tuple[HourMark, ...]
    strips: tuple[Strip, ...]
    others: tuple[str, ...]
    """A sentence for each of those who do not travel, or of whom nobody knows how they would."""


@dataclass(frozen=True)
class _Legs:
    """When somebody is on the road; all moments on the clock of the programme."""

    leaves: datetime
    arrives: datetime
    sets_off: datetime
    home: datetime

    @classmethod
    def of(cls, way: WayTaken, chosen: Chosen, *, zone: ZoneInfo) -> "_Legs | None":
        """Return the legs of a way; None where somebody does not travel, or nobody knows how."""
        if way.out_minutes is None or way.back_minutes is None or way.by in {"on-line", "by phone"}:
            return None
        # Counted in universal time: on a clock face an hour comes twice in October.
        start, end = chosen.start.astimezone(UTC), chosen.end.astimezone(UTC)
        out, back = (timedelta(minutes=many) for many in (way.out_minutes, way.back_minutes))
        leaves = way.leaves.astimezone(UTC) if way.leaves else start - out
        home = way.home.astimezone(UTC) if way.home else end + back
        moments = (leaves, min(leaves + out, start), max(home - back, end), home)
        return cls(*(moment.astimezone(zone) for moment in moments))


def shown_days(programme: Programme, plan: Plan, names: Names) -> tuple[Day, ...]:
    """Return the day of every session, by date; without strips where nobody travels."""
    ordered = sorted(plan.sessions, key=lambda each: (each.start, each.project, each.number))
    return tuple(_day(programme, chosen, names) for chosen in ordered)


def _day(programme: Programme, chosen: Chosen, names: Names) -> Day:
    zone = programme.tz
    legs = {each.person: _Legs.of(each.way, chosen, zone=zone) for each in chosen.coming}
    first = min((each.leaves for each in legs.values() if each), default=chosen.start)
    last = max((each.home for each in legs.values() if each), default=chosen.end)
    scale = _Scale.over(first.astimezone(zone), last.astimezone(zone))
    there = (chosen.start.astimezone(zone), chosen.end.astimezone(zone))
    travelling = sorted(chosen.coming, key=lambda each: _longest_first(each, names))
    return Day(
        when=when(*there),
        venue=names.venue(chosen.venue),
        anchor=f"session-{chosen.project}-{chosen.number}",
        hours=tuple(scale.hours()),
        strips=tuple(
            Strip(
                names.person(each.person),
                tuple(_told(each.way, on_road)),
                tuple(scale.stretches(on_road, there)),
            )
            for each in travelling
            if (on_road := legs[each.person])
        ),
        others=tuple(_other(each, names) for each in travelling if not legs[each.person]),
    )


@dataclass(frozen=True)
class _Scale:
    """The hours shown, from a whole hour to a whole hour."""

    first: datetime
    length: timedelta

    @classmethod
    def over(cls, first: datetime, last: datetime) -> "_Scale":
        opening = first.replace(minute=0, second=0, microsecond=0)
        whole = -(-(last.timestamp() - opening.timestamp()) // 3600)
        return cls(opening, timedelta(hours=max(1, whole)))

    def at(self, moment: datetime) -> float:
        gone = moment.timestamp() - self.first.timestamp()
        return round(100 * gone / self.length.total_seconds(), 2)

    def hours(self) -> Iterator[HourMark]:
        whole = int(self.length.total_seconds() // 3600)
        step = -(-whole // MOST_HOURS_TOLD)
        for gone in range(0, whole, step):
            moment = datetime.fromtimestamp(
                self.first.timestamp() + 3600 * gone, tz=self.first.tzinfo
            )
            yield HourMark(self.at(moment), hour(moment))

    def stretches(self, legs: _Legs, there: tuple[datetime, datetime]) -> Iterator[Stretch]:
        start, end = there
        parts = (
            ("out", legs.leaves, legs.arrives),
            ("waits", legs.arrives, start),
            ("there", start, end),
            ("waits", end, legs.sets_off),
            ("back", legs.sets_off, legs.home),
        )
        for kind, begins, ends in parts:
            left, right = self.at(begins), self.at(ends)
            if right > left:
                yield Stretch(kind, left, round(right - left, 2))


def _longest_first(coming: Coming, names: Names) -> tuple[int, str]:
    way = coming.way
    return -max(way.out_minutes or 0, way.back_minutes or 0), names.person(coming.person)


def _told(way: WayTaken, legs: _Legs) -> Iterator[str]:
    yield say(
        "journeys.on_road",
        by=MEANS.get(way.by, way.by),
        leaves=hour(legs.leaves),
        out=minutes(way.out_minutes),
        home=hour(legs.home),
        back=minutes(way.back_minutes),
    )
    if way.told:
        yield way.told
    if way.estimated:
        yield say("session.estimated")


def _other(coming: Coming, names: Names) -> str:
    name, by = names.person(coming.person), coming.way.by
    known = by in {"on-line", "by phone"}
    return say("journeys.from_home" if known else "journeys.not_known", name=name, by=by)
