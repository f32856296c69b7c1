"""Ten thousand texts in many scripts, in every field that holds words, through three readers."""

import random
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from scheduler.calendars.entry import CalendarEntry
from scheduler.calendars.feeds import person_file
from scheduler.calendars.plain import plain
from tests.readers.readers import Reader
from tests.scheduler.calendars.sessions import TEAM, WITH_EMAIL, a_session

TEXTS = 10_000
FIELDS = 8
"""Title, place, contact and five lines of the text."""

PIECES = (
    *("Bùth-obrach", "Còmhradh mu dheireadh", "à è ì ò ù", "Fàilte gu Steòrnabhagh"),
    *("Blether an a cup o tea", "Whit's fur ye'll no go by ye", "dreich"),
    *("اجتماع في القاعة", "مرحبًا", "ورشة عمل ٢", "\u200fيوم الثلاثاء\u200f"),
    *("Zażółć gęślą jaźń", "Spotkanie w świetlicy", "łódź"),
    *("👩‍🦽", "👨‍👩‍👧", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "☕", "🚌💨"),
    *('"quoted"', "'it's'", "«so»", "a\\b", "C:\\New", "x; y, z", "k=v:w", "^n^'^^"),
    *("\x00", "\x07", "\x0b", "\x1b[31m", "\x7f", "\x85", "\ufeff", "\u2028", "\u2029", "\ud83d"),
    *("\r\n", "\n", "\r", "\t", "\n "),
    *("\r\nATTENDEE:mailto:x@example.org", "\nEND:VEVENT\n", "\r\nX-EVIL:1", "\\n", "\\N", "%0A"),
    *("a" * 74, "ż" * 40, "中文" * 30, "e\u0301" * 40),
)
"""What texts are put together from."""


@cache
def texts() -> tuple[str, ...]:
    """Return the texts, the same on every run."""
    chance = random.Random(2027)
    return tuple(
        chance.choice(("", " ")).join(chance.choices(PIECES, k=chance.randint(1, 6)))
        for _ in range(TEXTS)
    )


@cache
def sessions() -> tuple[CalendarEntry, ...]:
    """Return sessions that hold every text, in each field in turn."""
    rows = [texts()[n : n + FIELDS] for n in range(0, TEXTS, FIELDS)]
    return tuple(
        replace(
            a_session(),
            uid=f"{number:04}@example.org",
            title=title if plain(title) else "Workshop",
            place=place,
            contact=contact,
            description_lines=tuple(lines),
        )
        for number, (title, place, contact, *lines) in enumerate(rows)
    )


@cache
def content() -> bytes:
    """Return the file of a person that holds them all; their name and its name are texts too."""
    guest = replace(WITH_EMAIL, name=texts()[0])
    return person_file(sessions(), attendee=guest, organiser=TEAM, name=texts()[1])


def told(session: CalendarEntry) -> str:
    """Return the text that a reader should show for a session."""
    ring = ": ".join(filter(None, (plain(session.contact), plain(session.phone))))
    return "\n".join(filter(None, [*map(plain, session.description_lines), ring]))


def test_no_line_is_too_long_and_each_is_whole_utf_8() -> None:
    physical = content().split(b"\r\n")

    assert max(map(len, physical)) <= 75
    assert [line for line in physical if b"\r" in line or b"\n" in line] == []
    assert "".join(line.decode() for line in physical)


def test_no_text_becomes_a_property() -> None:
    lines = content().decode().replace("\r\n ", "").split("\r\n")
    names = [re.split("[;:]", line)[0] for line in lines]

    assert names.count("BEGIN") == len(sessions()) + 4  # the calendar, its zone and two rules
    assert names.count("ATTENDEE") == names.count("UID") == len(sessions())
    assert [name for name in set(names) if not re.fullmatch("[A-Z-]*", name)] == []
    assert "X-EVIL" not in names


def test_each_reader_shows_every_text_as_it_was_typed(reader: Reader, tmp_path: Path) -> None:
    # given
    file = tmp_path / "words.ics"
    file.write_bytes(content())

    # when
    read = [(s.uid, s.summary, s.description, s.location) for s in reader(file)]

    # then
    assert read == [(s.uid, plain(s.title), told(s), plain(s.place)) for s in sessions()]
