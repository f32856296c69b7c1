"""Every sheet, made from one record: the same days, places, journeys and number to ring."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Final

from scheduler.calendars.plain import plain
from scheduler.contact import Contact, WayToTell
from scheduler.papers.record import Meeting, Record
from scheduler.papers.sheet import Block, Sheet, SheetKind
from scheduler.papers.text_message import parted, room_taken
from scheduler.sentences import counted
from scheduler.spoken_days import spoken_day

WAYS: Final[Mapping[SheetKind, tuple[WayToTell, ...]]] = MappingProxyType(
    {
        "card": ("in person", "letter"),
        "large": ("in person", "letter"),
        "letter": ("letter",),
        "text": ("text message",),
        "call": ("phone call",),
    }
)
"""For each sheet of one person, the ways to tell them something of which one must be theirs."""

FOR_GROUPS: Final[tuple[SheetKind, ...]] = ("poster", "radio")
NOTICE: Final = timedelta(days=14)
"""How long before the first session a letter should be there: time to ask, and to arrange care.

Our judgement; nobody prescribes it."""

WORDS_A_MINUTE: Final = 150
"""How fast a script is read aloud, unhurried."""

Made = Callable[[Record], Sheet]


def is_safe(contact: Contact, kind: SheetKind) -> bool:
    """Say whether somebody chose a way in which this sheet comes to them."""
    return any(contact.allows(way) for way in WAYS[kind])


def sheet_of(record: Record, kind: SheetKind) -> Sheet:
    """Return one sheet of a record."""
    return _MAKERS[kind](record)


def _card(record: Record) -> Sheet:
    blocks = (Block(each.when, _short(each)) for each in record.meetings)
    return Sheet("card", record.title, (*blocks, _ring(record)), _safe_hours(record.contact))


def _large(record: Record) -> Sheet:
    blocks = (Block(each.when, _whole(record, each)) for each in record.meetings)
    return Sheet("large", record.title, (*blocks, _ring(record)), _safe_hours(record.contact))


def _letter(record: Record) -> Sheet:
    hello = f"Dear {plain(record.name)}," if plain(record.name) else "Hello,"
    lead = "These are the days and places for you. You decide whether you come."
    blocks = (
        Block("", (hello,)),
        Block("", (lead,)),
        *(Block(each.when, _whole(record, each)) for each in record.meetings),
        *_agreed(record),
        _ring(record),
        Block("", tuple(filter(None, ("With good wishes,", record.organiser)))),
    )
    return Sheet("letter", record.title, blocks, (*_to_post(record), *_safe_hours(record.contact)))


def _text(record: Record) -> Sheet:
    messages = [part for each in record.meetings for part in parted(_in_short(record, each))]
    blocks = tuple(Block("", (message,)) for message in messages)
    sizes = [room_taken(message) for message in messages]
    notes = tuple(
        f"Message {n}: {taken} of {most} characters." for n, (taken, most) in enumerate(sizes, 1)
    )
    return Sheet("text", "", blocks, (*notes, *_safe_hours(record.contact)))


def _call(record: Record) -> Sheet:
    who = plain(record.name) or "the person you want"
    caller = f"Hello, this is {record.organiser}." if record.organiser else "Hello."
    opening = (
        f"Ask for {who}. Say where you are calling from only once you know it is them.",
        "If somebody else answers, say you will ring again. Leave no message.",
        "Ask if it is a good moment.",
    )
    say = (caller, f"I am ringing about {record.title}. These are your days.")
    blocks = (
        Block("Before you say anything", opening),
        Block("Say", say),
        *(Block(each.when, _whole(record, each)) for each in record.meetings),
        *_agreed(record),
        Block("At the end", (*record.contacts, f"You can ring us: {aloud(record.phone)}.")),
    )
    return Sheet("call", record.title, blocks, _safe_hours(record.contact))


def _poster(record: Record) -> Sheet:
    blocks = (Block(each.when, _whole(record, each)) for each in record.meetings)
    return Sheet("poster", record.title, (*blocks, *_agreed(record), _ring(record)))


def _radio(record: Record) -> Sheet:
    lead = f"{record.organiser} invites you: {record.title}." if record.organiser else record.title
    days = [f"On {each.when}, {each.place}." for each in record.meetings]
    notes = dict.fromkeys(note for each in record.meetings for note in each.notes)
    access = dict.fromkeys(line for each in record.meetings for line in each.way_in[-1:])
    number = aloud(record.phone)
    ring = (f"To ask anything, ring {number}.", f"Once more: {number}.")
    lines = (lead, *days, *notes, *access, *record.contacts, *ring)
    seconds = -(-len(" ".join(lines).split()) * 60 // WORDS_A_MINUTE)
    length = f"About {counted(seconds, 'second')} to read aloud."
    return Sheet("radio", record.title, (Block("", lines),), (length,))


_MAKERS: Final[Mapping[SheetKind, Made]] = MappingProxyType(
    {
        "card": _card,
        "large": _large,
        "letter": _letter,
        "text": _text,
        "call": _call,
        "poster": _poster,
        "radio": _radio,
    }
)


def aloud(number: str) -> str:
    """Return a phone number as it is read aloud, digit by digit: "0 1 6 3 2, 9 6 0, 0 0 1"."""
    groups = "".join(c if c.isdecimal() else " " for c in number).split()
    plus = "plus " if number.strip().startswith("+") else ""
    return plus + ", ".join(" ".join(piece) for group in groups for piece in _in_threes(group))


def _in_threes(digits: str) -> Iterator[str]:
    """Cut a long run of digits where people draw breath; a short one stays whole."""
    while len(digits) > 5:  # noqa: PLR2004 - an area code of five digits is said in one breath
        yield digits[:3]
        digits = digits[3:]
    yield digits


def _short(meeting: Meeting) -> tuple[str, ...]:
    return (meeting.place, *meeting.journey, *meeting.joining, *meeting.notes)


def _whole(record: Record, meeting: Meeting) -> tuple[str, ...]:
    title = meeting.entry.title if meeting.entry.title != record.title else ""
    told = (meeting.place, *meeting.journey, *meeting.way_in, *meeting.joining, *meeting.notes)
    return tuple(filter(None, (title, *dict.fromkeys(told))))


def _in_short(record: Record, meeting: Meeting) -> str:
    out = f" Set out by {_clock(meeting.leaves, meeting)}." if meeting.leaves else ""
    home = f" Home about {_clock(meeting.home, meeting)}." if meeting.home else ""
    hours = meeting.hours.replace(" to ", "-")
    when = f"{meeting.day:%a} {meeting.day.day} {meeting.day:%b %Y} {hours}"
    first = "" if meeting.entry.status == "CONFIRMED" else " Not final yet."
    joining = "".join(f" {line}" for line in meeting.joining)
    where = f"{when}, {meeting.venue}.{out}{home}{joining}{first}"
    return plain(f"{record.title}: {where} Ring {record.phone}")


def _clock(moment: datetime, meeting: Meeting) -> str:
    return f"{moment.astimezone(meeting.entry.start.tzinfo):%H:%M}"


def _ring(record: Record) -> Block:
    return Block("To ask anything", (*record.contacts, f"Ring {record.ring}."))


def _agreed(record: Record) -> Iterator[Block]:
    if record.agreement:
        yield Block(record.agreement[0].rstrip(":"), record.agreement[1:])


def _safe_hours(contact: Contact) -> tuple[str, ...]:
    told = [f"Safe times: {'; '.join(contact.hours)}."] if contact.hours else []
    told += [f"Never before {contact.not_before}."] if contact.not_before else []
    return tuple(told)


def _to_post(record: Record) -> tuple[str, ...]:
    if not record.meetings:
        return ()
    days = record.contact.days_in_the_post
    by: date = record.meetings[0].day - NOTICE - timedelta(days=days)
    reckoned = f"{counted(days, 'day')} in the post, two weeks before the first session"
    return (f"Post it by {spoken_day(by)}: {reckoned}.",)
