"""What was told in part, or so that it would keep nobody away, is refused or pointed out."""

from pathlib import Path

import pytest

from constraints import registry
from scheduler.hints import hints
from scheduler.samples import ISHBEL, PROGRAMME
from tests.scheduler.files.folders import a_document, read, sentences_of

FILE = "programme.json"


@pytest.mark.parametrize(
    ("good", "bad", "says"),
    [
        (
            '"needs_asked": "yes"',
            '"no_go": ["Polce"]',
            (
                'people[ishbel].no_go[1] "Polce" is no venue or kind of venue here; '
                'did you mean "police"?'
            ),
        ),
        (
            '"needs_asked": "yes"',
            '"interpreter": " "',
            'people[ishbel].interpreter " " is only blanks; write what is meant, or leave it out.',
        ),
        (
            '"title": "',
            '"title": "First\\n',
            (
                'projects[group].sessions[1].title "First Session" holds a line break; '
                "write it on one line."
            ),
        ),
    ],
    ids=["a no-go place almost a kind", "a blank interpreter", "a title over two lines"],
)
def test_it_is_refused_with_what_to_do(tmp_path: Path, good: str, bad: str, says: str) -> None:
    (told,) = sentences_of(a_document(tmp_path, good, bad))

    assert told.partition(": ")[2] == says


def test_a_group_of_nobody_is_refused(tmp_path: Path) -> None:
    members = '"members": [\n    "ishbel",\n    "rory"\n   ]'

    (told,) = sentences_of(a_document(tmp_path, members, '"members": []'))

    assert told.endswith("projects[group].members has nobody; give members, or places to fill.")


def test_a_session_held_after_the_day_of_planning_is_refused(tmp_path: Path) -> None:
    held = '"state": "held", "day": "2027-05-04", "start": "11:00", "venue": "hall", "title"'
    document = a_document(tmp_path, '"title"', held)
    text = document.read_text().replace('"first_day"', '"planned_on": "2027-05-03", "first_day"', 1)
    document.write_text(text)

    (told,) = sentences_of(document)

    assert told.endswith(
        'sessions[1].day "2027-05-04" is after 2027-05-03, the day planning is done, so it cannot '
        "have been held; call the session booked, or correct a day."
    )


def test_a_no_go_place_that_is_none_here_is_pointed_out_without_which_or_whose(
    tmp_path: Path,
) -> None:
    document = a_document(tmp_path, '"needs_asked": "yes"', '"no_go": ["the old lodge", "police"]')

    told = hints(read(document), registry())

    (hint,) = told
    assert hint == (
        "people.csv: look at no_go. 1 word there names no venue of this programme, nobody who "
        "runs one and no kind of place, and so keeps nobody away from any room."
    )


def test_a_no_go_place_that_is_known_is_nothing_to_look_at() -> None:
    people = (ISHBEL.model_copy(update={"no_go": ("Glen Hall", "POLICE")}), *PROGRAMME.people[1:])

    assert hints(PROGRAMME.model_copy(update={"people": people}), registry()) == ()
