"""Which calendars handed out are still what a plan says, so that asking again reads no plan."""

import os
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Final

from scheduler.calendars.from_plan import Reader

MOST: Final = 1_000
"""Of how many calendars it is remembered; those asked for last."""

Mark = tuple[int, ...]
"""What a file is told from another by: which it is, how long, and when it last changed."""
Marks = tuple[tuple[str, Mark], ...]
"""The marks of the files in some folders, by name."""
Key = tuple[str, Reader]
"""The code of a plan, and for whom the calendar is."""


@dataclass(frozen=True)
class _Remembered:
    of: Marks
    """What the calendar was made from."""
    file: Path
    mark: Mark


@dataclass
class FeedMemory:
    """Where each calendar lies that was made from a plan as it stands; no calendar itself."""

    most: int = MOST
    _known: OrderedDict[Key, _Remembered] = field(default_factory=OrderedDict)
    _alone: Lock = field(default_factory=Lock)

    def handed_out(self, key: Key, made_from: Marks) -> tuple[bytes, datetime] | None:
        """Return a calendar as it was handed out, and when it last was another one.

        None where it was made from something else, or somebody has written another one since.
        """
        with self._alone:
            known = self._known.get(key)
            if known is None or known.of != made_from:
                return None
            self._known.move_to_end(key)
        try:
            with known.file.open("rb") as opened:
                found = os.fstat(opened.fileno())
                if _mark(found) != known.mark:
                    return None
                return opened.read(), datetime.fromtimestamp(found.st_mtime).astimezone()
        except FileNotFoundError:
            return None

    def remember(self, key: Key, made_from: Marks, *, file: Path, content: bytes) -> None:
        """Remember where a calendar lies that was just made, if it still is what lies there."""
        with file.open("rb") as opened:
            mark = _mark(os.fstat(opened.fileno()))
            if opened.read() != content:
                return
        with self._alone:
            self._known[key] = _Remembered(made_from, file, mark)
            self._known.move_to_end(key)
            while len(self._known) > self.most:
                self._known.popitem(last=False)


def marks_in(*folders: Path) -> Marks:
    """Return what tells whether anything in some folders has changed."""
    return tuple(sorted(each for folder in folders for each in _marks(folder)))


def _marks(folder: Path) -> Iterator[tuple[str, Mark]]:
    try:
        with os.scandir(folder) as found:
            for each in found:
                yield each.path, _mark(each.stat())
    except FileNotFoundError:
        return


def _mark(found: os.stat_result) -> Mark:
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
