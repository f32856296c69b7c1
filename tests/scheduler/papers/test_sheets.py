"""Sheets for paper, phone and text: the same facts as in the calendar, for one reader each."""

import re
from dataclasses import replace

import pytest

from scheduler.calendars.entry import CalendarError
from scheduler.contact import Contact, LanguageContact
from scheduler.papers.record import Record, group_record, person_record
from scheduler.papers.sheet import SheetKind
from scheduler.papers.sheets import FOR_GROUPS, WAYS, aloud, is_safe, sheet_of
from scheduler.papers.text_message import fits
from scheduler.plan import Coming
from scheduler.programme import Programme
from tests.scheduler.calendars.plans import (
    AT_HOME,
    MORAG,
    ONLINE_MEETING,
    PROGRAMME,
    WELL,
    WISH,
    a_meeting,
    a_plan,
)

JANUARY = a_plan(a_meeting(1))
MORAGS = person_record(PROGRAMME, JANUARY, "P-01")
GROUPS = group_record(PROGRAMME, JANUARY, "well")
EVERY: list[tuple[Record, SheetKind]] = [
    *((MORAGS, kind) for kind in WAYS),
    *((GROUPS, kind) for kind in FOR_GROUPS),
]


def with_morag(**changes: object) -> Programme:
    """Return the invented programme with something else said of Morag."""
    morag = MORAG.model_copy(update=changes)
    return PROGRAMME.model_copy(update={"people": (morag, *PROGRAMME.people[1:])})


def said(record: Record, kind: SheetKind) -> str:
    """Return what a sheet says, digits read aloud put together again."""
    text = sheet_of(record, kind).text()
    return text.replace(aloud(record.phone), record.phone)


@pytest.mark.parametrize(("record", "kind"), EVERY)
def test_every_sheet_tells_day_hours_place_and_number(record: Record, kind: SheetKind) -> None:
    # when
    text = said(record, kind)

    # then: a text message is shorter in its words, not in its facts
    hours = "10:30-13:00" if kind == "text" else "10:30 to 13:00"
    day = "Fri 15 Jan 2027" if kind == "text" else "Friday 15 January 2027"
    for fact in (day, hours, "Glen Hall", "01632 960001"):
        assert fact in text


@pytest.mark.parametrize("kind", WAYS)
def test_every_sheet_of_a_person_tells_the_way_there_and_home(kind: SheetKind) -> None:
    text = said(MORAGS, kind)

    assert re.findall(r"Set out by 09:50|(?:Home|home at) about 13:50", text) == [
        "Set out by 09:50",
        "Home about 13:50" if kind == "text" else "home at about 13:50",
    ]


def test_words_on_paper_are_those_of_the_calendar() -> None:
    # given
    (meeting,) = MORAGS.meetings

    # then
    told = (*meeting.journey, *meeting.way_in, *meeting.joining, *meeting.notes)
    assert told == meeting.entry.description_lines
    assert (meeting.place, MORAGS.phone) == (meeting.entry.place, meeting.entry.phone)


def test_card_reads_at_a_glance() -> None:
    assert sheet_of(MORAGS, "card").text() == (
        "Living well\n"
        "\n"
        "Friday 15 January 2027, 10:30 to 13:00\n"
        "Glen Hall, 1 Brae Road, Invented Glen\n"
        "Getting there: by bus, about 40 minutes. Set out by 09:50.\n"
        "Getting home: by bus, about 50 minutes. You are home at about 13:50.\n"
        "\n"
        "To ask anything\n"
        "Ring Invented Trust, 01632 960001.\n"
    )


def test_text_message_fits_and_is_counted() -> None:
    # when
    sheet = sheet_of(MORAGS, "text")

    # then
    assert sheet.text() == (
        "Living well: Fri 15 Jan 2027 10:30-13:00, Glen Hall. Set out by 09:50. Home about 13:50. "
        "Ring 01632 960001\n"
    )
    assert sheet.notes == ("Message 1: 106 of 160 characters.",)


def test_text_messages_of_a_year_all_fit() -> None:
    # when
    sheet = sheet_of(person_record(PROGRAMME, a_plan(), "P-01"), "text")

    # then
    assert len(sheet.blocks) == 13
    assert [line for block in sheet.blocks for line in block.lines if not fits(line)] == []


@pytest.mark.parametrize(
    ("days", "by"),
    [
        (None, "Post it by Tuesday 29 December 2026: 3 days in the post, two weeks before"),
        (5, "Post it by Sunday 27 December 2026: 5 days in the post, two weeks before"),
        (0, "Post it by Friday 1 January 2027: 0 days in the post, two weeks before"),
    ],
)
def test_letter_reckons_with_the_days_it_is_in_the_post(days: int | None, by: str) -> None:
    # given
    programme = with_morag(contact=Contact(ways=("letter",), post_days=days))

    # when
    sheet = sheet_of(person_record(programme, JANUARY, "P-01"), "letter")

    # then
    assert sheet.notes == (f"{by} the first session.",)
    assert sheet.blocks[0].lines == ("Dear Morag,",)


