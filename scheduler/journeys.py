"""Journeys and timetables that somebody typed."""

from datetime import date
from typing import Literal

from pydantic import Field

from scheduler.words import Clock, Code, Label, Minutes, Pence, Word


class Journey(Word):
    """A journey somebody entered by hand."""

    person: Code | None = None
    """Whose journey it is; or leave empty and give `from_place`."""
    from_place: Label = ""
    """A named place: the journey of everybody who lives there."""
    venue: Code
    """Where it leads."""
    by: Literal["car", "lift", "taxi", "bus", "ferry", "train", "walk", "community transport"] = (
        "car"
    )
    """How."""
    out_minutes: Minutes
    """Door to door on the way there."""
    back_minutes: Minutes | None = None
    """Door to door on the way back; empty means the same as out."""
    changes: Minutes = 0
    """Changes of vehicle each way."""
    pence: Pence = 0
    """Cost there and back."""
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
    pence: Pence = 0
    """Cost there and back."""
    step_free: Literal["yes", "no", "unknown"] = "unknown"
    """Whether it is step-free."""
    source: Label = ""
    """Which timetable, and when it was read."""
