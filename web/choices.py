"""Plans to choose from as they stand in a folder, with what is said of each.

A folder of its own holds each plan with its programme, so that it can be taken as it is.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from constraints import registry
from scheduler.files import read_plan, read_programme, write_plan, write_programme
from scheduler.files.saving import json_text, save
from scheduler.plan import Plan
from scheduler.programme import Programme
from scheduler.words import Code, Word
from web.job_files import ANSWER, PLAN, PROGRAMME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scheduler.alternatives import Alternative


class Said(Word):
    """What is said of one plan to choose."""

    name: Code
    """best, more, fewer, cheapest, nearest, steadiest or earliest; its folder is called so too."""
    best_at: str
    """A sentence on what it is best at."""
    gives_up: str
    """A sentence on what it gives up against the best plan; empty for that."""
    left_out: tuple[str, ...]
    """Sessions given up, a sentence each."""
    differs: tuple[str, ...]
    """What differs for each person, a sentence each."""


class Choices(Word):
    """Everything found, the best plan first."""

    plans: tuple[Said, ...]
    """What is said of each plan."""


@dataclass(frozen=True)
class Choice:
    """One plan to choose, with what is said of it."""

    said: Said
    programme: Programme
    """What it is a plan of; it may have a session less than the one that was asked about."""
    plan: Plan


def write_choices(found: "Sequence[Alternative]", folder: Path) -> None:
    """Write plans to choose from, each in a folder of its own."""
    for one in found:
        own = folder / one.name
        own.mkdir(exist_ok=True)
        write_programme(one.programme, own / PROGRAMME)
        write_plan(one.plan, own / PLAN)
    said = (
        Said(
            name=one.name,
            best_at=one.best_at,
            gives_up=one.gives_up,
            left_out=one.left_out,
            differs=one.differs,
        )
        for one in found
    )
    save({folder / ANSWER: json_text(Choices(plans=tuple(said)), brief=False)})


def read_choices(folder: Path) -> tuple[Choice, ...]:
    """Return the plans to choose from."""
    told = Choices.model_validate_json((folder / ANSWER).read_bytes())
    return tuple(_choice(said, folder / said.name) for said in told.plans)


def _choice(said: Said, own: Path) -> Choice:
    programme = read_programme(own / PROGRAMME, registry())
    return Choice(said, programme, read_plan(own / PLAN))
