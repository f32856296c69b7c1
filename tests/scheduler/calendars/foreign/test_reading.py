"""What a calendar file says of when somebody is busy, entry by entry."""

from datetime import date

import pytest

from scheduler.calendars.foreign.account import Account, Question
from scheduler.calendars.foreign.reading import read_busy
from scheduler.calendars.foreign.refused import UnreadableError
from tests.scheduler.calendars.foreign.written_calendars import (
    YEAR,
    calendar,
    entry,
    hours,
    part,
    read,
    utc,
)

UNANSWERED = "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:una@example.org"
MORNING = ("DTSTART:20270105T100000Z", "DTEND:20270105T110000Z")
A_DAY = ("DTSTART;VALUE=DATE:20270504", "DTEND;VALUE=DATE:20270506")


def test_a_time_without_a_zone_is_on_londons_clock() -> None:
    found = read(entry("DTSTART:20270504T100000", "DTEND:20270504T110000"))

    assert found.busy == hours("2027-05-04 09:00")


@pytest.mark.parametrize(
    "zone",
    [
        "Europe/London",
        "GMT Standard Time",
        "/freeassociation.sourceforge.net/Europe/London",
        "/mozilla.org/20050126_1/Europe/London",
        '"Europe/London"',
    ],
)
def test_a_zone_is_known_by_its_names(zone: str) -> None:
    found = read(entry(f"DTSTART;TZID={zone}:20270504T100000", "DURATION:PT1H"))

    assert (found.busy, found.remarks) == (hours("2027-05-04 09:00"), ())


def test_a_zone_nobody_knows_is_asked_about_and_never_taken_as_known() -> None:
    found = read(entry("DTSTART;TZID=My Own Clock:20270504T100000", "DURATION:PT1H"))

    (interval,) = hours("2027-05-04 09:00")
    assert (found.busy, found.questions) == ((), (Question(3, *interval, "time zone"),))
    assert found.remarks == (
        (
            "Line 5 holds a time zone that nobody knows; its times are shown on London's clock "
            "and have to be asked about."
        ),
    )


def test_whole_days_are_a_question_and_not_silently_busy() -> None:
    found = read(entry(*A_DAY))

    assert (found.busy, found.questions) == (
        (),
        (Question(3, date(2027, 5, 4), date(2027, 5, 5), "all day"),),
    )


def test_a_day_that_ends_on_itself_is_that_day() -> None:
    found = read(entry("DTSTART;VALUE=DATE:20270504", "DTEND;VALUE=DATE:20270504"))

    assert found.questions == (Question(3, date(2027, 5, 4), date(2027, 5, 4), "all day"),)


def test_outlooks_whole_days_are_a_question_too() -> None:
    found = read(
        entry(
            "DTSTART;TZID=GMT Standard Time:20270504T000000",
            "DTEND;TZID=GMT Standard Time:20270505T000000",
            "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
        )
    )

    assert found.questions == (Question(3, date(2027, 5, 4), date(2027, 5, 4), "all day"),)


@pytest.mark.parametrize(
    "line",
    [
        "TRANSP:TRANSPARENT",
        "STATUS:CANCELLED",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:una@example.org",
    ],
)
def test_what_does_not_keep_its_owner_away_is_not_busy(line: str) -> None:
    found = read(entry(*MORNING, line), entry(*A_DAY, line, uid="two"))

    assert (found.busy, found.questions) == ((), ())
    assert [each.outcome for each in found.accounts] == ["free", "free"]


@pytest.mark.parametrize(
    "line",
    [
        "STATUS:TENTATIVE",
        "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE",
        "ATTENDEE;PARTSTAT=TENTATIVE:mailto:una@example.org",
    ],
)
def test_what_is_only_pencilled_in_is_neither_busy_nor_free(line: str) -> None:
    found = read(entry(*MORNING, line))

    (interval,) = hours("2027-01-05 10:00")
    assert (found.busy, found.questions) == ((), (Question(3, *interval, "pencilled in"),))


