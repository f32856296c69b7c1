"""Local events near a group's place while it recruits: where people could be met."""

from datetime import date

from scheduler.calendars.observance import Observance
from scheduler.calendars.observances import FestivalTables, observances_between
from scheduler.programme import Programme, Project
from scheduler.venues import Place

RECRUIT = "recruit"
NATIONAL = "all"
"""The council area of an event that belongs to all of Scotland."""


def events_to_recruit_at(programme: Programme, *, tables: FestivalTables) -> tuple[Observance, ...]:
    """Return the local events near the groups' places in the weeks they recruit, in order.

    Each has its place. The same calendar that keeps sessions clear tells where to go.
    """
    # A day of rest is kept every week; nobody is called upon then.
    once = {each.festival_id for each in tables.events if "WEEKLY" not in each.rrule}
    found = {
        event: None
        for project in programme.projects
        if (days := _recruiting_days(programme, project))
        and (place := programme.place(project.near))
        for event in observances_between(*days, tables=tables)
        if event.festival_id in once and _is_near(event, place)
    }
    return tuple(found)


def _recruiting_days(programme: Programme, project: Project) -> tuple[date, date] | None:
    """Return the days a group recruits in; nothing where it does not."""
    phase = next((each for each in project.phases if each.name == RECRUIT), None)
    phases = {project.phase_of(session).name for session in project.sessions}
    if phase is None and RECRUIT not in phases:
        return None
    first = (phase.first_day if phase else None) or programme.first_day
    last = (phase.last_day if phase else None) or programme.last_day
    return (first, last) if first <= last else None


def _is_near(event: Observance, place: Place) -> bool:
    near = {place.council.casefold(), NATIONAL} - {""}
    return event.council.casefold() in near
