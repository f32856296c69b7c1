"""A plan whose programme has changed since: every command says so in the same words."""

from pathlib import Path

import pytest

from scheduler.samples import PROGRAMME
from tests.web.conftest import Planned
from tests.web.given import written
from web.command import main

Said = pytest.CaptureFixture[str]
P, PLAN, OUT = "the programme", "the plan", "a folder"


@pytest.mark.parametrize(
    "words",
    [
        ("audit", P, PLAN),
        ("why-not", P, PLAN, "--project", "group", "--start", "2027-05-04T10:00"),
        ("equity", P, PLAN),
        ("robustness", P, PLAN),
        ("replan", P, PLAN, "--change", P),
        ("calendar", PLAN, "--programme", P, "--out", OUT),
    ],
    ids=lambda words: words[0],
)
def test_a_stale_plan_is_refused_in_the_same_words(
    words: tuple[str, ...], planned: Planned, *, tmp_path: Path, capsys: Said
) -> None:
    changed = written(PROGRAMME.model_copy(update={"phone": "999"}), tmp_path / "changed.json")
    meant = {P: str(changed), PLAN: str(planned.folder), OUT: str(tmp_path / "out")}

    ending = main([meant.get(word, word) for word in words])

    says = (
        f"{changed}: the plan was made from another programme, or this one has changed since; "
        "plan again with `commonground plan`, or give the programme it was made from\n"
    )
    assert (ending, capsys.readouterr()) == (2, ("", says))
