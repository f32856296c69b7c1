"""What somebody says became different since a plan was made: kept until it is used or dropped."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from shutil import rmtree
from typing import Final

from constraints import registry
from scheduler.changed import as_held, changed
from scheduler.errors import ProgrammeError
from scheduler.files.saving import json_text, save
from scheduler.plan_changes import FieldSet, PlanChange
from scheduler.programme import Programme
from scheduler.replanned import Replanned
from web import job_files
from web.beside import plan_again
from web.store import KeptPlan
from web.wording import say

CHANGES: Final = "changes.json"
PLANNED_ON: Final = "planned_on"
"""The field of a programme that says on which day planning is done."""

WORKED_OUT: Final = (
    job_files.PROGRAMME,
    job_files.ANSWER,
    job_files.BEFORE,
    job_files.BEFORE_PROGRAMME,
)
"""The files that no longer hold once more is said."""


@dataclass(frozen=True)
class Draft:
    """Everything that became different since one plan was made, and what it does to that plan."""

    plan: KeptPlan

    def changes(self) -> PlanChange:
        """Return what was said so far."""
        file = self.plan.replanning.folder / CHANGES
        return PlanChange.model_validate_json(file.read_bytes()) if file.exists() else PlanChange()

    def keep(self, changes: PlanChange) -> None:
        """Keep what was said; what was worked out from it before no longer holds."""
        folder = self.plan.replanning.folder
        folder.mkdir(exist_ok=True, mode=0o700)
        self.open_again()
        save({folder / CHANGES: json_text(changes, brief=True)})

    def open_again(self) -> None:
        """Forget what was worked out, and keep what was said."""
        run = self.plan.replanning
        if run.is_begun:
            run.job.end()
        for name in WORKED_OUT:
            (run.folder / name).unlink(missing_ok=True)

    def drop(self) -> None:
        """Forget everything that was said."""
        run = self.plan.replanning
        if run.is_begun:
            run.job.end()  # or it would go on to write where the next is kept
        rmtree(run.folder, ignore_errors=True)

    def begin(self, day: date) -> None:
        """Begin to plan again, as on a day: sessions before it stand as they were planned.

        Raises
        ------
        ProgrammeError
            If the programme cannot be so, for all that was said and the day.
        """
        put = FieldSet(field=PLANNED_ON, value=day.isoformat())
        changes = self.changes()
        every = changes.model_copy(update={"fields": (*changes.fields, put)})
        was, before = self.plan.programme(), self.plan.plan()
        after = as_held(changed_by(was, every), before)
        plan_again(self.plan.replanning, after, before=(was, before))

    def programme(self) -> Programme:
        """Return the programme as it is with everything that was said, once work has begun."""
        return KeptPlan(self.plan.replanning.folder).programme()

    def found(self) -> Replanned:
        """Return what everything that was said does to the plan, once that is known."""
        answer = self.plan.replanning.folder / job_files.ANSWER
        return Replanned.model_validate_json(answer.read_bytes())


def changed_by(programme: Programme, changes: PlanChange) -> Programme:
    """Return a programme as it is after some changes.

    Raises
    ------
    ProgrammeError
        If they name what it does not have, or make what a programme may not be.
    """
    return changed(programme, changes, registry(), file=say("change.what_was_said"))


def what_is_wrong(refused: ProgrammeError) -> str:
    """Return why something said cannot be, without where it would stand in a file."""
    bare = (replace(fault, file="", line=None, field="") for fault in refused.faults)
    return " ".join(fault.says for fault in bare)


def usual_day(programme: Programme, *, today: date) -> date:
    """Return the day planning is likely done on: today, or what the programme says if later."""
    return max(today, programme.planning_day)


def numbered(changes: PlanChange) -> Iterator[tuple[str, int, object]]:
    """Give every change with the name of its kind and its number among them, from 0."""
    for kind in PlanChange.model_fields:
        yield from ((kind, number, each) for number, each in enumerate(getattr(changes, kind)))
