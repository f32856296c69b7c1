"""What stands on a calendar server by our hand, remembered between one run and the next."""

import json
import os
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from scheduler.calendars.entry import CalendarEntry, CalendarError
from scheduler.calendars.feeds import coded
from scheduler.calendars.from_plan import PlanCalendars, Reader
from scheduler.calendars.sent import entries_sent

FOLDER: Final = "published"
REMOVED: Final = "of a programme that was removed"
"""For whom a calendar was of which nothing more is remembered."""


@dataclass(frozen=True)
class Standing:
    """One entry there, as far as we know."""

    mark: str = ""
    """The ETag it had when we last put it there; empty where it never was."""
    digest: str = ""
    """The SHA-256 of what we put there."""
    under_way: str = ""
    """The SHA-256 of what we were about to put there, until the server said that it is."""
    off_since: str = ""
    """The day it was first put there as called off, as an ISO date."""
    is_gone: bool = False
    """Whether it was taken out there by us."""
    raised: int = 0
    """How much higher its count of changes is there than ours, since somebody counted on."""
    count: int = 0
    """How often it had changed, of what is remembered by its marks alone."""


@dataclass
class Published:
    """The memory of one reader's calendar in one collection."""

    file: Path
    sent: dict[str, bytes] = field(default_factory=dict)
    """The calendar as we meant it to be, by file name, for the next to follow on from."""
    entries: dict[str, Standing] = field(default_factory=dict)
    """By identity."""
    place: str = ""
    """The collection, however its address was typed."""
    whose: str = ""
    """For whom the calendar is, in words for the organiser."""
    programme: str = ""
    """The name of the programme it is of; empty where it was put there before that was kept."""

    @property
    def is_forgotten(self) -> bool:
        """Whether nothing of what it said is remembered, but marks are."""
        return bool(self.entries) and not self.sent

    @property
    def stands(self) -> bool:
        """Whether anything of it may be there."""
        return any(not standing.is_gone for standing in self.entries.values())

    def mean(self, sent: Mapping[str, bytes]) -> None:
        """Remember what the calendar is to be, before any of it is put there."""
        self.sent = dict(sent)
        self._write()

    def note(self, uid: str, standing: Standing) -> None:
        """Remember how an entry stands."""
        self.entries[uid] = standing
        self._write()

    def begin(self, uid: str, digest: str) -> None:
        """Remember what is about to be put there, in case we are cut off before we hear of it."""
        self.note(uid, replace(self.entries.get(uid, Standing()), under_way=digest))

    def forget(self) -> None:
        """Remember nothing of it any more."""
        self.sent, self.entries = {}, {}
        self.file.unlink(missing_ok=True)

    def forget_words(self) -> None:
        """Keep only marks and counts, by which what still stands there is taken out or gone on."""
        if not self.stands:
            self.forget()
            return
        for entry in self.told():
            if standing := self.entries.get(entry.uid):
                self.entries[entry.uid] = replace(standing, count=entry.sequence)
        self.sent, self.whose = {}, REMOVED
        self._write()

    def told(self) -> tuple[CalendarEntry, ...]:
        """Return what the calendar said last, as far as it is remembered and can be read."""
        calendars = (sent for name, sent in self.sent.items() if name.endswith(".ics"))
        try:
            return tuple(entry for each in calendars for entry in entries_sent(each))
        except CalendarError:
            return ()

    def is_of(self, programme: str, uids: Collection[str]) -> bool:
        """Say whether it is of a programme: by its name or, where none was kept, by identities."""
        if self.programme:
            return self.programme == programme
        own = {*self.entries, *(entry.uid for entry in self.told())}
        return not own.isdisjoint(uids)

    def _write(self) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        told = {
            "place": self.place,
            "whose": self.whose,
            "programme": self.programme,
            "sent": {name: content.decode() for name, content in self.sent.items()},
            "entries": {uid: asdict(standing) for uid, standing in self.entries.items()},
        }
        part = self.file.with_suffix(".part")
        opened = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(opened, "w", encoding="utf-8") as out:
            json.dump(told, out)
        part.replace(self.file)


def published_at(home: Path, address: str, calendar: str) -> Published:
    """Return the memory of a calendar, by the name of its file, in a collection."""
    place = place_of(address)
    file = home / FOLDER / f"{_key(place, calendar)}.json"
    return replace(_read(file), place=place) if file.exists() else Published(file, place=place)


def _key(place: str, calendar: str) -> str:
    """Return what stands for a calendar in a collection, so that its name need not be kept."""
    return sha256(f"{place} {calendar}".encode()).hexdigest()


def others_at(memory: Published) -> tuple[Published, ...]:
    """Return the other calendars that we keep in the same collection."""
    files = sorted(memory.file.parent.glob("*.json"))
    others = (_read(file) for file in files if file != memory.file)
    return tuple(each for each in others if each.place == memory.place and each.stands)


def left_over(home: Path, calendars: PlanCalendars) -> tuple[Published, ...]:
    """Return the calendars of a programme that are kept somewhere for nobody who is to have one.

    Whoever they were for has left, or chose other ways to be told.
    """
    wanted, name = _wanted(calendars), calendars.programme.name
    every = (_read(file) for file in sorted((home / FOLDER).glob("*.json")))
    ours = (each for each in every if each.programme == name and each.stands)
    return tuple(e for e in ours if e.file.stem not in {_key(e.place, one) for one in wanted})


def _wanted(calendars: PlanCalendars) -> frozenset[str]:
    programme = calendars.programme
    safe = (each for each in calendars.joined() if each.contact.allows("calendar"))
    readers = (
        Reader("organiser"),
        *(Reader("project", each.code) for each in programme.projects),
        *(Reader("venue", each.code) for each in programme.venues),
        *(Reader("worker", each.code) for each in programme.workers),
        *(Reader("person", each.code) for each in safe),
    )
    return frozenset(map(calendars.name_for, readers))


def forget_words_of(home: Path, programme: str, *, uids: Collection[str] = ()) -> None:
    """Forget what the calendars of a programme said, wherever they stand.

    Parameters
    ----------
    uids
        The identities of its sessions: by them that is known which was put there before the name
        of the programme was kept beside it.
    """
    for file in sorted((home / FOLDER).glob("*.json")):
        memory = _read(file)
        if memory.is_of(programme, uids):
            # Opened again, it is known whose it is.
            memory.programme = programme
            memory.forget_words()


def file_of(uid: str) -> str:
    """Return the name of the file in which an entry is kept on a server."""
    return f"{coded('session', uid)}.ics"


def _read(file: Path) -> Published:
    kept = json.loads(file.read_text("utf-8"))
    return Published(
        file,
        {name: content.encode() for name, content in kept["sent"].items()},
        {uid: Standing(**told) for uid, told in kept["entries"].items()},
        kept.get("place", ""),
        kept.get("whose", ""),
        kept.get("programme", ""),
    )


def place_of(address: str) -> str:
    """Return a collection's address however it was typed."""
    parts = urlsplit(address)
    usual = {"https": ":443", "http": ":80"}.get(parts.scheme, "")
    host = parts.netloc.lower().removesuffix(usual)
    return f"{parts.scheme}://{host}{parts.path}".rstrip("/")
