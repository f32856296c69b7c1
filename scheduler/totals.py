"""What the sessions of a finished plan draw on, counted anew: no grid, no search."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from scheduler.constraint import Constraint, Objection
from scheduler.fetching import hired_for, hires_differ
from scheduler.finished import Breach, Finished, Meeting
from scheduler.judged import Judged
from scheduler.money.heads import Prices
from scheduler.people import Person
from scheduler.staffing import team_for
from scheduler.ties import Total
from scheduler.travel import every_travel


@dataclass(frozen=True)
class Purse:
    """One total: of one person, or of a whole project."""

    tie: Total
    whose: Person | None

    @property
    def at_most(self) -> int | None:
        """How much there is in each stretch of time; None where any will do."""
        return self.tie.at_most(self.whose)

    def belongs_to(self, person: Person) -> bool:
        """Say whether a person's coming draws on it."""
        return self.whose is None or self.whose.code == person.code

    def stretch_of(self, day: date) -> int:
        """Return the stretch of time a day belongs to."""
        return self.tie.stretch_of(self.whose, day)

    def draws(self, meeting: Meeting, people: Iterable[Person]) -> int:
        """Return how much some people's coming to a session draws on."""
        prices = prices_at(meeting)
        own = (person for person in people if self.belongs_to(person))
        return sum(self.tie.draws(person, meeting.way(person), prices) for person in own)

    def least(self, meeting: Meeting) -> int:
        """Return the least that a promised session draws, however people travel to it.

        All come who can.
        """
        if "_travelling" not in vars(meeting):
            vars(meeting)["_travelling"] = _travelling(meeting)
        every = vars(meeting)["_travelling"]
        return min(map(self.takes, every)) if len(every) > 1 else self.takes(meeting)

    def takes(self, meeting: Meeting) -> int:
        """Return how much a session draws on it with all who come, room and workers if they do."""
        coming = self.draws(meeting, meeting.coming)
        if not self.tie.with_session:
            return coming
        prices = Prices(meeting.programme, meeting.session)
        there = (w for w in meeting.programme.workers if w.code in meeting.workers)
        return coming + prices.room_and_team(meeting.venue, there)


def _travelling(meeting: Meeting) -> tuple[Meeting, ...]:
    """Return a session once for every way in which people can travel to it, all coming who can."""
    rules = cast("tuple[Constraint, ...]", meeting.rules)
    plain = Judged(meeting, rules)
    at = meeting.programme, meeting.project, meeting.session
    every = (plain.if_travelling(t, meeting.group) for t in every_travel(*at, rules=rules))
    return tuple(_with_all(one) for one in every if one.everybody_travels)


def _with_all(judged: Judged) -> Meeting:
    """Return a session with all who can come; nobody where it does not count."""
    able = tuple(filter(judged.is_able, judged.meeting.group)) if judged.counts else ()
    return replace(judged.meeting, coming=able)


def prices_at(meeting: Meeting) -> Prices:
    """Return what a session goes by, with what the taxis cost that could be booked for it.

    For all who need one, whoever comes: so that another can be added and the same is counted.
    """
    programme, session, group = meeting.programme, meeting.session, meeting.group
    if not hires_differ(programme, group):
        return Prices(programme, session)
    when = meeting.start, meeting.end
    team = team_for(programme, session, group, time=when, venue=meeting.venue) or ()
    booked = (worker for worker in programme.workers if worker.code in meeting.workers)
    return Prices(programme, session, hired_for(group, (*team, *booked)))


@dataclass(frozen=True)
class Spent:
    """What the sessions of one project draw on a purse in one stretch of time."""

    purse: Purse
    promised: tuple[Meeting, ...]
    """The sessions that stand, in order."""
    movable: tuple[Meeting, ...]
    """The others, in order."""

    @property
    def total(self) -> int:
        """What all of them draw."""
        return sum(map(self.purse.takes, (*self.promised, *self.movable)))

    @property
    def is_too_much(self) -> bool:
        """Say whether what could be otherwise draws more than is left.

        What promised sessions draw at the least is spent. What they draw more, as people could
        travel more cheaply, could be otherwise.
        """
        spent = sum(map(self.purse.least, self.promised))
        at_least = min(spent, sum(map(self.purse.takes, self.promised)))
        return self.total - at_least > max(0, (self.purse.at_most or 0) - spent)

    @property
    def last(self) -> Meeting:
        """The last session that could be otherwise and draws anything, where it is too much."""
        drawing = (m for m in (*self.promised, *self.movable) if self.purse.takes(m))
        return list(drawing)[-1]


def purses_of(tie: Total, people: Sequence[Person]) -> tuple[Purse, ...]:
    """Return the totals a tie speaks of, one for each person or one for all."""
    owners: Sequence[Person | None] = people if tie.each else (None,)
    found = (Purse(tie, owner) for owner in owners)
    return tuple(purse for purse in found if purse.at_most is not None)


def spent(meetings: Iterable[Meeting], ties: Iterable[Total]) -> Iterator[Spent]:
    """Count what sessions draw on: project by project, purse by purse, stretch by stretch."""
    known = tuple(ties)
    by_project: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        by_project[meeting.project.code].append(meeting)
    for own in by_project.values():
        for purse in (p for tie in known for p in purses_of(tie, own[0].group)):
            yield from _by_stretch(purse, own)


def overspent(
    finished: Finished, tie: Total, objects: Callable[[Spent], Objection | None]
) -> Iterator[Breach]:
    """Find projects and people of a finished plan that draw on a total more than there is."""
    for one in spent(finished.meetings, (tie,)):
        objection = objects(one)
        if objection is not None and one.is_too_much:
            project, number = one.last.project.code, one.last.number
            yield Breach(tie.constraint, project, number, objection.organiser)


def overdrawn(
    meeting: Meeting, others: Sequence[Meeting], totals: Iterable[Total]
) -> frozenset[str]:
    """Return of which totals a session and the others of its project together draw too much."""
    return frozenset(
        tie.constraint
        for tie in totals
        for purse in purses_of(tie, meeting.group)
        if purse.takes(meeting) > max(0, _left(purse, meeting, others))
    )


def _left(purse: Purse, meeting: Meeting, others: Sequence[Meeting]) -> int:
    """Return what others leave of a purse in the stretch of time a session is in."""
    here = purse.stretch_of(meeting.day)
    drawing = (other for other in others if purse.stretch_of(other.day) == here)
    return (purse.at_most or 0) - sum(purse.takes(other) for other in drawing)


def _by_stretch(purse: Purse, meetings: Sequence[Meeting]) -> Iterator[Spent]:
    stretches: dict[int, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        stretches[purse.stretch_of(meeting.day)].append(meeting)
    for own in stretches.values():
        promised = [m for m in own if m.is_excused]
        yield Spent(purse, tuple(promised), tuple(m for m in own if not m.is_excused))
