"""Calendars sent before: read back, so that what comes after says what changed."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from icalendar import Calendar

from scheduler.calendars.as_sent import entries_as_written
from scheduler.calendars.entry import CalendarEntry, CalendarError, CalendarUser, next_sequence

KEPT: Final = ("*.ics", "attendance-*.txt", "messages-*.txt")
"""What is kept of what was sent: calendars, who was to come, and by which names messages went."""
_UNREAD: Final = "a calendar sent before cannot be read; move it away, or write to another folder"


def entries_sent(content: bytes) -> tuple[CalendarEntry, ...]:
    """Return the sessions in a calendar file this planner wrote, however a server stores it.

    Raises
    ------
    CalendarError
        If the file is none that this planner wrote.
    """
    try:
        found = tuple(entries_as_written(content))
    except ValueError:
        found = ()
    return found or entries_read(content)


def entries_read(content: bytes) -> tuple[CalendarEntry, ...]:
    """Return the same as the icalendar library reads it, in whatever order and form it stands.

    Raises
    ------
    CalendarError
        If the file is none that this planner wrote.
    """
    try:
        # Always bytes: given text without a line end, the library opens the file of that name.
        return tuple(_entry(event) for event in Calendar.from_ical(content).walk("VEVENT"))
    except (KeyError, ValueError, TypeError, AttributeError) as unread:
        raise CalendarError(_UNREAD) from unread


def users_in(content: bytes) -> tuple[CalendarUser, CalendarUser] | None:
    """Return who invites and who is the one guest in a person's calendar; None if it is bare.

    Raises
    ------
    CalendarError
        If the file is none that this planner wrote.
    """
    first, ended, _ = content.partition(b"\r\nEND:VEVENT\r\n")
    if not ended:
        return None
    try:
        (event,) = Calendar.from_ical(first + ended + b"END:VCALENDAR\r\n").walk("VEVENT")
        return _user(event["organizer"]), _user(event["attendee"])
    except (KeyError, ValueError, TypeError, AttributeError) as unread:
        raise CalendarError(_UNREAD) from unread


def guest_in(content: bytes) -> str:
    """Return the name of the one guest in a person's calendar that was sent; empty if none.

    Raises
    ------
    CalendarError
        If the file is none that this planner wrote.
    """
    users = users_in(content)
    return users[1].name if users else ""


def _user(written: Any) -> CalendarUser:  # noqa: ANN401 - the library's own kind of address
    return CalendarUser(str(written), str(written.params.get("cn", "")))


def sent_in(folder: Path) -> dict[str, bytes]:
    """Return what was written to a folder before and is kept, by file name."""
    files = (file for kept in KEPT for file in folder.glob(kept))
    return {file.name: file.read_bytes() for file in files}


def following(
    entries: Iterable[CalendarEntry],
    sent: Iterable[CalendarEntry],
    *,
    now: datetime,
    changed: Collection[str] = (),
) -> tuple[CalendarEntry, ...]:
    """Return sessions as they follow what was sent: changes counted, what is gone called off.

    What is said as it was keeps the moment at which it last changed.

    Parameters
    ----------
    now
        The moment of this wording, from the data: what is called off was called off then.
    changed
        Identities of sessions that changed for this reader although nothing shown did.
    """
    before = {entry.uid: entry for entry in sent}
    told = tuple(
        _counted(entry, before.get(entry.uid), changed=entry.uid in changed) for entry in entries
    )
    gone = before.keys() - {entry.uid for entry in told}
    off = (replace(before[uid], status="CANCELLED", changed=now) for uid in sorted(gone))
    return (*told, *(_counted(entry, before[entry.uid]) for entry in off))


def _counted(
    entry: CalendarEntry, before: CalendarEntry | None, *, changed: bool = False
) -> CalendarEntry:
    sequence = next_sequence(before, entry)
    if before is not None and changed:
        sequence = max(sequence, before.sequence + 1)
    counted = replace(entry, sequence=sequence)
    is_same = before is not None and replace(counted, changed=before.changed) == before
    return before if before is not None and is_same else counted


def _entry(event: Any) -> CalendarEntry:  # noqa: ANN401 - the library's values have thirty kinds
    ring = str(event["contact"])
    contact, _, phone = ring.rpartition(": ")
    links = _links(event.get("conference"))
    position = event.get("geo")
    return CalendarEntry(
        uid=str(event["uid"]),
        sequence=int(event["sequence"]),
        start=event["dtstart"].dt,
        end=event["dtend"].dt,
        title=str(event["summary"]),
        place=str(event.get("location", "")),
        description_lines=tuple(_own_lines(event, {ring, *links})),
        phone=phone,
        contact=contact,
        status=_status(str(event["status"])),
        changed=event["dtstamp"].dt,
        join_link=links[0] if links else None,
        join_phone=links[1] if links[1:] else None,
        latitude=position and position.latitude,
        longitude=position and position.longitude,
    )


def _own_lines(event: Any, repeated: set[str]) -> Iterator[str]:  # noqa: ANN401
    """Give the lines of the text without the phone and link that every text ends with."""
    lines = str(event["description"]).split("\n")
    return (line for line in lines if line not in repeated)


def _status(written: str) -> Any:  # noqa: ANN401 - one of three words, checked here
    if written not in {"TENTATIVE", "CONFIRMED", "CANCELLED"}:
        msg = f"status {written!r} is none this planner writes"
        raise ValueError(msg)
    return written


def _links(conference: Any) -> tuple[str, ...]:  # noqa: ANN401 - none, one or a list of them
    if conference is None:
        return ()
    return tuple(map(str, conference if isinstance(conference, list) else [conference]))
