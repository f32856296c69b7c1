"""A programme: who, what they wish for, where they could meet, and the button that finds dates."""

from flask import Blueprint, Response, redirect, render_template, url_for
from werkzeug.wrappers import Response as AnyResponse

from scheduler.calendars.other_readers import identities
from scheduler.errors import ProgrammeError
from scheduler.files.saving import json_text
from scheduler.spoken_days import spoken_day
from web.begin.again import is_said, taken_since
from web.feed_store import FeedStore
from web.mailing.accepted import AcceptedLog
from web.pages.at_hand import store
from web.published import forget_words_of
from web.shown.programme import shown_programme
from web.store import KeptPlan, KeptProgramme
from web.wording import hour, say

pages = Blueprint("programmes", __name__)


@pages.get("/programmes/<code>")
def programme(code: str) -> str:
    """Show a programme."""
    kept = store().programme(code)
    return render_template(
        "programme.html",
        code=kept.code,
        shown=shown_programme(kept.read()),
        plans=[_row(plan) for plan in store().plans_of(code)],
        is_said=is_said(kept),
        taken=" ".join(taken_since(store(), kept)),
    )


@pages.post("/programmes/<code>/plans")
def find_dates(code: str) -> AnyResponse:
    """Begin to look for dates."""
    kept = store().programme(code)
    plan = store().begin(kept.code, kept.read())
    return redirect(url_for("plans.plan", code=plan.code), 303)


@pages.post("/programmes/<code>/remove")
def remove(code: str) -> AnyResponse:
    """Remove a programme from this machine with its plans."""
    kept = store().programme(code)
    FeedStore(store().home).forget(each.code for each in store().plans_of(code))
    try:
        read = kept.read()
        if not _is_kept_again(kept, read.name):
            store().outbox(read).forget()
            AcceptedLog.of(store().home, read.name).forget()
            forget_words_of(store().home, read.name, uids=identities(read))
    finally:
        store().remove(kept)
    return redirect(url_for("start.start"), 303)


@pages.get("/programmes/<code>/programme.json")
def download(code: str) -> Response:
    """Hand out a programme as one JSON document."""
    return as_file(json_text(store().programme(code).read(), brief=True), "programme.json")


def as_file(content: str | bytes, name: str, *, kind: str = "application/json") -> Response:
    """Return something to be saved under a name of ours rather than shown."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, mimetype=kind, headers=headers)


def _is_kept_again(kept: KeptProgramme, name: str) -> bool:
    """Say whether another copy goes by the same name: what was sent is known by the name alone."""
    others = (each for each in store().programmes() if each.code != kept.code)
    return any(_may_be_named(each, name) for each in others)


def _may_be_named(kept: KeptProgramme, name: str) -> bool:
    """Say whether a programme may go by a name: one that cannot be read may."""
    try:
        return kept.read().name == name
    except ProgrammeError:
        return True


def _row(plan: KeptPlan) -> tuple[str, str, str]:
    """Return a plan's address, when it was made and how it stands."""
    when = say("programme.plan_made", day=spoken_day(plan.begun.date()), hour=hour(plan.begun))
    change = say("programme.plan_change", change=plan.change) if plan.change else ""
    says = say("programme.plan_set_aside") if plan.replaced_by else plan.job.state().says
    address = url_for("plans.plan", code=plan.code)
    return (
        address,
        " ".join(filter(None, (when, change))),
        " ".join(filter(None, (says, plan.reason))),
    )
