"""Dates in reserve kept beside the plan they are for, so that no calendar has to wait for them.

They hold for that plan of that programme and for no other: the file says which.
"""

import json
from hashlib import sha256
from pathlib import Path

from scheduler.calendars.held import NO_RESERVES, Reserves
from scheduler.files.saving import json_text, save
from scheduler.plan import Plan
from scheduler.programme import Programme
from scheduler.robustness import Reserve
from web.job_files import ANSWER
from web.store import Run


def write_reserves(programme: Programme, plan: Plan, reserves: Reserves, *, folder: Path) -> None:
    """Keep the dates in reserve of a plan in a folder."""
    rows = [
        {"project": project, "number": number, "reserve": reserve.model_dump(mode="json")}
        for (project, number), reserve in sorted(reserves.items())
    ]
    told = {"of": _fingerprint(programme, plan), "reserves": rows}
    save({folder / ANSWER: json.dumps(told, indent=1, ensure_ascii=False) + "\n"})


def reserves_kept(programme: Programme, plan: Plan, run: Run) -> Reserves:
    """Return the dates in reserve of a plan, as far as they are worked out; else none."""
    try:
        told = json.loads((run.folder / ANSWER).read_text("utf-8"))
    except FileNotFoundError:
        return NO_RESERVES
    if told["of"] != _fingerprint(programme, plan):
        return NO_RESERVES
    return {
        (row["project"], row["number"]): Reserve.model_validate(row["reserve"])
        for row in told["reserves"]
    }


def _fingerprint(programme: Programme, plan: Plan) -> str:
    both = json_text(programme, brief=True) + json_text(plan, brief=False)
    return sha256(both.encode()).hexdigest()
