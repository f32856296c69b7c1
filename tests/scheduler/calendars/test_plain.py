"""Words made safe for one line of a calendar."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.calendars.plain import plain


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("Coinneamh 's a' Ghàidhlig", "Coinneamh 's a' Ghàidhlig"),
        ("اجتماع في القاعة", "اجتماع في القاعة"),
        ("Family 👩‍👩‍👧", "Family 👩‍👩‍👧"),
        ('say "yes"; or, no\\n', 'say "yes"; or, no\\n'),
        (
            "Workshop\r\nATTENDEE:mailto:someone@example.org",
            "Workshop ATTENDEE:mailto:someone@example.org",
        ),
        ("one\u2028two\x85three\tfour", "one two three four"),
        ("bell\x07 and nothing\x00", "bell and nothing"),
        ("half \ud83d", "half"),
        ("\ufeffmark", "mark"),
        (" \n ", ""),
    ],
)
def test_plain_keeps_every_language_and_drops_what_a_line_cannot_hold(
    typed: str, line: str
) -> None:
    assert plain(typed) == line


@given(st.text())
def test_plain_of_plain_changes_nothing(text: str) -> None:
    # given
    line = plain(text)

    # then
    assert plain(line) == line
    assert [c for c in line if unicodedata.category(c) in {"Cc", "Cs"}] == []
    assert len(line.splitlines()) <= 1
