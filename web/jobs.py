"""Planning in the background: a child for each job, and what its folder tells of it.

Nothing of a job is kept in memory that its folder does not hold, so that a web server that was
started again still knows every job. Whether a child lives is told by a lock on a file: the system
lets go of it when the child ends, however it ends.
"""

import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread, Timer
from typing import Final, Literal

from scheduler.progress import Progress
from web import job_files

StateName = Literal["queued", "running", "done", "failed", "cancelled"]
Task = Literal["plan", "compare", "replan", "reserves"]
"""What a child is to work out."""

GRACE_SECONDS: Final = 5.0
"""How long planning may take to stop by itself once asked."""
KEEPING_SECONDS: Final = 600.0
"""How long it may take to write down and check the best plan so far, where there is one."""
A_MOMENT: Final = 0.02
"""How long to wait before looking again, in seconds."""

SAYS: Final[dict[StateName, str]] = {
    "queued": "Planning is about to begin.",
    "running": "Planning is under way.",
    "done": "The plan is ready.",
    "cancelled": "Planning was stopped, as you asked.",
    "failed": (
        "Planning stopped without an answer: perhaps this machine ran out of memory or was "
        "switched off. Nothing you entered is lost. Start it again; if it stops again, tell "
        "whoever looks after this website."
    ),
}
REFUSED_SAYS: Final = "Planning could not begin: something in the programme has to be put right."


class JobError(Exception):
    """A job cannot be started as it stands."""


@dataclass(frozen=True)
class State:
    """How a job stands, as far as its folder tells."""

    name: StateName
    says: str
    """The same in a sentence for people."""
    progress: tuple[Progress, ...] = ()
    """How far it has come, first to last."""
    faults: tuple[str, ...] = ()
    """What has to be put right in the programme, a sentence each."""


@dataclass(frozen=True)
class Job:
    """One run of planning, known by its folder."""

    folder: Path

    def state(self) -> State:
        """Return how the job stands."""
        # Asked before the rest: a child that ends in between has written its answer already.
        is_alive = self.is_alive()
        progress = job_files.progress_so_far(self.folder)
        if self._has(job_files.PLAN) or self._has(job_files.ANSWER):
            return State("done", SAYS["done"], progress)
        if self._has(job_files.REFUSED):
            faults = tuple(job_files.refusal(self.folder))
            return State("failed", REFUSED_SAYS, progress, faults)
        name = self._unfinished(is_alive=is_alive, has_begun=bool(progress))
        return State(name, SAYS[name], progress)

    def cancel(self, *, grace_seconds: float = GRACE_SECONDS) -> None:
        """Ask planning to stop; see to it that it does after a while.

        Where there is a whole plan already, the best one so far is still written down and checked.
        """
        (self.folder / job_files.CANCEL).touch()
        _later(grace_seconds, self._end_without_plan, self._process())

    def _end_without_plan(self, process: str) -> None:
        """End it at once, or give it time to keep the plan that it has."""
        if any(told.has_plan for told in job_files.progress_so_far(self.folder)):
            _later(KEEPING_SECONDS, self._end, process)
        else:
            self._end(process)

    def end(self) -> None:
        """Stop it at once, and come back when its child is gone."""
        (self.folder / job_files.CANCEL).touch()
        process = self._process()
        until = time.monotonic() + GRACE_SECONDS
        while self.is_alive() and time.monotonic() < until:
            self._end(process)
            time.sleep(A_MOMENT)

    def is_alive(self) -> bool:
        """Say whether its child is there, whoever started it."""
        try:
            held = (self.folder / job_files.LOCK).open("rb")
        except FileNotFoundError:
            return False
        with held:
            return not _locked(held.fileno(), fcntl.LOCK_SH)

    def _unfinished(self, *, is_alive: bool, has_begun: bool) -> StateName:
        if is_alive:
            return "running" if has_begun else "queued"
        if self._has(job_files.CANCEL):
            return "cancelled"
        return "failed" if self._has(job_files.PROCESS) else "queued"

    def _has(self, name: str) -> bool:
        return (self.folder / name).exists()

    def _process(self) -> str:
        try:
            return (self.folder / job_files.PROCESS).read_text()
        except FileNotFoundError:
            return ""

    def _end(self, process: str) -> None:
        # Only while it lives is the number written there that of our child; and by now another
        # may have been started in the same folder.
        if process and self.is_alive() and self._process() == process:
            with suppress(ProcessLookupError):
                os.kill(int(process), signal.SIGKILL)


def _later(seconds: float, what: Callable[[str], None], process: str) -> None:
    late = Timer(seconds, what, [process])
    late.daemon = True
    late.start()


def start(folder: Path, task: Task = "plan") -> Job:
    """Start work on the programme in a folder, `programme.json`, and return the job at once.

    Raises
    ------
    JobError
        If there is no programme, or planning is already under way there.
    """
    if not (folder / job_files.PROGRAMME).exists():
        msg = f"{folder}: there is no {job_files.PROGRAMME} to plan; write it there first"
        raise JobError(msg)
    with (folder / job_files.LOCK).open("ab") as lock:
        if not _locked(lock.fileno(), fcntl.LOCK_EX):
            msg = f"{folder}: planning is already under way here; wait for it, or stop it"
            raise JobError(msg)
        for name in job_files.OUTCOMES:
            (folder / name).unlink(missing_ok=True)
        _spawn(folder, lock.fileno(), task)
    return Job(folder)


def _locked(lock: int, how: int) -> bool:
    """Lock an open file if nobody else holds it, and say whether that worked."""
    try:
        fcntl.flock(lock, how | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _spawn(folder: Path, lock: int, task: Task) -> None:
    """Start the child; it inherits the lock, which goes when the last holder does: the child."""
    words = [sys.executable, "-m", "web.solve", str(folder.resolve()), task]
    with (folder / job_files.COMPLAINTS).open("wb") as complaints:
        child = subprocess.Popen(  # noqa: S603 - our own words, and no shell
            words,
            pass_fds=(lock,),
            stdin=subprocess.DEVNULL,
            stdout=complaints,
            stderr=complaints,
            start_new_session=True,  # it outlives the web server, whose next life finds it again
        )
    (folder / job_files.PROCESS).write_text(str(child.pid))
    Thread(target=child.wait, daemon=True).start()  # a child nobody waits for is never put away
