"""The files that carry a plan to people: what stands in them, and what foreign readers see."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from scheduler.calendars.feeds import (
    CalendarEntry,
    CalendarError,
    CalendarUser,
    date_stays,
    file_name,
    person_file,
    person_invitations,
    project_feed,
)
from scheduler.calendars.plain import plain
from tests.readers.readers import Reader, Verdict, libical_reader, read_with_ical_js
from tests.scheduler.calendars.sessions import (
    CLOCK,
    TEAM,
    WITH_EMAIL,
    WITHOUT_EMAIL,
    a_session,
    a_year_of_sessions,
)

Writer = Callable[[Iterable[CalendarEntry]], bytes]

OFF = replace(a_session(2), status="CANCELLED", sequence=1)
EVERYTHING = replace(
    a_session(3),
    join_link="https://meet.example.org/room?a=1,2;b=3",
    latitude=56.25,
    longitude=-4.25,
)


def feed(sessions: Iterable[CalendarEntry]) -> bytes:
    """Write the feed of an invented project."""
    return project_feed(sessions, name="Workshops", organiser=TEAM)


def own_file(sessions: Iterable[CalendarEntry]) -> bytes:
    """Write the file of an invented person without an e-mail address."""
    return person_file(sessions, attendee=WITHOUT_EMAIL, organiser=TEAM, name="Workshops")


def mailed_file(sessions: Iterable[CalendarEntry]) -> bytes:
    """Write the file of an invented person with an e-mail address."""
    return person_file(sessions, attendee=WITH_EMAIL, organiser=TEAM, name="Workshops")


def invitation(sessions: Iterable[CalendarEntry]) -> bytes:
    """Write the first invitation of an invented person."""
    return person_invitations(sessions, attendee=WITH_EMAIL, organiser=TEAM)[0].content


def lines(content: bytes) -> list[str]:
    """Return the lines of a file as a reader sees them, long ones put together again."""
    return content.decode().replace("\r\n ", "").split("\r\n")


def valued(content: bytes, name: str) -> list[str]:
    """Return every line of a file with this property name."""
    return [line for line in lines(content) if re.match(rf"{name}[;:]", line)]


WRITERS = pytest.mark.parametrize("write", [feed, own_file, mailed_file])
ALL_WRITERS = pytest.mark.parametrize("write", [feed, own_file, mailed_file, invitation])


# What foreign readers make of them.


@WRITERS
def test_readers_find_half_past_ten_in_every_month(
    write: Writer, reader: Reader, tmp_path: Path
) -> None:
    # given
    sessions = a_year_of_sessions()
    file = tmp_path / "year.ics"
    file.write_bytes(write(sessions))

    # when
    read = [(s.uid, s.start, s.end, s.summary) for s in reader(file)]

    # then: April to October on summer time, an hour ahead of UTC
    hours = {month: 9 if 4 <= month <= 10 else 10 for month in range(1, 13)}
    starts = [datetime(2027, month, 15, hour, 30, tzinfo=UTC) for month, hour in hours.items()]
    assert read == sorted(
        (session.uid, start, start + timedelta(hours=2), "Workshop")
        for session, start in zip(sessions, starts, strict=True)
    )


def test_readers_that_use_the_zone_of_the_file_notice_another_one(
    libical_check: Path, tmp_path: Path
) -> None:
    """Agreement does not come from a reader's own zone data: a false zone is believed."""
    # given: a file whose summer time is five hours ahead
    july = a_session(start=datetime(2027, 7, 15, 10, 30, tzinfo=CLOCK))
    file = tmp_path / "false.ics"
    file.write_bytes(feed([july]).replace(b"TZOFFSETTO:+0100", b"TZOFFSETTO:+0500"))

    # when
    starts = [read(file)[0].start for read in (libical_reader(libical_check), read_with_ical_js)]

    # then
    assert starts == [datetime(2027, 7, 15, 5, 30, tzinfo=UTC)] * 2


@WRITERS
def test_readers_count_the_guests_of_each_session(
    write: Writer, reader: Reader, tmp_path: Path
) -> None:
    # given
    file = tmp_path / "guests.ics"
    file.write_bytes(write([a_session(), OFF, EVERYTHING]))

    # when
    guests = [session.guests for session in reader(file)]

    # then
    assert guests == ([0, 0, 0] if write is feed else [1, 1, 1])


