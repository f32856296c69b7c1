"""Tables of a timetable feed, row by row, with what is wrong in each."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar
from zipfile import BadZipFile, ZipFile

from scheduler.errors import Fault, ProgrammeError

T = TypeVar("T")

MOST_FAULTS = 40
"""How many faults are told of; a feed with one wrong column has as many as rows."""
MOST_BYTES = 400_000_000
"""The largest table that is unpacked."""
LIKE_THESE = "ask the publisher for the feed again, or take the newest one"


class TooManyFaultsError(Exception):
    """There is no use in reading on."""


@dataclass
class Faults:
    """What is wrong with a feed, gathered while it is read."""

    found: list[Fault] = field(default_factory=list)

    def add(self, fault: Fault) -> None:
        """Note a fault.

        Raises
        ------
        TooManyFaultsError
            If there are so many that reading on tells nobody anything.
        """
        self.found.append(fault)
        if len(self.found) >= MOST_FAULTS:
            raise TooManyFaultsError

    def refuse(self) -> None:
        """Refuse the feed where anything is wrong with it.

        Raises
        ------
        ProgrammeError
            Carries every fault that was noted.
        """
        if self.found:
            raise ProgrammeError(tuple(self.found))


@dataclass(frozen=True)
class Row:
    """One row of a table."""

    file: str
    line: int
    cells: Sequence[str]
    columns: dict[str, int]
    faults: Faults

    def text(self, name: str) -> str:
        """Return what stands in a column; nothing where the table has no such column."""
        place = self.columns.get(name, len(self.cells))
        return self.cells[place].strip() if place < len(self.cells) else ""

    def wrong(self, name: str, remedy: str) -> None:
        """Note that what stands in a column will not do."""
        self.faults.add(Fault(self.file, self.line, name, self.text(name), remedy))

    def read(self, name: str, reader: Callable[[str], T], remedy: str) -> T | None:
        """Return what stands in a column, understood; None, and noted, where it cannot be."""
        try:
            return reader(self.text(name))
        except ValueError:
            self.wrong(name, remedy)
            return None


@dataclass(frozen=True)
class Tables:
    """The tables of a feed, in a folder or packed."""

    path: Path
    faults: Faults = field(default_factory=Faults)

    def refuse_unreadable(self) -> None:
        """Note where there is no feed at all.

        Raises
        ------
        ProgrammeError
            If it is neither a folder nor a file that can be unpacked.
        """
        if self.path.is_dir() or (self.path.is_file() and self._is_packed()):
            return
        remedy = "is not there; name a folder or a .zip with a timetable feed in it"
        if self.path.exists():
            remedy = f"cannot be unpacked; {LIKE_THESE}"
        self.faults.add(Fault(self.path.name, None, "", "", remedy))
        self.faults.refuse()

    def rows(self, name: str, needs: Sequence[str], *, required: bool = True) -> Iterator[Row]:
        """Go through a table's rows.

        Parameters
        ----------
        needs
            Columns without which the table cannot be understood.
        """
        text = self._text(name)
        if text is None:
            if required and not any(fault.file == name for fault in self.faults.found):
                self.faults.add(Fault(name, None, "", "", f"is missing; {LIKE_THESE}"))
            return
        reader = csv.reader(io.StringIO(text))
        header = [cell.strip() for cell in next(reader, [])]
        columns = {column: place for place, column in enumerate(header)}
        missing = [column for column in needs if column not in columns]
        for column in missing:
            self.faults.add(Fault(name, 1, column, "", f"has no column; {LIKE_THESE}"))
        if not missing:
            for cells in reader:
                if cells:
                    yield Row(name, reader.line_num, cells, columns, self.faults)

    def _is_packed(self) -> bool:
        try:
            with ZipFile(self.path) as packed:
                return packed.testzip() is None
        except BadZipFile:
            return False

    def _text(self, name: str) -> str | None:
        """Return a table's text; None where there is none."""
        told = self._bytes(name)
        if told is None:
            return None
        try:
            return told.decode("utf-8-sig")
        except UnicodeDecodeError:
            self.faults.add(Fault(name, None, "", "", "is not in UTF-8; save it as UTF-8"))
            return None

    def _bytes(self, name: str) -> bytes | None:
        if self.path.is_dir():
            table = self.path / name
            return table.read_bytes() if table.is_file() else None
        with ZipFile(self.path) as packed:
            inside = next((e for e in packed.infolist() if e.filename.split("/")[-1] == name), None)
            if inside is not None and inside.file_size > MOST_BYTES:
                remedy = "is larger than any area a group meets in; cut the feed to your area"
                self.faults.add(Fault(name, None, "", str(inside.file_size), remedy))
                return None
            return None if inside is None else packed.read(inside)


def read_day(text: str) -> date:
    """Return a day written as 20270504.

    Raises
    ------
    ValueError
        If it is no such day.
    """
    return datetime.strptime(text, "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone


def read_clock(text: str) -> int:
    """Return a clock time as seconds; hours go past 24 where a trip runs past midnight.

    Raises
    ------
    ValueError
        If it is no clock time.
    """
    hours, minutes, seconds = map(int, text.split(":"))
    if not (0 <= hours <= MOST_HOURS and 0 <= minutes < SIXTY and 0 <= seconds < SIXTY):
        raise ValueError(text)
    return (hours * SIXTY + minutes) * SIXTY + seconds


MOST_HOURS = 99
SIXTY = 60
