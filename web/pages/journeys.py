"""How everybody gets to each session and home, in pictures: for the organiser alone."""

from collections.abc import Iterator

from flask import Blueprint, render_template

from scheduler.plan import Plan
from scheduler.programme import Programme
from web.names import Names
from web.pages.at_hand import opened
from web.shown.area_map import AreaMap, area_map
from web.shown.day_strips import shown_days
from web.wording import say

pages = Blueprint("journeys", __name__)


@pages.get("/plans/<code>/journeys")
def journeys(code: str) -> str:
    """Show a map of each group and everybody's day of each session."""
    found = opened(code)
    names = Names.of(found.programme)
    return render_template(
        "journeys.html",
        found=found,
        part="journeys",
        maps=tuple(_maps(found.programme, found.plan, names)),
        days=shown_days(found.programme, found.plan, names),
    )


def _maps(programme: Programme, plan: Plan, names: Names) -> Iterator[tuple[str, AreaMap]]:
    """Give each group's map under its title, where there is one."""
    for project in programme.projects:
        sessions = [chosen for chosen in plan.sessions if chosen.project == project.code]
        drawn = area_map(programme, sessions, names)
        alone = len(programme.projects) == 1
        title = say("journeys.map_title" if alone else "journeys.map_of_group", group=project.label)
        if drawn:
            yield title, drawn
