"""Somebody's calendar brought in: read, looked at, its questions answered, then put in."""

from collections.abc import Mapping
from typing import Final

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from scheduler.calendars.foreign.letters import MOST_BYTES
from scheduler.calendars.foreign.limited import busy_in
from scheduler.errors import ProgrammeError
from scheduler.programme import Programme
from scheduler.sentences import counted
from web import busy_draft
from web.bringing_busy import CALENDAR, window_of
from web.fetching import FetchError, fetched
from web.forms import Ask, NotTypedError, understood
from web.pages.at_hand import store
from web.shown.busy import shown_busy
from web.wording import say

pages = Blueprint("busy", __name__, url_prefix="/programmes/<code>/busy")

FETCH: Final = "FETCH_CALENDARS"
"""Whether whoever runs these pages lets them fetch calendars by their address."""

Page = str | tuple[str, int]


def _people(programme: Programme) -> tuple[tuple[str, str], ...]:
    return tuple((each.code, each.label) for each in programme.people if not each.to_fill)


PERSON = Ask("person", "choice", _people)
NAME = Ask("calendar", "text", is_needed=False)


@pages.get("")
def busy(code: str) -> str:
    """Ask for a calendar, and whose it is."""
    return _form(code, {})


@pages.post("")
def read(code: str) -> Page | Response:
    """Read a calendar, or say beside each field what is wrong with it."""
    kept = store().programme(code)
    programme = kept.read()
    told, faults = _told(programme)
    content = b""
    try:
        content = _content()
    except FetchError as refused:
        faults["address"] = str(refused)
    if not content and "address" not in faults:
        faults["file"] = say("busy.nothing")
    if faults:
        return _form(code, faults), 422
    owner = next(each.email for each in programme.people if each.code == told["person"])
    window = window_of(programme.first_day, programme.last_day)
    try:
        found = busy_in(content, window, owner=owner, file=say("busy.file"))
    except ProgrammeError as refused:
        return _form(code, {"file": refused.faults[0].says}), 422
    draft = busy_draft.keep(
        kept, told["person"], calendar=told["calendar"] or CALENDAR, found=found
    )
    return redirect(url_for(".found", code=code, draft=draft.code), 303)


@pages.get("/<draft>")
def found(code: str, draft: str) -> str:
    """Show what was read, with what has to be asked."""
    kept = store().programme(code)
    programme = kept.read()
    shown = shown_busy(busy_draft.draft_of(kept, draft), programme)
    return render_template(
        "busy_found.html", code=code, draft=draft, shown=shown, name=programme.name
    )


@pages.post("/<draft>")
def put_in(code: str, draft: str) -> Response:
    """Put what was read into the programme."""
    kept = store().programme(code)
    saved = busy_draft.draft_of(kept, draft).put_into(kept, request.form)
    flash(say("busy.saved", added=counted(saved.added, "time"), out=saved.taken_out))
    return redirect(url_for(".busy", code=code), 303)


@pages.post("/<draft>/drop")
def drop(code: str, draft: str) -> Response:
    """Forget what was read."""
    kept = store().programme(code)
    busy_draft.draft_of(kept, draft)
    busy_draft.forget(kept)
    return redirect(url_for(".busy", code=code), 303)


def _told(programme: Programme) -> tuple[dict[str, str], dict[str, str]]:
    """Return whose calendar it is and what it is called, and what is wrong with either."""
    told: dict[str, str] = {}
    faults: dict[str, str] = {}
    for ask in (PERSON, NAME):
        try:
            told[ask.name] = understood(ask, request.form, programme)
        except NotTypedError as wrong:
            faults[ask.name] = str(wrong)
    return told, faults


def _content() -> bytes:
    """Return the calendar that was sent, pasted, or is at an address; nothing if there is none."""
    sent = request.files.get("file")
    content = sent.stream.read(MOST_BYTES + 1) if sent else b""
    pasted = request.form.get("text", "").encode()
    address = request.form.get("address", "").strip()
    if content.strip() or pasted.strip() or not address:
        return content if content.strip() else pasted.strip()
    if not current_app.config.get(FETCH):
        raise FetchError(say("busy.no_fetching"))
    return fetched(address)


def _form(code: str, faults: Mapping[str, str]) -> str:
    programme = store().programme(code).read()
    return render_template(
        "busy.html",
        code=code,
        name=programme.name,
        people=_people(programme),
        typed=request.form,
        faults=faults,
        may_fetch=current_app.config.get(FETCH),
    )
