"""Calendars read back: what was sent before is what was said before."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from scheduler.calendars.entry import CalendarEntry, CalendarError
from scheduler.calendars.feeds import person_file, project_feed
from scheduler.calendars.sent import entries_sent, following
from tests.scheduler.calendars.sessions import TEAM, WITH_EMAIL, a_session

EVERYTHING = replace(
    a_session(3),
    title="Words; with, marks \\ and a new\\nline",
    join_link="https://meet.example.org/room?a=1,2;b=3",
    join_phone="tel:01632960007",
    latitude=56.25,
    longitude=-4.25,
    sequence=4,
    status="CANCELLED",
)
BARE = replace(a_session(), place="", contact="", description_lines=())


@pytest.mark.parametrize("entry", [a_session(), EVERYTHING, BARE])
def test_what_was_written_is_read_back(entry: CalendarEntry) -> None:
    # given
    feed = project_feed([entry], name="Workshops", organiser=TEAM)
    own = person_file([entry], attendee=WITH_EMAIL, organiser=TEAM, name="Workshops")

    # then
    assert [entries_sent(feed), entries_sent(own)] == [(entry,), (entry,)]


@pytest.mark.parametrize(
    "content",
    [
        b"no calendar",
        b"",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        project_feed([a_session()], name="Workshops", organiser=TEAM).replace(
            b"STATUS:CONFIRMED", b"STATUS:ODD"
        ),
    ],
)
def test_file_that_is_none_of_ours_is_refused(content: bytes) -> None:
    with pytest.raises(CalendarError) as refused:
        entries_sent(content)
    assert str(refused.value) == (
        "a calendar sent before cannot be read; move it away, or write to another folder"
    )


NOW = datetime(2026, 12, 1, tzinfo=UTC)


def test_session_that_moved_counts_one_change_more() -> None:
    # given
    sent = replace(a_session(), sequence=2)
    moved = replace(a_session(), start=a_session().start + timedelta(minutes=30))

    # then
    assert following([moved], [sent], now=NOW) == (replace(moved, sequence=3),)


def test_session_said_in_other_words_counts_no_change() -> None:
    # given
    sent = replace(a_session(), sequence=2)
    reworded = replace(a_session(), description_lines=("Take the side door.",))

    # then
    assert following([reworded], [sent], now=NOW) == (replace(reworded, sequence=2),)


def test_session_that_is_gone_is_called_off_once() -> None:
    # given
    off = replace(a_session(), status="CANCELLED", sequence=1, changed=NOW)

    # then
    assert following([], [a_session()], now=NOW) == (off,)
    assert following([], [off], now=NOW) == (off,)


def test_session_that_is_as_it_was_keeps_the_moment_it_last_changed() -> None:
    # given
    planned_anew = replace(a_session(), changed=NOW)

    # then
    assert following([planned_anew], [a_session()], now=NOW) == (a_session(),)
