"""A kind of place is known by any word people use for it, and says what the table says of it."""

import pytest

from scheduler.calendars.tables import read_table
from scheduler.places.kinds import UNLISTED, kind_of, read_kinds
from scheduler.places.names import plain_name
from tests.conftest import ROOT

TABLE = ROOT / "constraints" / "data" / "venue_kinds.csv"
KINDS = read_kinds(TABLE)


@pytest.mark.parametrize("name", ["pub", "Pub", "the pub", "public_house", "pubs"])
def test_kind_is_known_however_it_is_written(name: str) -> None:
    assert kind_of(name, KINDS).alcohol == "exclude"


@pytest.mark.parametrize("name", ["", "barn", "pu"])
def test_a_kind_nobody_listed_says_nothing(name: str) -> None:
    assert kind_of(name, KINDS) == UNLISTED


def test_what_says_nothing_has_to_be_asked() -> None:
    assert (UNLISTED.alcohol, UNLISTED.neutral) == ("ask", "operator")


def test_a_kind_is_called_by_its_wider_kinds_too() -> None:
    assert {"church hall", "place of worship"} <= kind_of("church hall", KINDS).called
    assert "church hall" not in kind_of("place of worship", KINDS).called


def test_no_word_means_two_kinds() -> None:
    """A word in two rows would silently mean the later one."""
    rows = read_table(TABLE).rows
    words = [plain_name(w) for row in rows for w in f"{row['kind']};{row['also']}".split(";") if w]

    assert sorted(words) == sorted(set(words))