@ALL_WRITERS
@pytest.mark.parametrize("session", [a_session(), OFF, EVERYTHING])
def test_files_keep_the_rules_of_rfc_5546(
    write: Writer, session: CalendarEntry, verdict: Callable[[bytes], Verdict]
) -> None:
    assert verdict(write([session, a_session(9)])) == Verdict(within_rules=True, errors=())


def test_feed_without_sessions_keeps_the_rules_too(
    verdict: Callable[[bytes], Verdict],
) -> None:
    assert verdict(feed([])) == Verdict(within_rules=True, errors=())


def test_checker_of_rules_refuses_a_guest_in_what_is_published(
    verdict: Callable[[bytes], Verdict],
) -> None:
    """Shows that the checker can say no, and why a person's file has no METHOD."""
    # given
    published = own_file([a_session()]).replace(b"BEGIN:VTIME", b"METHOD:PUBLISH\r\nBEGIN:VTIME")

    # then
    assert not verdict(published).within_rules


def test_answer_that_the_date_stays_keeps_the_rules_but_for_one_that_libical_has_of_its_own(
    verdict: Callable[[bytes], Verdict],
) -> None:
    """RFC 5546 (3.2.8) lets DECLINECOUNTER say the count, and wants it where it is above 0."""
    told = date_stays(a_session(), organiser=TEAM).content

    (error,) = verdict(told).errors
    assert error == (
        "Failed iTIP restrictions for SEQUENCE property. Expected 0 instances of the property and "
        "got 1"
    )
    assert verdict(told.replace(b"SEQUENCE:0\r\n", b"")) == Verdict(within_rules=True, errors=())


# What stands in them.


def test_feed_is_published_by_its_organiser_and_names_no_guest() -> None:
    # when
    content = feed(a_year_of_sessions())

    # then
    assert valued(content, "METHOD") == ["METHOD:PUBLISH"]
    assert (
        valued(content, "ORGANIZER") == ['ORGANIZER;CN="Project team":mailto:team@example.org'] * 12
    )
    assert valued(content, "ATTENDEE") == []


def test_feed_has_its_name_and_how_often_to_look_in_both_spellings() -> None:
    # when
    content = project_feed([], name="Glen\r\nExample", organiser=TEAM)

    # then
    assert valued(content, "NAME|X-WR-CALNAME") == [
        "NAME:Glen Example",
        "X-WR-CALNAME:Glen Example",
    ]
    assert valued(content, "REFRESH-INTERVAL|X-PUBLISHED-TTL") == [
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
    ]


@pytest.mark.parametrize(
    ("attendee", "guest"),
    [
        (
            WITHOUT_EMAIL,
            "ATTENDEE;CN=P-07;PARTSTAT=NEEDS-ACTION:urn:uuid:4a665210-3b95-5b0b-9da0-0634689b1dcd",
        ),
        (WITH_EMAIL, "ATTENDEE;CN=Eilidh;PARTSTAT=NEEDS-ACTION:mailto:p08@example.org"),
        (
            CalendarUser("tel:+441632960123", 'Mòrag "Mo"; a, b\r\nX:1'),
            "ATTENDEE;CN=\"Mòrag ^'Mo^'; a, b X:1\";PARTSTAT=NEEDS-ACTION:tel:+441632960123",
        ),
    ],
)
def test_person_file_names_one_guest_in_every_session(attendee: CalendarUser, guest: str) -> None:
    # when
    content = person_file(a_year_of_sessions(), attendee=attendee, organiser=TEAM, name="Workshops")

    # then
    assert valued(content, "ATTENDEE") == [guest] * 12
    assert valued(content, "METHOD") == []


def test_person_file_says_nothing_of_another_person() -> None:
    # when
    content = own_file(a_year_of_sessions())

    # then
    assert (
        re.findall(rb"mailto:([^\r\n]+)", content.replace(b"\r\n ", b""))
        == [b"team@example.org"] * 12
    )
    assert (b"Eilidh" in content, b"p08" in content) == (False, False)


