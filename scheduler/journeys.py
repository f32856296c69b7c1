"""Journeys and lines that somebody typed, and timetables that somebody published."""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, PrivateAttr, StringConstraints

from scheduler.words import Clock, Code, Label, Minutes, Pence, Word


class Journey(Word):
    """A journey somebody entered by hand."""

    person: Code | None = None
    """Whose journey it is; or leave empty and give `from_place`."""
    from_place: Label = ""
    """A named place: the journey of everybody who lives there."""
    venue: Code
    """Where it leads."""
    by: Literal[
        "car",
        "lift",
        "taxi",
        "bus",
        "ferry",
        "train",
        "walk",
        "community transport",
        "accompanied",
    ] = "car"
    """How; accompanied where somebody fetches them, goes along, and brings them home."""
    out_minutes: Minutes
    """Door to door on the way there."""
    back_minutes: Minutes | None = None
    """Door to door on the way back; empty means the same as out."""
    changes: Minutes = 0
    """Changes of vehicle each way."""
    pence: Pence | None = None
    """Cost there and back; empty means not known, and 0 that it is free."""
    step_free: Literal["yes", "no", "unknown"] = "unknown"
    """Whether the whole journey is step-free."""
    source: Label = ""
    """Who said so, or which timetable."""


class Line(Word):
    """One typed line of a bus or ferry.

    The days it runs, when it goes out and when it comes back.
    """

    name: Label
    """What people call it, such as "252 bus"."""
    by: Literal["bus", "ferry", "train", "community transport"] = "bus"
    """What it is."""
    days: Label = "daily"
    """Days it runs, such as "Mon-Fri" or "Tue, Thu"."""
    first_day: date | None = None
    """First day this timetable holds."""
    last_day: date | None = None
    """Last day this timetable holds."""
    from_place: Label
    """Where it leaves: a named place."""
    to_place: Label
    """Where it goes: a named place or the code of a venue."""
    out: tuple[tuple[Clock, Clock], ...] = Field(min_length=1)
    """Runs out, each as (leaves, arrives)."""
    back: tuple[tuple[Clock, Clock], ...] = Field(min_length=1)
    """Runs back, each as (leaves, arrives)."""
    walk_minutes: Minutes = 5
    """Walk at both ends together."""
    pence: Pence | None = None
    """Cost there and back; empty means not known, and 0 that it is free."""
    step_free: Literal["yes", "no", "unknown"] = "unknown"
    """Whether it is step-free."""
    source: Label = ""
    """Which timetable, and when it was read."""


FileName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_. -]{0,99}$")]
"""The bare name of a file or folder: never a way to somewhere else."""


class Timetable(Word):
    """A timetable somebody published, in a file beside the programme."""

    file: FileName
    """A folder or .zip with a GTFS feed, or a TransXChange file."""
    stops: FileName | None = None
    """A table of where stops are, for TransXChange without positions: ATCOCode, Latitude,
    Longitude, as NaPTAN has them.
    """
    _folder: Path | None = PrivateAttr(default=None)

    def beside(self, folder: Path) -> Self:
        """Return the same timetable, to be found in a folder."""
        found = self.model_copy()
        found._folder = folder  # noqa: SLF001 - it is one of these itself
        return found

    @property
    def path(self) -> Path:
        """Where it is; its bare name where nobody has said in which folder."""
        return Path(self.file) if self._folder is None else self._folder / self.file

    @property
    def stops_path(self) -> Path | None:
        """Where its table of stops is, if it has one."""
        return self.path.parent / self.stops if self.stops else None


class Water(Word):
    """A loch, firth or river that no guess crosses, as a line along it."""

    name: Label
    """What it is called."""
    points: tuple[tuple[float, float], ...] = Field(min_length=2)
    """Points along it, each as (degrees north, degrees east): a journey or a walk that would cross
    the line between them is never guessed.
    """
