"""Days with a name: read, written back, and spoken of by the hours of people."""

from datetime import date
from pathlib import Path

import pytest

from scheduler.files import write_programme
from tests.scheduler.files.folders import a_document, a_folder, read, sentences_of

FIRST_LINES = "last_day = 2027-06-30\n"
TERMS = (
    'named_days = [{code = "term-time", source = "Glen Council (invented)", '
    "days = [{first = 2027-01-06, last = 2027-03-25}, {first = 2027-04-12, last = 2027-06-24}]}]\n"
)
ISHBEL = "Mon-Fri 09:00-12:00"


def told(tmp_path: Path, named: str = TERMS, *, work: str) -> Path:
    """Write a folder with some named days, and Ishbel's hours of work."""
    return a_folder(
        tmp_path, programme=(FIRST_LINES, FIRST_LINES + named), people=(ISHBEL, f'"{work}"')
    )


def test_they_are_read_and_written_back(tmp_path: Path) -> None:
    programme = read(told(tmp_path, work="Mon-Fri 09:00-12:00 only term-time not 2027-05-03"))

    write_programme(programme, tmp_path / "again")

    (terms,) = programme.named_days
    assert (terms.code, terms.is_known_until) == ("term-time", date(2027, 6, 24))
    assert read(tmp_path / "again") == programme


@pytest.mark.parametrize(
    ("work", "says"),
    [
        (
            "Mon-Fri 09:00-12:00 only termtime",
            (
                'times.work "Mon-Fri 09:00-12:00 only termtime" speaks of "termtime", which is the '
                'code of no named_days; did you mean "term-time"?'
            ),
        ),
        (
            "Mon-Fri 09:00-12:00 only 2027-02-30",
            (
                'times.work "Mon-Fri 09:00-12:00 only 2027-02-30" has "2027-02-30", which is no '
                "day of the calendar; write one as YYYY-MM-DD, such as 2027-05-04."
            ),
        ),
    ],
)
def test_days_nobody_named_are_refused(tmp_path: Path, work: str, says: str) -> None:
    assert sentences_of(told(tmp_path, work=work)) == [f"people.csv line 2: {says}"]


IN_ANGUS = TERMS.replace('"term-time",', '"term-time", area = "Angus",')


def test_one_name_may_be_told_for_each_council(tmp_path: Path) -> None:
    both = IN_ANGUS[:-2] + ", " + IN_ANGUS.removeprefix("named_days = [").replace("Angus", "Fife")

    programme = read(told(tmp_path, both, work="Mon-Fri 09:00-12:00 only term-time in Fife"))

    assert [days.name for days in programme.named_days] == [
        "term-time in Angus",
        "term-time in Fife",
    ]


def test_an_area_of_which_nobody_told_is_refused_where_hours_name_it(tmp_path: Path) -> None:
    work = "Mon-Fri 09:00-12:00 only term-time in Fife"

    (says,) = sentences_of(told(tmp_path, IN_ANGUS, work=work))

    assert says.partition("speaks of ")[2] == (
        '"term-time in Fife", which is the code of no named_days; '
        'did you mean "term-time in Angus"?'
    )


def test_the_days_of_one_area_stand_once(tmp_path: Path) -> None:
    twice = IN_ANGUS[:-2] + ", " + IN_ANGUS.removeprefix("named_days = [")

    assert sentences_of(told(tmp_path, twice, work=ISHBEL)) == [
        (
            'programme.toml line 5: named_days[term-time].code "term-time" stands twice for Angus; '
            "keep one, or choose another code."
        )
    ]


def test_where_a_name_cannot_be_read_no_hours_are_called_unknown(tmp_path: Path) -> None:
    spoilt = TERMS.replace("2027-01-06", "2027-01-36")

    found = sentences_of(told(tmp_path, spoilt, work="Mon-Fri 09:00-12:00 only term-time"))

    assert len(found) == 1
    assert "term-time" not in found[0].partition("days")[2]


@pytest.mark.parametrize(
    ("named", "says"),
    [
        (
            TERMS.replace("term-time", "2027"),
            (
                'programme.toml line 5: named_days[2027].code "2027" is no name that hours can '
                "speak of; begin it with a letter, as in term-time."
            ),
        ),
        (
            TERMS[:-2] + ", " + TERMS.removeprefix("named_days = ["),
            (
                'programme.toml line 5: named_days[term-time].code "term-time" stands twice; '
                "keep one, or choose another code."
            ),
        ),
    ],
)
def test_a_name_is_a_name_and_stands_once(tmp_path: Path, named: str, says: str) -> None:
    assert sentences_of(told(tmp_path, named, work=ISHBEL)) == [says]


@pytest.mark.parametrize(
    ("times", "says"),
    [
        (
            '"expected_from":"2027-05-01"',
            (
                'people[ishbel].times.expected_from "2027-05-01" has no confirm_by; give the day '
                "by which these times will be known."
            ),
        ),
        (
            '"confirm_by":"2027-05-01"',
            (
                'people[ishbel].times.confirm_by "2027-05-01" has no expected_from; give the first '
                "day that is only expected."
            ),
        ),
        (
            '"expected_from":"2027-05-01","confirm_by":"2027-05-02"',
            (
                'people[ishbel].times.confirm_by "2027-05-02" is after expected_from 2027-05-01; '
                "times are confirmed before they begin."
            ),
        ),
    ],
)
def test_what_is_expected_is_told_with_the_day_it_is_confirmed_by(
    tmp_path: Path, times: str, says: str
) -> None:
    written = a_document(tmp_path).read_text("utf-8")
    good = next(part for part in ('"told": "yes"', '"told":"yes"') if part in written)

    (found,) = sentences_of(a_document(tmp_path, good, f"{good},{times}"))

    assert found.partition(": ")[2] == says
