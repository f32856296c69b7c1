"""A plan's sessions as calendars show them: to a group, to one person, to a venue."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from scheduler.calendars.entry import CalendarEntry, CalendarError, session_uid
from scheduler.calendars.told_journeys import REMOTE, journey_lines
from scheduler.names_shown import names_in
from scheduler.people import Person
from scheduler.plan import Chosen, Coming, Plan
from scheduler.programme import Programme, Project, Session
from scheduler.spelling import GUESS, meant
from scheduler.spoken_lifts import lifts_told
from scheduler.venues import BY_PHONE, ONLINE, Venue

_LINK: Final = re.compile(r"(https://|tel:)[\x21-\x7e]+")
_NUMBER: Final = re.compile(r"\+?[\d ()-]{5,}")
ASK_HOW: Final = "please ring us, and we will tell you."
NOT_FINAL: Final = "This is not final yet: some things are still being checked."


@dataclass(frozen=True)
class Held:
    """One session of a plan, joined to what its programme says of it."""

    programme: Programme
    plan: Plan
    project: Project
    chosen: Chosen
    venue: Venue

    @property
    def wish(self) -> Session:
        """What the group wished for."""
        return self.project.sessions[self.chosen.number - 1]

    @property
    def start(self) -> datetime:
        """When it begins, on the programme's clock."""
        return self.chosen.start.astimezone(self.programme.tz)

    @property
    def end(self) -> datetime:
        """When it ends, on the programme's clock."""
        return self.chosen.end.astimezone(self.programme.tz)

    @property
    def title(self) -> str:
        """Its neutral title: that of the session only where it names nobody of the programme."""
        title, label = self.wish.title, self.project.public_label
        return f"{label}: {title}" if title and not names_in(self.programme, title) else label


def project_entries(programme: Programme, plan: Plan, *, project: str) -> tuple[CalendarEntry, ...]:
    """Return a project's sessions with nothing about anybody.

    Raises
    ------
    CalendarError
        If there is no such project, or no phone number to ring.
    """
    _known(project, programme.projects, kind="project")
    return tuple(_entry(held) for held in _all(programme, plan) if held.project.code == project)


def person_entries(programme: Programme, plan: Plan, *, person: str) -> tuple[CalendarEntry, ...]:
    """Return every session a person comes to, in any project, with their own way there and home.

    Raises
    ------
    CalendarError
        If there is no such person, or no phone number to ring.
    """
    _known(person, programme.people, kind="person")
    return tuple(
        _own_entry(held, coming)
        for held in _all(programme, plan)
        for coming in held.chosen.there
        if coming.person == person
    )


def venue_entries(programme: Programme, plan: Plan, *, venue: str) -> tuple[CalendarEntry, ...]:
    """Return the times a venue is needed, set-up and clear-up included.

    Raises
    ------
    CalendarError
        If there is no such venue, or no phone number to ring.
    """
    _known(venue, programme.venues, kind="venue")
    return tuple(_room_entry(held) for held in _all(programme, plan) if held.venue.code == venue)


def _all(programme: Programme, plan: Plan) -> Iterator[Held]:
    if not programme.phone:
        raise CalendarError(
            "the programme has no phone number; nothing leaves without one to ring: fill in `phone`"
        )
    projects = {project.code: project for project in programme.projects}
    venues = {venue.code: venue for venue in (*programme.venues, ONLINE, BY_PHONE)}
    for chosen in plan.sessions:
        project, venue = projects[chosen.project], venues[chosen.venue]
        yield Held(programme, plan, project, chosen, venue)


def _entry(held: Held) -> CalendarEntry:
    venue, programme = held.venue, held.programme
    has_position = venue.latitude is not None and venue.longitude is not None
    return CalendarEntry(
        uid=session_uid(programme.name, held.project.code, number=held.chosen.number),
        sequence=0,
        start=held.start,
        end=held.end,
        title=held.title,
        place=_place(venue),
        description_lines=tuple(_lines(held)),
        phone=programme.phone,
        contact=programme.organiser,
        status="CONFIRMED" if held.plan.final else "TENTATIVE",
        changed=programme.moment(programme.planning_day, "00:00"),
        join_link=_link(held.wish.join_link) if venue.is_remote else None,
        latitude=venue.latitude if has_position else None,
        longitude=venue.longitude if has_position else None,
    )


def _own_entry(held: Held, coming: Coming) -> CalendarEntry:
    entry, way = _entry(held), coming.way
    if way.by not in REMOTE or held.venue.is_remote:
        rides = lifts_told(held.programme, held.project, held.chosen.coming, to=coming.person)
        lines = (*rides, *journey_lines(way, held.chosen), *entry.description_lines)
        return replace(entry, description_lines=lines)
    told = (way.by == "by phone" and held.wish.join_phone) or held.wish.join_link
    return replace(
        entry,
        description_lines=(REMOTE[way.by], *_firmness(held), *_ways_to_join(told or ASK_HOW)),
        place=way.by.capitalize(),
        join_link=_link(told),
        latitude=None,
        longitude=None,
    )


def _room_entry(held: Held) -> CalendarEntry:
    wish = held.wish
    there = [each for each in held.chosen.there if each.way.by not in REMOTE]
    people = len(there) + len(held.chosen.workers)
    return replace(
        _entry(held),
        # Not the session's own identity: this is another stretch of time, for another reader.
        uid=session_uid(
            held.programme.name, f"{held.project.code} room", number=held.chosen.number
        ),
        start=held.start - timedelta(minutes=wish.setup_minutes),
        end=held.end + timedelta(minutes=wish.clear_up_minutes),
        title=held.project.public_label,
        description_lines=(
            f"People meet from {held.start:%H:%M} to {held.end:%H:%M}.",
            "The rest is setting up and clearing up.",
            f"Room for {people} people.",
            *_firmness(held),
        ),
    )


def _place(venue: Venue) -> str:
    return ", ".join(filter(None, (venue.label, venue.address)))


def _lines(held: Held) -> Iterator[str]:
    yield from held.venue.directions.splitlines()
    yield from _firmness(held)
    if held.venue.is_remote:
        yield from _ways_to_join(held.wish.join_link)


def _firmness(held: Held) -> tuple[str, ...]:
    return () if held.plan.final else (NOT_FINAL,)


def _ways_to_join(told: str) -> tuple[str, ...]:
    return (f"How to join: {told}",) if told and _link(told) is None else ()


def _link(told: str) -> str | None:
    if _LINK.fullmatch(told):
        return told
    return f"tel:{re.sub('[ ()-]', '', told)}" if _NUMBER.fullmatch(told) else None


def _known(code: str, things: Sequence[Project | Person | Venue], *, kind: str) -> None:
    if code in {each.code for each in things}:
        return
    by_word = {word: each.code for each in things for word in (each.label, each.code)}
    nearest = by_word.get(meant(code, by_word, alike=GUESS))
    maybe = f'; did you mean "{nearest}"?' if nearest else ""
    raise CalendarError(f'there is no {kind} "{code}" in this programme{maybe}')