def test_invitations_are_one_a_session_and_a_cancellation_where_it_is_off() -> None:
    # when
    invitations = person_invitations([a_session(), OFF], attendee=WITH_EMAIL, organiser=TEAM)

    # then
    seen = [
        [
            *valued(each.content, "METHOD"),
            *valued(each.content, "ATTENDEE"),
            *valued(each.content, "STATUS"),
        ]
        for each in invitations
    ]
    assert sorted(seen) == [
        [
            "METHOD:CANCEL",
            "ATTENDEE;CN=Eilidh;PARTSTAT=NEEDS-ACTION:mailto:p08@example.org",
            "STATUS:CANCELLED",
        ],
        [
            "METHOD:REQUEST",
            "ATTENDEE;CN=Eilidh;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:p08@example.org",
            "STATUS:CONFIRMED",
        ],
    ]


def test_invitation_asks_for_no_reply_where_nobody_could_get_it() -> None:
    # when
    (made,) = person_invitations([a_session()], attendee=WITH_EMAIL, organiser=WITHOUT_EMAIL)

    # then
    assert valued(made.content, "ATTENDEE") == [
        "ATTENDEE;CN=Eilidh;PARTSTAT=NEEDS-ACTION:mailto:p08@example.org"
    ]


def test_file_names_hold_a_kind_and_a_number_that_says_nothing() -> None:
    # when
    one, other = (
        person_invitations([a_session()], attendee=WITH_EMAIL, organiser=TEAM, key=key)
        for key in ("P-08", "P-09")
    )

    # then
    assert one[0].name == file_name("invitation", f"P-08/{a_session().uid}")
    assert one[0].name != other[0].name
    assert re.fullmatch(r"calendar-[0-9a-f]{12}\.ics", file_name("calendar", "P-08 Eilidh"))


@ALL_WRITERS
def test_text_says_how_to_get_there_the_link_and_whom_to_phone(write: Writer) -> None:
    # when
    content = write([EVERYTHING])

    # then
    assert valued(content, "DESCRIPTION|CONTACT|CONFERENCE|GEO|LOCATION") == [
        "CONFERENCE;FEATURE=VIDEO;VALUE=URI:https://meet.example.org/room?a=1,2;b=3",
        "CONTACT:Morag: 01632 960 123",
        (
            r"DESCRIPTION:Bus 1 at 09:40 from the square.\nHome by bus 1 at 13:05.\n"
            r"https://meet.example.org/room?a=1\,2\;b=3\nMorag: 01632 960 123"
        ),
        "GEO:56.25;-4.25",
        r"LOCATION:Invented Hall\, Glen Example",
    ]


def test_session_by_phone_alone_has_its_number_and_no_place() -> None:
    # given
    session = replace(a_session(), place="", contact="", join_link="tel:+441632960456")

    # when
    content = feed([session])

    # then
    assert valued(content, "CONFERENCE|CONTACT|LOCATION") == [
        "CONFERENCE;FEATURE=PHONE;VALUE=URI:tel:+441632960456",
        "CONTACT:01632 960 123",
    ]


@ALL_WRITERS
def test_moments_of_writing_come_from_the_data(write: Writer) -> None:
    assert valued(write([a_session()]), "DTSTAMP|LAST-MODIFIED|CREATED") == [
        "DTSTAMP:20261123T090000Z",
        "LAST-MODIFIED:20261123T090000Z",
    ]


@ALL_WRITERS
def test_nothing_repeats_outside_the_zone(write: Writer) -> None:
    # when
    content = write([EVERYTHING])

    # then
    sessions = content[content.index(b"END:VTIMEZONE") :]
    assert valued(sessions, "RRULE|RDATE|EXDATE|EXRULE|RECURRENCE-ID|BEGIN:VALARM") == []
    assert valued(content, "RDATE") == []
    assert content.count(b"BEGIN:VTIMEZONE") == 1


@ALL_WRITERS
def test_no_time_floats_and_no_fact_stands_in_a_property_of_our_own(write: Writer) -> None:
    # when
    content = write([EVERYTHING, a_session(4)])

    # then: the two that begin with X say again what NAME and REFRESH-INTERVAL say
    own = {line.partition(":")[0]: line.partition(":")[2] for line in valued(content, "X-.*?")}
    twins = ("NAME", "REFRESH-INTERVAL;VALUE=DURATION")
    said = [line.partition(":")[2] for twin in twins for line in valued(content, twin)]
    assert list(own.values()) == said
    assert own.keys() <= {"X-WR-CALNAME", "X-PUBLISHED-TTL"}
    sessions = content[content.index(b"END:VTIMEZONE") :]
    moments = valued(sessions, "DT[A-Z]*")
    told = re.compile(r"DT\w+(;TZID=Europe/London:\d{8}T\d{6}|:\d{8}T\d{6}Z)")
    assert [moment for moment in moments if not told.fullmatch(moment)] == []


