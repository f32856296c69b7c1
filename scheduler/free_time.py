"""When a worker can be booked: their hours, less what takes them, as far as hours are known."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from operator import itemgetter

from scheduler.grid import utc_minute
from scheduler.programme import Programme
from scheduler.taken import ENDLESS, Taken, hours_of, joined, spells_taken, whole_days
from scheduler.workers import Worker


@dataclass(frozen=True, eq=False)
class _Worker:
    """A worker in a programme: the same one for as long as nothing that makes them free differs."""

    worker: Worker
    programme: Programme

    @property
    def _key(self) -> tuple[object, ...]:
        programme = self.programme
        days = programme.planning_day, programme.first_day, programme.last_day
        return id(self.worker), id(programme.named_days), programme.zone, *days

    def __eq__(self, other: object) -> bool:
        """Say whether it is the very same worker on the same days."""
        return isinstance(other, _Worker) and self._key == other._key

    def __hash__(self) -> int:
        """Return a number that is the same for the very same worker."""
        return hash(self._key)


def free_time(programme: Programme, worker: Worker, *, surely: bool = False) -> Taken:
    """Return the stretches in which a worker can be booked: their hours, less what takes them.

    Parameters
    ----------
    surely
        Whether their hours are taken not to hold past the last day that is known of a school's
        terms and the like; else they can be booked then, once they were asked.
    """
    return _free_time(_Worker(worker, programme), surely=surely)


@lru_cache(maxsize=1024)
def _free_time(one: _Worker, *, surely: bool) -> Taken:
    programme, worker = one.programme, one.worker
    notice = programme.planning_day + timedelta(days=worker.notice_days)
    hours = hours_of(programme, worker.hours, perhaps=not surely)
    taken = (
        *(_between(hours) if worker.hours else ()),
        (0, utc_minute(programme.moment(notice, "00:00"))),
        *spells_taken(worker.busy, programme),
        *(whole_days(days, programme) for days in worker.away),
    )
    return _between(joined(taken))


def holds(free: Taken, start: int, *, end: int) -> bool:
    """Say whether one stretch holds all the time from `start` to `end`, in minutes."""
    found = bisect_right(free, start, key=itemgetter(0)) - 1
    return found >= 0 and free[found][1] >= end


def _between(taken: Taken) -> Taken:
    """Return all the time that is not taken."""
    begins = (0, *(end for _, end in taken))
    ends = (*(begin for begin, _ in taken), ENDLESS)
    return tuple((begin, end) for begin, end in zip(begins, ends, strict=True) if begin < end)
