"""`commonground equity`: who bent, and plans of another programme."""

import pytest

from scheduler.samples import PROGRAMME
from tests.web.conftest import Planned
from tests.web.given import written
from web.command import main

Said = pytest.CaptureFixture[str]


def test_the_report_is_printed_for_the_organiser(planned: Planned, capsys: Said) -> None:
    # when
    ending = main(["equity", str(planned.programme), str(planned.folder)])

    # then
    said = capsys.readouterr()
    assert (ending, said.err) == (0, "Only the organiser should see this.\n")
    assert [line for line in said.out.splitlines() if " person)" in line] == [
        "Lived experience (1 person)",
        "Professional (1 person)",
    ]


def test_a_plan_of_another_programme_is_refused(planned: Planned, capsys: Said) -> None:
    # given
    another = written(
        PROGRAMME.model_copy(update={"name": "Another"}), planned.programme.parent / "another.json"
    )

    # when
    ending = main(["equity", str(another), str(planned.folder)])

    # then
    assert (ending, capsys.readouterr().err.count("the plan was made from another programme")) == (
        2,
        1,
    )
