"""The year here: what the seasons, holidays and festivals leave open, month by month."""

from flask import Blueprint, render_template

from web.pages.at_hand import store
from web.shown.year import shown_year

pages = Blueprint("year", __name__)


@pages.get("/programmes/<code>/year")
def year(code: str) -> str:
    """Show a year of the programme's places."""
    kept = store().programme(code)
    programme = kept.read()
    return render_template(
        "year.html", code=kept.code, name=programme.name, shown=shown_year(programme)
    )
