"""Invitations as messages: their parts, one person each, and plain text that suffices alone."""

from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import cast

import pytest
from icalendar import Calendar

from scheduler.calendars.entry import CalendarError
from scheduler.calendars.from_plan import PlanCalendars
from scheduler.calendars.mail import messages, plain_text, who_is_mailed
from scheduler.contact import Contact
from scheduler.programme import Programme
from tests.scheduler.calendars.plans import CALUM, EILIDH, MORAG, PROGRAMME, a_meeting, a_plan
from tests.scheduler.calendars.sessions import a_session

AGREED = MORAG.model_copy(update={"contact": Contact(ways=("calendar", "e-mail"))})
UNASKED = CALUM.model_copy(update={"email": "calum@example.org"})
MAILED = PROGRAMME.model_copy(update={"people": (AGREED, UNASKED, EILIDH)})
JANUARY = a_plan(a_meeting(1))


def the_message(
    programme: Programme = MAILED, sent: dict[str, bytes] | None = None
) -> EmailMessage:
    """Return the one message of an invented programme, as a mail program reads it."""
    calendars = PlanCalendars(programme, JANUARY, sent or {})
    (written,) = messages(calendars, "P-01")
    return message_from_bytes(written.content, policy=default)


def parts(message: EmailMessage) -> list[str]:
    """Return the kinds of all parts, outermost first."""
    return [part.get_content_type() for part in message.walk()]


def test_message_has_the_parts_that_mail_programs_know_an_invitation_by() -> None:
    assert parts(the_message()) == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/calendar",
        "application/ics",
    ]


def test_both_calendar_parts_are_the_invitation_byte_for_byte() -> None:
    # given
    (invitation,) = PlanCalendars(MAILED, JANUARY).invitations("P-01")

    # when
    *_, calendar, attached = the_message().walk()

    # then
    assert calendar.get_payload(decode=True) == invitation.content
    assert attached.get_payload(decode=True) == invitation.content
    assert attached.get_filename() == "invite.ics"


@pytest.mark.parametrize("is_off", [False, True])
def test_method_of_the_part_is_that_of_the_calendar(is_off: bool) -> None:
    # given: January was sent before, or is sent now for the first time
    sent = dict(PlanCalendars(MAILED, JANUARY).all())
    plan = a_plan(a_meeting(2)) if is_off else JANUARY
    calendars = PlanCalendars(MAILED, plan, sent)

    # when
    first = message_from_bytes(messages(calendars, "P-01")[0].content, policy=default)
    calendar = next(part for part in first.walk() if part.get_content_type() == "text/calendar")

    # then
    method = "CANCEL" if is_off else "REQUEST"
    read = Calendar.from_ical(cast("bytes", calendar.get_payload(decode=True)))
    assert (calendar.get_param("method"), str(read["method"])) == (method, method)
    assert calendar.get_param("charset") == "utf-8"
    assert first["subject"].startswith("Called off: ") is is_off


def test_plain_text_alone_says_when_where_how_and_whom_to_ring() -> None:
    body = the_message().get_body(("plain",))
    assert body is not None

    assert body.get_content().splitlines() == [
        "Living well: Meeting",
        "When: Friday 15 January 2027, 10:30 to 13:00",
        "Where: Glen Hall, 1 Brae Road, Invented Glen",
        "Getting there: by bus, about 40 minutes. Set out by 09:50.",
        "Getting home: by bus, about 50 minutes. You are home at about 13:50.",
        "Ramp at the side door.",
        "Ring the bell.",
        "There is a way in without steps.",
        "To ask anything, ring 01632 960001 (Invented Trust).",
    ]


def test_plain_text_of_what_is_off_says_nothing_of_the_way_there() -> None:
    off = replace(a_session(), status="CANCELLED", join_link="https://meet.example.org/a")

    assert plain_text(off).splitlines() == [
        "This session is called off. Please do not come.",
        "Workshop",
        "When: Friday 15 January 2027, 10:30 to 12:30",
        "Where: Invented Hall, Glen Example",
        "To ask anything, ring 01632 960 123 (Morag).",
    ]


def test_message_is_to_one_person_and_from_the_organiser() -> None:
    # when
    message = the_message()

    # then
    assert (message["to"], message["from"]) == (
        "morag@example.org",
        "Invented Trust <team@example.org>",
    )
    assert (message["cc"], message["bcc"]) == (None, None)
    assert message["subject"] == "Living well: Meeting, Friday 15 January 2027"


def test_line_break_in_a_name_adds_no_line_to_the_head() -> None:
    # given
    cunning = MAILED.model_copy(update={"organiser": "Trust\r\nBcc: x@example.org"})

    # when
    message = the_message(cunning)

    # then
    assert message["bcc"] is None
    assert message["from"].addresses[0].display_name == "Trust Bcc: x@example.org"


def test_only_who_has_an_address_and_agreed_is_mailed() -> None:
    assert who_is_mailed(PlanCalendars(MAILED, JANUARY)) == ("P-01",)


def test_same_plan_gives_the_same_bytes_and_all_lines_end_alike() -> None:
    # when
    one, other = (messages(PlanCalendars(MAILED, JANUARY), "P-01") for _ in range(2))

    # then
    assert one == other
    assert one[0].content.count(b"\n") == one[0].content.count(b"\r\n")


def test_nothing_is_mailed_without_an_address_to_answer_to() -> None:
    # given
    silent = MAILED.model_copy(update={"email": ""})

    # when
    with pytest.raises(CalendarError) as refused:
        messages(PlanCalendars(silent, JANUARY), "P-01")

    # then
    assert str(refused.value) == (
        "the programme has no e-mail address, and a message needs one to answer to: fill in `email`"
    )
