"""Safe ways and hours in a programme: read, written back, and refused where they cannot be."""

from pathlib import Path

import pytest

from scheduler.contact import Contact, LanguageContact
from scheduler.files import write_programme
from tests.scheduler.files.folders import TABLES, a_folder, read, sentences_of

HEAD = "code,name,roles,home,times.told,times.work,travel.car\n"
ROW = "ishbel,Ishbel,lived experience,glen,yes,Mon-Fri 09:00-12:00,yes\n"
OTHER = "rory,Rory,professional,XX2,yes,,no\n"
assert TABLES["people.csv"] == HEAD + ROW + OTHER
MORE = "email,language,contact.ways,contact.hours,contact.not_before,contact.post_days"


def told(tmp_path: Path, cells: str) -> Path:
    """Write the folder with what one person says of how to get in touch."""
    people = f"{HEAD[:-1]},{MORE}\n{ROW[:-1]},{cells}\n{OTHER[:-1]},,,,,,\n"
    return a_folder(tmp_path, people=(HEAD + ROW + OTHER, people))


def test_ways_and_hours_are_read_and_written_back(tmp_path: Path) -> None:
    # given
    cells = "i@example.org,Polish,letter; e-mail,Mon-Fri 10:00-12:00,10:00,5"

    # when
    programme = read(told(tmp_path, cells))
    write_programme(programme, tmp_path / "again")

    # then
    ishbel = programme.people[0]
    assert ishbel.contact == Contact(
        ways=("letter", "e-mail"),
        hours=("Mon-Fri 10:00-12:00",),
        not_before="10:00",
        post_days=5,
    )
    assert (ishbel.email, ishbel.language) == ("i@example.org", "Polish")
    assert read(tmp_path / "again") == programme


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        (
            ",,e-mail,,,",
            'contact.ways "e-mail" has no address to go to; fill in email, or leave it out.',
        ),
        (",,letter,,,61", 'contact.post_days "61" is too many; write at most 60.'),
    ],
)
def test_what_cannot_be_is_refused_with_its_line(tmp_path: Path, cells: str, says: str) -> None:
    assert sentences_of(told(tmp_path, cells)) == [f"people.csv line 2: {says}"]


@pytest.mark.parametrize("cells", [",,pigeon,,,", ",,letter,tea time,,"])
def test_ways_and_hours_nobody_knows_are_refused(tmp_path: Path, cells: str) -> None:
    (sentence,) = sentences_of(told(tmp_path, cells))

    assert sentence.startswith("people.csv line 2: contact.")


def contacts(tmp_path: Path, *rows: str) -> Path:
    """Write the folder with somebody who answers in each of some languages."""
    lines = "".join(f"[[contacts]]\n{row}\n\n" for row in rows)
    return a_folder(tmp_path, programme=("[[projects]]", f"{lines}[[projects]]"))


def test_who_answers_in_a_language_is_read(tmp_path: Path) -> None:
    # when
    programme = read(contacts(tmp_path, 'language = "Polish"\nphone = "01632 960160"'))

    # then
    assert programme.contacts == (LanguageContact(language="Polish", phone="01632 960160"),)


@pytest.mark.parametrize(
    ("rows", "ending"),
    [
        (
            ('language = "Polish"\nphone = "ring us"',),
            'phone "ring us" is no phone number; write the number to ring.',
        ),
        (
            ('language = "Polish"\nphone = "101"', 'language = "polish"\nphone = "101"'),
            'language "polish" stands twice; keep one.',
        ),
    ],
)
def test_who_cannot_be_rung_or_stands_twice_is_refused(
    tmp_path: Path, rows: tuple[str, ...], ending: str
) -> None:
    (sentence,) = sentences_of(contacts(tmp_path, *rows))

    assert sentence.endswith(ending)


def test_who_answers_needs_a_language_and_a_number(tmp_path: Path) -> None:
    sentences = sentences_of(contacts(tmp_path, 'name = "Ania"'))

    assert [sentence.partition(":")[0] for sentence in sentences] == ["programme.toml line 6"] * 2
