"""Journeys are measured on any feed, and say where the rival is missing."""

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from benchmarks.__main__ import main
from tests.conftest import shared_data
from tests.scheduler.timetables.feeds import write_feed

MOST = {"load": 0.2, "one_person_more": 0.1, "one_venue_more": 0.1}
"""How many seconds may go by."""


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
    assert line["cafein"].startswith("not installed: python -m pip install cafein==0.29.0")
    assert line["within_the_bars"].keys() == {"matrix", *MOST}


def test_real_towns_are_answered_in_time(capsys: pytest.CaptureFixture[str]) -> None:
    """What journeys promise, in seconds of the processor, since the clock waits for others.

    20 homes by 30 venues every half hour both ways: 1 s for Newport, 3 s for Chester. What was kept
    loads in 0.2 s; one person or one venue more takes 0.1 s.
    """
    shared_data("places", "newport", "gtfs.zip")

    main(["journeys", "--seconds", "0", "--json"])

    lines = [json.loads(each) for each in capsys.readouterr().out.splitlines()[1:]]
    took = {
        line["feed"]: {
            name: line[name]["processor"] for name in line if name == "matrix" or name in MOST
        }
        for line in lines
    }
    assert list(took) == ["newport", "chester"]
    for town, most in (("newport", 1.0), ("chester", 3.0)):
        allowed = {"matrix": most, **MOST}
        assert took[town].keys() == allowed.keys()
        assert [what for what, seconds in took[town].items() if seconds > allowed[what]] == []
