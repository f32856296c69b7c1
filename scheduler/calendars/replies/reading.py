"""One message, or one calendar file, read for the answers to invitations that it holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import Message
from email.utils import getaddresses
from typing import Final, cast
from urllib.parse import unquote

from scheduler.calendars.foreign.lengths import length_in
from scheduler.calendars.foreign.letters import text_of
from scheduler.calendars.foreign.lines import WHEN, Line
from scheduler.calendars.foreign.parts import Part, read_parts
from scheduler.calendars.foreign.refused import NotUnderstoodError, UnreadableError
from scheduler.calendars.foreign.rule_times import Work
from scheduler.calendars.foreign.values import UNKNOWN, read_when
from scheduler.calendars.foreign.zones import Zones
from scheduler.calendars.plain import plain
from scheduler.calendars.replies.heads import day_of, subject_of
from scheduler.calendars.replies.told import Found, Method, Passed, Reply
from scheduler.calendars.replies.vouched import is_disowned, thread_of

KEPT: Final = WHEN | {"ORGANIZER", "COMMENT"}
MOST_PARTS: Final = 100
"""Most parts of one message that are looked into."""
MOST_ENTRIES: Final = 50
"""Most answers in one message; we ask about one session in each."""
LONGEST: Final = 500
"""Most characters of a comment that are kept."""
CALENDARS: Final = frozenset({"text/calendar", "application/ics"})
_BEGINS: Final = b"BEGIN:VCALENDAR"
_ESCAPES: Final = (("\\n", " "), ("\\N", " "), ("\\,", ","), ("\\;", ";"), ("\\\\", "\\"))


def read_message(number: int, content: bytes) -> tuple[Found, ...]:
    """Return every answer in a message or a calendar file; what cannot be understood says why."""
    try:
        found = tuple(_found(number, content))
    except UnreadableError as refused:
        return (Passed(number, refused.why),)
    return found or (_no_answer(number, content),)


def _no_answer(number: int, content: bytes) -> Passed:
    """Return what the head of a message without an answer says, so that somebody finds it."""
    if _is_calendar_file(content):
        return Passed(number, "")
    message = message_from_bytes(content)
    senders = _envelope(message).senders
    sender = senders[0] if len(senders) == 1 else ""
    return Passed(number, "", sender, subject_of(message), day_of(message))


def _found(number: int, content: bytes) -> Iterator[Found]:
    seen: set[Found] = set()
    for calendar, envelope in _calendars(content):
        for each in _answers(number, calendar, envelope):
            # Most programs put the same answer into a message twice.
            if each not in seen:
                seen.add(each)
                yield each


@dataclass(frozen=True)
class _Envelope:
    """What the head of a message says of it; nothing where there is no message."""

    senders: tuple[str, ...] = ()
    is_disowned: bool = False
    thread: tuple[str, ...] = ()


def _envelope(message: Message) -> _Envelope:
    written = [str(each) for each in message.get_all("From", [])]
    senders = tuple(address.casefold() for _, address in getaddresses(written))
    return _Envelope(senders or ("",), is_disowned(message, senders), thread_of(message))


def _calendars(content: bytes) -> Iterator[tuple[bytes, _Envelope]]:
    """Give every calendar in a file with what its message says of itself."""
    if _is_calendar_file(content):
        yield content, _Envelope()
        return
    message = message_from_bytes(content)
    envelope = _envelope(message)
    for count, part in enumerate(message.walk()):
        if count >= MOST_PARTS:
            raise UnreadableError(f"has more than {MOST_PARTS} parts")
        if _is_calendar(part):
            yield cast("bytes", part.get_payload(decode=True)) or b"", envelope


def _is_calendar_file(content: bytes) -> bool:
    return content.removeprefix(b"\xef\xbb\xbf").lstrip()[: len(_BEGINS)].upper() == _BEGINS


def _is_calendar(part: Message) -> bool:
    if part.is_multipart():
        return False
    name = part.get_filename() or ""
    return part.get_content_type() in CALENDARS or name.casefold().endswith(".ics")


def _answers(number: int, content: bytes, envelope: _Envelope) -> Iterator[Found]:
    file = read_parts(text_of(content)[0], keep=KEPT)
    for calendar in file.calendars:
        method = calendar.value("METHOD")
        if method not in {"REPLY", "COUNTER"}:
            continue
        entries = list(calendar.every("VEVENT"))
        if not entries or len(entries) > MOST_ENTRIES:
            yield Passed(number, "its calendar holds no answer to a session, or far too many")
            continue
        for entry in entries:
            try:
                yield _reply(entry, calendar, about=(number, cast("Method", method), envelope))
            except (NotUnderstoodError, OverflowError) as wrong:
                yield Passed(number, str(wrong))


def _reply(entry: Part, calendar: Part, *, about: tuple[int, Method, _Envelope]) -> Reply:
    number, method, envelope = about
    if entry.broken:
        raise entry.broken[0]
    zones = Zones(calendar.every("VTIMEZONE"), Work())
    attendees = entry.lines.get("ATTENDEE", [])
    if len(attendees) != 1:
        raise NotUnderstoodError(entry.number, "answers for nobody, or for several people at once")
    start, end = _proposed(entry, zones) if method == "COUNTER" else ("", "")
    begins = entry.one("DTSTART") if method == "REPLY" else None
    organiser = entry.one("ORGANIZER")
    return Reply(
        number=number,
        method=method,
        uid=_needed(entry, "UID").value,
        attendee=address_in(attendees[0].value),
        standing=attendees[0].parameter("PARTSTAT").upper(),
        sequence=_sequence(entry),
        organiser=address_in(organiser.value) if organiser else "",
        of_series=entry.one("RECURRENCE-ID") is not None,
        stamped=_moment(_needed(entry, "DTSTAMP"), zones).isoformat(),
        about=_moment(begins, zones).isoformat() if begins else "",
        start=start,
        end=end,
        comment=_comment(entry),
        senders=envelope.senders,
        is_disowned=envelope.is_disowned,
        thread=envelope.thread,
    )


def address_in(value: str) -> str:
    """Return an address as it is compared: in small letters, without what stands for a letter."""
    return unquote(value.strip()).casefold()


def _needed(entry: Part, name: str) -> Line:
    line = entry.one(name)
    if line is None or not line.value:
        raise NotUnderstoodError(entry.number, f"begins an answer without {name}")
    return line


def _sequence(entry: Part) -> int:
    line = entry.one("SEQUENCE")
    if line is None:
        return 0
    if not (line.value.isascii() and line.value.isdigit() and len(line.value) < 10):  # noqa: PLR2004
        raise NotUnderstoodError(line.number, "holds no number for SEQUENCE")
    return int(line.value)


def _moment(line: Line, zones: Zones) -> datetime:
    when = read_when(line, zones)
    if not isinstance(when, datetime) or when.tzinfo is UNKNOWN:
        raise NotUnderstoodError(line.number, f"holds no moment for {line.name} that can be told")
    return when.astimezone(UTC)


def _proposed(entry: Part, zones: Zones) -> tuple[str, str]:
    """Return when a proposed time begins and ends."""
    start = _moment(_needed(entry, "DTSTART"), zones)
    end, length = entry.one("DTEND"), entry.one("DURATION")
    ends = start
    if end:
        ends = _moment(end, zones)
    elif length:
        ends += length_in(length.value, length).rest
    if ends < start:
        raise NotUnderstoodError(entry.number, "proposes a time that ends before it begins")
    return start.isoformat(), ends.isoformat()


def _comment(entry: Part) -> str:
    told = " ".join(line.value for line in entry.lines.get("COMMENT", []))
    for written, meant in _ESCAPES:
        told = told.replace(written, meant)
    return plain(told)[:LONGEST].strip()
