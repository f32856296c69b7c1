"""Addresses that calendars follow: one a reader, shown once, and taken back at any time."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, cast

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.http import http_date, parse_date
from werkzeug.wrappers import Response as AnyResponse

from scheduler.calendars.entry import CalendarError
from scheduler.calendars.from_plan import PlanCalendars, Reader
from scheduler.programme import Programme
from scheduler.spoken_days import spoken_day
from web.feed_addresses import FeedAddress
from web.feed_memory import FeedMemory, marks_in
from web.feed_store import FeedStore, KeptFeed
from web.pages.at_hand import Opened, opened, store
from web.pages.calendars import calendars_of, keep_handed_out, reader_says
from web.store import KeptPlan, NotKeptError
from web.wording import say

pages = Blueprint("feeds", __name__)

FEED: Final = "feeds.feed"
MEMORY: Final = "feed memory"
"""Under which name the application keeps which calendars still stand."""


@dataclass(frozen=True)
class Row:
    """A reader, and the address they have."""

    says: str
    make: str
    """Where to ask for a new one."""
    made: str
    """Since when they have one; empty where they have none."""
    revoke: str
    """Where to take it back."""


@pages.get("/feeds/<token>.ics")
def feed(token: str) -> Response:
    """Answer a calendar that follows an address; 304 where nothing changed since it last asked."""
    kept = feeds().find(token)
    plan = _followed(kept) if kept else None
    if kept is None or plan is None:
        abort(404)
    content, changed = _as_it_stands(plan, kept.reader)
    response = Response(content, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'inline; filename="calendar.ics"'
    response.last_modified = changed
    response.add_etag()
    response.make_conditional(_only_what_is_meant())
    return response


@pages.get("/plans/<code>/feeds")
def addresses(code: str) -> str:
    """List the readers of a plan, with the addresses they have."""
    found = opened(code)
    made = calendars_of(found)
    try:
        made.all()
    except CalendarError as refused:
        return render_template("feeds.html", refused=str(refused), found=found)
    kept = {each.reader: each for each in _kept(found)}
    rows = [_row(found, reader, kept.get(reader)) for reader in made.readers()]
    return render_template("feeds.html", rows=rows, found=found, local=_here().is_local)


@pages.post("/plans/<code>/feeds/<kind>/make")
def make(code: str, kind: str) -> str:
    """Make an address for a reader, in place of the one they have, and show it this once."""
    found = opened(code)
    reader = _asked(calendars_of(found), kind)
    for each in _kept(found):
        if each.reader == reader:
            feeds().revoke(each.digest)
    token = feeds().make(found.in_use.code, reader, today=datetime.now().astimezone().date())
    # From outside it is reached with https, whatever stands between there and here.
    scheme = "http" if _here().is_local else "https"
    address = FeedAddress(url_for(FEED, token=token, _external=True, _scheme=scheme))
    whose = reader_says(found.programme, reader)
    return render_template("feed_made.html", found=found, address=address, whose=whose)


@pages.post("/plans/<code>/feeds/<digest>/revoke")
def revoke(code: str, digest: str) -> AnyResponse:
    """Take an address back."""
    found = opened(code)
    if digest in {each.digest for each in _kept(found)}:
        feeds().revoke(digest)
    return redirect(url_for(".addresses", code=code), 303)


def feeds() -> FeedStore:
    """Return the addresses kept on this machine."""
    return FeedStore(store().home)


def _followed(kept: KeptFeed) -> KeptPlan | None:
    """Return the plan in use that an address shows; None where there is none any more."""
    try:
        return store().in_use(store().plan(kept.plan))
    except NotKeptError:
        return None


def _as_it_stands(plan: KeptPlan, reader: Reader) -> tuple[bytes, datetime]:
    """Return a reader's calendar and when it last was another; the plan is read if it changed."""
    memory = cast("FeedMemory", current_app.extensions[MEMORY])
    # Looked at before it is read: whatever changes meanwhile is noticed by whoever asks next.
    key, made_from = (plan.code, reader), marks_in(plan.folder, plan.reserves.folder)
    known = memory.handed_out(key, made_from)
    if known:
        return known
    found = opened(plan.code)
    content = _content(found, reader)
    changed = keep_handed_out(found, reader, content)
    file = store().outbox(found.programme).folder / calendars_of(found).name_for(reader)
    memory.remember(key, made_from, file=file, content=content)
    return content, changed


def _content(found: Opened, reader: Reader) -> bytes:
    # Whoever no longer wants a calendar, or is no longer there, has none to follow.
    if reader.kind == "person" and not _is_safe(found.programme, reader.code):
        abort(404)
    try:
        return calendars_of(found).of(reader)[1]
    except CalendarError:
        abort(404)


def _is_safe(programme: Programme, code: str) -> bool:
    person = next((each for each in programme.people if each.code == code), None)
    return person is not None and person.contact.allows("calendar")


def _only_what_is_meant() -> dict[str, object]:
    """Return what was asked, without a date that is none: one answer of 304 to that lasts for ever.

    A date in another of the old forms is left out too; then the whole calendar is handed out,
    which is never wrong.
    """
    told = request.environ.get("HTTP_IF_MODIFIED_SINCE", "")
    day = parse_date(told)
    if day is not None and http_date(day) == told:
        return request.environ
    return {key: it for key, it in request.environ.items() if key != "HTTP_IF_MODIFIED_SINCE"}


def _kept(found: Opened) -> tuple[KeptFeed, ...]:
    plans = [each.code for each in store().plans_of(found.kept.of)]
    return feeds().of(plans)


def _asked(made: PlanCalendars, kind: str) -> Reader:
    reader = next((each for each in made.readers() if made.name_for(each) == kind), None)
    if reader is None:
        abort(404)
    return reader


def _row(found: Opened, reader: Reader, kept: KeptFeed | None) -> Row:
    name = calendars_of(found).name_for(reader)
    return Row(
        says=reader_says(found.programme, reader),
        make=url_for(".make", code=found.code, kind=name),
        made=say("feeds.since", day=spoken_day(kept.day)) if kept else "",
        revoke=url_for(".revoke", code=found.code, digest=kept.digest) if kept else "",
    )


def _here() -> FeedAddress:
    return FeedAddress(request.host_url)
