"""Which messages a mail server took: known by a number alone, so that nobody gets one twice.

For each message that is about to be handed over a small file is made, which only one run can
make. Its name is a hash of what the reader is told; who it is for stands nowhere.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from typing import Final, Literal
from uuid import uuid4

State = Literal["new", "accepted", "not known"]
"""How a message stands: never handed over; taken; or begun, and nobody knows how it ended."""

FOLDER: Final = "mailed"
_ACCEPTED: Final = "accepted "
_BEGUN: Final = "begun - "
_WORDS: Final = 5
"""State, moment, and a wording in three words."""


@dataclass(frozen=True)
class Wording:
    """Which wording of a session somebody is told."""

    of: str
    """A number that stands for the session and who is told of it."""
    sequence: int
    gist: str
    """A number that stands for when and where it is, and whether; - where that is not told."""

    def __str__(self) -> str:
        """Return it as it is written down."""
        return f"{self.of} {self.sequence} {self.gist}"

    def is_behind(self, told: "Wording | None") -> bool:
        """Say whether a calendar that was told another wording would not take this one in."""
        if told is None or self.sequence > told.sequence:
            return False
        same = "-" in {self.gist, told.gist} or self.gist == told.gist
        return self.sequence < told.sequence or not same


@dataclass(frozen=True)
class AcceptedLog:
    """What became of the messages of one programme."""

    folder: Path

    @classmethod
    def of(cls, home: Path, programme: str) -> "AcceptedLog":
        """Return the log of a programme, by its name: so calendars know it too."""
        return cls(home / FOLDER / sha256(programme.encode()).hexdigest()[:22])

    def state(self, key: str) -> State:
        """Return how a message stands."""
        try:
            told = (self.folder / key).read_text("utf-8")
        except FileNotFoundError:
            return "new"
        return "accepted" if told.startswith(_ACCEPTED) else "not known"

    def latest(self) -> Mapping[str, Wording]:
        """Return the latest wording that went out, or may have, by what it is of."""
        found: dict[str, Wording] = {}
        for file in self.folder.glob("[0-9a-f]*"):
            words = file.read_text("utf-8").split()
            if len(words) == _WORDS:
                told = Wording(words[2], int(words[3]), words[4])
                before = found.get(told.of)
                if before is None or _rank(told) > _rank(before):
                    found[told.of] = told
        return found

    @property
    def is_whole(self) -> bool:
        """Say whether it tells of everything that was sent: earlier versions wrote less."""
        files = list(self.folder.glob("[0-9a-f]*"))
        return bool(files) and all(len(f.read_text("utf-8").split()) == _WORDS for f in files)

    def claim(self, key: str, wording: Wording) -> bool:
        """Take a message on; say whether it is ours to send, and nobody else's."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            descriptor = os.open(self.folder / key, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return False
        with os.fdopen(descriptor, "w", encoding="utf-8") as written:
            written.write(f"{_BEGUN}{wording}\n")
            written.flush()
            os.fsync(written.fileno())
        return True

    def accept(self, key: str, wording: Wording, moment: datetime) -> None:
        """Write down that the server took a message we had claimed."""
        draft = self.folder / f".{key}.{uuid4().hex[:8]}"
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as written:
            written.write(f"{_ACCEPTED}{moment.isoformat(timespec='seconds')} {wording}\n")
            written.flush()
            os.fsync(written.fileno())
        draft.replace(self.folder / key)

    def release(self, key: str) -> None:
        """Let go of a message that did not go out for certain."""
        if self.state(key) == "not known":
            (self.folder / key).unlink(missing_ok=True)

    def release_all(self, keys: Iterable[str]) -> int:
        """Let go of messages of which nobody knew, on somebody's word; return how many."""
        found = [key for key in keys if self.state(key) == "not known"]
        for key in found:
            self.release(key)
        return len(found)

    def forget(self) -> None:
        """Forget all of it."""
        rmtree(self.folder, ignore_errors=True)


def _rank(wording: Wording) -> tuple[int, bool]:
    # One that tells when and where says more than one that does not.
    return wording.sequence, wording.gist != "-"
