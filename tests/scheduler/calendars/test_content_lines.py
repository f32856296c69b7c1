"""One line of a calendar file; that the icalendar library writes the same is tested beside this."""

import pytest

from scheduler.calendars.content_lines import escaped, line, parameter


def test_words_hold_a_backslash_before_a_capital_n() -> None:
    r"""The library wrote the folder C:\New as two lines, and every reader showed it so."""
    assert escaped("C:\\New; a, b", "c") == r"C:\\New\; a\, b\nc"


@pytest.mark.parametrize(
    ("told", "written"),
    [
        ("a" * 74, "a" * 74),
        ("a" * 75, f"{'a' * 74}\r\n a"),
        ("a" * 149, f"{'a' * 74}\r\n {'a' * 74}\r\n a"),
        ("é" * 38, f"{'é' * 37}\r\n é"),
        ("a" + "é" * 38, f"a{'é' * 36}\r\n éé"),
        ("a" * 73 + "\\n", f"{'a' * 73}\r\n \\n"),
        ("a" * 73 + "^'b", f"{'a' * 73}\r\n ^'b"),
    ],
)
def test_a_long_line_is_folded_between_characters_and_escapes(told: str, written: str) -> None:
    assert line(told) == f"{written}\r\n".encode()


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Morag", ";CN=Morag"),
        ("Project team", ';CN="Project team"'),
        ('a "b" ^', ";CN=\"a ^'b^' ^^\""),
        ("a\\;b", ';CN="a/;b"'),
        (" ", ""),
    ],
)
def test_a_name_is_quoted_where_it_has_to_be(name: str, written: str) -> None:
    assert parameter("CN", name) == written
