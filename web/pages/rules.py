"""The rules dates are found by, a page each."""

from flask import Blueprint, abort, render_template, request

from constraints import registry
from scheduler.in_force import in_force
from scheduler.programme import Programme
from web.pages.at_hand import store
from web.shown.rules import every_rule, shown_rule

pages = Blueprint("rules", __name__, url_prefix="/rules")


@pages.get("")
def rules() -> str:
    """List every rule."""
    return render_template("rules.html", rules=every_rule())


@pages.get("/<name>")
def rule(name: str) -> str:
    """Show one rule, as it is set for a group where one is named."""
    if name not in registry():
        abort(404)
    programme = _asked_about()
    if programme is None:
        return render_template("rule.html", shown=shown_rule(name), of="")
    numbered = dict(enumerate(programme.projects))
    project = numbered.get(request.args.get("group", 0, type=int), programme.projects[0])
    shown = shown_rule(name, in_force(registry(), programme, project))
    return render_template("rule.html", shown=shown, of=project.label)


def _asked_about() -> Programme | None:
    code = request.args.get("programme", "")
    return store().programme(code).read() if code else None
