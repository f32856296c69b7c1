"""Calendar files that other programs wrote, read in place: what two readers agree on, and the rest.

The truth is that of icalendar with recurring-ical-events and of ical.js, which looked at the days
of each file on the clock of each entry. Where they do not agree, disputed.csv says what RFC 5545
makes of the file, and why.
"""

import csv
import json
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from scheduler.calendars.foreign.account import BusyTimes
from scheduler.calendars.foreign.reading import read_busy
from scheduler.calendars.foreign.refused import UnreadableError
from scheduler.calendars.wall_time import LONDON
from tests.conftest import shared_data
from tests.scheduler.calendars.foreign.written_calendars import around

FOLDER = shared_data("ics")
DISPUTED = Path(__file__).with_name("disputed.csv")

NAMED_AS_UNREADABLE = {"neither-reads", "no-events"}

Span = tuple[date | datetime, date | datetime]


@cache
def manifest() -> dict[str, dict[str, Any]]:
    """Return what is known of each file, by its name."""
    lines = (FOLDER / "manifest.jsonl").read_text("utf-8").splitlines()
    return {row["file"]: row for row in map(json.loads, lines)}


def files(*verdicts: str) -> list[dict[str, Any]]:
    """Return what is known of the files of some verdicts."""
    return [row for row in manifest().values() if row["verdict"] in verdicts]


@cache
def found_in(name: str) -> BusyTimes | UnreadableError:
    """Return what is read of a file, or why it is refused as a whole."""
    first = date.fromisoformat(manifest()[name].get("window_start", "2020-01-01"))
    try:
        return read_busy((FOLDER / name).read_bytes(), around(first, 366))
    except UnreadableError as refused:
        return refused


def times(name: str) -> list[Span]:
    """Return every time of every entry in the days of a file, each on its own clock, in order."""
    found = found_in(name)
    first = date.fromisoformat(manifest()[name].get("window_start", "2020-01-01"))
    given = () if isinstance(found, UnreadableError) else found.times
    return sorted((_in_utc(each) for each in given if _is_within(each, first)), key=str)


def _is_within(span: Span, first: date) -> bool:
    opens: date = datetime.combine(first, datetime.min.time())
    closes = opens + timedelta(days=366)
    start, end = span
    if isinstance(start, datetime) and isinstance(end, datetime):
        end = end.astimezone(start.tzinfo).replace(tzinfo=None)
        start = start.replace(tzinfo=None)
    else:
        opens, closes = first, first + timedelta(days=366)
    return start < closes and (opens < end or opens <= start)


def _in_utc(span: Span) -> Span:
    start, end = (each.astimezone(UTC) if isinstance(each, datetime) else each for each in span)
    return start, end


def told(text: str) -> date | datetime:
    """Return a day or moment as the manifest writes it; F stands before one without a zone."""
    if text.startswith("F"):
        return datetime.fromisoformat(text[1:]).replace(tzinfo=LONDON).astimezone(UTC)
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def test_all_files_two_readers_agree_on_are_read_alike() -> None:
    # given
    agreed = [row for row in files("agreed") if "busy" in row]
    expected = {
        row["file"]: sorted(((told(a), told(b)) for a, b in row["busy"]), key=str) for row in agreed
    }

    # when
    found = {name: times(name) for name in expected}

    # then
    assert [name for name in expected if found[name] != expected[name]] == []
    assert len(files("agreed")) == 180


def test_every_disputed_file_is_read_as_the_standard_has_it() -> None:
    # given
    with DISPUTED.open(encoding="utf-8", newline="") as table:
        decided = {row["file"]: row for row in csv.DictReader(table)}

    # when
    found = {name: decision(name) for name in decided}

    # then
    expected = {
        name: {part: row[part] for part in ("times", "first", "last", "not_understood", "digest")}
        for name, row in decided.items()
    }
    assert found == expected
    assert decided.keys() == {row["file"] for row in files("disputed")}
    assert all(len(row["reason"]) > 40 for row in decided.values())


def decision(name: str) -> dict[str, str]:
    """Return what disputed.csv says of a file, but for the reason."""
    spans = sorted("/".join(_written(each) for each in span) for span in times(name))
    return {
        "times": str(len(spans)),
        "first": spans[0] if spans else "",
        "last": spans[-1] if spans else "",
        "not_understood": " ".join(_not_understood(name)),
        "digest": sha256("\n".join(spans).encode()).hexdigest()[:16],
    }


def _written(when: date | datetime) -> str:
    return when.isoformat().replace("+00:00", "Z")


def _not_understood(name: str) -> Iterator[str]:
    found = found_in(name)
    if isinstance(found, UnreadableError):
        yield "file"
        return
    yield from (str(each.line) for each in found.accounts if each.outcome == "not understood")


def test_what_neither_reads_is_read_or_refused_in_words() -> None:
    for row in files("neither-reads", "no-events"):
        found = found_in(row["file"])
        if isinstance(found, UnreadableError):
            assert found.why
        else:
            assert all(each.why for each in found.accounts if each.outcome == "not understood")


def test_every_entry_is_accounted_for_once() -> None:
    for name in manifest():
        found = found_in(name)
        if isinstance(found, BusyTimes):
            text = (FOLDER / name).read_bytes().replace(b"\x00", b"").upper()
            begun = sum(
                line.strip() in {b"BEGIN:VEVENT", b"BEGIN:VFREEBUSY", b"BEGIN:VAVAILABILITY"}
                for line in text.split(b"\n")
            )
            lines = Counter(each.line for each in found.accounts)
            assert (len(lines), max(lines.values(), default=1)) == (begun, 1), name


def test_nothing_of_what_an_entry_is_about_is_said_back() -> None:
    """Titles, places and people are in no word of a report, whatever goes wrong with an entry."""
    for name in manifest():
        found = found_in(name)
        if isinstance(found, BusyTimes):
            said = " ".join((*found.remarks, *(each.why for each in found.accounts))).casefold()
            text = (FOLDER / name).read_text("utf-8", errors="replace").splitlines()
            titles = [line[8:].strip().casefold() for line in text if line.startswith("SUMMARY:")]
            assert [title for title in titles if len(title) > 8 and title in said] == [], name


@pytest.mark.parametrize("name", ["bom", "latin1", "utf16", "never_match", "yearly_cross"])
def test_hostile_looking_files_that_can_be_read_are_read(name: str) -> None:
    content = (FOLDER / "hostile" / f"{name}.ics").read_bytes()

    found = read_busy(content, around(date(2026, 1, 1), 366))

    second = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, 0, 0, 1, tzinfo=UTC)
    assert found.busy == (second,)
