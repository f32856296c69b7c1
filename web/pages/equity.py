"""Whose limits shaped a plan, and who bent for it: for the organiser alone."""

from flask import Blueprint, render_template

from constraints import registry
from scheduler.equity import equity
from web.pages.at_hand import opened
from web.shown.equity import shown_equity

pages = Blueprint("equity", __name__)


@pages.get("/plans/<code>/equity")
def report(code: str) -> str:
    """Show what the plan asks of whom."""
    found = opened(code)
    report = equity(found.programme, found.plan, registry())
    return render_template("equity.html", found=found, part="equity", shown=shown_equity(report))
