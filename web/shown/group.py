"""What a group may read of its plan: dates, hours, rooms, how to get in and whom to ring."""

from dataclasses import dataclass

from scheduler.calendars.held import Held
from scheduler.plan import Chosen, Plan
from scheduler.programme import Programme, Project
from web.names import Names
from web.shown.access import ShownAccess, shown_access
from web.wording import phone_link, say, when


@dataclass(frozen=True)
class GroupSession:
    """One session as the group reads it."""

    title: str
    when: str
    venue: str
    address: str
    directions: str
    access: ShownAccess
    join: str


@dataclass(frozen=True)
class GroupPage:
    """Everything a group may read: nothing of who comes, nothing of days refused."""

    name: str
    sessions: tuple[GroupSession, ...]
    is_final: bool
    organiser: str
    phone: str
    link: str


def group_page(programme: Programme, plan: Plan, *, project: Project) -> GroupPage:
    """Return what a group may read of its plan."""
    names = Names.of(programme)
    own = sorted(
        (each for each in plan.sessions if each.project == project.code), key=lambda c: c.start
    )
    return GroupPage(
        project.public_label,
        tuple(_session(_held(programme, plan, chosen=c, names=names)) for c in own),
        plan.final,
        programme.organiser or say("group.organiser"),
        programme.phone,
        phone_link(programme.phone),
    )


def _held(programme: Programme, plan: Plan, *, chosen: Chosen, names: Names) -> Held:
    project, venue = names.projects[chosen.project], names.venues[chosen.venue]
    return Held(programme, plan, project, chosen, venue)


def _session(held: Held) -> GroupSession:
    return GroupSession(
        held.title.removeprefix(f"{held.project.public_label}: "),
        when(held.start, held.end),
        held.venue.label,
        held.venue.address,
        held.venue.directions,
        shown_access(held.programme, held.venue),
        held.wish.join_link if held.venue.is_remote else "",
    )