@pytest.mark.parametrize(
    "line", ["X-MICROSOFT-CDO-BUSYSTATUS:OOF", "TRANSP:OPAQUE", "STATUS:X", UNANSWERED]
)
def test_anything_else_is_busy(line: str) -> None:
    assert read(entry(*MORNING, line)).busy == hours("2027-01-05 10:00")


def test_only_the_owners_own_answer_counts() -> None:
    guests = (
        "ATTENDEE;PARTSTAT=DECLINED:mailto:Una@example.org",
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ben@example.org",
    )

    taken = [
        bool(read(entry(*MORNING, *guests), owner=owner).busy)
        for owner in ("una@EXAMPLE.org", "ben@example.org", "")
    ]

    assert taken == [False, True, True]


def test_a_file_that_calls_off_makes_nobody_busy_and_a_proposal_is_a_question() -> None:
    off = read(entry(*MORNING), head="METHOD:CANCEL")
    proposed = read(entry(*MORNING), head="METHOD:COUNTER")

    assert ([each.outcome for each in off.accounts], len(proposed.questions)) == (["free"], 1)


def test_a_moment_without_length_keeps_nobody_away() -> None:
    found = read(entry("DTSTART:20270504T100000Z"))

    assert ([each.outcome for each in found.accounts], found.busy) == (["free"], ())


def test_a_series_keeps_its_hour_when_the_clocks_change() -> None:
    found = read(
        entry(
            "DTSTART;TZID=Europe/London:20270325T100000",
            "DTEND;TZID=Europe/London:20270325T110000",
            "RRULE:FREQ=DAILY;UNTIL=20270329T090000Z",
        )
    )

    assert found.busy == hours(
        *("2027-03-25 10:00", "2027-03-26 10:00", "2027-03-27 10:00"),
        *("2027-03-28 09:00", "2027-03-29 09:00"),
    )


def test_a_day_long_entry_ends_with_the_same_hands_when_the_clocks_change() -> None:
    found = read(
        entry(
            "DTSTART;TZID=Europe/London:20270320T070000",
            "DTEND;TZID=Europe/London:20270321T070000",
            "RRULE:FREQ=WEEKLY;COUNT=2",
        )
    )

    assert [end for _, end in found.busy] == [utc("2027-03-21 07:00"), utc("2027-03-28 06:00")]


def test_a_time_left_out_without_a_zone_is_on_the_clock_of_the_series() -> None:
    """Read as UTC or as London's, it would leave nothing out: seen in a real calendar server."""
    found = read(
        entry(
            "DTSTART;TZID=America/New_York:20270504T100000",
            "DURATION:PT1H",
            "RRULE:FREQ=DAILY;COUNT=3",
            "EXDATE:20270505T100000",
        )
    )

    assert found.busy == hours("2027-05-04 14:00", "2027-05-06 14:00")


def test_a_day_left_out_leaves_out_the_times_of_that_day() -> None:
    found = read(entry(*MORNING, "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20270106,20270107"))

    assert found.busy == hours("2027-01-05 10:00")


def test_times_listed_one_by_one_are_added_with_ends_of_their_own() -> None:
    found = read(
        entry(
            *MORNING,
            "RDATE:20270201T100000Z",
            "RDATE;VALUE=PERIOD:20270301T100000Z/PT3H,20270401T100000Z/20270401T103000Z",
        )
    )

    assert found.busy == (
        *hours("2027-01-05 10:00", "2027-02-01 10:00"),
        *hours("2027-03-01 10:00", minutes=180),
        *hours("2027-04-01 10:00", minutes=30),
    )


def test_rules_of_what_is_left_out_are_followed() -> None:
    found = read(entry(*MORNING, "RRULE:FREQ=DAILY;COUNT=6", "EXRULE:FREQ=DAILY;INTERVAL=2"))

    assert found.busy == hours("2027-01-06 10:00", "2027-01-08 10:00", "2027-01-10 10:00")


