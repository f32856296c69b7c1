"""What a calendar says of one session: when, where, and whom to phone."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Literal
from urllib.parse import quote
from uuid import UUID, uuid5

from scheduler.calendars.plain import plain

Status = Literal["TENTATIVE", "CONFIRMED", "CANCELLED"]
"""How firm a session is: offered, agreed, or called off."""

UID_HOST: Final = "commonground.invalid"
"""The host part of identities where an installation gives none of its own."""

_FAMILY: Final = UUID("5e1b7a52-0e0c-4d19-9a54-6b7d0b9f2c11")
_BESIDE: Final = "-beside"
_FEWEST_DIGITS: Final = 3  # 999 and 101 are whole phone numbers
_NO_SPACES: Final = re.compile(r"[\x21-\x7e]+")
_ADDRESS: Final = re.compile(r"(mailto|tel|urn:uuid):[\x21-\x7e]+")
_EMAIL: Final = re.compile(r"[^\s@<>\"\\]+@[^\s@<>\"\\]+")
_LINK: Final = re.compile(r"(https://|tel:)[\x21-\x7e]+")


class CalendarError(ValueError):
    """A calendar may not be written as it stands; says every session, its value and what to do."""


@dataclass(frozen=True)
class CalendarEntry:
    """One session as a calendar shows it: whoever holds the file reads every word of it."""

    uid: str
    """Its identity for life, the same in every file, feed and invitation."""
    sequence: int
    """How many times its time, place or status has changed."""
    start: datetime
    """When it begins; aware."""
    end: datetime
    """When it ends; aware, later than `start`."""
    title: str
    """Its title: neutral, naming no condition and no person."""
    place: str
    """Where it is held; may be empty where it is held by link or phone alone."""
    description_lines: tuple[str, ...]
    """What else the reader should know, a line each: how to get there, how to get back."""
    phone: str
    """The phone number to ring about it."""
    contact: str
    """Who answers that number."""
    status: Status
    """How firm it is."""
    changed: datetime
    """When what is said here last changed: from the data, never the moment of writing."""
    join_link: str | None = None
    """How to take part from afar: an https or tel link."""
    join_phone: str | None = None
    """How to take part by phone where `join_link` leads elsewhere: a tel link."""
    latitude: float | None = None
    """Degrees north of the place; given with `longitude` or not at all."""
    longitude: float | None = None
    """Degrees east of the place."""

    @property
    def joining(self) -> tuple[str, ...]:
        """Every link by which to take part from afar."""
        return tuple(link for link in (self.join_link, self.join_phone) if link is not None)


@dataclass(frozen=True)
class CalendarUser:
    """Somebody as calendars name them: an address and, if they like, a name or code."""

    address: str
    """A mailto:, tel: or urn:uuid: address."""
    name: str = ""
    """The name or code shown."""


def calendar_user(
    programme_key: str, code: str, *, email: str = "", name: str = ""
) -> CalendarUser:
    """Return how calendars name a person, who needs no e-mail to have a calendar.

    Raises
    ------
    CalendarError
        If an e-mail address is given that is none.
    """
    if not email:
        return CalendarUser(f"urn:uuid:{_identity('person', programme_key, code)}", name or code)
    if not _EMAIL.fullmatch(email) or plain(email) != email:
        msg = f"e-mail {email!r} of {code} is not an address; correct it or leave it empty"
        raise CalendarError(msg)
    return CalendarUser(f"mailto:{quote(email, safe='@!$*+-._~=')}", name or code)


def session_uid(
    programme_key: str, project: str, *, number: int, host: str = UID_HOST, beside: str = ""
) -> str:
    """Return the identity of a session for life: the same for the same programme and number.

    Parameters
    ----------
    beside
        What else it is that one kind of reader sees of the session, such as "room"; empty means
        the session itself.
    """
    told = ("session", programme_key, project, str(number), *filter(None, (beside,)))
    return f"{_identity(*told)}{_BESIDE if beside else ''}@{host}"


def is_session(uid: str) -> bool:
    """Say whether an identity is that of a session itself, to which people are invited."""
    return not uid.partition("@")[0].endswith(_BESIDE)


def next_sequence(previous: CalendarEntry | None, new: CalendarEntry) -> int:
    """Return how many changes people should see in the new wording of a session.

    It rises when the time, the place, the way to join or the status changed since the previous
    wording, and stays otherwise; a session never sent before begins at 0.
    """
    if previous is None:
        return 0
    return previous.sequence + (_told(previous) != _told(new))


def refuse_unfit(entries: Iterable[CalendarEntry], *users: CalendarUser) -> None:
    """Refuse what may not leave as a calendar, naming everything wrong at once.

    Raises
    ------
    CalendarError
        If any session or address is unfit; the message has a line for each.
    """
    entries = tuple(entries)
    times = Counter(entry.uid for entry in entries)
    wrong = [f"session {e.uid} at {e.start}: {why}" for e in entries for why in _unfit(e)]
    wrong += [
        f"session {uid} is there {count} times; give each session its own uid"
        for uid, count in times.items()
        if count > 1
    ]
    wrong += [
        f"address {user.address!r} of {user.name!r} is none of mailto:, tel: or urn:uuid:"
        for user in users
        if not _ADDRESS.fullmatch(user.address)
    ]
    if wrong:
        raise CalendarError("\n".join(wrong))


def _unfit(entry: CalendarEntry) -> Iterator[str]:
    if not _NO_SPACES.fullmatch(entry.uid):
        yield f"uid {entry.uid!r} is empty or holds spaces; use session_uid()"
    if entry.sequence < 0:
        yield f"sequence {entry.sequence} is below 0; use next_sequence()"
    if not plain(entry.title):
        yield "title is empty; give one that names no condition"
    if sum(c.isdecimal() for c in entry.phone) < _FEWEST_DIGITS:
        yield f"phone {entry.phone!r} is not a phone number; nothing leaves without one to ring"
    yield from _unfit_times(entry)
    yield from _unfit_whereabouts(entry)


def _unfit_times(entry: CalendarEntry) -> Iterator[str]:
    if any(m.utcoffset() is None for m in (entry.start, entry.end, entry.changed)):
        yield "start, end or changed has no time zone; give each one"
    elif _utc(entry.end) <= _utc(entry.start):
        yield f"end {entry.end} is not after its start; swap them or correct one"


def _unfit_whereabouts(entry: CalendarEntry) -> Iterator[str]:
    for link in entry.joining:
        if not _LINK.fullmatch(link):
            yield f"join link {link!r} is neither https nor tel; correct it"
    if (entry.latitude is None) != (entry.longitude is None):
        yield "latitude and longitude go together; give both or neither"


def _told(entry: CalendarEntry) -> tuple[datetime, datetime, str, tuple[str, ...], Status]:
    return (
        _utc(entry.start),
        _utc(entry.end),
        plain(entry.place),
        entry.joining,
        entry.status,
    )


def _utc(moment: datetime) -> datetime:
    # Two moments of one zone compare by the clock face, which October shows twice.
    return moment.astimezone(UTC)


def _identity(*parts: str) -> UUID:
    # JSON keeps ("ab", "c") and ("a", "bc") apart.
    return uuid5(_FAMILY, json.dumps(parts))
