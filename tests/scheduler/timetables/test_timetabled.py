"""A programme's timetables, read once and ready to be asked."""

from pathlib import Path

import pytest

from scheduler.errors import ProgrammeError
from scheduler.journeys import Timetable
from scheduler.samples import GLEN, PROGRAMME, TOWN, on
from scheduler.timetables import timetabled as timetabled_module
from scheduler.timetables.kept import kept_in
from scheduler.timetables.reading import read_timetable
from scheduler.timetables.timetabled import Needs, timetabled_of
from tests.scheduler.timetables.feeds import altered, write_feed

NEEDS = Needs(change=300, walk=900)


def test_without_timetables_there_is_nothing_to_ask() -> None:
    assert timetabled_of(PROGRAMME) is None


def test_what_was_read_is_the_same_until_its_files_change(tmp_path: Path) -> None:
    feed = write_feed(tmp_path / "feed")
    first = read_timetable(feed, nation="scotland")

    again = read_timetable(feed, nation="scotland")
    write_feed(feed, **altered("routes", "r2,30,3", "r2,310,3"))
    changed = read_timetable(feed, nation="scotland")

    assert again is first
    assert set(changed.line.tolist()) - set(first.line.tolist()) == {"310"}


def test_what_was_kept_serves_when_nothing_was_read_yet(tmp_path: Path) -> None:
    one = read_timetable(write_feed(tmp_path / "one"), nation="scotland")
    kept = len(list(kept_in().iterdir()))

    other = read_timetable(write_feed(tmp_path / "other"), nation="scotland")

    assert other is not one
    assert other.stop_code.tolist() == one.stop_code.tolist()
    assert len(list(kept_in().iterdir())) == kept


def test_a_timetable_nobody_located_is_refused_by_its_name() -> None:
    with pytest.raises(ProgrammeError, match=r"nowhere.zip is not there"):
        timetabled_of(PROGRAMME.model_copy(update={"timetables": (Timetable(file="nowhere.zip"),)}))


def test_only_the_last_answers_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timetabled_module, "MOST_BYTES", 300)
    feed = Timetable(file=write_feed(tmp_path / "feed").name).beside(tmp_path)
    timetabled = timetabled_of(PROGRAMME.model_copy(update={"timetables": (feed,)}))
    assert timetabled is not None
    search = timetabled.search(on("Tuesday 4 May 2027"), NEEDS)
    town = timetabled.near(TOWN, NEEDS.walk)

    answers = [timetabled.reached(search, town, [hour * 3600], by=True) for hour in range(9, 16)]

    # One of them takes 5 stops x 4 vehicles x 5 bytes; the last may go beyond what is kept.
    assert [answer.nbytes for answer in answers] == [100] * 7
    assert len(timetabled.answers) == 4
    assert timetabled.reached(search, town, [15 * 3600], by=True) is answers[-1]
    assert timetabled.reached(search, town, [9 * 3600], by=True) is not answers[0]


def test_stops_beside_a_place_are_those_in_walking_distance(tmp_path: Path) -> None:
    feed = Timetable(file=write_feed(tmp_path / "feed").name).beside(tmp_path)
    timetabled = timetabled_of(PROGRAMME.model_copy(update={"timetables": (feed,)}))
    assert timetabled is not None

    stops, seconds = timetabled.near(GLEN, NEEDS.walk)

    assert timetabled.network.stop_code[stops].tolist() == ["G"]
    assert seconds.tolist() == [0]
