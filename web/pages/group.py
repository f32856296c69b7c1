"""The group's page: only what was chosen, to be printed or read out to anybody."""

from flask import Blueprint, render_template, request

from web.pages.at_hand import opened
from web.shown.group import group_page

pages = Blueprint("group", __name__)


@pages.get("/plans/<code>/group")
def group(code: str) -> str:
    """Show a group's dates and places, and nothing of anybody."""
    found = opened(code)
    project = found.project(request.args.get("project", ""))
    page = group_page(found.programme, found.plan, project=project)
    return render_template("group.html", found=found, page=page)
