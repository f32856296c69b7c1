"""What a plan costs, line by line, and a table of it for whoever pays."""

from flask import Blueprint, Response, render_template

from web.funder_csv import funder_csv
from web.pages.at_hand import opened
from web.pages.programmes import as_file
from web.shown.costs import COLUMNS, shown_bill

pages = Blueprint("costs", __name__, url_prefix="/plans/<code>/costs")


@pages.get("")
def bill(code: str) -> str:
    """Show what the plan costs."""
    found = opened(code)
    shown = shown_bill(found.programme, found.plan)
    return render_template("costs.html", found=found, part="costs", shown=shown, columns=COLUMNS)


@pages.get("/costs.csv")
def table(code: str) -> Response:
    """Hand out what it costs as a table without names."""
    found = opened(code)
    return as_file(funder_csv(found.programme, found.plan), "costs.csv", kind="text/csv")
