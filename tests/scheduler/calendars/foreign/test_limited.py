"""Files that were made to do harm end soon, in a right answer or in words, and in a child."""

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scheduler.calendars.foreign.limited import busy_in
from scheduler.calendars.foreign.window import Window
from scheduler.errors import ProgrammeError
from tests.conftest import shared_data
from tests.scheduler.calendars.foreign.written_calendars import calendar, entry, hours, part

WINDOW = Window(datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 12, 31, tzinfo=UTC))
DAY = ("DTSTART:20270101T100000Z", "DTEND:20270101T110000Z")

TOO_BIG = "bomb.ics has more than 5 MB; export a shorter stretch of time."
TOO_DEEP = "bomb.ics line 9 holds parts that lie too deep in one another."
TOO_MANY_PARTS = "bomb.ics holds more than 10,000 parts; export a shorter stretch."


def ending(content: bytes) -> str:
    """Return how reading a file ends: what is refused, or what was not understood, or nothing."""
    try:
        found = busy_in(content, WINDOW, file="bomb.ics")
    except ProgrammeError as refused:
        return str(refused)
    return "; ".join(dict.fromkeys(each.why for each in found.accounts if each.why))


BOMBS: dict[str, tuple[Callable[[], bytes], str]] = {
    "fifty thousand entries": (lambda: calendar(*[entry(*DAY)] * 50_000), TOO_MANY_PARTS),
    "97,000 listed times": (
        lambda: calendar(entry(*DAY, "RDATE:" + ",".join(["20270101T100000Z"] * 97_000))),
        "line 7 lists more than 20,000 times",
    ),
    "20,000 parts in one another": (
        lambda: b"BEGIN:VCALENDAR\r\n" + b"BEGIN:X\r\n" * 20_000 + b"END:X\r\n" * 20_000,
        TOO_DEEP,
    ),
    "a line of 20 MB": (lambda: calendar(entry(*DAY, f"X-A:{'a' * 20_000_000}")), TOO_BIG),
    "two million folds": (lambda: calendar("X-A:a" + "\r\n a" * 2_000_000), TOO_BIG),
    "50,000 times left out of every minute": (
        lambda: calendar(
            entry(*DAY, "RRULE:FREQ=MINUTELY", "EXDATE:" + ",".join(["20270101T100000Z"] * 50_000))
        ),
        "line 8 lists more than 20,000 times",
    ),
    "a million quotes": (
        lambda: calendar(entry("DTSTART;A=" + '"' * 1_000_001 + ":20270101T100000Z")),
        "line 5 is no line of a calendar",
    ),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_ends_in_words(bomb: str) -> None:
    make, said = BOMBS[bomb]

    found = ending(make())

    assert said in found


HOSTILE = {
    "bom": "",
    "empty": "bomb.ics is empty; export the calendar again.",
    "exrule_all": "line 9 comes back more than 20,000 times",
    "html": "bomb.ics holds no calendar; export it again as .ics.",
    "hugecount": "",
    "interval0": "line 9 holds a rule whose INTERVAL is below 1",
    "interval_huge": "",
    "interval_neg": "line 9 holds a rule whose INTERVAL is below 1",
    "latin1": "",
    "longdur": "line 8 makes it last more than a hundred years",
    "minutely": "line 9 comes back more than 20,000 times",
    "never_match": "",
    "never_match_secondly": "line 9 comes back by no rule that can be followed",
    "secondly": "line 9 comes back by no rule that can be followed",
    "secondly_old": "line 9 comes back by no rule that can be followed",
    "tzbomb": (
        "line 16 is told on the clock of line 8, which comes back by no rule that can be followed"
    ),
    "unterminated": (
        "bomb.ics line 4 begins a VEVENT that never ends; the file is cut short, export it again."
    ),
    "utf16": "",
    "year0001": "line 7 lies outside the years 1900 to 2199",
    "year9999": "line 7 lies outside the years 1900 to 2199",
    "yearly_cross": "",
}


def hostile_files() -> list[Path]:
    """Return the files that were made to do harm."""
    return sorted(shared_data("ics", "hostile").iterdir())


def test_every_hostile_file_ends_in_a_right_answer_or_in_words() -> None:
    found = {file.stem: ending(file.read_bytes()) for file in hostile_files()}

    assert found == HOSTILE


def test_the_child_may_take_two_seconds_and_300_megabytes_and_no_more() -> None:
    asks = (
        "import resource as r; from scheduler.calendars.foreign import child; child.limit(); "
        "print(r.getrlimit(r.RLIMIT_CPU)[0], r.getrlimit(r.RLIMIT_AS)[0])"
    )

    done = subprocess.run([sys.executable, "-c", asks], capture_output=True, check=True, text=True)

    assert done.stdout.split() == ["2", "300000000"]


def test_more_series_than_anybody_keeps_are_refused() -> None:
    series = (entry(*DAY, "RRULE:FREQ=DAILY", uid=str(each)) for each in range(5_000))

    found = ending(calendar(*series))

    # Where the machine has no time for us, the wait ends first.
    assert "would take too long to follow" in found or "takes too long" in found


def test_what_takes_too_long_is_stopped_and_said() -> None:
    """A clock that changes at every turn of many rules costs more than anybody's diary does."""
    zones = [
        part("VTIMEZONE", f"TZID:Z{each}", part("STANDARD", "DTSTART:16010101T000000", OFTEN, *TO))
        for each in range(1_000)
    ]
    entries = [entry(f"DTSTART;TZID=Z{each}:20270101T000000") for each in range(1_000)]

    found = ending(calendar(*zones, *entries))

    assert "would take too long to follow" in found or "takes too long" in found


OFTEN = "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"
TO = ("TZOFFSETFROM:+0000", "TZOFFSETTO:+0100")


def test_a_file_is_read_in_the_child_as_it_is_here() -> None:
    content = calendar(entry(*DAY, "ATTENDEE;PARTSTAT=DECLINED:mailto:una@example.org", *GUEST))

    taken = busy_in(content, WINDOW, owner="ben@example.org")
    free = busy_in(content, WINDOW, owner="una@example.org")

    assert (taken.busy, free.busy) == (hours("2027-01-01 10:00"), ())


GUEST = ("ATTENDEE;PARTSTAT=ACCEPTED:mailto:ben@example.org",)


def test_a_child_that_falls_is_told_from_one_that_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false")

    with pytest.raises(ProgrammeError) as refused:
        busy_in(calendar(), WINDOW)

    assert str(refused.value) == (
        "The calendar takes too long or too much room to read; export a shorter stretch of time."
    )
