"""The calendars that were handed out, so that the next ones can follow on from them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from secrets import token_urlsafe
from shutil import rmtree

from scheduler.calendars.sent import sent_in


@dataclass(frozen=True)
class Outbox:
    """A folder with what was handed out of one programme."""

    folder: Path

    def sent(self) -> Mapping[str, bytes]:
        """Return the calendars as they were last handed out, by file name."""
        return sent_in(self.folder)

    def keep(self, name: str, content: bytes) -> datetime:
        """Keep a calendar that was handed out, and return when it last was another one."""
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self.folder / name
        if not file.exists() or file.read_bytes() != content:
            # In one step: whoever asks meanwhile reads the whole of one or of the other.
            written = self.folder / f"{token_urlsafe(8)}.part"
            written.write_bytes(content)
            written.replace(file)
        return moment(file)

    def forget(self) -> None:
        """Remove all of them."""
        rmtree(self.folder, ignore_errors=True)


def moment(file: Path) -> datetime:
    """Return when a file was last written, on this machine's clock."""
    return datetime.fromtimestamp(file.stat().st_mtime).astimezone()
