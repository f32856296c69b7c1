"""Cells: short forms of what takes several fields, lists, and text that is no formula."""

from datetime import date, datetime

import pytest

from scheduler.files.cells import cell_of, elements, is_formula, joined, text_of
from scheduler.files.forms import FORMS, RUNS
from scheduler.people import Season
from scheduler.venues import DatedLicence
from scheduler.words import Days, Spell, Word

FIRST, LAST = date(2027, 5, 4), date(2027, 5, 6)


def a_day_with(what: str) -> DatedLicence:
    """Return a day on which alcohol is served."""
    return DatedLicence(first=FIRST, last=FIRST, what=what)


def moment(words: str) -> datetime:
    """Return a moment on the programme's clock, which bears no zone."""
    return datetime.fromisoformat(words)


SHORT = {
    "2027-05-04 10:00/2027-05-04 12:00": Spell(
        start=moment("2027-05-04 10:00"), end=moment("2027-05-04 12:00")
    ),
    "2027-05-04 10:00+01:00/2027-05-04 12:00+01:00": Spell(
        start=moment("2027-05-04 10:00+01:00"), end=moment("2027-05-04 12:00+01:00")
    ),
    "2027-05-04": Days(first=FIRST, last=FIRST),
    "2027-05-04/2027-05-06": Days(first=FIRST, last=LAST),
    "2027-05-04/2027-05-06 painting | floors": Days(
        first=FIRST, last=LAST, note="painting | floors"
    ),
    "lambing_hill_blackface": Season(activity="lambing_hill_blackface"),
    "lambing 2027-04-10/2027-05-20": Season(
        activity="lambing", begins=date(2027, 4, 10), ends=date(2027, 5, 20)
    ),
    "lambing /2027-05-20": Season(activity="lambing", ends=date(2027, 5, 20)),
    "shearing in the Borders 2027-06-10/": Season(
        activity="shearing", region="the Borders", begins=date(2027, 6, 10)
    ),
    "lambing in Fife": Season(activity="lambing", region="Fife"),
    "lambing tups 2026-11-15/": Season(activity="lambing", tups_in=date(2026, 11, 15)),
    "2027-05-04 ceilidh | Ann": DatedLicence(first=FIRST, last=FIRST, what="ceilidh", source="Ann"),
}
"""Short forms and what they stand for."""

LONG = {
    '{"first":"2027-05-04","last":"2027-05-04","what":""}': DatedLicence(
        first=FIRST, last=FIRST, what=""
    ),
    '{"first":"2027-05-04","last":"2027-05-04","what":"a | b"}': DatedLicence(
        first=FIRST, last=FIRST, what="a | b"
    ),
    '{"start":"2027-05-04T10:00:10","end":"2027-05-04T10:00:50"}': Spell(
        start=moment("2027-05-04 10:00:10"), end=moment("2027-05-04 10:00:50")
    ),
}
"""What no short form says in full, as JSON."""


@pytest.mark.parametrize(("text", "thing"), [*SHORT.items(), *LONG.items()])
def test_form_is_written_and_read(text: str, thing: Word) -> None:
    form = FORMS[type(thing)]

    assert form.text(thing) == text
    assert type(thing).model_validate(form.read(text)) == thing


@pytest.mark.parametrize("text", ["tomorrow", "{open", "2027-05-04/", ""])
def test_text_in_no_form_stays_text(text: str) -> None:
    assert FORMS[Days].read(text) == text


def test_run_of_a_bus_is_two_times() -> None:
    assert RUNS.read("08:10 - 08:55") == ["08:10", "08:55"]
    assert RUNS.text(("08:10", "08:55")) == "08:10-08:55"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("a; b ;c", ["a", "b", "c"]),
        ("a;;", ["a"]),
        ('"a; b"; c', ["a; b", "c"]),
        ('"say ""ha"""', ['say "ha"']),
        ("a\nb", ["a", "b"]),
        ('"a" and "b"', ['"a" and "b"']),
        ("[]", []),
        ('"[]"', ["[]"]),
        ('""', [""]),
    ],
)
def test_cell_holds_a_list(cell: str, expected: list[str]) -> None:
    assert list(elements(cell)) == expected


@pytest.mark.parametrize(
    ("texts", "cell"),
    [(["a", "b"], "a; b"), ([], "[]"), (["a; b"], '"a; b"'), (["[]"], '"[]"'), ([""], '""')],
)
def test_list_is_written_into_a_cell(texts: list[str], cell: str) -> None:
    assert joined(texts) == cell


@pytest.mark.parametrize("text", ["=1+1", "+44 1632", "-", "@home", "\uff1d1", "'=1", "''=1"])
def test_formula_is_guarded_by_one_apostrophe(text: str) -> None:
    assert cell_of(text) == f"'{text}"
    assert text_of(cell_of(text)) == text
    assert not is_formula(cell_of(text))


@pytest.mark.parametrize("text", ["'tis", "a=b", "07700 900000"])
def test_plain_text_is_left_alone(text: str) -> None:
    assert cell_of(text) == text_of(text) == text
