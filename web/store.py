"""Programmes and plans kept on this machine, each in a folder of its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from secrets import token_urlsafe
from shutil import rmtree
from typing import Final

from constraints import registry
from scheduler.files import read_plan, read_programme, write_plan, write_programme
from scheduler.plan import Plan
from scheduler.programme import Programme
from web import job_files
from web.jobs import Job, start
from web.outbox import Outbox, moment

CODE: Final = re.compile(r"[A-Za-z0-9_-]{22}")
OF: Final = "of"
"""Beside a plan: which programme it is a plan of."""
CHANGE: Final = "change.txt"
"""Beside a plan: what was changed for it, in words."""
REASON: Final = "reason.txt"
"""Beside a plan that took the place of another: why it did, in words."""
REPLACES: Final = "replaces"
"""Beside a plan: the plan whose place it took."""
REPLACED_BY: Final = "replaced-by"
"""Beside a plan that was set aside: the plan that took its place."""
OPENED: Final = "opened"
"""Beside a programme: its time is that of its opening."""


class NotKeptError(LookupError):
    """No such programme or plan is kept here."""


@dataclass(frozen=True)
class KeptProgramme:
    """A programme that was opened on this machine."""

    code: str
    folder: Path

    @property
    def opened(self) -> datetime:
        """When it was opened, on this machine's clock."""
        return moment(self.folder / OPENED)

    def read(self) -> Programme:
        """Return the programme itself."""
        return read_programme(self.folder / job_files.PROGRAMME, registry())


@dataclass(frozen=True)
class Run:
    """Something worked out in the background from the programme in a folder."""

    folder: Path

    @property
    def job(self) -> Job:
        """The run itself."""
        return Job(self.folder)

    @property
    def is_begun(self) -> bool:
        """Say whether anybody asked for it yet."""
        return (self.folder / job_files.PROGRAMME).exists()

    @property
    def begun(self) -> datetime:
        """When it began, on this machine's clock."""
        return moment(self.folder / job_files.PROGRAMME)

    @property
    def is_stopping(self) -> bool:
        """Say whether it was told to stop."""
        return (self.folder / job_files.CANCEL).exists()


@dataclass(frozen=True)
class KeptPlan(Run):
    """A plan, made or being made, with the programme it is made from."""

    @property
    def code(self) -> str:
        """Its code in addresses."""
        return self.folder.name

    @property
    def of(self) -> str:
        """Which programme it is a plan of."""
        return (self.folder / OF).read_text("utf-8")

    @property
    def change(self) -> str:
        """What was changed for it, in words; empty where nothing was."""
        return (self.folder / CHANGE).read_text("utf-8")

    @property
    def begun(self) -> datetime:
        """When planning began, on this machine's clock."""
        return moment(self.folder / OF)

    @property
    def reason(self) -> str:
        """Why it took the place of another plan, in words; empty where it did not."""
        return self._told(REASON)

    @property
    def replaces(self) -> str:
        """The code of the plan whose place it took; empty where it took none."""
        return self._told(REPLACES)

    @property
    def replaced_by(self) -> str:
        """The code of the plan that took its place; empty while it is the plan in use."""
        return self._told(REPLACED_BY)

    @property
    def alternatives(self) -> Run:
        """The search for other good plans of the same programme."""
        return Run(self.folder / "alternatives")

    @property
    def replanning(self) -> Run:
        """The making of a new plan after something changed."""
        return Run(self.folder / "replanning")

    @property
    def reserves(self) -> Run:
        """The search for dates in reserve, shown in calendars where it was asked for."""
        return Run(self.folder / "reserves")

    def _told(self, name: str) -> str:
        file = self.folder / name
        return file.read_text("utf-8") if file.exists() else ""

    def programme(self) -> Programme:
        """Return the programme it is made from."""
        return read_programme(self.folder / job_files.PROGRAMME, registry())

    def plan(self) -> Plan:
        """Return the plan itself."""
        return read_plan(self.folder / job_files.PLAN)


