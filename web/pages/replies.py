"""What people answered to invitations: taken in, asked about, decided on, and taken out again."""

from pathlib import Path
from typing import Final

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from scheduler.calendars.entry import CalendarError
from scheduler.calendars.replies.sources import messages_in
from scheduler.errors import ProgrammeError
from scheduler.files.reply_record import (
    ReplyRecord,
    Round,
    add_round,
    answered,
    read_replies,
    replies_at,
    settled,
    take_over,
    undo_round,
)
from web import job_files
from web.pages.at_hand import Opened, opened, store
from web.pages.calendars import calendars_of
from web.shown.replies import shown_replies
from web.store import KeptProgramme
from web.taking_replies import take_in
from web.wording import say

pages = Blueprint("replies", __name__, url_prefix="/plans/<code>/replies")

NOTHING_SEEN: Final = "-"
DECISIONS: Final = ("theirs", "not-theirs", "stays", "done")

Page = str | tuple[str, int]


@pages.get("")
def replies(code: str) -> str:
    """Show what was answered, and ask for more."""
    return _page(opened(code), {})


@pages.post("")
def take(code: str) -> Page | Response:
    """Take in the answers in some files, or say what is wrong with them."""
    found, name = opened(code), say("replies.file")
    sent = [file for file in request.files.getlist("files") if file.filename]
    if not sent:
        return _page(found, {"files": say("replies.nothing")}), 422
    try:
        every = [messages_in(file.stream.read(), name=name) for file in sent]
        messages = [message for file in every for message in file]
        take_in(messages, calendars_of(found), _place(found), file=name)
    except ProgrammeError as refused:
        return _page(found, {"files": refused.faults[0].says}), 422
    except CalendarError as refused:
        return _page(found, {"files": str(refused)}), 422
    return _back(code)


@pages.post("/earlier")
def take_earlier(code: str) -> Response:
    """Take over the answers that are kept with other copies of the programme."""
    found = opened(code)
    take_over(_place(found), *_earlier(found))
    return _back(code)


@pages.post("/<key>/<decision>")
def decide(code: str, key: str, decision: str) -> Response:
    """Decide on a doubtful answer, or on another time that somebody proposed."""
    found = opened(code)
    if decision not in DECISIONS:
        abort(404)
    try:
        add_round(_place(found), lambda record: _decided(record, key, decision))
    except LookupError:
        abort(404)
    return _back(code)


@pages.post("/undo")
def undo(code: str) -> Page | Response:
    """Take out again what was shown as last; pressed once more, nothing else is taken out."""
    found = opened(code)
    try:
        undo_round(_place(found), seen=request.form.get("seen") or NOTHING_SEEN)
    except LookupError:
        return _page(found, {}, notice=say("replies.undone")), 409
    return _back(code)


def _decided(record: ReplyRecord, key: str, decision: str) -> Round:
    if decision in {"theirs", "not-theirs"}:
        return settled(record, key, is_theirs=decision == "theirs")
    return answered(record, key, stays=decision == "stays")


def replies_of(found: Opened) -> ReplyRecord:
    """Return what was answered to the invitations of a plan's programme."""
    return read_replies(_place(found))


def _place(found: Opened) -> Path:
    return _kept_with(store().programme(found.kept.of))


def _kept_with(programme: KeptProgramme) -> Path:
    return replies_at(programme.folder / job_files.PROGRAMME)


def _earlier(found: Opened) -> tuple[Path, ...]:
    """Return where answers are kept with other copies of a programme, and not with this one."""
    known, name = replies_of(found), found.programme.name
    others = [each for each in store().programmes() if each.code != found.kept.of]
    # Few have answers, and to read a programme takes a while.
    told = [each for each in others if known.lacks(read_replies(_kept_with(each)))]
    return tuple(_kept_with(each) for each in told if each.read().name == name)


def _back(code: str) -> Response:
    return redirect(url_for(".replies", code=code), 303)


def _page(found: Opened, faults: dict[str, str], *, notice: str = "") -> str:
    asked = {"found": found, "part": "replies", "faults": faults, "notice": notice}
    try:
        shown = shown_replies(found.code, calendars_of(found), replies_of(found))
    except CalendarError as refused:
        return render_template("replies.html", refused=str(refused), **asked)
    earlier = bool(_earlier(found))
    return render_template("replies.html", shown=shown, earlier=earlier, **asked)
