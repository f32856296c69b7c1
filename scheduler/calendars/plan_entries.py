"""A plan's sessions as calendars show them: to a group, and to one person."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from scheduler.calendars.entry import CalendarEntry, session_uid
from scheduler.calendars.held import (
    NO_RESERVES,
    Held,
    Reserves,
    refuse_unknown,
    sessions_held,
)
from scheduler.calendars.told_journeys import REMOTE, journey_lines
from scheduler.calendars.told_places import (
    agreement_lines,
    contacts_for_all,
    getting_in,
    own_contact,
)
from scheduler.people import Person
from scheduler.plan import Coming, Plan
from scheduler.programme import Programme
from scheduler.spoken_days import spoken_day
from scheduler.spoken_lifts import lifts_told
from scheduler.venues import Venue

_LINK: Final = re.compile(r"(https://|tel:)[\x21-\x7e]+")
_NUMBER: Final = re.compile(r"\+?[\d ()-]{5,}")
ASK_HOW: Final = "please ring us, and we will tell you."
NOT_FINAL: Final = "This is not final yet: some things are still being checked."
RESERVE_TITLE: Final = "Kept free in case"


def project_entries(
    programme: Programme, plan: Plan, *, project: str, reserves: Reserves = NO_RESERVES
) -> tuple[CalendarEntry, ...]:
    """Return a project's sessions with nothing about anybody.

    Raises
    ------
    CalendarError
        If there is no such project, or no phone number to ring.
    """
    refuse_unknown(project, programme.projects, "project")
    every = sessions_held(programme, plan, reserves)
    return tuple(group_entry(held) for held in every if held.project.code == project)


def person_entries(
    programme: Programme, plan: Plan, *, person: str, reserves: Reserves = NO_RESERVES
) -> tuple[CalendarEntry, ...]:
    """Return every session a person comes to, in any project, with their own way there and home.

    Raises
    ------
    CalendarError
        If there is no such person, or no phone number to ring.
    """
    refuse_unknown(person, programme.people, "person")
    who = next(each for each in programme.people if each.code == person)
    every = comings(programme, plan, person=person, reserves=reserves)
    return tuple(own_entry(held, coming, who) for held, coming in every)


def comings(
    programme: Programme, plan: Plan, *, person: str, reserves: Reserves = NO_RESERVES
) -> Iterator[tuple[Held, Coming]]:
    """Go through the sessions a person comes to, and those in reserve they could come to."""
    for held in sessions_held(programme, plan, reserves):
        for coming in held.chosen.there:
            if coming.person == person:
                yield held, coming


def group_entry(held: Held) -> CalendarEntry:
    """Return a session as its whole group may read it."""
    lines = (*_lines(held), *contacts_for_all(held.programme))
    return as_kept(replace(bare_entry(held), description_lines=lines), held)


def bare_entry(held: Held) -> CalendarEntry:
    """Return a session with when, where and whom to ring, and no line of text."""
    venue, programme = held.venue, held.programme
    has_position = venue.latitude is not None and venue.longitude is not None
    return CalendarEntry(
        uid=uid_of(held, ""),
        sequence=0,
        start=held.start,
        end=held.end,
        title=held.title,
        place=place_of(venue),
        description_lines=(),
        phone=programme.phone,
        contact=programme.organiser,
        status="CONFIRMED" if held.plan.final else "TENTATIVE",
        changed=programme.moment(programme.planning_day, "00:00"),
        join_link=_link(held.wish.join_link) if venue.is_remote else None,
        join_phone=_other_phone(held) if venue.is_remote else None,
        latitude=venue.latitude if has_position else None,
        longitude=venue.longitude if has_position else None,
    )


def uid_of(held: Held, reader: str) -> str:
    """Return the identity of a session, or of what else one kind of reader sees of it."""
    beside = " ".join(filter(None, (held.kind, reader)))
    return session_uid(
        held.programme.name, held.project.code, number=held.chosen.number, beside=beside
    )


def as_kept(entry: CalendarEntry, held: Held) -> CalendarEntry:
    """Return an entry as it is, or as tentative where its date is only kept in reserve."""
    if held.reserve is None:
        return entry
    instead = held.plan.session(held.project.code, held.chosen.number) or held.chosen
    day = spoken_day(instead.start.astimezone(held.programme.tz).date())
    kept = (
        f"This date is kept free in case we cannot meet on {day}.",
        "It is used only if we tell you so.",
        f"If you hear nothing, it is free again after {spoken_day(held.reserve.release_by)}.",
    )
    return replace(
        entry,
        title=f"{RESERVE_TITLE}: {entry.title}",
        status="TENTATIVE",
        description_lines=(*kept, *entry.description_lines),
    )


def place_of(venue: Venue) -> str:
    """Return where to find a venue, on one line."""
    return ", ".join(filter(None, (venue.label, venue.address)))


def firmness(held: Held) -> tuple[str, ...]:
    """Return that a plan is not final, if it is not."""
    return () if held.plan.final else (NOT_FINAL,)


def own_entry(held: Held, coming: Coming, person: Person) -> CalendarEntry:
    """Return a session as one person who comes to it may read it."""
    entry, way = bare_entry(held), coming.way
    last = (*agreement_lines(held.project), *own_contact(held.programme, person))
    if way.by in REMOTE and not held.venue.is_remote:
        told = (way.by == "by phone" and held.wish.join_phone) or held.wish.join_link
        afar = (REMOTE[way.by], *firmness(held), *_ways_to_join(told or ASK_HOW), *last)
        entry = replace(
            entry,
            description_lines=afar,
            place=way.by.capitalize(),
            join_link=_link(told),
            join_phone=_other_phone(held) if way.by != "by phone" else None,
            latitude=None,
            longitude=None,
        )
    else:
        # How somebody would get to another room on another day was never asked.
        journey = () if held.reserve else way_told(held, coming)
        lines = (*journey, *_lines(held), *own_contact(held.programme, person))
        entry = replace(entry, description_lines=lines)
    return as_kept(entry, held)


def way_told(held: Held, coming: Coming) -> tuple[str, ...]:
    """Return how somebody gets there and home, with whose lift where lifts are agreed."""
    rides = lifts_told(held.programme, held.project, held.chosen.coming, to=coming.person)
    return (*rides, *journey_lines(coming.way, held.chosen))


def _lines(held: Held) -> Iterator[str]:
    yield from getting_in(held.venue)
    yield from firmness(held)
    if held.venue.is_remote:
        yield from _ways_to_join(held.wish.join_link)
    yield from agreement_lines(held.project)


def _ways_to_join(told: str) -> tuple[str, ...]:
    return (f"How to join: {told}",) if told and _link(told) is None else ()


def _other_phone(held: Held) -> str | None:
    """Return the number to ring, where the way to join is another."""
    phone, link = _link(held.wish.join_phone), _link(held.wish.join_link)
    return phone if link is not None and phone != link else None


def _link(told: str) -> str | None:
    if _LINK.fullmatch(told):
        return told
    return f"tel:{re.sub('[ ()-]', '', told)}" if _NUMBER.fullmatch(told) else None
