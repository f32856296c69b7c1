"""Whom and what a session cannot do without: it falls when one of them drops out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from scheduler.degree import Degree
from scheduler.fetching import without_empty
from scheduler.finished import Meeting
from scheduler.judged import Judged
from scheduler.meanwhile import staffed_meanwhile
from scheduler.people import Person
from scheduler.programme import Programme
from scheduler.shared import elsewhere, ties_of_all
from scheduler.staffing import team_for
from scheduler.standing_down import companies
from scheduler.staying_away import who_stays_away
from scheduler.ties import Ties
from scheduler.totals import overdrawn, purses_of
from scheduler.ways import Way
from scheduler.workers import Worker

PUBLIC = ("bus", "ferry", "train")
"""Journeys typed one by one that a service cancelled takes from everybody at once."""

MOST_TRIED = 400
"""How many ways to stand down are tried before a session is said to fall."""


@dataclass(frozen=True)
class Drops:
    """Whom and what a session cannot do without."""

    people: tuple[Person, ...]
    workers: tuple[Worker, ...]
    lines: tuple[str, ...]
    """Buses and ferries as people call them."""


def drops_of(judged: Judged, meetings: Sequence[Meeting]) -> Drops:
    """Return whoever and whatever a session falls without.

    It falls where a rule is broken that was kept before, whoever of the others then stands down and
    whichever free worker then steps in.

    Parameters
    ----------
    meetings
        Every session of the plan, of all groups.
    """
    meeting, ties = judged.meeting, ties_of_all({"": judged.rules})
    if not meeting.counts:
        return Drops((), (), ())
    series = _Series(judged, tuple(meetings), ties)
    away = elsewhere(meeting, meetings, ties)
    broken = series.broken(judged, away)
    programme = staffed_meanwhile(meeting, meetings, ties)
    booked = [worker for worker in programme.workers if worker.code in meeting.workers]
    return Drops(
        people=tuple(
            p for p in meeting.coming if series.broken(*_without_person(judged, away, p)) - broken
        ),
        workers=tuple(
            w for w in booked if series.broken(_without(judged, programme, w), away) - broken
        ),
        lines=tuple(
            name
            for name, without in _lines(meeting)
            if series.broken(judged.if_it_were(without, "way"), away | _stranded(meeting, without))
            - broken
        ),
    )


@dataclass(frozen=True, eq=False)
class _Series:
    """A session of a plan among the others, which stay as they are."""

    planned: Judged
    meetings: tuple[Meeting, ...]
    ties: Ties

    def broken(self, judged: Judged, away: frozenset[str]) -> frozenset[str]:
        """Return the rules a session breaks with some away, however the others stand down."""
        closing = frozenset(
            one.constraint.name()
            for one in judged.said
            if one.degree is Degree.RIGHT or (one.degree is Degree.NEVER and one.person is None)
        )
        return closing | _fewest(self._forbidding(judged, away))

    def _forbidding(self, judged: Judged, away: frozenset[str]) -> Iterator[frozenset[str]]:
        """Give the rules that forbid each company there could be, money included.

        Nobody rides with somebody who stands down: then they come in another way, or not at all.
        """
        at_home = away | self._at_home(judged, away)
        for coming, present in companies(judged, at_home, most=MOST_TRIED):
            here, travel = {person.code for person in coming}, judged.meeting.travel
            gone = {ride.driver for ride in travel.rides if ride.driven in here} - here
            if gone:
                left = travel._replace(rides=tuple(r for r in travel.rides if r.driver not in gone))
                yield from self._forbidding(judged.if_travelling(left, coming), away | gone)
            else:
                there = judged.with_company(coming, present)
                spent = overdrawn(there.meeting, self._others, self.ties.totals)
                yield there.forbidding | spent

    def _at_home(self, judged: Judged, away: frozenset[str]) -> frozenset[str]:
        """Return who stays away then: by an agreement, or for a limit.

        Whoever was to come does, unless somebody with whom alone they come does not, or their way
        draws on more than it did: all others come in their place only with what is left.
        """
        planned = self.planned.meeting
        able = tuple(p for p in planned.group if p.code not in away and judged.is_able(p))
        stays = who_stays_away(judged.meeting, able, others=self._others, ties=self.ties)
        circles = (t.of(planned.project, planned.group) for t in self.ties.deciding if t.both)
        both = {code for each in circles for circle in each for code in circle}
        as_planned = (p.code for p in planned.coming if self._draws_as_planned(p, judged))
        return stays - (frozenset(as_planned) - both)

    def _draws_as_planned(self, person: Person, judged: Judged) -> bool:
        purses = (p for tie in self.ties.totals for p in purses_of(tie, judged.meeting.group))
        planned, then = self.planned.meeting, judged.meeting
        return all(p.draws(then, (person,)) <= p.draws(planned, (person,)) for p in purses)

    @cached_property
    def _others(self) -> tuple[Meeting, ...]:
        """The other sessions of its project."""
        own = self.planned.meeting
        return tuple(
            m for m in self.meetings if m.project == own.project and m.number != own.number
        )


def _without_person(
    judged: Judged, away: frozenset[str], person: Person
) -> tuple[Judged, frozenset[str]]:
    """Return a session without somebody, whom others can no longer ride with, and who is away."""
    gone, meeting = away | {person.code}, judged.meeting
    left = tuple(ride for ride in meeting.travel.rides if person.code not in ride)
    if left == meeting.travel.rides:
        return judged, gone
    return judged.if_travelling(meeting.travel._replace(rides=left), meeting.coming), gone


def _fewest(tried: Iterator[frozenset[str]]) -> frozenset[str]:
    """Return the smallest of some sets, looking no further once one is empty."""
    fewest = next(tried)
    while fewest and (another := next(tried, None)) is not None:
        fewest = min(fewest, another, key=len)
    return fewest


def _without(judged: Judged, programme: Programme, worker: Worker) -> Judged:
    """Return a session without a worker, with whoever of those free then steps in."""
    workers = tuple(each for each in programme.workers if each.code != worker.code)
    without = programme.model_copy(update={"workers": workers})
    meeting = judged.meeting
    when = meeting.start, meeting.end
    team = team_for(without, meeting.session, meeting.group, time=when, venue=meeting.venue)
    riding = ((person, meeting.way(person)) for person in meeting.coming)
    there = tuple(each.code for each in without_empty(team or (), riding))
    return judged.if_it_were(without, "programme").with_workers(there)


def _lines(meeting: Meeting) -> Iterator[tuple[str, Programme]]:
    """Give each bus or ferry that somebody comes by, and the programme without it."""
    programme = meeting.programme
    for name in dict.fromkeys(line.name for line in programme.lines):
        kept = tuple(line for line in programme.lines if line.name != name)
        without = programme.model_copy(update={"lines": kept})
        if any(way != then for way, then in _ways(meeting, without)):
            yield name, without
    typed = {way.by for way, _ in _ways(meeting, programme) if way.leaves is None}
    for kind in PUBLIC:
        if kind in typed:
            left = tuple(journey for journey in programme.journeys if journey.by != kind)
            yield f"the {kind}", programme.model_copy(update={"journeys": left})


def _ways(meeting: Meeting, without: Programme) -> Iterator[tuple[Way, Way]]:
    then = replace(meeting, programme=without)
    return ((meeting.way(person), then.way(person)) for person in meeting.coming)


def _stranded(meeting: Meeting, without: Programme) -> frozenset[str]:
    """Return who has no other way that anybody knows of."""
    ways = zip(meeting.coming, _ways(meeting, without), strict=True)
    return frozenset(p.code for p, (way, then) in ways if way != then and not then.is_known)
