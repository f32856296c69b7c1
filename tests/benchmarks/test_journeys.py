"""Journeys are measured on any feed, and say where the rival is missing."""

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from benchmarks.__main__ import main
from tests.scheduler.timetables.feeds import write_feed


def test_a_feed_of_ones_own_is_measured(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    feed = write_feed(tmp_path / "glen")

    ending = main(["journeys", str(feed), "--seconds", "0", "--json"])

    _, line = [json.loads(each) for each in capsys.readouterr().out.splitlines()]
    assert ending == 0
    assert line["hops"] == 14  # of a Tuesday in March: the school bus and last night's, too
    assert list(line["matrix"]) == ["wall", "processor"]
    assert line["cafein"] == "not asked"


@pytest.mark.skipif(find_spec("cafein") is not None, reason="cafein is installed")
def test_where_the_rival_is_not_installed_that_is_said(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    feed = write_feed(tmp_path / "glen")

    main(["journeys", str(feed), "--json"])

    line = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert line["cafein"] == "cafein is not installed"
