"""Calendar files of a plan: for each reader their own."""

from datetime import datetime

from flask import Blueprint, Response, abort, redirect, render_template, url_for
from werkzeug.wrappers import Response as AnyResponse

from scheduler.calendars.add_links import google_link, outlook_link
from scheduler.calendars.entry import CalendarError
from scheduler.calendars.from_plan import PlanCalendars, Reader
from scheduler.calendars.held import Reserves
from scheduler.programme import Programme
from scheduler.spoken_days import spoken_day
from web.beside import forget, look_for_reserves
from web.jobs import StateName
from web.kept_reserves import reserves_kept
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
    shown = {"found": found, "part": "calendars", "reserves": _reserves_state(found)}
    made = calendars_of(found)
    try:
        made.all()
    except CalendarError as refused:
        return render_template("calendars.html", refused=str(refused), links={}, **shown)
    links: dict[str, list[Link]] = {}
    for reader in made.readers():
        address = url_for(".calendar", code=code, name=made.name_for(reader))
        links.setdefault(reader.kind, []).append((address, reader_says(found.programme, reader)))
    with_file = {reader.code for reader in made.readers() if reader.kind == "person"}
    others = [each.label for each in made.joined() if each.code not in with_file]
    return render_template(
        "calendars.html", links=links, others=others, adding=_adding(found, made), **shown
    )


@pages.post("/reserves")
def show_reserves(code: str) -> AnyResponse:
    """Begin to work out dates in reserve, to be shown in calendars as soon as they are known."""
    found = opened(code)
    look_for_reserves(found.kept.reserves, found.programme, found.plan)
    return redirect(url_for(".calendars", code=code), 303)


@pages.post("/reserves/leave-out")
def leave_out_reserves(code: str) -> AnyResponse:
    """Show no dates in reserve any more; whoever saw them reads that they are off."""
    forget(opened(code).kept.reserves)
    return redirect(url_for(".calendars", code=code), 303)


@pages.get("/<name>")
def calendar(code: str, name: str) -> Response:
    """Hand out one calendar; keep it, so that the next can say what has changed."""
    found = opened(code)
    made = calendars_of(found)
    by_name = {made.name_for(reader): reader for reader in made.readers()}
    if name not in by_name:
        abort(404)
    _, content = made.of(by_name[name])
    keep_handed_out(found, by_name[name], content)
    return as_file(content, name, kind="text/calendar")


def _adding(found: Opened, made: PlanCalendars) -> list[Link]:
    """Return links that add one session to a calendar on the web, for what is not called off."""
    every = (
        entry
        for project in found.programme.projects
        for entry in made.entries_for(Reader("project", project.code))
        if entry.status != "CANCELLED"
    )
    links: list[Link] = []
    for entry in every:
        what = f"{entry.title}, {spoken_day(entry.start.date())}"
        links.append((google_link(entry), say("feeds.add_google", what=what)))
        links.append((outlook_link(entry), say("feeds.add_outlook", what=what)))
    return links


def _reserves_state(found: Opened) -> StateName | None:
    """Return how far dates in reserve are known; nothing where nobody asked for them."""
    run = found.kept.reserves
    return run.job.state().name if run.is_begun else None


def calendars_of(found: Opened) -> PlanCalendars:
    """Return the calendars of a plan, following those handed out before."""
    return PlanCalendars(
        found.programme, found.plan, store().outbox(found.programme).sent(), reserves_of(found)
    )


def reserves_of(found: Opened) -> Reserves:
    """Return the dates in reserve that calendars show: where asked for, once worked out."""
    return reserves_kept(found.programme, found.plan, found.kept.reserves)


def keep_handed_out(found: Opened, reader: Reader, content: bytes) -> datetime:
    """Keep a calendar that is handed out; return when it last was another one than this."""
    made, outbox = calendars_of(found), store().outbox(found.programme)
    for beside in made.beside(reader):
        outbox.keep(*beside)
    return outbox.keep(made.name_for(reader), content)


def reader_says(programme: Programme, reader: Reader) -> str:
    """Return whose calendar it is, in words for the organiser."""
    return say(f"calendars.{reader.kind}", name=_label(programme, reader))


def _label(programme: Programme, reader: Reader) -> str:
    labels: dict[str, dict[str, str]] = {
        "organiser": {"": ""},
        "project": {each.code: each.public_label for each in programme.projects},
        "venue": {each.code: each.label for each in programme.venues},
        "worker": {each.code: each.label for each in programme.workers},
        "person": {each.code: each.label for each in programme.people},
    }
    return labels[reader.kind][reader.code]
