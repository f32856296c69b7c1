"""What the other sessions of a plan take while one is held: rooms and workers."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from scheduler.finished import Meeting
from scheduler.needed import around
from scheduler.programme import Programme
from scheduler.shared import gap_of
from scheduler.ties import Ties
from scheduler.words import Spell


def staffed_meanwhile(meeting: Meeting, meetings: Iterable[Meeting], ties: Ties) -> Programme:
    """Return the programme of a session with its workers taken by all the other sessions."""
    gap = gap_of(ties, "worker") or 0
    taken: dict[str, list[Spell]] = {}
    for other in _others(meeting, meetings):
        for code in other.workers:
            taken.setdefault(code, []).append(_spell(other, gap))
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
    own = _spell(meeting, 0)
    there = (o for o in _others(meeting, meetings) if o.venue.code == meeting.venue.code)
    spells = (_spell(other, gap) for other in there)
    return any(spell.start < own.end and own.start < spell.end for spell in spells)


def _others(meeting: Meeting, meetings: Iterable[Meeting]) -> Iterator[Meeting]:
    own = (meeting.project.code, meeting.number)
    return (other for other in meetings if (other.project.code, other.number) != own)


def _spell(meeting: Meeting, gap: int) -> Spell:
    """Return when a session needs its room and workers, with a gap on both sides."""
    before, after = (timedelta(minutes=each + gap) for each in around(meeting.session))
    return Spell(start=meeting.start - before, end=meeting.end + after)
