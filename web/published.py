"""What stands on a calendar server by our hand, remembered between one run and the next."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Final

FOLDER: Final = "published"


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
    """Whether it was taken out there once it was long called off."""


@dataclass
class Published:
    """The memory of one reader's calendar in one collection."""

    file: Path
    sent: dict[str, bytes] = field(default_factory=dict)
    """The calendar as we meant it to be, by file name, for the next to follow on from."""
    entries: dict[str, Standing] = field(default_factory=dict)
    """By identity."""

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

    def _write(self) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        told = {
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
    key = sha256(f"{address.rstrip('/')} {calendar}".encode()).hexdigest()
    file = home / FOLDER / f"{key}.json"
    if not file.exists():
        return Published(file)
    kept = json.loads(file.read_text("utf-8"))
    return Published(
        file,
        {name: content.encode() for name, content in kept["sent"].items()},
        {uid: Standing(**told) for uid, told in kept["entries"].items()},
    )
