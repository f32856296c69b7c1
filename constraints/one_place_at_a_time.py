"""Ask nobody to be in two places at once, and use no room twice."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from scheduler.constraint import (
    Constraint,
    Degree,
    Earlier,
    Example,
    Objection,
    Relaxation,
    Source,
)
from scheduler.finished import Breach, Finished, Meeting
from scheduler.grid import utc_minute
from scheduler.meanwhile import on_the_road
from scheduler.needed import around
from scheduler.programme import Programme
from scheduler.samples import HALL, at
from scheduler.spoken_days import spoken_day
from scheduler.ties import Reading, SharedDay, Ties

MORNING = Earlier(at("Tuesday 8 June 2027 11:00"), at("Tuesday 8 June 2027 13:00"), HALL)


@dataclass(frozen=True)
class OnePlaceAtATime(Constraint):
    """People and workers need time to get from one session to the next, whichever group it is for.

    A room is taken from setting up to clearing up, a wheelchair taxi until all are home again.
    The worked cases show two sessions of one group;
    in a finished plan every two sessions of all groups are compared.
    """

    people_gap_minutes: int = 60
    """Minutes people need from the end of one session to the start of another."""
    worker_gap_minutes: int = 60
    """Minutes workers need from the end of one session to the start of another."""
    venue_gap_minutes: int = 0
    """Minutes a room stays empty between clearing up and setting up."""

    title: ClassVar[str] = "Be in one place at a time"
    sources: ClassVar[tuple[Source, ...]] = (
        Source("Own default: an hour from one session to another", date(2026, 11, 23)),
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            says="The session before ended half an hour ago.",
            given={
                "start": at("Tuesday 8 June 2027 13:30"),
                "earlier": MORNING,
            },
            expects="Only 30 minutes after the session before; leave at least 60.",
        ),
        Example(
            says="The session before ends an hour after this would begin.",
            given={
                "start": at("Tuesday 8 June 2027 12:00"),
                "earlier": MORNING,
            },
            expects="This would begin before the session before it ends.",
        ),
        Example(
            says="The session before ended an hour ago.",
            given={
                "start": at("Tuesday 8 June 2027 14:00"),
                "earlier": MORNING,
            },
        ),
    )
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation(
            "Let people and workers have half an hour from one session to another",
            {"people_gap_minutes": 30, "worker_gap_minutes": 30},
            price=30,
            unit="minutes",
        ),
    )

    def check(self, start: datetime, earlier: Earlier) -> Objection | None:
        """Object where the same group would meet twice at once, or with too little time between."""
        gap = utc_minute(start) - utc_minute(earlier.end)
        if gap >= self.people_gap_minutes:
            return None
        says = "This would begin before the session before it ends."
        if gap >= 0:
            least = self.people_gap_minutes
            says = f"Only {gap} minutes after the session before; leave at least {least}."
        return Objection(Degree.NEVER, says, says)

    def couple(self, ties: Ties) -> None:
        """Keep people, workers and rooms from being needed twice at once, over all projects."""
        ties.not_twice_at_once(self.name(), "person", gap_minutes=self.people_gap_minutes)
        ties.not_twice_at_once(self.name(), "worker", gap_minutes=self.worker_gap_minutes)
        ties.not_twice_at_once(self.name(), "venue", gap_minutes=self.venue_gap_minutes)
        ties.share_a_day(self._shared)

    def _shared(self, _: Programme) -> SharedDay:
        least = self.people_gap_minutes
        reads: tuple[Reading, ...] = ("opens", "closes")
        return SharedDay(self.name(), reads, lambda b, a: a("opens") - b("closes") >= least)

    def review(self, finished: Finished) -> Iterator[Breach]:
        """Find people, workers and rooms that two sessions need at once, or nearly."""
        yield from super().review(finished)
        for two in _neighbours(finished.meetings):
            movable = [meeting for meeting in two if not meeting.is_excused]
            for label in self._twice(*two) if movable else ():
                says = f"{label} is needed for two sessions too close together: {_named(two)}."
                yield Breach(self.name(), movable[-1].project.code, movable[-1].number, says)

    def _twice(self, one: Meeting, other: Meeting) -> Iterator[str]:
        """Give the label of everybody and everything that two groups' sessions need.

        The sessions of one group are asked about one by one, each with the one before it.
        """
        if one.project.code == other.project.code:
            return
        gap = utc_minute(other.start) - utc_minute(one.end)
        if gap < self.people_gap_minutes:
            codes = {person.code for person in other.coming}
            yield from (person.label for person in one.coming if person.code in codes)
        both = {*one.workers} & {*other.workers}
        for worker in (w for w in one.programme.workers if w.code in both):
            if gap - on_the_road(one, other, worker) < self.worker_gap_minutes:
                yield worker.label
        room_gap = gap - around(one.session)[1] - around(other.session)[0]
        same_room = one.venue.code == other.venue.code and not one.venue.is_remote
        if room_gap < self.venue_gap_minutes and same_room:
            yield one.venue.label


def _neighbours(meetings: Iterable[Meeting]) -> Iterator[tuple[Meeting, Meeting]]:
    """Give every two sessions that begin on one day or the next, the earlier one first."""
    ranked = sorted(meetings, key=lambda meeting: meeting.start)
    for number, one in enumerate(ranked, 1):
        for other in ranked[number:]:
            if (other.day - one.day).days > 1:
                break
            yield one, other


def _named(two: tuple[Meeting, Meeting]) -> str:
    return " and ".join(
        f"{meeting.project.label} on {spoken_day(meeting.day)} at {meeting.start:%H:%M}"
        for meeting in two
    )
