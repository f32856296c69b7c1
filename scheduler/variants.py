"""Ways to restrict a programme so that its best plan is best at something else."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial

import numpy as np
from numpy.typing import NDArray

from scheduler.choosing import Desk, desk_for
from scheduler.columns import Columns
from scheduler.constraint import Registry
from scheduler.grid import utc_minute
from scheduler.in_force import in_force
from scheduler.money.heads import Prices
from scheduler.order import STEP_MINUTES
from scheduler.paths import least_path
from scheduler.plan import Chosen, Plan
from scheduler.programme import Programme, Project, Session
from scheduler.staffing import all_fees_and_hire

Path = tuple[int, ...]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

MOST_GIVEN_UP = 2
"""How many sessions are given up at most, so that fewer people miss one."""

LEVEL = 1_000
"""More than any one thing is asked in a whole series."""


@dataclass(frozen=True, eq=False)
class Series:
    """One project's sessions in the best plan, and what else could be held in their place.

    Only candidates count to which everybody with lived experience can come who comes in the plan,
    and of whose coming nothing becomes unknown.
    """

    desk: Desk
    sessions: tuple[Chosen, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        """Which sessions have a date."""
        return tuple(chosen.number for chosen in self.sessions)

    @cached_property
    def own(self) -> tuple[Columns, ...]:
        """The open candidates of each of them."""
        return tuple(self.desk.columns[number - 1] for number in self.numbers)

    @cached_property
    def allowed(self) -> tuple[Bools, ...]:
        """Which of them nobody with lived experience loses by, shape (C,) each."""
        return tuple(map(self._nobody_loses, self.own, self.sessions))

    def _nobody_loses(self, own: Columns, chosen: Chosen) -> Bools:
        come = {coming.person for coming in chosen.coming}
        sure = {coming.person for coming in chosen.coming if coming.sure}
        lived = [(p.code in come, p.code in sure) for p in own.grid.people if p.is_lived]
        needed, known = np.array(lived, dtype=np.bool_).reshape(-1, 2).T
        able, told = own.able[:, _lived(own)], own.sure[:, _lived(own)]
        fits: Bools = np.logical_and(able[:, needed].all(axis=1), told[:, known].all(axis=1))
        return fits

    def cheapest(self) -> Path:
        """Return the candidates that together cost least."""
        return self._path([_pence(own) for own in self.own])

    def earliest(self) -> Path:
        """Return candidates whose last is as early as can be."""
        ends = [np.zeros(len(own), dtype=np.int64) for own in self.own[:-1]]
        return self._path([*ends, self.own[-1].day])

    def nearest(self) -> Path:
        """Return candidates whose longest journey of anybody with lived experience is shortest."""
        longest = [_longest(own) for own in self.own]
        limits = np.unique(np.concatenate(longest)).tolist()
        low, high = 0, len(limits)
        found = self.as_planned
        while low < high:
            middle = (low + high) // 2
            near = [
                m & (far <= limits[middle]) for m, far in zip(self.allowed, longest, strict=True)
            ]
            path = least_path(self.desk, self.numbers, asks=self._asks, allowed=near)
            found = path or found
            low, high = (low, middle) if path else (middle + 1, high)
        return found

    def steadiest(self) -> Path:
        """Return the candidates between which weekday, hour and place change least."""
        return self._path(self._asks, per_change=LEVEL**5)

    @cached_property
    def _asks(self) -> list[Ints]:
        """What each candidate asks of people, where nothing else tells them apart."""
        return [_asks(own) for own in self.own]

    @cached_property
    def as_planned(self) -> Path:
        """The candidates of the best plan."""
        return tuple(map(_row_of, self.own, self.sessions))

    def _path(self, asks: Sequence[Ints], *, per_change: int = 0) -> Path:
        asked = partial(least_path, asks=asks, allowed=self.allowed, per_change=per_change)
        return asked(self.desk, self.numbers) or self.as_planned


@dataclass(frozen=True, eq=False)
class Variants:
    """A programme with its best plan, and the programmes that ask for something else first."""

    programme: Programme
    plan: Plan
    constraints: Registry

    def cheapest(self) -> Programme:
        """Return the programme with every session where all together cost least."""
        return self._held_at([series.cheapest() for series in self._series])

    def nearest(self) -> Programme:
        """Return the programme with every session where the longest journey is shortest."""
        return self._held_at([series.nearest() for series in self._series])

    def steadiest(self) -> Programme:
        """Return the programme with sessions alike in weekday, hour and place."""
        return self._held_at([series.steadiest() for series in self._series])

    def earliest(self) -> Programme:
        """Return the programme with no day left after the earliest that could be the last."""
        programme = self.programme
        for series in self._series:
            row, own = series.earliest()[-1], series.own[-1]
            last = own.grid.starts[own.start[row]].date()
            kept = [
                session if session.is_promised or session.day else _until(session, last)
                for session in series.desk.project.sessions
            ]
            programme = _with(programme, series.desk.project, kept)
        return programme

    def fewer(self) -> Iterator[tuple[Chosen, ...]]:
        """Give sessions to go without: first of all those that can be left out.

        Of those that were to be held only such as somebody with lived experience misses.
        """
        if not any(map(self._lived_missing, self.plan.sessions)):
            return
        optional, required = (self.most_missed(required=each) for each in (False, True))
        for held in range(len(required) + 1):
            for free in range(MOST_GIVEN_UP - held + 1):
                if free <= len(optional) and held + free:
                    yield (*required[:held], *optional[:free])

    def most_missed(self, *, required: bool) -> tuple[Chosen, ...]:
        """Return the sessions that most people with lived experience miss, most missed first.

        Only those nobody was promised, as many as are given up at most; of those that were to be
        held only such as somebody misses.

        Parameters
        ----------
        required
            Whether those are asked for that were to be held, or those that can be left out.
        """
        missing = [(self._lived_missing(chosen), chosen) for chosen in self.plan.sessions]
        free = [pair for pair in missing if not self.wish(pair[1]).is_promised]
        asked = [pair for pair in free if self.wish(pair[1]).required == required]
        own = [pair for pair in asked if pair[0] or not required]
        most_first = sorted(own, key=lambda pair: (-pair[0], pair[1].project, pair[1].number))
        return tuple(chosen for _, chosen in most_first[:MOST_GIVEN_UP])

    def without(self, given_up: Sequence[Chosen]) -> Programme | None:
        """Return the programme without some sessions; None where a group would have none left."""
        gone = {(chosen.project, chosen.number) for chosen in given_up}
        programme = self.programme
        for project in self.programme.projects:
            numbered = enumerate(project.sessions, 1)
            kept = [wish for number, wish in numbered if (project.code, number) not in gone]
            if not kept:
                return None
            own = [spoken(chosen) for chosen in given_up if chosen.project == project.code]
            told = project.model_copy(update={"left_out": (*project.left_out, *own)})
            programme = _with(programme, told, kept)
        return programme

    def wish(self, chosen: Chosen) -> Session:
        """Return what was wished for of a session of the plan."""
        return self._project(chosen).sessions[chosen.number - 1]

    def _project(self, chosen: Chosen) -> Project:
        return next(p for p in self.programme.projects if p.code == chosen.project)

    def _lived_missing(self, chosen: Chosen) -> int:
        group = self.programme.group(self._project(chosen))
        lived = {person.code for person in group if person.is_lived}
        return sum(absent.person in lived for absent in chosen.absent)

    @cached_property
    def _series(self) -> tuple[Series, ...]:
        found = (self._series_of(project) for project in self.programme.projects)
        return tuple(series for series in found if series.sessions)

    def _series_of(self, project: Project) -> Series:
        rules = in_force(self.constraints, self.programme, project)
        own = tuple(chosen for chosen in self.plan.sessions if chosen.project == project.code)
        return Series(desk_for(self.programme, project, rules), own)

    def _held_at(self, paths: Iterable[Path]) -> Programme:
        """Return the programme with its sessions held at some candidates."""
        programme = self.programme
        for series, path in zip(self._series, paths, strict=True):
            sessions = list(series.desk.project.sessions)
            for number, own, row in zip(series.numbers, series.own, path, strict=True):
                sessions[number - 1] = _at(sessions[number - 1], own, row)
            programme = _with(programme, series.desk.project, sessions)
        return programme


def spoken(chosen: Chosen, *, of: str = "") -> str:
    """Return a session as people call it: "session 2 (Meeting)", of a group where one is given."""
    title = f" ({chosen.title})" if chosen.title else ""
    return f"session {chosen.number}{of and f' of {of}'}{title}"


def _row_of(own: Columns, chosen: Chosen) -> int:
    """Return the candidate a session of a plan is held at."""
    codes = np.array([venue.code for venue in own.grid.venues])
    then = own.grid.opens[own.start] == utc_minute(chosen.start)
    return int(np.flatnonzero(then & (codes[own.venue] == chosen.venue))[0])


def _at(session: Session, own: Columns, row: int) -> Session:
    start, venue = own.grid.starts[own.start[row]], own.grid.venues[own.venue[row]]
    held = {"day": start.date(), "start": f"{start:%H:%M}"}
    room = {} if session.is_remote else {"venue": venue.code}
    return session if session.is_promised else session.model_copy(update={**held, **room})


def _until(session: Session, last: date) -> Session:
    return session.model_copy(update={"last_day": min(last, session.last_day or last)})


def _with(programme: Programme, project: Project, sessions: Sequence[Session]) -> Programme:
    changed = project.model_copy(update={"sessions": tuple(sessions)})
    others = (changed if each.code == project.code else each for each in programme.projects)
    return programme.model_copy(update={"projects": tuple(others)})


def _lived(own: Columns) -> Bools:
    return np.array([person.is_lived for person in own.grid.people], dtype=np.bool_)


def _longest(own: Columns) -> Ints:
    """Return the longest journey of anybody with lived experience who could come, shape (C,)."""
    longest: Ints = np.where(own.able & _lived(own), own.minutes, 0).max(axis=1, initial=0)
    return longest


def _pence(own: Columns) -> Ints:
    """Return what each candidate costs when everybody comes who can, shape (C,).

    A hire nobody has said counts as the dearest that is known.
    """
    grid, prices = own.grid, Prices(own.grid.programme, own.grid.session)
    fares: Ints = (own.fares * own.able).sum(axis=1)
    assumed = np.array([prices.assumed(venue) for venue in grid.venues], dtype=np.int64)
    return fares + all_fees_and_hire(grid, own.start, own.venue) + assumed[own.venue]


def _asks(own: Columns) -> Ints:
    """Return what each candidate asks of people, in the order of concern, as one number."""
    lived = _lived(own)
    here = own.able & lived
    levels = (
        np.where(here, own.put_to_it, 0).sum(axis=1),
        (here & own.bad).sum(axis=1),
        (~own.able & ~lived).sum(axis=1),
        np.where(here, -(-own.minutes // STEP_MINUTES), 0).sum(axis=1),
    )
    told = np.zeros(len(own), dtype=np.int64)
    for level in levels:
        told = told * LEVEL + level
    return told
