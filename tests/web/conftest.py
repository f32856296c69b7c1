"""What the tests of the commands share: one programme planned once."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from scheduler.samples import PROGRAMME
from tests.web.given import Done, commonground, written


@dataclass(frozen=True)
class Planned:
    """A programme on disc, the folder its plan was written to, and what the command said."""

    programme: Path
    folder: Path
    done: Done


@pytest.fixture(scope="session")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Planned:
    """Return the invented programme, planned by the command."""
    place = tmp_path_factory.mktemp("planned")
    programme = written(PROGRAMME, place / "programme.json")
    return Planned(
        programme, place / "out", commonground("plan", programme, "--out", place / "out")
    )
