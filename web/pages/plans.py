"""A plan: being made, made, or not to be made; and its parts."""

from datetime import datetime
from typing import Any

from flask import Blueprint, Response, abort, redirect, render_template, url_for
from werkzeug.wrappers import Response as AnyResponse

from scheduler.files.saving import json_text
from web.beside import reserves_after
from web.kept_clear import kept_clear
from web.month import WEEKDAYS, months
from web.names import Names
from web.pages.at_hand import Opened, opened, store
from web.pages.calendars import reserves_of
from web.pages.programmes import as_file
from web.pages.set_aside import undoing_of
from web.pages.waiting import is_under_way, progress_at, progress_part
from web.shown.conflict import (
    lacking_of,
    next_steps,
    shown_conflicts,
    shown_in_the_way,
    shown_left_out,
    shown_obstacles,
    with_offer,
)
from web.shown.costs import shown_reaches
from web.shown.levels import made, shown_levels, sureness
from web.shown.people import in_no_group, shown_groups, shown_ties
from web.shown.promised import shown_promised
from web.shown.sessions import shown_sessions, undated
from web.shown.summary import summary, unplaced
from web.shown.tasks import all_due, questions

pages = Blueprint("plans", __name__, url_prefix="/plans/<code>")


@pages.get("")
def plan(code: str) -> str:
    """Show a plan, or how far it has come."""
    kept = store().plan(code)
    state = kept.job.state()
    if state.name == "done":
        return _finished(opened(code))
    if is_under_way(state):
        return render_template("progress.html", kept=kept, waiting=progress_at(kept, state))
    return render_template("stopped.html", kept=kept, state=state)


@pages.get("/progress")
def progress(code: str) -> str | tuple[str, int]:
    """Give the part of the page that changes while planning; nothing once that is over."""
    return progress_part(store().plan(code))


@pages.post("/cancel")
def cancel(code: str) -> AnyResponse:
    """Stop planning."""
    store().plan(code).job.cancel()
    return redirect(url_for(".plan", code=code), 303)


@pages.post("/use")
def use(code: str) -> AnyResponse:
    """Use a plan again that was set aside."""
    again = opened(code).kept
    used = store().in_use(again)
    store().use(again)
    reserves_after(used, again)
    return redirect(url_for(".plan", code=code), 303)


@pages.post("/offers/<int:conflict>/<int:offer>")
def take_offer(code: str, conflict: int, offer: int) -> AnyResponse:
    """Begin another plan in which a rule gives as an offer says."""
    found = opened(code)
    try:
        clash = found.plan.conflicts[conflict]
        taken = clash.offers[offer]
        lacking = lacking_of(found.plan, clash.project)
        changed = with_offer(found.programme, clash, offer=taken, lacking=lacking)
    except LookupError:
        abort(404)
    changes = "; ".join(filter(None, (found.kept.change, taken.label)))
    another = store().begin(found.kept.of, changed, change=changes)
    return redirect(url_for(".plan", code=another.code), 303)


@pages.get("/people")
def people(code: str) -> str:
    """Show who comes to how many."""
    found = opened(code)
    groups = shown_groups(found.programme, found.plan)
    left, tied = in_no_group(found.programme), shown_ties(found.programme)
    return _part("people", found, groups=groups, in_no_group=left, tied=tied)


@pages.get("/to-do")
def todo(code: str) -> str:
    """Show what is to be done, by date."""
    found = opened(code)
    names = Names.of(found.programme)
    asked = questions(found.plan, names, holds_back=True)
    today = datetime.now(found.programme.tz).date()
    reserves, undoing = reserves_of(found), undoing_of(found)
    due = all_due(found.plan, names, reserves, undoing=undoing, today=today)
    return _part("todo", found, due=due, questions=asked)


@pages.get("/details")
def details(code: str) -> str:
    """Show how sure the plan is, and what it was made from and with."""
    found = opened(code)
    return _part(
        "details",
        found,
        levels=shown_levels(found.plan),
        sureness=sureness(found.plan),
        made=made(found.plan.certificate),
    )


@pages.get("/plan.json")
def document(code: str) -> Response:
    """Hand out the plan as one JSON document."""
    return as_file(json_text(opened(code).plan, brief=False), "plan.json")


@pages.get("/programme.json")
def programme_document(code: str) -> Response:
    """Hand out the programme the plan was made from."""
    return as_file(json_text(opened(code).programme, brief=True), "programme.json")


def _finished(found: Opened) -> str:
    programme, plan = found.programme, found.plan
    today = datetime.now(programme.tz).date()
    sessions, names = shown_sessions(programme, plan, today=today), Names.of(programme)
    span = {"first": programme.first_day, "last": programme.last_day}
    lacking = undated(programme, plan)
    held = [session.held for session in sessions]
    return _part(
        "plan",
        found,
        summary=summary(programme, plan),
        promised=shown_promised(programme, plan),
        unplaced=unplaced(plan),
        conflicts=shown_conflicts(programme, plan),
        obstacles=shown_obstacles(plan),
        in_the_way=shown_in_the_way(plan),
        money=shown_reaches(programme, plan),
        next_steps=next_steps(plan),
        left_out=shown_left_out(programme, plan),
        questions=questions(plan, names, holds_back=True),
        accepted=questions(plan, names, holds_back=False),
        months=months(
            held,
            kept_clear(programme, plan),
            open_days=span.values() if lacking else (),
            **span,
        ),
        undated=lacking,
        weekdays=WEEKDAYS,
        sessions=sessions,
    )


def _part(name: str, found: Opened, **shown: Any) -> str:  # noqa: ANN401 - whatever a template shows
    return render_template(f"{name}.html", found=found, part=name, **shown)
