"""`commonground costs`: the lines on the terminal, and a table for whoever pays."""

from pathlib import Path

import pytest

from tests.web.conftest import Planned
from web.command import main


def test_costs_are_printed_and_a_table_is_written(
    planned: Planned, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "costs.csv"

    ending = main(["costs", str(planned.programme), str(planned.folder), "--csv", str(table)])

    said = capsys.readouterr()
    assert (ending, said.err) == (0, "Only the organiser should see this.\n")
    assert said.out.startswith("All sessions together cost ")
    assert table.read_text("utf-8").startswith("project,session,day,what,")
