"""Planning in a process of its own: `python -m web.solve JOB_FOLDER`.

Ends with 0 and a plan; with 3 and the best part of one, where it is not possible; with 2 and what
is wrong with the programme; with 5 where it was told to stop. What it says on the way stands in
the folder, and nowhere else.
"""

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from constraints import registry
from scheduler.errors import ProgrammeError
from scheduler.files import read_programme, write_plan
from scheduler.planner import make_plan
from scheduler.progress import Progress
from web.job_files import CANCEL, PLAN, PROGRAMME, add_progress, write_refusal
from web.terminal import Ending

MOST_MEMORY: Final = 4 * 1024**3
"""Most memory planning may take, in bytes: beyond it, better stop than slow everything down."""
STOPPED: Final = 5
"""How planning ends where it was told to stop."""


class StoppedError(Exception):
    """Somebody asked for planning to stop."""


def main(folder: Path) -> int:
    """Plan the programme of a folder, and return how it ended."""
    limit_memory(MOST_MEMORY)
    try:
        return _planned(folder)
    except ProgrammeError as refused:
        write_refusal(folder, refused.faults)
        return Ending.REFUSED
    except StoppedError:
        return STOPPED


def limit_memory(most_bytes: int) -> None:
    """Let this process take no more memory than this, where the system can see to that."""
    if find_spec("resource") is None:
        return
    # Imported here: Windows has no such module.
    import resource  # noqa: PLC0415

    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    allowed = most_bytes if hard == resource.RLIM_INFINITY else min(most_bytes, hard)
    resource.setrlimit(resource.RLIMIT_AS, (allowed, hard))


def _planned(folder: Path) -> int:
    def told(progress: Progress) -> None:
        _stop_if_asked(folder)
        add_progress(folder, progress)

    constraints = registry()
    programme = read_programme(folder / PROGRAMME, constraints)
    plan = make_plan(programme, constraints, told=told)
    _stop_if_asked(folder)
    write_plan(plan, folder / PLAN)
    return Ending.DONE if plan.possible else Ending.IMPOSSIBLE


def _stop_if_asked(folder: Path) -> None:
    if (folder / CANCEL).exists():
        raise StoppedError


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