def test_the_beginning_of_a_series_counts_where_its_rule_would_not_name_it() -> None:
    """Tuesday 5 January 2027 and the two Fridays after it (RFC 5545 3.8.5.3)."""
    found = read(entry(*MORNING, "RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=3"))

    assert found.busy == hours("2027-01-05 10:00", "2027-01-08 10:00", "2027-01-15 10:00")


SERIES = entry(*MORNING, "RRULE:FREQ=DAILY;COUNT=4")


def test_a_change_stands_in_place_of_one_time_of_a_series() -> None:
    moved = entry(
        "RECURRENCE-ID:20270106T100000Z", "DTSTART:20270106T150000Z", "DTEND:20270106T160000Z"
    )

    for order in ((SERIES, moved), (moved, SERIES)):
        assert read(*order).busy == hours(
            "2027-01-05 10:00", "2027-01-06 15:00", "2027-01-07 10:00", "2027-01-08 10:00"
        )


def test_a_change_that_calls_off_one_time_leaves_the_others() -> None:
    off = entry("RECURRENCE-ID:20270106T100000Z", *MORNING, "STATUS:CANCELLED")

    assert len(read(SERIES, off).busy) == 3


def test_a_change_of_all_later_times_moves_and_lengthens_them() -> None:
    later = entry(
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20270107T100000Z",
        "DTSTART:20270107T120000Z",
        "DURATION:PT2H",
    )

    assert read(SERIES, later).busy == (
        *hours("2027-01-05 10:00", "2027-01-06 10:00"),
        *hours("2027-01-07 12:00", "2027-01-08 12:00", minutes=120),
    )


def test_a_change_of_all_later_days_moves_them_by_as_many() -> None:
    days = entry("DTSTART;VALUE=DATE:20270104", "RRULE:FREQ=WEEKLY;COUNT=3")
    later = entry(
        "RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20270111", "DTSTART;VALUE=DATE:20270112"
    )

    found = read(days, later).questions

    assert [each.start for each in found] == [
        date(2027, 1, 4),
        date(2027, 1, 12),
        date(2027, 1, 19),
    ]


def test_a_change_whose_series_is_not_there_says_when_it_is_itself() -> None:
    alone = entry("RECURRENCE-ID;RANGE=THISANDFUTURE:20270601T100000Z", *MORNING)

    assert read(alone).busy == hours("2027-01-05 10:00")


def test_a_change_that_cannot_be_read_leaves_the_time_where_it_was() -> None:
    broken = entry("RECURRENCE-ID:20270106T100000Z", "DTSTART:tomorrow")

    found = read(SERIES, broken)

    assert (len(found.busy), found.accounts[1].why) == (
        4,
        "line 12 holds no day or time for DTSTART",
    )


def test_the_later_version_of_an_entry_holds() -> None:
    older = entry(*MORNING, "SEQUENCE:1")
    newer = entry("DTSTART:20270105T140000Z", "DURATION:PT1H", "SEQUENCE:2")

    found = read(newer, older)

    assert found.busy == hours("2027-01-05 14:00")
    assert [each.outcome for each in found.accounts] == ["used", "replaced"]


