"""Problem 46 of CSPLib, meetings between which people travel, read and stated as a programme."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import combinations, permutations
from pathlib import Path
from types import MappingProxyType
from typing import Any

from benchmarks.everybody import Everybody
from benchmarks.time_between import TimeBetween
from constraints import registry
from scheduler.constraint import Registry
from scheduler.facts import NO, YES, Answer
from scheduler.people import Person, Times, Travel
from scheduler.programme import Journey, Programme, Project, Session
from scheduler.venues import Place, Venue

FILE = "instances.json"
DAY = date(2027, 5, 11)
"""A Tuesday on which nothing in our calendars falls."""
FIRST, SLOT_MINUTES = time(10), 30
LOCAL = (Everybody, TimeBetween)
"""The rules of the problem that the planner does not have."""
NOT_ASKED = ("quorum", "group_size", "balance", "every_view", "first_meeting")
"""Rules about who is in the room: a meeting of the problem may be of one person."""


@dataclass(frozen=True)
class Problem:
    """One instance: who attends which meeting, and how many slots lie between each two."""

    number: int
    meetings: int
    slots: int
    attends: tuple[tuple[int, ...], ...]
    """The meetings of each agent."""
    travel: tuple[tuple[int, ...], ...]
    """Slots from each meeting's place to each other's."""
    fits: bool
    """Whether its authors say that all meetings can be held."""

    @classmethod
    def read(cls, told: dict[str, Any]) -> "Problem":
        """Read an instance as the file has it."""
        return cls(
            number=told["id"],
            meetings=told["meetings"],
            slots=told["time_slots"],
            attends=tuple(map(tuple, told["attends"])),
            travel=tuple(map(tuple, told["travel"])),
            fits=told["published"]["status"] == "feasible",
        )

    def is_kept_by(self, slots: Sequence[int]) -> bool:
        """Say of a slot for each meeting whether everybody can attend all of theirs."""
        return all(
            abs(slots[one] - slots[other]) > self.travel[one][other]
            for own in self.attends
            for one, other in combinations(own, 2)
        )

    def slot(self, start: datetime) -> int:
        """Return which slot a start is."""
        begins = datetime.combine(DAY, FIRST, start.tzinfo)
        return (start - begins) // timedelta(minutes=SLOT_MINUTES)


def problems(folder: Path) -> tuple[Problem, ...]:
    """Read every instance of a folder."""
    told = json.loads((folder / FILE).read_text("utf-8"))
    return tuple(Problem.read(each) for each in told)


@lru_cache(maxsize=1)
def with_local_rules() -> Registry:
    """Return the planner's rules and those of the problem."""
    return MappingProxyType({**registry(), **{rule.name(): rule for rule in LOCAL}})


def a_programme_of(problem: Problem) -> Programme:
    """Return an instance as a programme: a project for each meeting, at a venue of its own."""
    meetings, last = range(problem.meetings), timedelta(minutes=SLOT_MINUTES * problem.slots)
    ends = datetime.combine(DAY, FIRST) + last
    return Programme(
        name=f"CSPLib problem 46, instance {problem.number}",
        phone="01632 960001",
        first_day=DAY,
        last_day=DAY,
        start_every_minutes=SLOT_MINUTES,
        earliest=f"{FIRST:%H:%M}",
        latest=f"{ends:%H:%M}",
        places=(Place(code="about", landmass="Great Britain"),),
        people=tuple(_agent(number) for number in range(len(problem.attends))),
        venues=tuple(_venue(number) for number in meetings),
        projects=tuple(_project(problem, number) for number in meetings),
        journeys=tuple(
            Journey(from_place="about", venue=f"V{number}", out_minutes=0) for number in meetings
        ),
        constraints={
            **dict.fromkeys(NOT_ASKED, False),
            "one_place_at_a_time": {"people_gap_minutes": 0},
            TimeBetween.name(): {"minutes": _ways(problem)},
        },
    )


def _agent(number: int) -> Person:
    return Person(
        code=f"A{number}",
        roles=("lived experience",),
        home="about",
        times=Times(told=Answer.YES),
        travel=Travel(car=YES),
        needs_asked=Answer.YES,
    )


def _venue(number: int) -> Venue:
    return Venue(
        code=f"V{number}",
        kind="village hall",
        place="about",
        capacity=40,
        operator="Nobody's",
        licensed=NO,
        opening="Mo-Su 08:00-22:00",
        open_on_holidays=Answer.YES,
    )


def _project(problem: Problem, number: int) -> Project:
    members = (f"A{agent}" for agent, own in enumerate(problem.attends) if number in own)
    session = Session(
        length_minutes=SLOT_MINUTES, break_minutes=0, setup_minutes=0, clear_up_minutes=0
    )
    return Project(
        code=f"M{number}", members=tuple(members), sessions=(session,), venues=(f"V{number}",)
    )


def _ways(problem: Problem) -> list[tuple[str, str, int]]:
    return [
        (f"V{one}", f"V{other}", SLOT_MINUTES * problem.travel[one][other])
        for one, other in permutations(range(problem.meetings), 2)
    ]
