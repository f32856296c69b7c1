"""What somebody sees who waits for something that is worked out in the background."""

from datetime import UTC, datetime

from flask import render_template

from web.jobs import State
from web.shown.progress import ShownProgress, shown_progress
from web.store import Run

UNDER_WAY = frozenset({"queued", "running"})


def is_under_way(state: State) -> bool:
    """Say whether there is something to wait for."""
    return state.name in UNDER_WAY


def progress_at(run: Run, state: State) -> ShownProgress:
    """Return how far something has come at this moment."""
    return shown_progress(run, state, now=datetime.now(UTC))


def progress_part(run: Run) -> str | tuple[str, int]:
    """Return the part of a page that changes while one waits; nothing once that is over."""
    state = run.job.state()
    if not run.is_begun or not is_under_way(state):
        return "", 204
    return render_template("progress_now.html", waiting=progress_at(run, state))
