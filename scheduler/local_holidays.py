"""How far the local holidays of a project's place are known: to the last that anybody told."""

from scheduler.calendars.tables import Table
from scheduler.programme import LocalHoliday, Programme, Project


def is_here(holiday: LocalHoliday, programme: Programme, *, project: Project) -> bool:
    """Say whether a local holiday is kept where the project belongs; without an area, it is."""
    return not holiday.area or holiday.area.casefold() in programme.areas_of(project.near)


def told_local_holidays(programme: Programme, project: Project) -> tuple[Table, ...]:
    """Return the local holidays of a project's place as a table that is good until the last.

    Where nobody told any, there may be none: some councils set none.
    """
    here = [each for each in programme.local_holidays if is_here(each, programme, project=project)]
    if not here:
        return ()
    place = programme.place(project.near)
    where = (place.name or place.code) if place else project.near or "the programme"
    rows = tuple({"day": f"{each.day}", "name": each.name} for each in here)
    told = Table(
        name="local_holidays",
        title=f"Local holidays told for {where}",
        source=next((each.source for each in here if each.source), "the programme"),
        licence="as told",
        checked=programme.planning_day,
        good_until=max(each.day for each in here),
        columns={"day": "the day", "name": "what it is called"},
        rows=rows,
    )
    return (told,)
