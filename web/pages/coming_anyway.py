"""The button with which somebody's word that they can come anyway is taken in."""

from flask import Blueprint, abort, redirect, url_for
from werkzeug.wrappers import Response

from web.come_anyway import come_anyway
from web.pages.at_hand import opened, store
from web.wording import say

pages = Blueprint("coming_anyway", __name__, url_prefix="/plans/<code>/people")


@pages.post("/<int:person>/seasons/<int:season>/come-anyway")
def come(code: str, person: int, season: int) -> Response:
    """Begin another plan in which somebody can come in spite of a season."""
    found = opened(code)
    try:
        programme, tied = come_anyway(found.programme, person, season)
    except LookupError:
        abort(404)
    who = programme.people[person].label
    says = say("people.came_anyway", name=who, what=tied.what)
    changes = "; ".join(filter(None, (found.kept.change, says)))
    another = store().begin(found.kept.of, programme, change=changes)
    return redirect(url_for("plans.plan", code=another.code), 303)
