"""The start page: an example, one's own programme, and what was begun or opened before."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from constraints import registry
from scheduler.errors import Fault, ProgrammeError
from scheduler.files import read_programme
from scheduler.sentences import counted
from scheduler.spoken_days import spoken_day
from web.begin.kept import Drafts
from web.pages.at_hand import store
from web.store import KeptProgramme
from web.uploads import received
from web.wording import hour, say

pages = Blueprint("start", __name__)

EXAMPLES: Final = Path(__file__).parents[2] / "examples"
NAMES: Final = frozenset({"rural", "multi-site", "impossible"})


@pages.get("/")
def start() -> str:
    """Show what this does and how to begin."""
    return _page()


@pages.post("/examples/<name>")
def example(name: str) -> Response:
    """Open an example and begin to plan it."""
    if name not in NAMES:
        abort(404)
    programme = read_programme(EXAMPLES / name, registry())
    kept = store().keep(programme)
    plan = store().begin(kept.code, programme)
    return redirect(url_for("plans.plan", code=plan.code), 303)


@pages.post("/programmes")
def open_programme() -> Response | tuple[str, int]:
    """Open a programme from files; refuse it with everything that is wrong."""
    try:
        programme = received(request.files.getlist("files"))
    except ProgrammeError as refused:
        return _page(refused.faults), 422
    kept = store().keep(programme)
    return redirect(url_for("programmes.programme", code=kept.code), 303)


def _page(faults: Sequence[Fault] = ()) -> str:
    begun = Drafts(store().home).every()
    return render_template(
        "start.html",
        faults=[fault.says for fault in faults],
        begun=[(each.code, each.called, _changed(each.changed)) for each in begun],
        opened=[_row(kept) for kept in store().programmes()],
        has_examples=EXAMPLES.is_dir(),
    )


def _row(kept: KeptProgramme) -> tuple[str, str, str]:
    """Return a programme's address, its name, and what tells it from others of that name."""
    address = url_for("programmes.programme", code=kept.code)
    opened = say("start.opened_on", day=spoken_day(kept.opened.date()), hour=hour(kept.opened))
    try:
        programme = kept.read()
    except ProgrammeError:
        return address, say("start.unreadable"), opened
    people = counted(len(programme.people), "person", "people")
    plans = counted(len(store().plans_of(kept.code)), "plan")
    return address, programme.name, f"{opened} {say('start.holds', people=people, plans=plans)}"


def _changed(moment: datetime) -> str:
    """Say when something was last said of what was begun."""
    return say("start.begun_on", day=spoken_day(moment.date()), hour=hour(moment))