def test_letter_to_a_code_names_nobody() -> None:
    # given
    programme = with_morag(name="")

    # then
    record = person_record(programme, JANUARY, "P-01")
    assert sheet_of(record, "letter").blocks[0].lines == ("Hello,",)


def test_whoever_rings_is_told_when_it_is_safe_and_says_nothing_to_others() -> None:
    # given
    contact = Contact(ways=("phone call",), hours=("Mon-Fri 10:00-12:00",), not_before="10:00")

    # when
    sheet = sheet_of(person_record(with_morag(contact=contact), JANUARY, "P-01"), "call")

    # then
    assert sheet.notes == ("Safe times: Mon-Fri 10:00-12:00.", "Never before 10:00.")
    assert sheet.blocks[0].lines[:2] == (
        "Ask for Morag. Say where you are calling from only once you know it is them.",
        "If somebody else answers, say you will ring again. Leave no message.",
    )


def test_what_was_agreed_and_who_answers_go_out_with_it() -> None:
    # given
    well = WELL.model_copy(update={"agreement": "We use chosen names.\nIt stays here."})
    contact = LanguageContact(language="Polish", name="Ania", phone="01632 960160")
    programme = with_morag(language="Polish").model_copy(
        update={"projects": (well,), "contacts": (contact,)}
    )
    record = person_record(programme, JANUARY, "P-01")

    # then
    for kind in ("letter", "call"):
        text = sheet_of(record, kind).text()
        assert "What we agreed\nWe use chosen names.\nIt stays here." in text
        assert "To ask in Polish: Ania, 01632 960160." in text


def test_whoever_joins_from_afar_is_told_how_and_not_sent_to_the_room() -> None:
    # given
    wish = WISH.model_copy(update={"join_link": "https://meet.example.org/a"})
    well = WELL.model_copy(update={"sessions": (wish,)})
    programme = PROGRAMME.model_copy(update={"projects": (well,)})
    plan = a_plan(a_meeting(1, coming=(Coming(person="P-03", way=AT_HOME),)))

    # when
    text = sheet_of(person_record(programme, plan, "P-03"), "card").text()

    # then
    assert "On-line\nYou take part on-line.\nHow to join: https://meet.example.org/a\n" in text
    assert "Glen Hall" not in text


def test_poster_gives_no_link_to_whoever_passes_by() -> None:
    # when
    text = sheet_of(group_record(PROGRAMME, a_plan(ONLINE_MEETING), "path"), "poster").text()

    # then
    assert "meet.example.org" not in text
    assert "How to join: please ring us, and we will tell you." in text


def test_radio_script_says_the_number_twice_and_how_long_it_takes() -> None:
    # when
    sheet = sheet_of(GROUPS, "radio")

    # then
    assert sheet.text().count("0 1 6 3 2, 9 6 0, 0 0 1") == 2
    assert sheet.notes == ("About 23 seconds to read aloud.",)


@pytest.mark.parametrize(
    ("number", "read"),
    [
        ("01632 960001", "0 1 6 3 2, 9 6 0, 0 0 1"),
        ("+44 1632 960 001", "plus 4 4, 1 6 3 2, 9 6 0, 0 0 1"),
        ("101", "1 0 1"),
        ("01632960001", "0 1 6, 3 2 9, 6 0 0 0 1"),
    ],
)
def test_number_is_read_digit_by_digit(number: str, read: str) -> None:
    assert aloud(number) == read


def test_plan_that_is_not_final_says_so_everywhere() -> None:
    """The poster said it; what was read out on the radio announced the days as if they stood."""
    # given
    unsettled = a_plan(a_meeting(1), final=False)
    own = person_record(PROGRAMME, unsettled, "P-01")
    group = group_record(PROGRAMME, unsettled, "well")

    # then
    for record, kinds in ((own, WAYS), (group, FOR_GROUPS)):
        for kind in kinds:
            assert re.search("not final yet", sheet_of(record, kind).text(), re.IGNORECASE)


# Ways that are safe.


@pytest.mark.parametrize(
    ("ways", "kinds"),
    [
        ((), ["card", "large"]),
        (("letter",), ["card", "large", "letter"]),
        (("text message", "phone call"), ["text", "call"]),
        (("calendar",), []),
        (("e-mail",), []),
    ],
)
def test_only_ways_they_chose_are_made(ways: tuple[str, ...], kinds: list[str]) -> None:
    contact = Contact.model_validate({"ways": ways})

    assert [kind for kind in WAYS if is_safe(contact, kind)] == kinds


def test_nothing_is_made_without_a_number_to_ring() -> None:
    # given
    silent = PROGRAMME.model_copy(update={"phone": ""})

    # then
    with pytest.raises(CalendarError):
        person_record(silent, JANUARY, "P-01")
    with pytest.raises(CalendarError):
        group_record(silent, JANUARY, "well")


def test_person_who_comes_to_nothing_has_no_sessions_to_tell() -> None:
    # when
    record = person_record(PROGRAMME, JANUARY, "P-02")

    # then
    assert (record.meetings, sheet_of(record, "letter").notes) == ((), ())
    assert replace(record, phone="1").ring == "Invented Trust, 1"