@dataclass(frozen=True)
class Store:
    """A folder of programmes and plans; nobody but its owner may look into it."""

    home: Path

    def programmes(self) -> tuple[KeptProgramme, ...]:
        """Return the programmes kept here, the last opened first."""
        kept = (KeptProgramme(folder.name, folder) for folder in self._folders("programmes"))
        return tuple(sorted(kept, key=lambda each: each.opened, reverse=True))

    def programme(self, code: str) -> KeptProgramme:
        """Return a programme by its code."""
        return KeptProgramme(code, self._kept("programmes", code))

    def plan(self, code: str) -> KeptPlan:
        """Return a plan by its code."""
        return KeptPlan(self._kept("plans", code))

    def plans_of(self, programme: str) -> tuple[KeptPlan, ...]:
        """Return the plans of a programme, the latest first."""
        every = (KeptPlan(folder) for folder in self._folders("plans"))
        own = (plan for plan in every if plan.of == programme)
        return tuple(sorted(own, key=lambda each: each.begun, reverse=True))

    def keep(self, programme: Programme, *, code: str = "") -> KeptProgramme:
        """Keep a programme that was opened, under a code that none has yet.

        Raises
        ------
        FileExistsError
            If there is a programme of that code.
        """
        folder = self._new("programmes", code)
        write_programme(programme, folder / job_files.PROGRAMME)
        (folder / OPENED).touch()
        return KeptProgramme(folder.name, folder)

    def begin(self, of: str, programme: Programme, *, change: str = "") -> KeptPlan:
        """Begin a plan of a kept programme, which may have been changed for it."""
        folder = self._new("plans")
        write_programme(programme, folder / job_files.PROGRAMME)
        (folder / CHANGE).write_text(change, "utf-8")
        (folder / OF).write_text(of, "utf-8")
        start(folder)
        return KeptPlan(folder)

    def put_in_place(
        self, earlier: KeptPlan, programme: Programme, plan: Plan, *, reason: str
    ) -> KeptPlan:
        """Keep a finished plan and use it in the place of an earlier one, which is kept too.

        Where the earlier one was set aside already, the one in use is set aside in its place.
        """
        used = self.in_use(earlier)
        folder = self._new("plans")
        write_programme(programme, folder / job_files.PROGRAMME)
        write_plan(plan, folder / job_files.PLAN)
        for name, told in (
            (CHANGE, earlier.change),
            (REASON, reason),
            (REPLACES, used.code),
            (OF, earlier.of),
        ):
            (folder / name).write_text(told, "utf-8")
        taken = KeptPlan(folder)
        self._set_aside(used, by=taken)
        return taken

    def use(self, plan: KeptPlan) -> None:
        """Use a plan that was set aside again; the one used until now is set aside."""
        used = self.in_use(plan)
        if used != plan:
            self._set_aside(used, by=plan)

    def in_use(self, plan: KeptPlan) -> KeptPlan:
        """Return the plan that is used in the place of this one, or this one itself."""
        seen = {plan.code}
        while plan.replaced_by and plan.replaced_by not in seen:
            plan = self.plan(plan.replaced_by)
            seen.add(plan.code)
        return plan

    def set_aside_for(self, plan: KeptPlan) -> tuple[KeptPlan, ...]:
        """Return the plans that a plan is used in the place of, the latest first."""
        own = self.plans_of(plan.of)
        return tuple(each for each in own if each != plan and self.in_use(each) == plan)

    def _set_aside(self, plan: KeptPlan, *, by: KeptPlan) -> None:
        (by.folder / REPLACED_BY).unlink(missing_ok=True)
        (plan.folder / REPLACED_BY).write_text(by.code, "utf-8")

    def remove(self, programme: KeptProgramme) -> None:
        """Remove a programme, its plans and what was sent of them."""
        for plan in self.plans_of(programme.code):
            for run in (plan, plan.alternatives, plan.replanning, plan.reserves):
                _stop(run)
            rmtree(plan.folder, ignore_errors=True)
        rmtree(programme.folder)

    def outbox(self, programme: Programme) -> Outbox:
        """Return the calendars of a programme that were handed out."""
        # By its name: calendars know a session by that, also when the programme is opened anew.
        return Outbox(self.home / "sent" / sha256(programme.name.encode()).hexdigest()[:22])

    def _new(self, kind: str, code: str = "") -> Path:
        folder = self.home / kind / (code or token_urlsafe(16))
        folder.mkdir(parents=True, mode=0o700)
        return folder

    def _kept(self, kind: str, code: str) -> Path:
        folder = self.home / kind / code
        if not CODE.fullmatch(code) or not folder.is_dir():
            raise NotKeptError(code)
        return folder

    def _folders(self, kind: str) -> Iterator[Path]:
        marks = (self.home / kind).glob(f"*/{OPENED if kind == 'programmes' else OF}")
        return (mark.parent for mark in marks)


def _stop(run: Run) -> None:
    if run.is_begun:
        run.job.cancel()
