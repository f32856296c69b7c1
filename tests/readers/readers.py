"""Three calendar programs that are not ours, each asked what it reads in a file of ours.

libical (C) is behind Evolution and much else, ical.js behind Thunderbird and Nextcloud, `ical`
behind Home Assistant. Each runs as if in New York, so that no right hour comes from local time.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from tests.conftest import needs

_HERE: Final = Path(__file__).parent
_ABROAD: Final = {**os.environ, "TZ": "America/New_York", "QT_QPA_PLATFORM": "offscreen"}


@dataclass(frozen=True, order=True)
class Read:
    """One session as a reader understood it."""

    uid: str
    """Its identity."""
    start: datetime
    """When it begins, in UTC."""
    end: datetime
    """When it ends, in UTC."""
    summary: str
    """Its title."""
    description: str = ""
    """Its text."""
    location: str = ""
    """Its place."""
    guests: int = 0
    """How many attendees it names."""
    sequence: int = 0
    """How many times it changed, where the reader says so."""
    status: str = ""
    """How firm it is, where the reader says so."""


@dataclass(frozen=True)
class Verdict:
    """What libical's checker of the iTIP rules (RFC 5546) says of a file."""

    within_rules: bool
    """True where no rule is broken."""
    errors: tuple[str, ...]
    """Every error libical filed while reading and checking."""


Reader = Callable[[Path], list[Read]]
"""What reads a file and says which sessions it found, in order of uid."""


def build_libical_check(folder: Path) -> Path:
    """Compile the small program that asks libical, and say where it is."""
    needs("libical")
    program = folder / "libical_check"
    source = str(_HERE / "libical_check.c")
    _say([str(needs("compiler")), "-Wall", "-Werror", "-o", str(program), source, "-lical"])
    return program


def libical_reader(program: Path) -> Reader:
    """Return a reader that asks libical."""
    return lambda file: _sessions(_say([str(program), str(file)])[:-1])


def libical_verdict(program: Path, file: Path) -> Verdict:
    """Return what libical's rule checker says of a file."""
    said = json.loads(_say([str(program), str(file)])[-1])
    return Verdict(said["within_rules"], tuple(said["errors"]))


def build_kcalendarcore_check(folder: Path) -> Path:
    """Compile the small program that asks KCalendarCore, and say where it is."""
    program = folder / "kcalendarcore_check"
    source = str(_HERE / "kcalendarcore_check.cpp")
    (flags,) = _say(["pkg-config", "--cflags", "--libs", "KF5CalendarCore"])
    strict = ["-fPIC", "-std=c++17", "-Wall", "-Werror"]
    _say(["g++", *strict, "-o", str(program), source, *flags.split()])
    return program


def kcalendarcore_reader(program: Path) -> Reader:
    """Return a reader that asks KCalendarCore."""
    return lambda file: _sessions(_say([str(program), str(file)])[:-1])


def kcalendarcore_method(program: Path, file: Path) -> str:
    """Return what KCalendarCore takes a file for, as a message."""
    told = str(json.loads(_say([str(program), str(file)])[-1])["method"])
    return told.upper().replace(" ", "")


def kcalendarcore_answer(program: Path, file: Path, says: str) -> bytes:
    """Return how KCalendarCore answers the invitation in a file."""
    return str(json.loads(_say([str(program), str(file), says])[-1])["reply"]).encode()


def as_read(rows: Iterable[dict[str, Any]]) -> list[Read]:
    """Return rows of a reader as the sessions they are, in order of uid."""
    return sorted(map(_session, rows))


def read_with_ical_js(file: Path) -> list[Read]:
    """Return what ical.js reads in a file."""
    words = [needs("node"), _HERE / "read.mjs", needs("ical.js"), file]
    return _sessions(_say([str(word) for word in words]))


def read_with_ical(file: Path) -> list[Read]:
    """Return what the Python library `ical` reads in a file."""
    return _sessions(_say([sys.executable, str(_HERE / "read_ical.py"), str(file)]))


def _say(words: list[str]) -> list[str]:
    done = subprocess.run(words, env=_ABROAD, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    # Not splitlines(): a title may hold characters which that takes for the end of a line.
    return [line for line in done.stdout.decode().split("\n") if line]


def _sessions(lines: list[str]) -> list[Read]:
    return as_read(map(json.loads, lines))


def _session(row: dict[str, Any]) -> Read:
    return Read(**row | {"start": _moment(row["start"]), "end": _moment(row["end"])})


def _moment(stamp: str) -> datetime:
    # A stamp without Z is a time whose zone the reader could not find: that fails here.
    return datetime.strptime(stamp, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
