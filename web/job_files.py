"""What stands in the folder of a job: the folder is the truth about it."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Final

from scheduler.errors import Fault
from scheduler.files.saving import save
from scheduler.progress import Progress

PROGRAMME: Final = "programme.json"
PROGRESS: Final = "progress.jsonl"
PLAN: Final = "plan.json"
BEFORE: Final = "before.json"
"""The plan as it was, where a plan is made again after something changed."""
BEFORE_PROGRAMME: Final = "before_programme.json"
"""The programme as it was, where a plan is made again after something changed."""
ANSWER: Final = "answer.json"
"""What was found beside a plan: other plans to choose from, or what a change does to it."""
REFUSED: Final = "refused.json"
CANCEL: Final = "cancel"
"""While this file is there, planning is to stop."""
LOCK: Final = "running"
"""Held locked for as long as the child lives, whoever started it."""
PROCESS: Final = "process"
"""The child's process number."""
COMPLAINTS: Final = "complaints.txt"
"""What the child said on its way down, for whoever looks after the machine."""

OUTCOMES: Final = (PROGRESS, PLAN, ANSWER, REFUSED, CANCEL, PROCESS, COMPLAINTS)
"""Everything a run leaves behind, taken away before the next."""


def add_progress(folder: Path, progress: Progress) -> None:
    """Add how far planning has come, a line each time."""
    with (folder / PROGRESS).open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(asdict(progress), ensure_ascii=False) + "\n")


def progress_so_far(folder: Path) -> tuple[Progress, ...]:
    """Return how far planning has come; a line still being written is left out."""
    try:
        written = (folder / PROGRESS).read_bytes()
    except FileNotFoundError:
        return ()
    whole = written[: written.rfind(b"\n") + 1].decode("utf-8")
    return tuple(Progress(**json.loads(line)) for line in whole.split("\n") if line)


def write_refusal(folder: Path, faults: tuple[Fault, ...]) -> None:
    """Write why a programme is refused, each fault with its sentence."""
    told = [{**asdict(fault), "says": fault.says} for fault in faults]
    text = json.dumps({"faults": told}, indent=1, ensure_ascii=False) + "\n"
    save({folder / REFUSED: text})


def refusal(folder: Path) -> Iterator[str]:
    """Give why a programme is refused, a sentence for each fault."""
    written = json.loads((folder / REFUSED).read_text("utf-8"))
    return (fault["says"] for fault in written["faults"])
