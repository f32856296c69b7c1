"""Addresses that calendars follow, kept on this machine without the words that open them."""

import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from secrets import token_urlsafe
from typing import Final

from scheduler.calendars.from_plan import Reader, ReaderKind

FOLDER: Final = "feeds"
TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{43}")
DIGEST: Final = re.compile(r"[0-9a-f]{64}")
BYTES: Final = 32
"""How much chance there is in an address: nobody guesses one in 2 to the 256th."""


@dataclass(frozen=True)
class KeptFeed:
    """One address, as far as this machine keeps it: the word in it only as its SHA-256."""

    digest: str
    plan: str
    """The code of the plan it was made for; plans that take its place are followed."""
    kind: ReaderKind
    code: str
    """Of the reader."""
    made: str
    """The day it was made, as an ISO date."""

    @property
    def reader(self) -> Reader:
        """For whom it is."""
        return Reader(self.kind, self.code)

    @property
    def day(self) -> date:
        """The day it was made."""
        return date.fromisoformat(self.made)


@dataclass(frozen=True)
class FeedStore:
    """The addresses kept in a folder of this machine."""

    home: Path

    def make(self, plan: str, reader: Reader, *, today: date) -> str:
        """Keep a new address for a reader, and return the word in it: it is kept nowhere."""
        token = token_urlsafe(BYTES)
        kept = KeptFeed(_digest(token), plan, reader.kind, reader.code, today.isoformat())
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = self._file(kept.digest)
        with os.fdopen(
            os.open(file, os.O_WRONLY | os.O_CREAT, 0o600), "w", encoding="utf-8"
        ) as out:
            json.dump(asdict(kept), out)
        return token

    def find(self, token: str) -> KeptFeed | None:
        """Return the address that a word opens; None where it opens none, or no longer."""
        if not TOKEN.fullmatch(token):
            return None
        return self._read(self._file(_digest(token)))

    def of(self, plans: Iterable[str]) -> tuple[KeptFeed, ...]:
        """Return the addresses made for some plans, the first made first."""
        wanted = set(plans)
        return tuple(sorted((f for f in self._all() if f.plan in wanted), key=lambda f: f.made))

    def revoke(self, digest: str) -> None:
        """Let an address open nothing any more."""
        if DIGEST.fullmatch(digest):
            self._file(digest).unlink(missing_ok=True)

    def forget(self, plans: Iterable[str]) -> None:
        """Take back every address made for some plans."""
        for feed in self.of(plans):
            self.revoke(feed.digest)

    def _all(self) -> Iterator[KeptFeed]:
        kept = (self._read(file) for file in sorted(self._folder.glob("*.json")))
        return (feed for feed in kept if feed)

    def _read(self, file: Path) -> KeptFeed | None:
        try:
            return KeptFeed(**json.loads(file.read_text("utf-8")))
        except FileNotFoundError:
            return None

    @property
    def _folder(self) -> Path:
        return self.home / FOLDER

    def _file(self, digest: str) -> Path:
        return self._folder / f"{digest}.json"


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