def test_one_bad_entry_costs_no_other() -> None:
    found = read(entry("DTSTART:soon", uid="two"), entry(*MORNING), entry(uid="three"))

    assert found.busy == hours("2027-01-05 10:00")
    assert found.accounts == (
        Account(3, None, "not understood", "line 5 holds no day or time for DTSTART"),
        Account(7, date(2027, 1, 5), "used"),
        Account(12, None, "not understood", "line 12 does not say when it begins"),
    )


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (("DTSTART:20270230T100000Z",), "line 5 holds no day or time for DTSTART"),
        (("DTSTART:18991231",), "line 5 lies outside the years 1900 to 2199"),
        ((*MORNING, "DURATION:soon", "DTEND;X"), "line 8 is no line of a calendar"),
        (("DTSTART:20270105T100000Z", "DURATION:soon"), "line 6 holds no length for DURATION"),
        (("DTSTART:20270105T100000Z", "DURATION:P"), "line 6 holds no length for DURATION"),
        (("DTSTART:20270105T100000Z", "DURATION:-PT1H"), "line 6 ends it before it begins"),
        (("DTSTART:20270105T100000Z", "DTEND:20270105T090000Z"), "line 6 ends it before it begins"),
        (("DTSTART:20270105", "DURATION:PT1H"), "line 6 gives whole days a length in hours"),
        (
            ("DTSTART:20270105", "DTEND:20270106T100000Z"),
            "line 6 ends it on a day where it begins at a time",
        ),
        (
            (*MORNING, "RDATE:20270201T100000Z/20270131T100000Z"),
            "line 7 ends a period before it begins",
        ),
        ((*MORNING, "RRULE:FREQ=DAILY;UNTIL=soon"), "line 7 ends at no day and no time"),
        ((*MORNING, "RRULE:FREQ=DAILY;UNTIL=20270230"), "line 7 ends at no day and no time"),
        (
            ("DTSTART:20270105", "RRULE:FREQ=HOURLY"),
            "line 6 brings whole days back within a day",
        ),
        (
            (*MORNING, "RECURRENCE-ID;RANGE=THISANDPRIOR:20270105T100000Z"),
            "line 7 changes a range of times that nobody knows",
        ),
    ],
)
def test_what_is_not_understood_says_which_line_and_why(lines: tuple[str, ...], why: str) -> None:
    (account,) = read(entry(*lines)).accounts

    assert (account.outcome, account.why) == ("not understood", why)


def test_days_in_hours_are_days_if_they_are_whole() -> None:
    found = read(entry("DTSTART;VALUE=DATE:20270504", "DURATION:PT48H"))

    assert found.questions == (Question(3, date(2027, 5, 4), date(2027, 5, 5), "all day"),)


@pytest.mark.parametrize("until", ["99991231T235959Z", "99991231"])
def test_a_rule_that_ends_beyond_all_years_goes_on(until: str) -> None:
    assert len(read(entry(*MORNING, f"RRULE:FREQ=MONTHLY;UNTIL={until}")).busy) == 12


def test_what_lies_outside_the_days_asked_for_is_counted_but_not_used() -> None:
    found = read(entry("DTSTART:20280105T100000Z", "DURATION:PT1H"))

    assert (found.busy, [each.outcome for each in found.accounts]) == ((), ["elsewhen"])


def test_free_and_busy_times_are_read_as_they_are_told() -> None:
    found = read(
        part(
            "VFREEBUSY",
            "FREEBUSY:20270105T100000Z/PT1H,20270106T100000Z/20270106T110000Z",
            "FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20270107T100000Z/PT1H",
            "FREEBUSY;FBTYPE=FREE:20270108T100000Z/PT1H",
            "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20270109T100000Z/PT1H",
        )
    )

    assert found.busy == hours("2027-01-05 10:00", "2027-01-06 10:00", "2027-01-07 10:00")
    assert [each.start for each in found.questions] == [utc("2027-01-09 10:00")]


def test_free_and_busy_times_that_are_none_are_named() -> None:
    found = read(part("VFREEBUSY", "FREEBUSY:20270105/20270106"), part("VFREEBUSY", "FREEBUSY;X"))

    assert [each.why for each in found.accounts] == [
        "line 4 holds no period for FREEBUSY",
        "line 7 is no line of a calendar",
    ]


