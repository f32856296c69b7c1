"""Local events near a group and its people while it recruits: where others could be met."""

from datetime import date

from scheduler.calendars.observance import Observance
from scheduler.calendars.observances import FestivalTables, observances_between
from scheduler.programme import Programme, Project

RECRUIT = "recruit"
NATIONAL = "all"
"""The council area of an event that belongs to all of Scotland."""


def events_to_recruit_at(programme: Programme, *, tables: FestivalTables) -> tuple[Observance, ...]:
    """Return the local events near the groups and their people in the weeks they recruit, in order.

    Each has its place. The same calendar that keeps sessions clear tells where to go.
    """
    # A day of rest is kept every week; nobody is called upon then.
    once = {each.festival_id for each in tables.events if "WEEKLY" not in each.rrule}
    found = {
        event: None
        for project in programme.projects
        if (days := _recruiting_days(programme, project))
        and (councils := _councils(programme, project))
        for event in observances_between(*days, tables=tables)
        if event.festival_id in once and event.council.casefold() in councils
    }
    return tuple(sorted(found, key=lambda event: (event.block_start, event.festival_id)))


def _recruiting_days(programme: Programme, project: Project) -> tuple[date, date] | None:
    """Return the days a group recruits in; nothing where it does not."""
    phase = next((each for each in project.phases if each.name == RECRUIT), None)
    phases = {project.phase_of(session).name for session in project.sessions}
    if phase is None and RECRUIT not in phases:
        return None
    first = (phase.first_day if phase else None) or programme.first_day
    last = (phase.last_day if phase else None) or programme.last_day
    return (first, last) if first <= last else None


def _councils(programme: Programme, project: Project) -> frozenset[str]:
    """Return the council areas of a group's place and its people's; none where no place is told."""
    lived_in = (person.home for person in programme.group(project))
    places = [place for name in (project.near, *lived_in) if (place := programme.place(name))]
    councils = {place.council.casefold() for place in places} - {""}
    return frozenset(councils | {NATIONAL}) if places else frozenset()
