"""What to ask each venue on the phone: to read, to print, or as a table to fill in."""

from flask import Blueprint, Response, render_template

from web.pages.at_hand import opened
from web.pages.programmes import as_file
from web.shown.checklist import checklist_table, to_ring

pages = Blueprint("checklist", __name__, url_prefix="/plans/<code>/checklist")


@pages.get("")
def checklist(code: str) -> str:
    """Show what to ask, venue by venue."""
    found = opened(code)
    venues = to_ring(found.programme, found.plan)
    return render_template("checklist.html", found=found, part="todo", venues=venues)


@pages.get("/to-ring.csv")
def table(code: str) -> Response:
    """Hand out the same as a table."""
    found = opened(code)
    content = "\ufeff" + checklist_table(to_ring(found.programme, found.plan))
    return as_file(content.encode(), "to-ring.csv", kind="text/csv")
