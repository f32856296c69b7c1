"""What still stands when something drops out, and reserve dates: for the organiser alone."""

from flask import Blueprint, render_template

from constraints import registry
from scheduler.robustness import robustness
from web.pages.at_hand import opened
from web.shown.robustness import shown_robustness

pages = Blueprint("robustness", __name__)


@pages.get("/plans/<code>/what-if")
def report(code: str) -> str:
    """Show what each session cannot do without, and its reserve date."""
    found = opened(code)
    firm = shown_robustness(found.programme, robustness(found.programme, found.plan, registry()))
    return render_template("robustness.html", found=found, part="robustness", sessions=firm)
