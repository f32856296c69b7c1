"""Ten thousand texts in many scripts in messages: in their heads, bodies and invitations."""

import re
from base64 import b64decode
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from functools import cache
from quopri import decodestring
from typing import cast

from icalendar import Calendar

from scheduler.calendars.from_plan import PlanCalendars
from scheduler.calendars.mail import messages
from scheduler.calendars.plain import plain
from scheduler.names_shown import names_in
from scheduler.people import Person
from tests.scheduler.calendars.plans import ROOM, WELL, a_meeting, a_plan
from tests.scheduler.calendars.test_mail import AGREED, MAILED
from tests.scheduler.calendars.test_many_words import TEXTS, texts

FIELDS = 40
"""Organiser, name, label of the group, title, room, address and thirty-four lines of the way in."""
HEADS = frozenset({"Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type"})
"""Every line that the head of a message may have."""


CODED = re.compile(r"=\?utf-8\?([bq])\?([^?]*)\?=")


@cache
def rows() -> tuple[tuple[str, ...], ...]:
    """Return every text, forty a message."""
    return tuple(texts()[n : n + FIELDS] for n in range(0, TEXTS, FIELDS))


def written(row: tuple[str, ...]) -> bytes:
    """Return the message about a session in which every word is one of some texts."""
    organiser, name, label, title, room, address, *lines = row
    venue = ROOM.model_copy(
        update={"name": room, "address": address, "directions": "\n".join(lines)}
    )
    wish = WELL.sessions[0].model_copy(update={"title": title})
    group = WELL.model_copy(
        update={"public_name": label if plain(label) else "Group", "sessions": (wish,)}
    )
    programme = MAILED.model_copy(
        update={
            "organiser": organiser,
            "people": (somebody(name),),
            "venues": (venue,),
            "projects": (group,),
        }
    )
    coming = a_meeting(1).coming[:1]
    plan = a_plan(a_meeting(1, coming=coming, absent=()))
    (message,) = messages(PlanCalendars(programme, plan), "P-01")
    return message.content


def somebody(name: str) -> Person:
    """Return the one who is written to, by a name; a title that holds it is not told."""
    return AGREED.model_copy(update={"name": name})


@cache
def all_written() -> tuple[bytes, ...]:
    """Return a message for every row of texts."""
    return tuple(map(written, rows()))


def head_names(content: bytes) -> Iterator[str]:
    """Give the name of each line of a message's head, as the bytes have them."""
    head = content.split(b"\r\n\r\n", 1)[0].decode("ascii")
    yield from (line.split(":")[0] for line in re.sub("\r\n[ \t]", "", head).split("\r\n"))


def test_no_text_becomes_a_line_of_the_head() -> None:
    strange = {name for content in all_written() for name in head_names(content)} - HEADS

    assert strange == set()


def test_every_message_is_to_one_person_and_all_its_bytes_are_plain() -> None:
    for content in all_written():
        assert list(head_names(content)).count("To") == 1
        assert content.isascii()
        assert b"\r" not in content.replace(b"\r\n", b"")
        assert b"\n" not in content.replace(b"\r\n", b"")
        assert max(map(len, content.split(b"\r\n"))) <= 998  # RFC 5322, 2.1.1


def decoded(head: str) -> str:
    """Return what a line of a head says (RFC 2047): between two coded words a space is nothing."""
    joined = re.sub(r"(?<=\?=)[ \t]+(?==\?utf-8\?)", "", head)
    return CODED.sub(lambda coded: _word(coded[1], coded[2]), joined)


def _word(how: str, content: str) -> str:
    if how == "b":
        return b64decode(content).decode()
    return decodestring(content, header=True).decode()


def line_of(content: bytes, name: str) -> str:
    """Return what a line of a message's head says, by its name."""
    head = content.split(b"\r\n\r\n", 1)[0].decode("ascii")
    lines = re.sub("\r\n(?=[ \t])", "", head).split("\r\n")
    return next(decoded(line.partition(": ")[2]) for line in lines if line.startswith(name))


def letters(text: str) -> str:
    """Return a text without spaces and what stands round a name or an address.

    The email library (Python 3.11) loses a space here and there where it folds what is
    longer than a line, and nothing else.
    """
    return re.sub(r'[\s"\\<>]', "", text)


def test_what_was_typed_is_what_is_read() -> None:
    for row, content in zip(rows(), all_written(), strict=True):
        label, title = row[2] if plain(row[2]) else "Group", row[3]
        message = message_from_bytes(content, policy=default)
        body = message.get_body(("plain",))
        assert body is not None
        named = names_in(MAILED.model_copy(update={"people": (somebody(row[1]),)}), title)
        shown = plain(f"{label}: {title}" if title and not named else label)
        where = ", ".join(filter(None, (row[4] or ROOM.code, row[5])))
        assert letters(line_of(content, "From")) == letters(f"{plain(row[0])} <team@example.org>")
        subject = f"{shown}, Friday 15 January 2027"
        assert letters(line_of(content, "Subject")) == letters(subject)
        assert body.get_content().splitlines()[0] == shown
        assert f"Where: {plain(where)}" in body.get_content().splitlines()


def test_the_invitation_inside_names_one_guest_and_nothing_else_is_put_into_it() -> None:
    for content in all_written()[:50]:
        message = message_from_bytes(content, policy=default)
        part = next(each for each in message.walk() if each.get_content_type() == "text/calendar")
        payload = cast("bytes", part.get_payload(decode=True))
        (event,) = Calendar.from_ical(payload).walk("VEVENT")
        assert str(event["attendee"]) == "mailto:morag@example.org"
        assert "X-EVIL" not in event
