"""What every page has at hand: the store, and a plan with the programme it was made from."""

from dataclasses import dataclass
from typing import cast

from flask import abort, current_app

from scheduler.plan import Plan
from scheduler.programme import Programme, Project
from web.store import KeptPlan, Store


@dataclass(frozen=True)
class Opened:
    """A finished plan with its programme."""

    kept: KeptPlan
    programme: Programme
    plan: Plan

    @property
    def code(self) -> str:
        """The plan's code in addresses."""
        return self.kept.code

    @property
    def in_use(self) -> KeptPlan:
        """The plan that is used in its place, or it itself."""
        return store().in_use(self.kept)

    def project(self, code: str) -> Project:
        """Return one of the groups; the first where none is named."""
        groups = {each.code: each for each in self.programme.projects}
        return groups.get(code) or self.programme.projects[0]


def store() -> Store:
    """Return what is kept on this machine."""
    return cast("Store", current_app.extensions["store"])


def opened(code: str) -> Opened:
    """Return a finished plan; where there is none, the page is not found."""
    kept = store().plan(code)
    if kept.job.state().name != "done":
        abort(404)
    return Opened(kept, kept.programme(), kept.plan())
