"""One session of a plan, or the date kept in reserve for it, joined to what its programme says."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Final

from scheduler.calendars.entry import CalendarError
from scheduler.names_shown import names_in
from scheduler.people import Person
from scheduler.plan import Chosen, Plan
from scheduler.programme import Programme, Project, Session
from scheduler.robustness import Reserve
from scheduler.spelling import GUESS, meant
from scheduler.venues import BY_PHONE, ONLINE, Venue
from scheduler.workers import Worker

Reserves = Mapping[tuple[str, int], Reserve]
"""Dates kept in reserve, by the project and number of the session they are for."""

NO_RESERVES: Final[Reserves] = MappingProxyType({})


@dataclass(frozen=True)
class Held:
    """One session of a plan, joined to what its programme says of it."""

    programme: Programme
    plan: Plan
    project: Project
    chosen: Chosen
    venue: Venue
    reserve: Reserve | None = None
    """The reserve that this date is, where it is no session but one kept in reserve."""

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

    @property
    def kind(self) -> str:
        """What tells its identity from that of the session it is kept in reserve for."""
        return "reserve" if self.reserve else ""


def sessions_held(programme: Programme, plan: Plan, reserves: Reserves) -> Iterator[Held]:
    """Go through the sessions of a plan, each followed by its date in reserve, if it has one.

    Raises
    ------
    CalendarError
        If there is no phone number to ring.
    """
    if not programme.phone:
        raise CalendarError(
            "the programme has no phone number; nothing leaves without one to ring: fill in `phone`"
        )
    projects = {project.code: project for project in programme.projects}
    venues = {venue.code: venue for venue in (*programme.venues, ONLINE, BY_PHONE)}
    for chosen in plan.sessions:
        project = projects[chosen.project]
        yield Held(programme, plan, project, chosen, venues[chosen.venue])
        reserve = reserves.get((chosen.project, chosen.number))
        if reserve:
            then = _then(chosen, reserve)
            yield Held(programme, plan, project, then, venues[then.venue], reserve)


def refuse_unknown(
    code: str, things: Sequence[Project | Person | Venue | Worker], kind: str
) -> None:
    """Refuse a code that nothing has.

    Raises
    ------
    CalendarError
        If it is none; names the nearest.
    """
    if code in {each.code for each in things}:
        return
    by_word = {word: each.code for each in things for word in (each.label, each.code)}
    nearest = by_word.get(meant(code, by_word, alike=GUESS))
    maybe = f'; did you mean "{nearest}"?' if nearest else ""
    raise CalendarError(f'there is no {kind} "{code}" in this programme{maybe}')


def _then(chosen: Chosen, reserve: Reserve) -> Chosen:
    """Return a session as it would be on its reserve date."""
    able = tuple(each for each in chosen.there if each.person not in reserve.misses)
    return chosen.model_copy(
        update={
            "start": reserve.start,
            "end": reserve.end,
            "venue": reserve.venue,
            "coming": able,
            "expected": (),
            "workers": reserve.workers,
        }
    )
