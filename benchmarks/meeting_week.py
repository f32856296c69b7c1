"""Timefold's published meeting scheduling instances: meetings, grains of a quarter hour, rooms."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Week:
    """One instance."""

    name: str
    grains: Ints
    """How long each meeting is, shape (M,)."""
    required: Bools
    """Who has to attend, shape (M, people)."""
    preferred: Bools
    """Who would like to, shape (M, people)."""
    day: Ints
    """The day of each grain, shape (grains,)."""
    capacity: Ints
    """How many people each room holds, shape (R,)."""

    @classmethod
    def read(cls, file: Path) -> "Week":
        """Read an instance as it was published."""
        told = json.loads(file.read_text("utf-8"))
        meetings, people = told["meetingList"], len(told["personList"])
        days = {day["@id"]: number for number, day in enumerate(told["dayList"])}
        grains = [days[_reference(grain["day"])] for grain in told["timeGrainList"]]
        return cls(
            name=file.stem,
            grains=np.array([meeting["durationInGrains"] for meeting in meetings]),
            required=_attending(meetings, "requiredAttendanceList", people),
            preferred=_attending(meetings, "preferredAttendanceList", people),
            day=np.array(grains),
            capacity=np.array([room["capacity"] for room in told["roomList"]]),
        )

    def __len__(self) -> int:
        """Return how many meetings there are."""
        return len(self.grains)

    @cached_property
    def both_required(self) -> Ints:
        """How many people have to attend both of two meetings, shape (M, M)."""
        required = self.required.astype(np.int64)
        return required @ required.T

    @cached_property
    def shared(self) -> Ints:
        """How many people attend both of two meetings, required or not, shape (M, M)."""
        attending = (self.required | self.preferred).astype(np.int64)
        return attending @ attending.T

    @cached_property
    def people(self) -> Ints:
        """How many attend each meeting, shape (M,)."""
        return np.diagonal(self.shared).copy()

    @cached_property
    def smaller(self) -> Ints:
        """What is wrong with each room: the places larger ones have more, added up, shape (R,)."""
        more = self.capacity[None, :] - self.capacity[:, None]
        found: Ints = np.where(more > 0, more, 0).sum(axis=1)
        return found

    def starts(self, meeting: int) -> Ints:
        """Return the grains at which a meeting can begin and end on the same day."""
        long = int(self.grains[meeting])
        firsts = np.arange(len(self.day) - long + 1)
        found: Ints = firsts[self.day[firsts] == self.day[firsts + long - 1]]
        return found

    def rooms(self, meeting: int) -> Ints:
        """Return the rooms that hold everybody of a meeting."""
        return np.flatnonzero(self.capacity >= self.people[meeting])


def _reference(told: str | dict[str, Any]) -> str:
    """Return what something is called, whether it is told here or was told before."""
    return told if isinstance(told, str) else str(told["@id"])


def _attending(meetings: list[dict[str, Any]], kind: str, people: int) -> Bools:
    attending = np.zeros((len(meetings), people), dtype=np.bool_)
    for number, meeting in enumerate(meetings):
        for each in meeting[kind]:
            attending[number, int(_reference(each["person"]).rpartition("#")[2])] = True
    return attending
