"""A reserve date for a session: the next best date and room, and when its hold is to be let go."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property, partial

import numpy as np
from numpy.typing import NDArray

from scheduler.choosing import Desk
from scheduler.columns import Columns
from scheduler.fetching import without_empty
from scheduler.finished import Meeting
from scheduler.grid import utc_minute
from scheduler.judged import Judged
from scheduler.meanwhile import room_is_taken, staffed_meanwhile
from scheduler.order import STEP_MINUTES
from scheduler.people import Person
from scheduler.shared import elsewhere
from scheduler.staffing import team_for
from scheduler.succession import in_order
from scheduler.ties import Read, Reading
from scheduler.totals import overdrawn
from scheduler.venues import BY_PHONE, ONLINE
from scheduler.way import Way
from scheduler.work_phases import PHASES
from scheduler.workers import Worker

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

MOST_ROOMS = 2
"""How many other rooms are told at most."""

MOST_TRIED = 200
"""How many candidates are looked at for what other sessions take, best ones first."""


@dataclass(frozen=True)
class Held:
    """A candidate that could be held in place of a session."""

    meeting: Meeting
    """The session as it would be then and there."""
    team: tuple[Worker, ...]
    misses: tuple[str, ...]
    """Codes of those who come now and could not then."""
    is_worse: bool
    """Whether it is worse for anybody with lived experience."""
    notice: timedelta
    """The longest notice its room or its workers ask for."""
    asks: str
    """Whose notice that is, as people call them."""

    @property
    def wants_to_know_by(self) -> date:
        """The last day on which whoever asks for the longest notice can be told."""
        return self.meeting.day - self.notice


@dataclass(frozen=True, eq=False)
class Search:
    """One session of a finished plan, and everything that could be held in its place."""

    judged: Judged
    desk: Desk
    """Its project with booked sessions free to move."""
    meetings: Sequence[Meeting]
    """Every session of the plan, and reserve dates held already."""

    def reserve(self) -> Held | None:
        """Return the best candidate on a later day.

        It is one that could be let go without loss, and leaves the other sessions where they are.
        """
        later = (self.columns.day > self.now.day.toordinal()) & self._in_step
        found = (held for held in self._fitting(later) if self._can_be_let_go(held))
        return next(found, None)

    def rooms(self) -> tuple[Held, ...]:
        """Return the two best rooms that could be had at the same hour."""
        grid = self.columns.grid
        now = utc_minute(self.now.start)
        same = grid.opens[self.columns.start] == now if len(self.columns) else self._in_step
        left: Bools = same & self._is_elsewhere(self.now) & self._in_step
        found = list[Held]()
        while len(found) < MOST_ROOMS and (held := next(self._fitting(left), None)):
            found.append(held)
            left = left & self._is_elsewhere(held.meeting)
        return tuple(found)

    def _is_elsewhere(self, meeting: Meeting) -> Bools:
        """Say which candidates are in another room, shape (C,): one room is several of them."""
        elsewhere: Bools = self.columns.site != self._site(meeting.venue.code)
        return elsewhere

    @property
    def now(self) -> Meeting:
        """The session as the plan has it."""
        return self.judged.meeting

    @cached_property
    def columns(self) -> Columns:
        """Everything nothing closes for this session."""
        return self.desk.columns[self.now.number - 1]

    def _fitting(self, allowed: Bools) -> Iterator[Held]:
        for row in self._best_first(np.flatnonzero(allowed))[:MOST_TRIED]:
            held = self._held(int(row))
            if held is not None:
                yield held

    def _held(self, row: int) -> Held | None:
        """Return a candidate as it would be held; None where other sessions are in its way."""
        grid, ties = self.columns.grid, self.desk.ties
        start, venue = int(self.columns.start[row]), int(self.columns.venue[row])
        then = replace(
            self.now, start=grid.starts[start], end=grid.ends[start], venue=grid.venues[venue]
        )
        if room_is_taken(then, self.meetings, ties):
            return None
        able = {p.code for p, can in zip(grid.people, self.columns.able[row], strict=True) if can}
        if able & elsewhere(then, self.meetings, ties):
            return None
        programme = staffed_meanwhile(then, self.meetings, ties)
        when = then.start, then.end
        team = team_for(programme, then.session, then.group, time=when, venue=then.venue)
        if team is None:
            return None
        team = without_empty(team, self._coming(then, able))
        then = replace(then, workers=tuple(worker.code for worker in team))
        if overdrawn(then, self._others, ties.totals) - self._overdrawn:
            return None
        workers = ((worker.notice_days, worker.label) for worker in team)
        asking = ((then.venue.notice_days, then.venue.label), *workers)
        days, asks = max(asking, key=lambda each: each[0])
        return Held(
            meeting=then,
            team=team,
            misses=tuple(p.code for p in self.now.there if p.code not in able),
            is_worse=bool((self._worse[row] & self._lived).any()),
            notice=timedelta(days=days),
            asks=asks,
        )

    @cached_property
    def _overdrawn(self) -> frozenset[str]:
        """The totals on which too much is drawn as it is."""
        return overdrawn(self.now, self._others, self.desk.ties.totals)

    @cached_property
    def _others(self) -> tuple[Meeting, ...]:
        """The other sessions of its project, reserve dates held already apart."""
        own = self.now
        planned = {m.number: m for m in reversed(self.meetings) if m.project == own.project}
        return tuple(m for number, m in planned.items() if number != own.number)

    def _coming(self, then: Meeting, able: Container[str]) -> Iterator[tuple[Person, Way]]:
        """Give who would come then, and how: those who come now or could not, and can then."""
        here = {person.code for person in self.now.there}
        for person in self.columns.grid.people:
            comes = person.code in here or not self.judged.is_able(person)
            if person.code in able and comes:
                yield person, then.way(person)

    def _can_be_let_go(self, held: Held) -> bool:
        return release_by(self.now, held) >= self.now.programme.planning_day

    @cached_property
    def _in_step(self) -> Bools:
        """Which candidates keep every tie with the sessions before and after it, shape (C,)."""
        own = [m for m in self.meetings if m.project == self.now.project]
        earlier = [m for m in own if m.number < self.now.number]
        later = [m for m in own if m.number > self.now.number]
        fits = np.ones(len(self.columns), dtype=np.bool_)
        if earlier:
            before = max(earlier, key=lambda m: m.number)
            fits &= self._keeps(partial(self._reading, before), self.columns.reading)
        if later:
            after = min(later, key=lambda m: m.number)
            fits &= self._keeps(self.columns.reading, partial(self._reading, after))
        return fits

    def _keeps(self, before: Read, after: Read) -> Bools:
        """Say for which candidates order and ties let one session follow another."""
        project = self.now.project
        fits = in_order(before, after, project=project)
        for tie in self.desk.ties.in_a_row(self.desk.programme, project):
            fits &= tie.allows(before, after)
        return fits

    def _reading(self, meeting: Meeting, by: Reading) -> Ints:
        read = {
            "day": meeting.day.toordinal(),
            "weekday": meeting.day.weekday(),
            "minute": meeting.start.hour * 60 + meeting.start.minute,
            "venue": self._site(meeting.venue.code),
            "same_day": meeting.session.same_day,
            "opens": utc_minute(meeting.start),
            "closes": utc_minute(meeting.end),
            "phase": PHASES.index(meeting.project.phase_of(meeting.session).name),
        }
        return np.array(read[by], dtype=np.int64)

    def _site(self, code: str) -> int:
        venues = (*self.now.programme.venues, ONLINE, BY_PHONE)
        return [venue.code for venue in venues].index(code)

    @cached_property
    def _lived(self) -> Bools:
        return np.array([person.is_lived for person in self.columns.grid.people], dtype=np.bool_)

    @cached_property
    def _worse(self) -> Bools:
        """For whom a candidate is worse than the session as it is, shape (C, P).

        They come now and could not then, or something more would speak against it, or their journey
        would become longer than is comfortable.
        """
        tally, people = self.judged.tally(), self.columns.grid.people
        come = np.array([p.code in tally.coming for p in people], dtype=np.bool_)
        put = np.array([tally.put_to_it.get(p.code, 0) for p in people], dtype=np.int64)
        bad = np.array([p.code in tally.bad for p in people], dtype=np.bool_)
        own = self.columns
        worse: Bools = come & (~own.able | (own.put_to_it > put) | (own.bad & ~bad))
        return worse

    def _best_first(self, rows: Ints) -> Ints:
        """Return candidates in order: for whom they are worse, then by the order of concern."""
        own = self.columns.kept(rows)
        levels = [(self._worse[rows] & self._lived).sum(axis=1)]
        for people in (self._lived, ~self._lived):
            here = own.able & people
            minutes = np.where(here, own.minutes, 0)
            levels += [
                (~own.able & people).sum(axis=1),
                np.where(here, own.put_to_it, 0).sum(axis=1),
                (here & own.bad).sum(axis=1),
                minutes.max(axis=1, initial=0),
                (-(-minutes // STEP_MINUTES)).sum(axis=1),
            ]
        levels += [self._changes(own), own.day, own.minute, own.site]
        order: Ints = np.lexsort(levels[::-1])
        return rows[order]

    def _changes(self, own: Columns) -> Ints:
        """Return how many of weekday, hour and place differ from the session as it is."""
        hour = self.now.start.hour * 60 + self.now.start.minute
        differ = (
            own.weekday != self.now.day.weekday(),
            own.minute != hour,
            own.site != self._site(self.now.venue.code),
        )
        changes: Ints = np.sum(differ, axis=0, dtype=np.int64)
        return changes


def release_by(now: Meeting, held: Held) -> date:
    """Return when a hold is let go: once the session was held, or sooner where notice asks it."""
    return min(now.day, held.wants_to_know_by)
