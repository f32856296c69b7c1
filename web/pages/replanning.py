"""Something changed: said bit by bit, worked out in the background, then used or dropped."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from scheduler.errors import ProgrammeError
from scheduler.programme import Programme
from web.beside import reserves_after
from web.change_forms import FORMS, Form, with_change, without_change
from web.forms import Ask, NotTypedError, as_typed, understood
from web.jobs import State
from web.pages.at_hand import Opened, opened, store
from web.pages.waiting import is_under_way, progress_at, progress_part
from web.replanning import Draft, changed_by, usual_day, what_is_wrong
from web.shown.changes import shown_changes
from web.shown.replanned import Before, shown_replanned
from web.wording import say

pages = Blueprint("replanning", __name__, url_prefix="/plans/<code>/changed")

DAY = Ask("day", "day")
"""The day planning is done."""

Page = str | tuple[str, int]


@pages.get("")
def replanning(code: str) -> Page:
    """Show what was said so far, how far work has come, or what it does to the plan."""
    found = opened(code)
    draft = Draft(found.kept)
    run = found.kept.replanning
    state = run.job.state() if run.is_begun else None
    if state and is_under_way(state):
        return _page(found, draft, waiting=progress_at(run, state))
    if state and state.name == "done":
        before = Before(found.programme, found.plan)
        today = datetime.now(found.programme.tz).date()
        shown = shown_replanned(before, draft.programme(), draft.found(), today=today)
        return _page(found, draft, shown=shown, possible=draft.found().plan.possible)
    return _draft_page(found, draft, stopped=state)


@pages.get("/progress")
def progress(code: str) -> Page:
    """Give the part of the page that changes while one waits."""
    return progress_part(opened(code).kept.replanning)


@pages.get("/add/<kind>")
def ask(code: str, kind: str) -> Page:
    """Show the form for one kind of change."""
    found, form = opened(code), _form(kind)
    return _form_page(found, form, {})


@pages.post("/add/<kind>")
def add(code: str, kind: str) -> Page | Response:
    """Take a change in, or say beside each field what is wrong with it."""
    found, form = opened(code), _form(kind)
    draft = Draft(found.kept)
    changes = draft.changes()
    programme = changed_by(found.programme, changes)
    told, faults = _typed(form, programme)
    if faults:
        return _form_page(found, form, faults), 422
    more = with_change(changes, form.made(told, programme))
    try:
        changed_by(found.programme, more)
    except ProgrammeError as refused:
        return _form_page(found, form, {form.blames: what_is_wrong(refused)}), 422
    draft.keep(more)
    return _back(code)


@pages.post("/remove/<kind>/<int:number>")
def remove(code: str, kind: str, number: int) -> Page | Response:
    """Take one change away again, unless another one rests on it."""
    found = opened(code)
    draft = Draft(found.kept)
    try:
        fewer = without_change(draft.changes(), kind, number)
        changed_by(found.programme, fewer)
    except LookupError:
        abort(404)
    except ProgrammeError:
        return _draft_page(found, draft, refused={"changes": say("replan.rests_on")}), 422
    draft.keep(fewer)
    return _back(code)


@pages.post("/find")
def find(code: str) -> Page | Response:
    """Begin to plan again."""
    found = opened(code)
    draft = Draft(found.kept)
    refused = {} if any(dict(draft.changes()).values()) else {"changes": say("replan.no_change")}
    try:
        day = understood(DAY, request.form, found.programme)
        if not refused:
            draft.begin(day)
    except NotTypedError as wrong:
        refused["day"] = str(wrong)
    except ProgrammeError as wrong:
        refused["day"] = what_is_wrong(wrong)
    return (_draft_page(found, draft, refused=refused), 422) if refused else _back(code)


@pages.post("/cancel")
def cancel(code: str) -> Response:
    """Stop planning again."""
    run = opened(code).kept.replanning
    if run.is_begun:
        run.job.cancel()
    return _back(code)


@pages.post("/again")
def open_again(code: str) -> Response:
    """Go back to what was said, to say more or less."""
    Draft(opened(code).kept).open_again()
    return _back(code)


@pages.post("/drop")
def drop(code: str) -> Response:
    """Forget what was said; the plan stays as it is."""
    Draft(opened(code).kept).drop()
    return redirect(url_for("plans.plan", code=code), 303)


@pages.post("/accept")
def accept(code: str) -> Response:
    """Use the new plan in the place of this one, which is kept."""
    found = opened(code)
    draft, run = Draft(found.kept), found.kept.replanning
    if not run.is_begun or run.job.state().name != "done":
        return _back(code)
    programme = draft.programme()
    said = " ".join(each.says for each in shown_changes(programme, draft.changes()))
    earlier = store().in_use(found.kept)
    plan = store().put_in_place(
        earlier, programme, draft.found().plan, reason=say("replan.reason", said=said)
    )
    reserves_after(earlier, plan)
    draft.drop()
    return redirect(url_for("plans.plan", code=plan.code), 303)


def _form(kind: str) -> Form:
    return FORMS.get(kind) or abort(404)


def _typed(form: Form, programme: Programme) -> tuple[dict[str, Any], dict[str, str]]:
    """Return what was typed, and what is wrong with it, by field."""
    told: dict[str, Any] = {}
    faults: dict[str, str] = {}
    for ask in form.asks:
        try:
            told[ask.name] = understood(ask, request.form, programme)
        except NotTypedError as wrong:
            faults[ask.name] = str(wrong)
    return told, faults or _out_of_order(told)


def _out_of_order(told: Mapping[str, Any]) -> dict[str, str]:
    """Say what is wrong with two days that do not go together."""
    first, last = told.get("first") or told.get("since"), told.get("last")
    if last and not first:
        return {"since": say("forms.no_first")}
    return {"last": say("forms.too_early")} if last and last < first else {}


def _back(code: str) -> Response:
    return redirect(url_for(".replanning", code=code), 303)


def _form_page(found: Opened, form: Form, faults: Mapping[str, str]) -> str:
    programme = changed_by(found.programme, Draft(found.kept).changes())
    return render_template(
        "change_form.html",
        found=found,
        part="replanning",
        form=form,
        fits=form.fits(programme),
        options={ask.name: ask.options(programme) for ask in form.asks},
        typed={ask.name: as_typed(ask, request.values) for ask in form.asks},
        faults=faults,
    )


def _draft_page(
    found: Opened,
    draft: Draft,
    *,
    refused: Mapping[str, str] | None = None,
    stopped: State | None = None,
) -> str:
    programme = changed_by(found.programme, draft.changes())
    day = usual_day(programme, today=datetime.now(programme.tz).date())
    typed = as_typed(DAY, request.form) if refused and "day-day" in request.form else _parts(day)
    forms = [form for form in FORMS.values() if form.fits(programme)]
    shown = {"forms": forms, "faults": refused or {}, "typed": {"day": typed}, "stopped": stopped}
    return _page(found, draft, **shown)


def _parts(day: date) -> dict[str, str]:
    return {"day": str(day.day), "month": str(day.month), "year": str(day.year)}


def _page(found: Opened, draft: Draft, **shown: object) -> str:
    changes = draft.changes()
    said = shown_changes(changed_by(found.programme, changes), changes)
    return render_template("replanning.html", found=found, part="replanning", changes=said, **shown)