def test_cancelled_session_stays_in_the_feed_and_says_so() -> None:
    # when
    content = feed([a_session(), OFF])

    # then
    assert sorted(valued(content, "STATUS")) == ["STATUS:CANCELLED", "STATUS:CONFIRMED"]
    assert sorted(valued(content, "SEQUENCE")) == ["SEQUENCE:0", "SEQUENCE:1"]


@WRITERS
def test_same_sessions_give_the_same_bytes_in_any_order(write: Writer) -> None:
    # given
    sessions = a_year_of_sessions()

    # then
    assert write(sessions) == write(reversed(sessions))


@WRITERS
def test_another_place_gives_other_bytes(write: Writer) -> None:
    # given
    moved = replace(a_session(), place="Another Invented Hall")

    # then
    assert write([a_session()]) != write([moved])


@ALL_WRITERS
def test_nothing_leaves_without_a_phone_number(write: Writer) -> None:
    # given
    silent = replace(a_session(), phone="")

    # when
    with pytest.raises(CalendarError) as refused:
        write([silent])

    # then
    assert str(refused.value) == (
        f"session {silent.uid} at 2027-01-15 10:30:00+00:00: phone '' is not a phone number; "
        "nothing leaves without one to ring"
    )


# Words in any language.

LANGUAGES = "aàèùòÀçłżøß ñЖ中 اجتماعفيقاعة 👩‍🦽👨‍👩‍👧🏴󠁧󠁢󠁳󠁣󠁴󠁿"
CUNNING = "\"'\\,;:^\r\n\t\x00\x07\x0b\x1b\x7f\x85\u2028\u2029\ufeff\ud83d"
WORDS = st.one_of(
    st.text(max_size=120),
    st.text(alphabet=LANGUAGES + CUNNING, max_size=200),
    st.sampled_from(["\r\nATTENDEE:mailto:x@example.org", "a\\nb\\N", "\nEND:VEVENT\n", "^n^'^^"]),
)
NAMES = frozenset(line.split(";")[0].split(":")[0] for line in lines(mailed_file([EVERYTHING])))


def said(words: list[str]) -> CalendarEntry:
    """Return a session with these words wherever words can stand."""
    title, place, contact, *description = words
    return replace(
        a_session(),
        title=title if plain(title) else "Workshop",
        place=place,
        contact=contact,
        description_lines=tuple(description),
    )


def told(session: CalendarEntry) -> str:
    """Return the text that a reader should show for a session."""
    ring = ": ".join(filter(None, (plain(session.contact), plain(session.phone))))
    return "\n".join(filter(None, [*map(plain, session.description_lines), ring]))


@settings(max_examples=300)
@given(st.lists(WORDS, min_size=5, max_size=5))
def test_words_in_any_language_keep_the_lines_and_read_back_the_same(words: list[str]) -> None:
    # given
    session = said(words)
    attendee = CalendarUser("mailto:p08@example.org", words[0])

    # when
    content = person_file([session], attendee=attendee, organiser=TEAM, name=words[1])

    # then
    physical = content.split(b"\r\n")
    assert max(map(len, physical)) <= 75
    assert [line.decode() for line in physical if b"\r" in line or b"\n" in line] == []
    assert {re.split("[;:]", line)[0] for line in lines(content)} <= NAMES
    (event,) = Calendar.from_ical(content).events
    assert (event["SUMMARY"], event["DESCRIPTION"]) == (plain(session.title), told(session))
    assert event.get("LOCATION", "") == plain(session.place)
    assert event["ATTENDEE"].params.get("CN", "") == plain(words[0]).replace("\\", "/")


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.lists(WORDS, min_size=5, max_size=5), min_size=30, max_size=30))
def test_readers_show_words_in_any_language_as_they_were_typed(
    words: list[list[str]], reader: Reader, tmp_path: Path
) -> None:
    # given
    sessions = [
        replace(said(texts), uid=f"{number:02}@example.org") for number, texts in enumerate(words)
    ]
    file = tmp_path / "words.ics"
    file.write_bytes(feed(sessions))

    # when
    read = [(s.uid, s.summary, s.description, s.location) for s in reader(file)]

    # then
    assert read == [(s.uid, plain(s.title), told(s), plain(s.place)) for s in sessions]
