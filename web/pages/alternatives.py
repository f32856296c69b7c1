"""Other good plans: looked for in the background, side by side, and one to be chosen."""

from collections.abc import Sequence

from flask import Blueprint, abort, redirect, render_template, url_for
from werkzeug.wrappers import Response

from scheduler.outcomes import could_hold_more
from web.beside import look_for_alternatives, reserves_after
from web.choices import Choice, read_choices
from web.pages.at_hand import Opened, opened, store
from web.pages.waiting import is_under_way, progress_at, progress_part
from web.shown.alternatives import reason_for, shown_alternatives

pages = Blueprint("alternatives", __name__, url_prefix="/plans/<code>/alternatives")


@pages.get("")
def alternatives(code: str) -> str:
    """Show other good plans, how far looking for them has come, or the button that begins it."""
    found = opened(code)
    run = found.kept.alternatives
    state = run.job.state() if run.is_begun else None
    if state and is_under_way(state):
        return _page(found, waiting=progress_at(run, state))
    if state and state.name == "done":
        used, choices = found.in_use.plan(), read_choices(run.folder)
        shown = shown_alternatives(found.programme, found.plan, choices, used=used)
        return _page(found, shown=shown)
    return _page(found, stopped=state)


@pages.get("/progress")
def progress(code: str) -> str | tuple[str, int]:
    """Give the part of the page that changes while one waits."""
    return progress_part(opened(code).kept.alternatives)


@pages.post("/look")
def look(code: str) -> Response:
    """Begin to look."""
    found = opened(code)
    if _may_choose(found):
        look_for_alternatives(found.kept.alternatives, found.programme)
    return _back(code)


@pages.post("/cancel")
def cancel(code: str) -> Response:
    """Stop looking."""
    run = opened(code).kept.alternatives
    if run.is_begun:
        run.job.cancel()
    return _back(code)


@pages.post("/choose/<name>")
def choose(code: str, name: str) -> Response:
    """Use one of the plans in the place of this one, which is kept."""
    found = opened(code)
    run = found.kept.alternatives
    if not run.is_begun or run.job.state().name != "done":
        abort(404)
    choice = _named(read_choices(run.folder), name)
    used = store().in_use(found.kept)
    if used.plan() != choice.plan:  # pressed twice, it is taken once
        reason = reason_for(choice)
        earlier, used = (
            used,
            store().put_in_place(used, choice.programme, choice.plan, reason=reason),
        )
        reserves_after(earlier, used)
    return redirect(url_for("plans.plan", code=used.code), 303)


def _named(choices: Sequence[Choice], name: str) -> Choice:
    found = next((choice for choice in choices if choice.said.name == name), None)
    return found or abort(404)


def _back(code: str) -> Response:
    return redirect(url_for(".alternatives", code=code), 303)


def _page(found: Opened, **shown: object) -> str:
    told = {"may_choose": _may_choose(found), **shown}
    return render_template("alternatives.html", found=found, part="alternatives", **told)


def _may_choose(found: Opened) -> bool:
    """Say whether there may be something to choose between."""
    return found.plan.possible or could_hold_more(found.plan)
