"""`commonground robustness`: what stands, in words and as JSON, and plans of another programme."""

import json

import pytest

from scheduler.samples import PROGRAMME
from tests.web.conftest import Planned
from web.command import main

Said = pytest.CaptureFixture[str]


def test_every_session_is_told_with_its_reserve_date(planned: Planned, capsys: Said) -> None:
    # when
    ending = main(["robustness", str(planned.programme), str(planned.folder)])

    # then
    said = capsys.readouterr()
    assert (ending, said.err) == (0, "Only the organiser should see this.\n")
    assert said.out.count("\n  Reserve date: ") == 1


def test_as_json_it_is_a_document_of_its_own(planned: Planned, capsys: Said) -> None:
    # when
    ending = main(["robustness", str(planned.programme), str(planned.folder), "--json"])

    # then
    told = json.loads(capsys.readouterr().out)
    assert (ending, told["programme"], len(told["sessions"])) == (0, PROGRAMME.name, 1)
    assert [path.name for path in planned.folder.glob("*.json")] == ["plan.json"]
