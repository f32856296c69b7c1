"""Calendar files of a plan: one for each group, a private one for each person."""

from flask import Blueprint, Response, abort, render_template, url_for

from scheduler.calendars.entry import CalendarError
from scheduler.calendars.from_plan import PlanCalendars
from scheduler.programme import Programme
from web.pages.at_hand import Opened, opened, store
from web.pages.programmes import as_file
from web.wording import say

pages = Blueprint("calendars", __name__, url_prefix="/plans/<code>/calendars")

Link = tuple[str, str]
"""An address, and whose calendar is there."""


@pages.get("")
def calendars(code: str) -> str:
    """List the files of a plan."""
    found = opened(code)
    shown = {"found": found, "part": "calendars"}
    try:
        names = [name for name, _ in _calendars(found).all()]
    except CalendarError as refused:
        return render_template("calendars.html", refused=str(refused), **shown)
    groups = found.programme.projects
    links = [url_for(".calendar", code=code, name=name) for name in names]
    return render_template(
        "calendars.html",
        groups=_group_links(found.programme, links[: len(groups)]),
        people=_person_links(found, links[len(groups) :]),
        **shown,
    )


@pages.get("/<name>")
def calendar(code: str, name: str) -> Response:
    """Hand out one calendar; keep it, so that the next can say what has changed."""
    found = opened(code)
    files = dict(_calendars(found).all())
    if name not in files:
        abort(404)
    store().keep_sent(found.programme, (name, files[name]))
    return as_file(files[name], name, kind="text/calendar")


def _calendars(found: Opened) -> PlanCalendars:
    return PlanCalendars(found.programme, found.plan, store().sent(found.programme))


def _group_links(programme: Programme, links: list[str]) -> list[Link]:
    labels = [say("calendars.group", name=each.public_label) for each in programme.projects]
    return list(zip(links, labels, strict=True))


def _person_links(found: Opened, links: list[str]) -> list[Link]:
    calendars = _calendars(found)
    whose = {calendars.name_for(each.code): each.label for each in found.programme.people}
    return [(link, say("calendars.person", name=whose[link.rpartition("/")[2]])) for link in links]
