"""How planning stands at the moment, in plain words."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from web.jobs import State
from web.store import Run
from web.wording import elapsed, say


@dataclass(frozen=True)
class ShownProgress:
    """What somebody who waits is told."""

    says: str
    group: str
    since: str
    done: int
    of: int


def shown_progress(run: Run, state: State, *, now: datetime) -> ShownProgress:
    """Return how planning stands."""
    last = state.progress[-1] if state.progress else None
    has_plan = any(told.has_plan for told in state.progress)
    stopping = "progress.keeping" if has_plan else "progress.stopping"
    says = say(stopping) if run.is_stopping else last.says if last else state.says
    since = say("progress.since", elapsed=elapsed(max(now - run.begun, timedelta())))
    group = last.project if last else ""
    return ShownProgress(says, group, since, last.done if last else 0, last.of if last else 0)
