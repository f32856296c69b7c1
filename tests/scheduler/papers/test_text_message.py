"""Text messages in parts that fit: 160 characters, or 70 where one needs more room.

The room is that of 3GPP TS 23.038: 1,120 bits, in characters of seven or of sixteen.
"""

import pytest

from scheduler.papers.text_message import fits, parted, room_taken


@pytest.mark.parametrize(
    ("text", "room"),
    [
        ("a" * 160, (160, 160)),
        ("", (0, 160)),
        ("Tha e fuar, è à ì ò ù", (21, 160)),  # the small letters of Gaelic with an accent
        ("£10 or 10 €", (12, 160)),  # the euro takes the room of two
        ("{[~]}", (10, 160)),
        ("Dziękuję", (8, 70)),
        ("À", (1, 70)),
        ("مرحبا", (5, 70)),
        ("👋", (2, 70)),  # two units of sixteen bits
    ],
)
def test_room_is_counted_as_phones_count_it(text: str, room: tuple[int, int]) -> None:
    assert room_taken(text) == room


def test_short_text_is_one_part() -> None:
    assert parted("Come at 10:30.") == ("Come at 10:30.",)


def test_nothing_is_no_part() -> None:
    assert parted("  ") == ()


def test_long_text_is_cut_between_words_and_nothing_is_lost() -> None:
    text = " ".join(["workshop"] * 40)

    parts = parted(text)

    assert [len(part) for part in parts] == [152, 152, 53]
    assert " ".join(parts) == text


@pytest.mark.parametrize("word", ["a" * 400, "ż" * 100, "👋" * 50, "€" * 100])
def test_word_too_long_for_a_part_is_cut(word: str) -> None:
    parts = parted(f"See {word} there")

    assert [part for part in parts if not fits(part)] == []
    assert "".join("".join(parts).split()) == f"See{word}there"
