"""Files that say when somebody is free (RFC 7953), worked out by hand from the standard's words."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from scheduler.calendars.availability import stretches_in
from scheduler.errors import ProgrammeError

LONDON = ZoneInfo("Europe/London")
FIRST, LAST = date(2027, 5, 3), date(2027, 5, 7)
"""Monday to Friday."""
WEEKDAYS = "DTSTART;TZID=Europe/London:20270503T090000|DTEND;TZID=Europe/London:20270503T150000"
RULE = "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,TH"


def free(*lines: str, uid: str = "times") -> str:
    told = "\n".join(line for each in lines for line in each.split("|"))
    return f"BEGIN:AVAILABLE\nUID:{uid}\nDTSTAMP:20270101T000000Z\n{told}\nEND:AVAILABLE\n"


def said(*inside: str, lines: str = "") -> str:
    told = lines.replace("|", "\n") + ("\n" if lines else "")
    head = "BEGIN:VAVAILABILITY\nUID:when\nDTSTAMP:20270101T000000Z\n"
    return f"{head}{told}{''.join(inside)}END:VAVAILABILITY\n"


def a_file(*availabilities: str) -> bytes:
    head = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Invented//EN\n"
    return f"{head}{''.join(availabilities)}END:VCALENDAR\n".replace("\n", "\r\n").encode()


def told(*availabilities: str, first: date = FIRST, last: date = LAST) -> list[str]:
    """Return what a file says, on the clock in London."""
    found = stretches_in(a_file(*availabilities), first, last, file="una.ics")
    return [
        f"{each.start.astimezone(LONDON):%a %H:%M}-{each.end.astimezone(LONDON):%a %H:%M} "
        f"{each.kind}"
        for each in found
    ]


def free_times(*availabilities: str, first: date = FIRST, last: date = LAST) -> list[str]:
    found = told(*availabilities, first=first, last=last)
    return [each.removesuffix(" free") for each in found if each.endswith(" free")]


def test_somebody_is_busy_but_for_the_times_named() -> None:
    assert told(said(free(WEEKDAYS, RULE))) == [
        "Mon 00:00-Mon 09:00 busy-unavailable",
        "Mon 09:00-Mon 15:00 free",
        "Mon 15:00-Tue 09:00 busy-unavailable",
        "Tue 09:00-Tue 15:00 free",
        "Tue 15:00-Thu 09:00 busy-unavailable",
        "Thu 09:00-Thu 15:00 free",
        "Thu 15:00-Sat 00:00 busy-unavailable",
    ]


def test_of_time_outside_its_period_nothing_is_said() -> None:
    period = "DTSTART:20270504T080000Z|DTEND:20270504T120000Z|BUSYTYPE:BUSY"

    assert told(said(lines=period)) == ["Tue 09:00-Tue 13:00 busy"]


def test_a_period_may_have_a_length_in_place_of_an_end() -> None:
    assert told(said(lines="DTSTART:20270504T080000Z|DURATION:PT4H|BUSYTYPE:BUSY-TENTATIVE")) == [
        "Tue 09:00-Tue 13:00 busy-tentative"
    ]


def test_a_period_of_other_days_says_nothing_of_these() -> None:
    assert told(said(free(WEEKDAYS, RULE), lines="DTEND:20270201T000000Z")) == []


def test_a_kind_nobody_knows_is_unavailable() -> None:
    assert told(said(lines="DTSTART:20270507T080000Z|DURATION:PT4H|BUSYTYPE:X-MAYBE")) == [
        "Fri 09:00-Fri 13:00 busy-unavailable"
    ]


def test_a_higher_priority_says_how_it_is_for_all_of_its_period() -> None:
    """School hours on three days, but not on Tuesday of this week."""
    usual = said(free(WEEKDAYS, RULE), lines="PRIORITY:5")
    away = said(lines="DTSTART:20270503T230000Z|DTEND:20270504T230000Z|PRIORITY:1|BUSYTYPE:BUSY")

    assert free_times(usual, away) == ["Mon 09:00-Mon 15:00", "Thu 09:00-Thu 15:00"]
    assert "Tue 00:00-Wed 00:00 busy" in told(away, usual)


def test_none_is_lower_than_the_lowest_priority() -> None:
    nine = said(free(WEEKDAYS, RULE), lines="PRIORITY:9")
    none = said(lines="BUSYTYPE:BUSY")

    assert told(none, nine) == told(nine)


def test_of_two_alike_the_more_careful_is_believed() -> None:
    mornings = said(free(WEEKDAYS, RULE))
    ten_to_four = said(
        free("DTSTART:20270503T090000Z", "DTEND:20270503T150000Z"), lines="BUSYTYPE:BUSY-TENTATIVE"
    )

    assert free_times(mornings, ten_to_four) == ["Mon 10:00-Mon 15:00"]


def test_dates_are_left_out_put_in_and_moved() -> None:
    usual = free(
        WEEKDAYS,
        RULE,
        "EXDATE;TZID=Europe/London:20270503T090000",
        "RDATE;TZID=Europe/London:20270505T090000,20270507T090000",
    )
    moved = free(
        "RECURRENCE-ID;TZID=Europe/London:20270506T090000",
        "DTSTART;TZID=Europe/London:20270506T130000",
        "DURATION:PT2H",
    )

    assert free_times(said(usual, moved)) == [
        "Tue 09:00-Tue 15:00",
        "Wed 09:00-Wed 15:00",
        "Thu 13:00-Thu 15:00",
        "Fri 09:00-Fri 15:00",
    ]


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=DAILY;COUNT=2", ["Mon", "Tue"]),
        ("FREQ=DAILY;UNTIL=20270505T080000Z", ["Mon", "Tue", "Wed"]),
        ("FREQ=DAILY;UNTIL=20270504", ["Mon", "Tue"]),
        ("FREQ=WEEKLY;BYDAY=WE", ["Wed"]),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", []),
    ],
)
def test_a_rule_ends_when_it_says(rule: str, days: list[str]) -> None:
    found = free_times(said(free(WEEKDAYS, f"RRULE:{rule}")))

    assert [each[:3] for each in found] == days


def test_a_rule_may_have_begun_long_ago() -> None:
    begun = "DTSTART;TZID=Europe/London:20260105T090000|DURATION:PT1H|RRULE:FREQ=WEEKLY;BYDAY=WE"

    assert free_times(said(free(begun))) == ["Wed 09:00-Wed 10:00"]


def test_of_time_between_two_periods_nothing_is_said() -> None:
    days = [said(lines=f"DTSTART:2027050{n}T080000Z|DURATION:PT1H") for n in (4, 5)]

    assert told(*days) == [
        "Tue 09:00-Tue 10:00 busy-unavailable",
        "Wed 09:00-Wed 10:00 busy-unavailable",
    ]


def test_two_that_say_the_same_one_after_the_other_are_one() -> None:
    days = [said(lines=f"DTSTART:2027050{n}T080000Z|DTEND:2027050{n + 1}T080000Z") for n in (4, 5)]

    assert told(*days) == ["Tue 09:00-Thu 09:00 busy-unavailable"]


def test_a_time_without_a_zone_is_on_the_clock_in_london() -> None:
    assert free_times(said(free("DTSTART:20270503T090000", "DTEND:20270503T100000"))) == [
        "Mon 09:00-Mon 10:00"
    ]


@pytest.mark.parametrize(
    ("length", "ends"),
    [
        ("DTEND;TZID=Europe/London:20270326T060000", ["Sat 06:00", "Sun 07:00", "Mon 06:00"]),
        ("DURATION:P1D", ["Mon 22:00"]),
    ],
)
def test_nights_are_as_long_as_told_when_the_clocks_change(length: str, ends: list[str]) -> None:
    """By RFC 5545 a DTEND means eight hours always, and a day of a DURATION one on the calendar."""
    nights = free("DTSTART;TZID=Europe/London:20270325T220000", length, "RRULE:FREQ=DAILY;COUNT=4")

    found = free_times(said(nights), first=date(2027, 3, 26), last=date(2027, 3, 29))

    assert [each.partition("-")[2] for each in found][-len(ends) :] == ends


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"not a calendar", ("una.ics", "cannot be read as a calendar; export it again as .ics")),
        (a_file(), ("una.ics", "has no VAVAILABILITY, so it says nothing of when")),
        (
            a_file(said(free("DTEND:20270503T100000Z"))),
            ("una.ics: AVAILABLE times: DTSTART", "is missing; give it."),
        ),
        (
            a_file(said(free("DTSTART:20270503T100000Z"))),
            ("una.ics: AVAILABLE times: DTEND", "is missing; give it, or a DURATION."),
        ),
        (
            a_file(said(free("DTSTART:20270503T100000Z", "DTEND:20270503T090000Z"))),
            (
                'una.ics: AVAILABLE times: DTEND "20270503T090000Z"',
                "ends it before it begins; correct one.",
            ),
        ),
        (
            a_file(said(free("DTSTART;VALUE=DATE:20270503", "DURATION:PT1H"))),
            (
                'una.ics: AVAILABLE times: DTSTART "20270503"',
                "is no date with a time; write one such as 20270504T100000.",
            ),
        ),
        (
            a_file(said(free(WEEKDAYS, "RRULE:FREQ=HOURLY"))),
            (
                'una.ics: AVAILABLE times: RRULE "FREQ=HOURLY"',
                "comes back too often; give one rule of days, weeks or months.",
            ),
        ),
        (
            a_file(said(free(WEEKDAYS, "RRULE:FREQ=DAILY;BYSETPOS=400"))),
            (
                'una.ics: AVAILABLE times: RRULE "FREQ=DAILY;BYSETPOS=400"',
                "cannot be followed; correct it.",
            ),
        ),
        (
            a_file(said(free(WEEKDAYS, RULE, "EXDATE;VALUE=DATE:20270503"))),
            (
                'una.ics: AVAILABLE times: EXDATE "20270503"',
                "is no list of dates with a time; write it as one.",
            ),
        ),
        (
            a_file(said(free(WEEKDAYS, "RECURRENCE-ID;RANGE=THISANDFUTURE:20270503T090000Z"))),
            (
                'una.ics: AVAILABLE times: RECURRENCE-ID "20270503T090000Z"',
                "changes all later times; give it a UID of its own.",
            ),
        ),
        (
            a_file(said(lines="PRIORITY:12")),
            (
                'una.ics: VAVAILABILITY when: PRIORITY "12"',
                "is none; write 1 (highest) to 9 (lowest), or 0 for none.",
            ),
        ),
    ],
)
def test_what_cannot_be_followed_is_refused_by_name(content: bytes, says: tuple[str, str]) -> None:
    with pytest.raises(ProgrammeError) as refused:
        stretches_in(content, FIRST, LAST, file="una.ics")

    sentence = str(refused.value)
    assert sentence.startswith(says[0])
    assert says[1] in sentence
