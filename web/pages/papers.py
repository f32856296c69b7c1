"""Sheets to print, to type or to say: for a group, and for each person in the ways they chose."""

from dataclasses import dataclass
from typing import Final, cast

from flask import Blueprint, abort, render_template, request, url_for

from scheduler.calendars.entry import CalendarError
from scheduler.calendars.from_plan import PlanCalendars
from scheduler.papers.record import Record, group_record, person_record
from scheduler.papers.sheet import SheetKind
from scheduler.papers.sheets import FOR_GROUPS, WAYS, is_safe, sheet_of
from web.pages.at_hand import Opened, opened
from web.wording import say

pages = Blueprint("papers", __name__, url_prefix="/plans/<code>/papers")

ASKED: Final = "yes"


@dataclass(frozen=True)
class Person:
    """Whose sheets there are."""

    label: str
    safe: tuple[tuple[str, str], ...]
    """Addresses and names of the sheets in ways they chose."""
    other: tuple[tuple[str, str], ...]
    """The same for every other sheet."""
    notes: tuple[str, ...]


@pages.get("")
def papers(code: str) -> str:
    """List the sheets of a plan."""
    found = opened(code)
    shown = {"found": found, "part": "papers"}
    try:
        groups = [_group_links(found, each.code) for each in found.programme.projects]
        people = [_person(found, each.code) for each in _calendars(found).joined()]
    except CalendarError as refused:
        return render_template("papers.html", refused=str(refused), **shown)
    return render_template("papers.html", groups=groups, people=people, **shown)


@pages.get("/groups/<project>/<kind>")
def group_sheet(code: str, project: str, kind: str) -> str:
    """Show what anybody may read of a group's sessions."""
    found = opened(code)
    if kind not in FOR_GROUPS:
        abort(404)
    return _shown(found, _record(found, project=project), kind)


@pages.get("/people/<person>/<kind>")
def person_sheet(code: str, person: str, kind: str) -> str:
    """Show one person's sheet; where they did not choose that way, ask first."""
    found = opened(code)
    if kind not in WAYS:
        abort(404)
    record, wanted = _record(found, person=person), cast("SheetKind", kind)
    if not is_safe(record.contact, wanted) and request.args.get("asked") != ASKED:
        address = url_for(".person_sheet", code=code, person=person, kind=kind, asked=ASKED)
        label = record.name or person
        return render_template("paper_ask.html", found=found, label=label, address=address)
    return _shown(found, record, wanted)


def _shown(found: Opened, record: Record, kind: SheetKind) -> str:
    return render_template("paper.html", found=found, sheet=sheet_of(record, kind), kind=kind)


def _record(found: Opened, *, person: str = "", project: str = "") -> Record:
    """Return a record that is asked for by an address, which may name nobody there is."""
    try:
        if person:
            return person_record(found.programme, found.plan, person)
        return group_record(found.programme, found.plan, project)
    except CalendarError:
        abort(404)


def _calendars(found: Opened) -> PlanCalendars:
    return PlanCalendars(found.programme, found.plan)


def _group_links(found: Opened, project: str) -> tuple[tuple[str, str], ...]:
    name = group_record(found.programme, found.plan, project).title
    return tuple(
        (
            url_for(".group_sheet", code=found.code, project=project, kind=kind),
            say("papers.of", kind=say(f"papers.kind_{kind}"), name=name),
        )
        for kind in FOR_GROUPS
    )


def _person(found: Opened, person: str) -> Person:
    record = person_record(found.programme, found.plan, person)
    links = {
        kind: (
            url_for(".person_sheet", code=found.code, person=person, kind=kind),
            say(f"papers.kind_{kind}"),
        )
        for kind in WAYS
    }
    safe = [kind for kind in WAYS if is_safe(record.contact, kind)]
    return Person(
        label=record.name or person,
        safe=tuple(links[kind] for kind in safe) if record.meetings else (),
        other=tuple(links[kind] for kind in WAYS if kind not in safe) if record.meetings else (),
        notes=() if record.meetings else (say("papers.none"),),
    )
