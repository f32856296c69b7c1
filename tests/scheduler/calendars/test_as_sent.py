"""A calendar read back line by line, against the icalendar library."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from time import process_time

import pytest

from scheduler.calendars.as_sent import NotAsWrittenError, entries_as_written
from scheduler.calendars.entry import CalendarEntry
from scheduler.calendars.feeds import kept_entry, person_file, project_feed
from scheduler.calendars.plain import plain
from scheduler.calendars.sent import entries_read, entries_sent
from tests.scheduler.calendars import test_many_words as many
from tests.scheduler.calendars.sessions import (
    CLOCK,
    TEAM,
    WITH_EMAIL,
    a_session,
    a_year_of_sessions,
)
from tests.scheduler.calendars.test_sent import BARE, EVERYTHING

IN_THE_NIGHT = datetime(2027, 10, 31, 0, 30, tzinfo=CLOCK)
SHOWN_TWICE = replace(a_session(), start=IN_THE_NIGHT, end=IN_THE_NIGHT + timedelta(hours=1))


@pytest.mark.parametrize("entry", [a_session(), EVERYTHING, BARE, SHOWN_TWICE])
def test_every_form_of_a_session_is_read_as_the_library_reads_it(entry: CalendarEntry) -> None:
    files = (
        project_feed([entry], name="Workshops", organiser=TEAM),
        person_file([entry], attendee=WITH_EMAIL, organiser=TEAM, name="Workshops"),
        kept_entry(entry),
    )

    for content in files:
        assert tuple(entries_as_written(content)) == entries_read(content)


def test_a_year_keeps_its_clock() -> None:
    content = project_feed(a_year_of_sessions(), name="Year", organiser=TEAM)

    ours, theirs = tuple(entries_as_written(content)), entries_read(content)

    assert ours == theirs
    assert [str(e.start.tzinfo) for e in ours] == [str(e.start.tzinfo) for e in theirs]


def test_words_in_any_script_are_read_back_as_they_were_written() -> None:
    ours = {each.uid: each for each in entries_as_written(many.content())}

    told = {s.uid: (plain(s.title), plain(s.place)) for s in many.sessions()}
    assert {uid: (each.title, each.place) for uid, each in ours.items()} == told
    written = person_file(
        ours.values(),
        attendee=replace(WITH_EMAIL, name=many.texts()[0]),
        organiser=TEAM,
        name=many.texts()[1],
    )
    assert written == many.content()


@pytest.mark.parametrize(
    ("ours", "instead"),
    [
        (b"CLASS:PRIVATE", b"TRANSP:OPAQUE"),
        (b"STATUS:CONFIRMED", b"STATUS:ODD"),
        (b"SEQUENCE:0", b"SEQUENCE:many"),
        (b"TZID=Europe/London", b"TZID=Europe/Paris"),
        (b"CLASS:PRIVATE", b"SEQUENCE:1"),
        (b"END:VEVENT", b"BEGIN:VALARM"),
        (b"DTSTAMP:2", b"DTSTAMP:"),
        (b"END:VCALENDAR", b""),
    ],
)
def test_a_line_that_is_not_as_ours_is_left_to_the_library(ours: bytes, instead: bytes) -> None:
    content = project_feed([a_session()], name="Workshops", organiser=TEAM)
    assert ours in content

    with pytest.raises(NotAsWrittenError):
        list(entries_as_written(content.replace(ours, instead)))


def test_what_a_server_stores_in_another_order_is_read_by_the_library() -> None:
    stored = kept_entry(a_session()).replace(b"CLASS:PRIVATE", b"CLASS:PRIVATE\r\nPRIORITY:0")

    assert entries_sent(stored) == (a_session(),)


def test_five_thousand_sessions_are_read_back_within_a_second() -> None:
    """They took 5 seconds of the processor, each time that such a calendar was asked for."""
    # given
    first = datetime(2027, 1, 1, 10, 30, tzinfo=UTC)
    sessions = [
        a_session(number, start=first + timedelta(hours=3 * number)) for number in range(5_000)
    ]
    content = project_feed(sessions, name="Years", organiser=TEAM)

    # when: on a busy machine the better of two
    seconds = []
    for _ in range(2):
        begun = process_time()
        found = entries_sent(content)
        seconds.append(process_time() - begun)

    # then
    assert len(found) == 5_000
    assert min(seconds) < 1, seconds
