"""Pages for what goes wrong, in plain words with a next step."""

from typing import Final

from flask import Flask, Response, render_template
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError

from scheduler.errors import ProgrammeError
from web.store import NotKeptError
from web.wording import say

KINDS: Final = {404: "not_found", 405: "method", 413: "too_large"}
"""Which page tells of which status; any other is our fault."""

Shown = tuple[str, int]


def register(app: Flask) -> None:
    """Give an app its pages for what goes wrong."""
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(NotKeptError, lambda _: problem("not_found", 404))
    app.register_error_handler(CSRFError, lambda _: problem("expired", 400))
    app.register_error_handler(SecurityError, _not_ours)
    app.register_error_handler(ProgrammeError, _unreadable)


def problem(kind: str, status: int, *, faults: tuple[str, ...] = ()) -> Shown:
    """Return the page of a problem."""
    return render_template("problem.html", kind=kind, faults=faults), status


def _not_ours(_: SecurityError) -> Response:
    # In words alone: under a name that is not ours no address can be built, not even of our styles.
    return Response(say("problem.host"), 400, mimetype="text/plain")


def _refused(error: HTTPException) -> Shown:
    status = error.code or 500
    return problem(KINDS.get(status, "broken"), status)


def _unreadable(refused: ProgrammeError) -> Shown:
    return problem("unreadable", 500, faults=tuple(fault.says for fault in refused.faults))
