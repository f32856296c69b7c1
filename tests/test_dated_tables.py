"""Every dated table says where it comes from, and fails here before it goes stale."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from scheduler.calendars.tables import Table, read_table, read_table_of_one_file
from tests.conftest import ROOT

DATA = ROOT / "constraints" / "data"
SCHEDULER = ROOT / "scheduler"
FOLDERS = (
    DATA,
    SCHEDULER / "places",
    SCHEDULER / "money" / "data",
    SCHEDULER / "calendars" / "data",
)
IN_PAIRS = sorted(path for folder in FOLDERS for path in folder.glob("*.csv"))
TABLES = [*IN_PAIRS, *sorted((DATA / "seasons").glob("*.toml"))]
TIME_TO_RENEW = timedelta(days=30)
LICENCES = {"CC0-1.0", "OGL-UK-3.0", "MIT"}


def read(path: Path) -> Table:
    """Return the table; reading refuses columns without a meaning and fields left empty."""
    if path.suffix == ".toml":
        return read_table_of_one_file(path, like=DATA / "farming_calendar.csv")
    return read_table(path)


def test_there_are_tables_to_look_at() -> None:
    assert len(TABLES) >= 10


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_table_tells_where_it_comes_from_and_what_each_column_means(path: Path) -> None:
    table = read(path)

    assert [column for column, meaning in table.columns.items() if not meaning.strip()] == []
    assert [field for field in (table.title, table.source) if not field.strip()] == []
    assert table.licence in LICENCES
    assert table.rows != ()


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_table_was_checked_before_today_and_is_good_for_another_month(path: Path) -> None:
    table = read(path)
    today = datetime.now(tz=UTC).date()

    assert table.checked <= today + timedelta(days=1)
    assert table.is_good_for(today + TIME_TO_RENEW), (
        f"{path.name} is good only until {table.good_until}. Look again at: {table.source}. "
        f"Correct the rows, then set `checked` and `good_until` in {path.stem}.toml."
    )


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_nothing_in_the_folder_is_left_without_its_other_half(folder: Path) -> None:
    halves = {".csv": set[str](), ".toml": set[str]()}
    for path in folder.iterdir():
        halves.setdefault(path.suffix, set()).add(path.stem)

    assert halves[".csv"] == halves[".toml"]
