"""A timetable is read once and kept; what is kept is what was read, and loads at once."""

from dataclasses import fields
from pathlib import Path
from time import process_time

import numpy as np
import pytest

from scheduler.timetables.gtfs import read_gtfs
from scheduler.timetables.kept import fingerprint_of, keep, kept_in, load
from scheduler.timetables.network import Network, network_of
from tests.conftest import shared_data
from tests.scheduler.timetables.feeds import write_feed


def test_what_is_kept_is_what_was_read(tmp_path: Path) -> None:
    network = network_of(read_gtfs(write_feed(tmp_path / "feed")))

    keep(network, tmp_path / "kept" / "glen.npz")
    found = load(tmp_path / "kept" / "glen.npz")

    assert found is not None
    for field in fields(Network):
        # A position that is not known is no number, which is unlike itself.
        assert np.array_equal(
            getattr(found, field.name),
            getattr(network, field.name),
            equal_nan=field.name in {"latitude", "longitude"},
        )


def test_nothing_is_found_where_nothing_was_kept_or_it_is_spoilt(tmp_path: Path) -> None:
    spoilt = tmp_path / "spoilt.npz"
    spoilt.write_bytes(b"PK\x03\x04 no more")

    assert load(tmp_path / "none.npz") is None
    assert load(spoilt) is None


def test_where_nothing_can_be_kept_nothing_is_lost(tmp_path: Path) -> None:
    network = network_of(read_gtfs(write_feed(tmp_path / "feed")))
    (tmp_path / "file").write_text("in the way", encoding="utf-8")

    keep(network, tmp_path / "file" / "glen.npz")

    assert load(tmp_path / "file" / "glen.npz") is None


def test_another_feed_has_another_fingerprint(tmp_path: Path) -> None:
    feed = write_feed(tmp_path / "feed")
    (feed / "more").mkdir()
    before = fingerprint_of(feed, "scotland")

    (feed / "stops.txt").write_text("stop_id\n", encoding="utf-8")

    assert fingerprint_of(feed, "scotland") != before
    assert fingerprint_of(feed / "routes.txt") != fingerprint_of(feed / "routes.txt", "scotland")


def test_where_timetables_are_kept_can_be_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COMMONGROUND_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert kept_in() == tmp_path / "commonground" / "timetables"

    monkeypatch.setenv("COMMONGROUND_CACHE", str(tmp_path / "own"))
    assert kept_in() == tmp_path / "own"


def test_a_kept_timetable_of_a_real_town_loads_in_a_fifth_of_a_second(tmp_path: Path) -> None:
    network = network_of(read_gtfs(shared_data("places", "chester", "gtfs.zip")))
    keep(network, tmp_path / "chester.npz")

    begun = process_time()
    found = load(tmp_path / "chester.npz")
    taken = process_time() - begun

    assert found is not None
    assert taken <= 0.2
