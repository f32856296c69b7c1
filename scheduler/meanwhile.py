"""What the other sessions of a plan take while one is held: rooms and workers."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from scheduler.fetching import booked_around
from scheduler.finished import Meeting
from scheduler.needed import around
from scheduler.programme import Programme
from scheduler.shared import gap_of
from scheduler.ties import Ties
from scheduler.words import Spell
from scheduler.workers import Worker


def staffed_meanwhile(meeting: Meeting, meetings: Iterable[Meeting], ties: Ties) -> Programme:
    """Return the programme of a session with its workers taken by all the other sessions."""
    gap = gap_of(ties, "worker") or 0
    taken: dict[str, list[Spell]] = {}
    by_code = {worker.code: worker for worker in meeting.programme.workers}
    for other in _others(meeting, meetings):
        for worker in (by_code[code] for code in other.workers if code in by_code):
            booked = booked_around(other.programme, other.session, other.group, worker=worker)
            taken.setdefault(worker.code, []).append(_spell(other, gap, booked))
    workers = (
        worker.model_copy(update={"busy": (*worker.busy, *taken.get(worker.code, ()))})
        for worker in meeting.programme.workers
    )
    return meeting.programme.model_copy(update={"workers": tuple(workers)})


def room_is_taken(meeting: Meeting, meetings: Iterable[Meeting], ties: Ties) -> bool:
    """Say whether another session needs the room of a session then, setting up and clearing up."""
    gap = gap_of(ties, "venue")
    if gap is None or meeting.venue.is_remote:
        return False
    own = _spell(meeting, 0, around(meeting.session))
    there = (o for o in _others(meeting, meetings) if o.venue.code == meeting.venue.code)
    spells = (_spell(other, gap, around(other.session)) for other in there)
    return any(spell.start < own.end and own.start < spell.end for spell in spells)


def on_the_road(one: Meeting, other: Meeting, worker: Worker) -> int:
    """Return for how much of the time between two sessions a vehicle is booked for one of them."""
    if not worker.is_vehicle:
        return 0
    (_, home), (out, _) = (
        booked_around(m.programme, m.session, m.group, worker=worker) for m in (one, other)
    )
    return home + out


def _others(meeting: Meeting, meetings: Iterable[Meeting]) -> Iterator[Meeting]:
    own = (meeting.project.code, meeting.number)
    return (other for other in meetings if (other.project.code, other.number) != own)


def _spell(meeting: Meeting, gap: int, booked: tuple[int, int]) -> Spell:
    """Return when a session needs its room, or a worker, with a gap on both sides."""
    before, after = (timedelta(minutes=each + gap) for each in booked)
    return Spell(start=meeting.start - before, end=meeting.end + after)
