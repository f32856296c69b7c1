"""What projects share: people, workers and rooms that cannot be in two places at once."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from scheduler.choosing import Pick
from scheduler.fetching import booked_around, rest_before
from scheduler.finished import Meeting
from scheduler.grid import utc_minute
from scheduler.in_force import Rules
from scheduler.needed import around
from scheduler.people import Person
from scheduler.programme import Programme, Project
from scheduler.ties import Ties, ties_of
from scheduler.venues import Venue
from scheduler.words import Spell
from scheduler.workers import Worker
from scheduler.written import team_of


class Use(NamedTuple):
    """Somebody or something that a session needs, and from when to when."""

    kind: str
    """worker, person or venue."""
    code: str
    project: str
    begins: int
    """Minutes since 1970 UTC, with the gap it needs before."""
    ends: int


def ties_of_all(rules: Mapping[str, Rules]) -> Ties:
    """Collect what the constraints of all projects tie together."""
    return ties_of(rule for own in rules.values() for rule in own)


def gap_of(ties: Ties, kind: str) -> int | None:
    """Return the minutes a worker, person or venue needs from one session to the next.

    None where nothing asks.
    """
    return max((tie.gap_minutes for tie in ties.one_at_a_time if tie.who == kind), default=None)


def elsewhere(meeting: Meeting, meetings: Iterable[Meeting], ties: Ties) -> frozenset[str]:
    """Return who of a group is at another project's session then, or on the way."""
    gap = gap_of(ties, "person")
    if gap is None:
        return frozenset()
    group = {person.code for person in meeting.group}
    others = (m for m in meetings if m.project.code != meeting.project.code)
    return frozenset(
        person.code
        for other in others
        if not group.isdisjoint(other.project.members)
        for person in other.there
        if person.code in group and _too_near(meeting, other, person, gap)
    )


def _too_near(meeting: Meeting, other: Meeting, person: Person, gap: int) -> bool:
    """Say whether a session with its journeys meets another with the gap around it."""
    way = meeting.way(person)
    leaves = utc_minute(meeting.start) - way.out_minutes
    home = utc_minute(meeting.end) + way.back_minutes
    return leaves < utc_minute(other.end) + gap and utc_minute(other.start) - gap < home


def uses(picks: Iterable[Pick], ties: Ties) -> tuple[Use, ...]:
    """Return everybody and everything some sessions need.

    Where constraints say it cannot be in two places.
    """
    return tuple(use for pick in picks for use in uses_of(pick, ties, team=team_of(pick)))


def uses_of(pick: Pick, ties: Ties, *, team: Iterable[Worker]) -> Iterable[Use]:
    """Give everybody and everything one session needs with a team."""
    grid, venue = pick.grid, pick.grid.venues[pick.venue]
    code = grid.project.code
    begins, ends = int(grid.opens[pick.start]), int(grid.closes[pick.start])
    before, after = around(grid.session)
    people, workers, rooms = (gap_of(ties, kind) for kind in ("person", "worker", "venue"))
    if people is not None:
        there = (*pick.people, *pick.expected)
        yield from (Use("person", p.code, code, begins - people, ends) for _, p in there)
    if workers is not None:
        yield from _booked_for(pick, team, workers)
    if rooms is not None and not venue.is_remote:
        yield Use("venue", venue.code, code, begins - before - rooms, ends + after)


def _booked_for(pick: Pick, team: Iterable[Worker], gap: int) -> Iterable[Use]:
    """Give when each worker of a session is needed, with the gap before."""
    grid, start = pick.grid, pick.start
    for worker in team:
        before, after = booked_around(grid.programme, grid.session, grid.people, worker=worker)
        begins = int(grid.opens[start]) - before - rest_before(worker, gap, before=before)
        ends = int(grid.closes[start]) + after
        yield Use("worker", worker.code, grid.project.code, begins, ends)


def clashes(found: Sequence[Use]) -> bool:
    """Say whether anybody or anything is needed by two projects at once."""
    last: dict[tuple[str, str], list[Use]] = {}
    for use in sorted(found, key=lambda each: each.begins):
        own = last.setdefault((use.kind, use.code), [])
        if any(other.project != use.project and use.begins < other.ends for other in own):
            return True
        # What reaches furthest of each of two projects is all that a later use can meet.
        reach = {each.project: each for each in sorted((*own, use), key=lambda each: each.ends)}
        own[:] = sorted(reach.values(), key=lambda each: each.ends)[-2:]
    return False


def with_taken(
    programme: Programme, project: Project, *, picks: Iterable[Pick], ties: Ties
) -> Programme:
    """Return the programme as one project finds it when others' sessions stand.

    Rooms, workers and people taken.
    """
    return with_used(programme, project, found=uses(picks, ties), ties=ties)


def with_used(
    programme: Programme, project: Project, *, found: Iterable[Use], ties: Ties
) -> Programme:
    """Return the programme as one project finds it when what others need is taken.

    Of people only those in its group: of all others nothing is asked for this project.
    """
    taken: dict[tuple[str, str], list[Spell]] = {}
    group, vehicles = set(project.members), {w.code for w in programme.workers if w.is_vehicle}
    for use in found:
        if use.project != project.code and (use.kind != "person" or use.code in group):
            is_shorter = use.kind == "worker" and use.code not in vehicles
            rest = rest_of(project, ties) if is_shorter else gap_of(ties, use.kind) or 0
            spell = _spell(programme.tz, use.begins, use.ends + rest)
            taken.setdefault((use.kind, use.code), []).append(spell)
    if not taken:
        return programme
    people = {code: spells for (kind, code), spells in taken.items() if kind == "person"}
    return programme.model_copy(
        update={
            "people": _not_free(programme.people, people) if people else programme.people,
            "venues": tuple(_booked(v, taken.get(("venue", v.code), ())) for v in programme.venues),
            "workers": tuple(
                _busy(w, taken.get(("worker", w.code), ())) for w in programme.workers
            ),
        }
    )


def rest_of(project: Project, ties: Ties) -> int:
    """Return the minutes workers need from what others take to setting up a project's sessions.

    So long that two sessions are far enough apart whichever of them is planned first; a vehicle
    needs the whole gap.
    """
    gap = gap_of(ties, "worker") or 0
    return max(max(0, gap - around(session)[0]) for session in project.sessions)


@lru_cache(maxsize=1 << 14)
def _spell(zone: ZoneInfo, begins: int, ends: int) -> Spell:
    """Return the time somebody or something is taken; many projects find the same times taken."""
    first, last = (datetime.fromtimestamp(minute * 60, tz=zone) for minute in (begins, ends))
    return Spell(start=first, end=last)


def _booked(venue: Venue, spells: Sequence[Spell]) -> Venue:
    return venue.model_copy(update={"bookings": (*venue.bookings, *spells)}) if spells else venue


def _busy(worker: Worker, spells: Sequence[Spell]) -> Worker:
    return worker.model_copy(update={"busy": (*worker.busy, *spells)}) if spells else worker


def _not_free(
    people: Sequence[Person], spells: Mapping[str, Sequence[Spell]]
) -> tuple[Person, ...]:
    return tuple(_busy_person(p, spells[p.code]) if p.code in spells else p for p in people)


def _busy_person(person: Person, spells: Sequence[Spell]) -> Person:
    times = person.times.model_copy(update={"busy": (*person.times.busy, *spells)})
    return person.model_copy(update={"times": times})