def test_availability_closes_the_time_it_does_not_open() -> None:
    found = read(
        part(
            "VAVAILABILITY",
            "UID:a",
            "DTSTAMP:20270101T000000Z",
            "DTSTART:20270104T000000Z",
            "DTEND:20270105T000000Z",
            part(
                "AVAILABLE",
                "UID:b",
                "DTSTAMP:20270101T000000Z",
                "DTSTART:20270104T090000Z",
                "DTEND:20270104T170000Z",
            ),
        )
    )

    assert found.busy == (
        (utc("2027-01-04 00:00"), utc("2027-01-04 09:00")),
        (utc("2027-01-04 17:00"), utc("2027-01-05 00:00")),
    )


def test_availability_that_cannot_be_followed_is_named_without_its_words() -> None:
    begins = "DTSTART:20270104T000000Z"

    found = read(part("VAVAILABILITY", "UID:my own words", begins, "DURATION:-PT1H"))

    assert [each.why for each in found.accounts] == [
        "line 3 cannot be followed, because of DURATION"
    ]


def test_tasks_and_notes_are_passed_over_in_words() -> None:
    found = read(part("VTODO", *MORNING), part("VJOURNAL", "DTSTART:20270105"))

    assert (found.accounts, found.remarks) == (
        (),
        ("2 tasks or notes take up no time; passed over.",),
    )


def test_lines_that_are_none_are_named_by_their_numbers() -> None:
    found = read(entry(*MORNING, "what is this"), *(["and this"] * 6))

    assert found.remarks == (
        "Lines 7, 9, 10, 11, 12 and 2 more hold nothing a calendar can hold; passed over.",
    )


def test_folded_lines_are_joined_also_past_an_empty_one() -> None:
    found = read(entry("DTSTART:2027\r\n 0105T10\r\n\r\n 0000Z", "DTEND\r\n\t:20270105T110000Z"))

    assert found.busy == hours("2027-01-05 10:00")


def test_several_calendars_in_a_file_are_read_together() -> None:
    content = calendar(entry(*MORNING)) + calendar(entry("DTSTART:20270106", uid="two"))

    found = read_busy(content, YEAR)

    assert (len(found.busy), len(found.questions)) == (1, 1)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is empty; export the calendar again"),
        (b" \r\n ", "is empty; export the calendar again"),
        (b"<html>", "holds no calendar; export it again as .ics"),
        (b"\x1f\x8b\x08", "is packed with gzip; unpack it first, then give the .ics inside"),
        (b"PK\x03\x04", "is a zip archive; unpack it first, then give the .ics inside"),
        (
            b"BEGIN:VCALENDAR\x00",
            "holds NUL characters, so it is no text; export the calendar again",
        ),
        (
            b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
            "begins a VEVENT that never ends; the file is cut short, export it again",
        ),
        (
            b"BEGIN:VCALENDAR\r\nBEGIN:my secret\r\n",
            "begins a ? that never ends; the file is cut short, export it again",
        ),
        (
            b"BEGIN:VCALENDAR\r\nEND:VEVENT\r\n",
            "ends a part that did not begin; export it again",
        ),
        (b"END:VCALENDAR", "ends a part that did not begin; export it again"),
        (b"X\r\n" * 400_001, "has more than 400,000 lines; export a shorter stretch"),
        (b"X" * 5_000_001, "has more than 5 MB; export a shorter stretch of time"),
    ],
)
def test_a_file_that_is_none_is_refused_in_words(content: bytes, why: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_busy(content, YEAR)

    assert refused.value.why == why


def test_more_times_than_may_be_listed_in_many_lines_are_refused() -> None:
    found = read(entry(*MORNING, *(["EXDATE:20270105T100000Z,20270106T100000Z"] * 10_001)))

    assert found.accounts[0].why == "line 3 lists more than 20,000 times"


def test_a_series_with_more_times_than_anybody_keeps_is_refused() -> None:
    listed = ",".join(f"20270105T10{each // 60:02}{each % 60:02}Z" for each in range(3_600))
    found = read(
        entry(
            *MORNING, *(f"RDATE:{listed.replace('0105T', f'0{each}05T')}" for each in range(1, 7))
        )
    )

    assert found.accounts[0].why == "line 3 lists more than 20,000 times"
