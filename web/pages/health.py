"""Whether the pages answer: for whoever looks after the machine."""

from flask import Blueprint

pages = Blueprint("health", __name__)


@pages.get("/healthz")
def healthz() -> dict[str, str]:
    """Say that the pages answer."""
    return {"status": "ok"}
