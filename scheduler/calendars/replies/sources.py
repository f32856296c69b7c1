"""Where answers lie: a message, a calendar file, a mailbox of many messages, a folder of them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from scheduler.calendars.foreign.letters import MOST_BYTES
from scheduler.errors import Fault, ProgrammeError

MOST_MAILBOX: Final = 100_000_000
"""Largest mailbox read, in bytes."""
MOST_MESSAGES: Final = 5_000
MAILDIR: Final = ("cur", "new")
SAVED: Final = frozenset({".eml", ".ics"})
"""How the names of messages end that were saved one by one."""
_FROM: Final = re.compile(rb"(?:\A|\n\r?\n)From [^\n]*\n")


def messages_at(place: Path) -> tuple[bytes, ...]:
    """Return the messages in a file, a Maildir folder or a folder of saved ones.

    Raises
    ------
    ProgrammeError
        If it is neither, or holds too much.
    """
    if place.is_dir():
        return _in_folder(place)
    if not place.is_file():
        raise _refused(place.name, "is not there; check the name and the folder")
    with place.open("rb") as file:
        return messages_in(file.read(MOST_MAILBOX + 1), name=place.name)


def messages_in(content: bytes, *, name: str) -> tuple[bytes, ...]:
    """Return the messages of a file: those of a mailbox, or the one it is.

    Raises
    ------
    ProgrammeError
        If it is empty or holds too much.
    """
    if len(content) > MOST_MAILBOX:
        most = MOST_MAILBOX // 1_000_000
        raise _refused(name, f"has more than {most} MB; give a folder with the answers alone")
    if not content.strip():
        raise _refused(name, "is empty; save the message or the mailbox again")
    if not content.startswith(b"From "):
        return (content,)
    found = tuple(each for each in _FROM.split(content) if each.strip())
    _refuse_many(len(found), name)
    return found


def _in_folder(folder: Path) -> tuple[bytes, ...]:
    if all((folder / each).is_dir() for each in MAILDIR):
        files = [file for each in MAILDIR for file in sorted((folder / each).iterdir())]
    else:
        files = [each for each in sorted(folder.iterdir()) if each.suffix.casefold() in SAVED]
    own = [file for file in files if file.is_file() and not file.is_symlink()]
    if not own and not (folder / MAILDIR[0]).is_dir():
        remedy = "holds no messages (.eml, .ics), and is no Maildir folder with cur and new"
        raise _refused(folder.name, remedy)
    _refuse_many(len(own), folder.name)
    return tuple(_read_all(own))


def _read_all(files: list[Path]) -> Iterator[bytes]:
    for each in files:
        with each.open("rb") as file:
            # One byte more than is read shows that it was too much.
            yield file.read(MOST_BYTES + 1)


def _refuse_many(many: int, name: str) -> None:
    if many > MOST_MESSAGES:
        raise _refused(name, f"holds more than {MOST_MESSAGES:,} messages; give the answers alone")


def _refused(name: str, remedy: str) -> ProgrammeError:
    return ProgrammeError((Fault(name, None, "", "", remedy),))
