"""Which workers a session needs, who of them is free, and the team that costs least."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from scheduler.fetching import booked_around, fetching, sent_for
from scheduler.finished import Meeting
from scheduler.free_time import free_time, holds
from scheduler.grid import Grid, utc_minute
from scheduler.matching import met_together
from scheduler.money.heads import Prices, team_pence
from scheduler.needed import Needs, around, interpreters_for, members_needs, needs_of
from scheduler.people import Person
from scheduler.programme import Programme, Session
from scheduler.venues import Venue
from scheduler.workers import WHEELCHAIR_TAXI, Worker


def free_workers(
    programme: Programme,
    session: Session,
    group: Sequence[Person],
    *,
    start: datetime,
    end: datetime,
) -> tuple[Worker, ...]:
    """Return the workers who can be booked for a session, in the order of the programme.

    From setting up to clearing up, and a wheelchair taxi while it fetches people as well.
    """
    begins, ends = utc_minute(start), utc_minute(end)
    found = []
    for worker in programme.workers:
        before, after = booked_around(programme, session, group, worker=worker)
        if holds(free_time(programme, worker), begins - before, end=ends + after):
            found.append(worker)
    return tuple(found)


def to_be_asked(
    programme: Programme,
    session: Session,
    group: Sequence[Person],
    *,
    start: datetime,
    end: datetime,
) -> tuple[Worker, ...]:
    """Return the workers who can be booked once they were asked: their hours are not known yet."""
    if not programme.named_days:
        return ()  # All hours are known then.
    free = free_workers(programme, session, group, start=start, end=end)
    begins, ends = utc_minute(start), utc_minute(end)
    found = []
    for worker in free:
        before, after = booked_around(programme, session, group, worker=worker)
        sure = free_time(programme, worker, surely=True)
        if not holds(sure, begins - before, end=ends + after):
            found.append(worker)
    return tuple(found)


def missing(needs: Needs, workers: Sequence[Worker]) -> Needs:
    """Return the needs that some workers cannot meet, one for each, first needs first."""
    able = [[n for n, worker in enumerate(workers) if need.is_met_by(worker)] for need in needs]
    met = set(met_together(able))
    return tuple(need for number, need in enumerate(needs) if number not in met)


def missing_assistants(
    session: Session, group: Sequence[Person], workers: Sequence[Worker]
) -> Needs:
    """Return what members lack beside interpreters, who are met first."""
    lacking = missing(members_needs(session, group), workers)
    return lacking[len(missing(interpreters_for(group), workers)) :]


def missing_others(
    session: Session, group: Sequence[Person], *, workers: Sequence[Worker]
) -> Needs:
    """Return what a session lacks beside the workers its group needs, who are met first."""
    return others_missing(session, group)(workers)


def others_missing(
    session: Session, group: Sequence[Person]
) -> Callable[[Sequence[Worker]], Needs]:
    """Return what says of some workers what a session lacks beside what its group needs."""
    needs, members = needs_of(session, group), members_needs(session, group)
    return lambda workers: missing(needs, workers)[len(missing(members, workers)) :]


def booked_team(meeting: Meeting) -> tuple[Worker, ...]:
    """Return the workers a finished plan names for a session, as far as they are free then."""
    free = free_workers(
        meeting.programme, meeting.session, meeting.group, start=meeting.start, end=meeting.end
    )
    return tuple(worker for worker in free if worker.code in meeting.workers)


def team_for(
    programme: Programme,
    session: Session,
    group: Sequence[Person],
    *,
    time: tuple[datetime, datetime],
    venue: Venue | None = None,
) -> tuple[Worker, ...] | None:
    """Return the cheapest team a session needs, as the programme lists it; None if none can be had.

    Whoever has to be asked first comes after all others. Among teams that cost the same, workers
    earlier in the programme are taken.

    Parameters
    ----------
    time
        From when to when people meet.
    venue
        Where, if that is known: nobody sends a taxi for whoever comes there by other means.
    """
    free = free_workers(programme, session, group, start=time[0], end=time[1])
    asked = to_be_asked(programme, session, group, start=time[0], end=time[1])
    fetched = group if venue is None else sent_for(programme, group, (venue,))
    return _cheapest(needs_of(session, fetched), free, asked)


def fee_for(grid: Grid, start: int, venue: int) -> int:
    """Return what the team costs, in pence, then and there; 0 where there is no team."""
    return int(all_fees(grid)[start, venue])


def dearest_team(programme: Programme, session: Session, group: Sequence[Person]) -> int:
    """Return what the workers of a session cost at most, in pence, whoever of them is free.

    Wheelchair taxis go with the people who sit in them.
    """
    prices = Prices(programme, session)
    able = (
        [prices.team((w,)) for w in programme.workers if need.is_met_by(w) and not w.is_vehicle]
        for need in needs_of(session, group)
    )
    return sum(max(fees, default=0) for fees in able)


def fees_and_hire(grid: Grid, start: int, venue: int) -> int:
    """Return what a candidate costs whoever comes, in pence: the room and its workers."""
    return Prices(grid.programme, grid.session).around(grid.venues[venue]) + fee_for(
        grid, start, venue
    )


def all_fees_and_hire(
    grid: Grid, starts: NDArray[np.int64], venues: NDArray[np.int64], *, taxis: bool = True
) -> NDArray[np.int64]:
    """Return what candidates cost whoever comes, in pence, all wheelchair taxis or none; (C,)."""
    prices = Prices(grid.programme, grid.session)
    around = np.array([prices.around(venue) for venue in grid.venues], dtype=np.int64)
    every: NDArray[np.int64] = around[venues] + all_fees(grid, taxis=taxis)[starts, venues]
    return every


@dataclass(frozen=True, eq=False)
class _Asking:
    """Who is asked for at some starts: the same for all projects that ask for the same then."""

    grid: Grid
    needs: Needs

    @property
    def _key(self) -> tuple[object, ...]:
        programme, starts = self.grid.programme, self.grid.opens
        days = programme.planning_day, programme.first_day, programme.last_day
        who = id(programme.workers), id(programme.named_days), programme.zone, *days
        length = self.grid.session.length_minutes
        session, group = self.grid.session, self.grid.people
        roads = fetching(programme, session, group) if WHEELCHAIR_TAXI in self._roles else (0, 0)
        return *who, id(starts), length, around(session), roads, self.needs

    @property
    def _roles(self) -> set[str]:
        return {need.role for need in self.needs}

    def __eq__(self, other: object) -> bool:
        """Say whether the very same workers are asked for the same at the very same starts."""
        return isinstance(other, _Asking) and self._key == other._key

    def __hash__(self) -> int:
        """Return a number that is the same for whoever asks the same."""
        return hash(self._key)


def free_together(grid: Grid, needs: Needs) -> tuple[list[tuple[Worker, ...]], NDArray[np.int64]]:
    """Return the sets of workers free at some start who could meet any of some needs.

    Returns
    -------
    The sets, and which of them is free at each start, shape (S,). One stands there more than once
    where others of it have to be asked first.
    """
    sets, _, which = _free_together(_Asking(grid, needs))
    return sets, which


def asked_at(grid: Grid) -> NDArray[np.bool_]:
    """Say at which starts somebody of the team has to be asked first, shape (S,)."""
    asking = _Asking(grid, needs_of(grid.session, grid.people))
    sets, asked, which = _free_together(asking)
    if not any(asked):
        return np.zeros(len(which), dtype=np.bool_)
    teams = (_cheapest(asking.needs, *each) or () for each in zip(sets, asked, strict=True))
    hang = [any(w in later for w in team) for team, later in zip(teams, asked, strict=True)]
    return np.array(hang, dtype=np.bool_)[which]


_Sets = list[tuple[Worker, ...]]


@lru_cache(maxsize=8)
def _free_together(asking: _Asking) -> tuple[_Sets, _Sets, NDArray[np.int64]]:
    """Return sets of workers, those of each who have to be asked first, and which is free when."""
    grid, needs = asking.grid, asking.needs
    useful = [w for w in grid.programme.workers if any(need.is_met_by(w) for need in needs)]
    if not useful:
        return [()], [()], np.zeros(len(grid.starts), dtype=np.int64)
    perhaps = [_free_at(grid, worker, surely=False) for worker in useful]
    # Without days that have a name all hours are known.
    by_days = bool(grid.programme.named_days)
    surely = [_free_at(grid, w, surely=True) for w in useful] if by_days else perhaps
    free = np.stack([*perhaps, *surely], axis=1)
    packed = np.packbits(free, axis=1)
    whole = packed.view(f"V{packed.shape[1]}").ravel()
    _, first, which = np.unique(whole, return_index=True, return_inverse=True)
    pairs = [(row[: len(useful)], row[len(useful) :]) for row in free[first]]
    sets = [tuple(w for w, can in zip(useful, here, strict=True) if can) for here, _ in pairs]
    asked = [
        tuple(w for w, can, sure in zip(useful, *pair, strict=True) if can and not sure)
        for pair in pairs
    ]
    return sets, asked, which.astype(np.int64)


def _cheapest(
    needs: Needs, workers: Sequence[Worker], asked: Sequence[Worker]
) -> tuple[Worker, ...] | None:
    """Return the cheapest team, of those who have to be asked first as few as can be."""
    later = {worker.code for worker in asked}
    first = sorted(workers, key=lambda each: (each.code in later, each.session_pence or 0))
    team = team_of_first(needs, first)
    codes = {worker.code for worker in team or ()}
    return None if team is None else tuple(w for w in workers if w.code in codes)


def team_of_first(needs: Needs, workers: Sequence[Worker]) -> tuple[Worker, ...] | None:
    """Return a team that meets some needs, of workers as early in a list as can be; or None."""
    # A set of workers that can be extended to a team stays one when the first that fits is
    # added: teams form a matroid, so taking them in order is exact.
    able = [[n for n, need in enumerate(needs) if need.is_met_by(w)] for w in workers]
    team = [workers[number] for number in met_together(able)]
    return tuple(team) if len(team) == len(needs) else None


def teams_together(grid: Grid, needs: Needs) -> tuple[list[tuple[Worker, ...]], NDArray[np.int64]]:
    """Return the cheapest teams for some needs, and which is had at each start, shape (S,)."""
    sets, asked, which = _free_together(_Asking(grid, needs))
    return [_cheapest(needs, *each) or () for each in zip(sets, asked, strict=True)], which


@lru_cache(maxsize=2)
def all_fees(grid: Grid, *, taxis: bool = True) -> NDArray[np.int64]:
    """Return what the team costs at each start in each room, in pence, shape (S, V)."""
    # One start after another is asked about: the very same grid is known again soonest.
    meal = Prices(grid.programme, grid.session).meal
    fees = [
        _fees_asked(_Asking(grid, needs_of(grid.session, people)), meal, taxis)
        for people in (sent_for(grid.programme, grid.people, (v,)) for v in grid.venues)
    ]
    return np.stack(fees, axis=1) if fees else np.zeros((len(grid.starts), 0), dtype=np.int64)


@lru_cache(maxsize=8)
def _fees_asked(asking: _Asking, meal: int, taxis: bool) -> NDArray[np.int64]:  # noqa: FBT001
    every, which = teams_together(asking.grid, asking.needs)
    teams = [[w for w in team if taxis or not w.is_vehicle] for team in every]
    return np.array([team_pence(team, meal) for team in teams], dtype=np.int64)[which]


def _free_at(grid: Grid, worker: Worker, *, surely: bool) -> NDArray[np.bool_]:
    """Say at which starts a worker can be booked, shape (S,)."""
    before, after = booked_around(grid.programme, grid.session, grid.people, worker=worker)
    stretches = np.array(
        free_time(grid.programme, worker, surely=surely) or ((0, 0),), dtype=np.int64
    )
    found = np.searchsorted(stretches[:, 0], grid.opens - before, side="right") - 1
    free: NDArray[np.bool_] = (found >= 0) & (stretches[found, 1] >= grid.closes + after)
    return free
