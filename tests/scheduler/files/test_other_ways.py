"""Other ways to take part in a table of people: read, written back, and named by who needs one."""

from pathlib import Path

from scheduler.files import write_programme
from tests.scheduler.files.folders import TABLES, a_folder, read, sentences_of

HEAD, ROW, OTHER = TABLES["people.csv"].splitlines()


def told(tmp_path: Path, ways: str, only: str) -> Path:
    """Write the folder with what one person says of other ways to take part."""
    more = "other_ways,other_ways_only"
    people = f"{HEAD},{more}\n{ROW},{ways},{only}\n{OTHER},,\n"
    return a_folder(tmp_path, people=(TABLES["people.csv"], people))


def test_other_ways_are_read_and_written_back(tmp_path: Path) -> None:
    programme = read(told(tmp_path, "by phone; on-line", "yes"))

    write_programme(programme, tmp_path / "again")

    ishbel = programme.people[0]
    assert (ishbel.other_ways, ishbel.other_ways_only) == (("by phone", "on-line"), True)
    assert read(tmp_path / "again") == programme


def test_whoever_never_travels_says_how_they_take_part(tmp_path: Path) -> None:
    says = 'other_ways_only "yes" needs other_ways; write on-line, by phone or both there.'

    assert sentences_of(told(tmp_path, "", "yes")) == [f"people.csv line 2: {says}"]
