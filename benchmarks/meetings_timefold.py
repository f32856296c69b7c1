"""The same weeks for Timefold's own Python solver, with the terms of its example.

Loaded only where Timefold and Java are installed, in a process of its own. Pairs of meetings that
share people are told to it, which spares it looking for them.
"""

from dataclasses import dataclass
from itertools import combinations
from time import process_time
from typing import Annotated, Any

from timefold.solver import SolverFactory
from timefold.solver.config import (
    Duration,
    ScoreDirectorFactoryConfig,
    SolverConfig,
    TerminationConfig,
)
from timefold.solver.domain import (
    PlanningEntityCollectionProperty,
    PlanningId,
    PlanningScore,
    PlanningVariable,
    ProblemFactCollectionProperty,
    ValueRangeProvider,
    planning_entity,
    planning_solution,
)
from timefold.solver.score import HardMediumSoftScore, Joiners, constraint_provider

from benchmarks.meeting_score import Score
from benchmarks.meeting_week import Week

PATIENCE = 6
"""How many times its seconds it may take by the clock, on a machine that does other work too."""


@dataclass
class Grain:
    """A quarter of an hour at which a meeting may begin."""

    id: Annotated[int, PlanningId]
    day: int


@dataclass
class Room:
    """A room, and how many places larger ones have more."""

    id: Annotated[int, PlanningId]
    capacity: int
    smaller: int


@planning_entity
@dataclass
class Held:
    """A meeting with its start and room."""

    id: Annotated[int, PlanningId]
    grains: int
    people: int
    grains_of_all: int
    start: Annotated[Grain | None, PlanningVariable] = None
    room: Annotated[Room | None, PlanningVariable] = None

    def first(self) -> int:
        """Return its first grain."""
        return self.start.id if self.start is not None else 0

    def end(self) -> int:
        """Return the grain after its last."""
        return self.start.id + self.grains if self.start is not None else 0


@dataclass
class Pair:
    """Two meetings that share people."""

    id: Annotated[int, PlanningId]
    one: int
    other: int
    both: int
    """How many have to attend both."""
    shared: int


@planning_solution
@dataclass
class Timetable:
    """A week, and what is planned of it."""

    grains: Annotated[list[Grain], ProblemFactCollectionProperty, ValueRangeProvider]
    rooms: Annotated[list[Room], ProblemFactCollectionProperty, ValueRangeProvider]
    pairs: Annotated[list[Pair], ProblemFactCollectionProperty]
    held: Annotated[list[Held], PlanningEntityCollectionProperty]
    score: Annotated[HardMediumSoftScore | None, PlanningScore] = None


def overlap(one: Held, other: Held) -> int:
    """Return for how many grains two meetings are held at once."""
    return max(0, min(one.end(), other.end()) - max(one.first(), other.first()))


def gap(one: Held, other: Held) -> int:
    """Return the grains from the end of the earlier of two meetings to the start of the later."""
    ends = one.end() if one.first() < other.first() else other.end()
    return max(one.first(), other.first()) - ends


def terms(factory: Any) -> list[Any]:  # noqa: ANN401 - Timefold has no types
    """Return every term of the example."""
    return [*hard(factory), *soft(factory)]


def hard(factory: Any) -> list[Any]:  # noqa: ANN401 - Timefold has no types
    """Return what is hard and what is medium."""
    score, meetings = HardMediumSoftScore, factory.for_each(Held)
    return [
        factory.for_each_unique_pair(Held, Joiners.equal(lambda a: a.room), _at_once())
        .penalize(score.ONE_HARD, overlap)
        .as_constraint("two in a room"),
        meetings.filter(lambda a: a.end() > a.grains_of_all)
        .penalize(score.ONE_HARD, lambda a: a.end() - 1)
        .as_constraint("beyond the week"),
        _pairs(factory)
        .filter(lambda p, a, b: p.both > 0 and overlap(a, b) > 0)
        .penalize(score.ONE_HARD, lambda p, a, b: p.both * overlap(a, b))
        .as_constraint("required twice"),
        meetings.filter(lambda a: a.people > a.room.capacity)
        .penalize(score.ONE_HARD, lambda a: a.people - a.room.capacity)
        .as_constraint("too small a room"),
        meetings.join(Grain, Joiners.equal(lambda a: a.end() - 1, lambda g: g.id))
        .filter(lambda a, g: a.start.day != g.day)
        .penalize(score.ONE_HARD)
        .as_constraint("over night"),
        _pairs(factory)
        .filter(lambda p, a, b: p.shared > p.both and overlap(a, b) > 0)
        .penalize(score.ONE_MEDIUM, lambda p, a, b: (p.shared - p.both) * overlap(a, b))
        .as_constraint("wanted twice"),
    ]


def soft(factory: Any) -> list[Any]:  # noqa: ANN401 - Timefold has no types
    """Return what is soft."""
    score, meetings = HardMediumSoftScore, factory.for_each(Held)
    return [
        meetings.penalize(score.ONE_SOFT, lambda a: a.end() - 1).as_constraint("late"),
        meetings.join(Held, Joiners.equal(lambda a: a.end(), lambda b: b.first()))
        .penalize(score.of_soft(100))
        .as_constraint("without a break"),
        factory.for_each_unique_pair(Held, _at_once())
        .penalize(score.of_soft(10), overlap)
        .as_constraint("at once"),
        meetings.penalize(score.ONE_SOFT, lambda a: a.room.smaller).as_constraint("smaller rooms"),
        _pairs(factory)
        .filter(
            lambda p, a, b: (  # noqa: ARG005 - Timefold hands over all three
                a.first() != b.first() and a.room.id != b.room.id and gap(a, b) <= 2  # noqa: PLR2004
            )
        )
        .penalize(score.ONE_SOFT, lambda p, a, b: p.shared)  # noqa: ARG005
        .as_constraint("moving rooms"),
    ]


def best_of(week: Week, seconds: float, seed: int) -> Score | None:
    """Return the best score by some seconds of the processor's work; None where there is none.

    What it takes to start Java and to translate the terms is not counted.
    """
    solver = SolverFactory.create(_settings(seconds, seed)).build_solver()
    began, seen = process_time(), list[Score]()

    def hear(event: Any) -> None:  # noqa: ANN401 - Timefold has no types
        if process_time() - began > seconds:
            solver.terminate_early()
        elif event.is_new_best_solution_initialized:
            found = event.new_best_score
            seen.append(Score(-found.hard_score, -found.medium_score, -found.soft_score))

    solver.add_event_listener(hear)
    solver.solve(_problem(week))
    return min(seen, default=None)


def _settings(seconds: float, seed: int) -> SolverConfig:
    return SolverConfig(
        solution_class=Timetable,
        entity_class_list=[Held],
        random_seed=seed,
        score_director_factory_config=ScoreDirectorFactoryConfig(
            constraint_provider_function=constraint_provider(terms)
        ),
        termination_config=TerminationConfig(
            spent_limit=Duration(milliseconds=int(1000 * PATIENCE * seconds))
        ),
    )


def _at_once() -> Any:  # noqa: ANN401 - Timefold has no types
    return Joiners.overlapping(lambda a: a.first(), lambda a: a.end())


def _pairs(factory: Any) -> Any:  # noqa: ANN401 - Timefold has no types
    """Go through the pairs of meetings that share people."""
    return (
        factory.for_each(Pair)
        .join(Held, Joiners.equal(lambda p: p.one, lambda a: a.id))
        .join(Held, Joiners.equal(lambda p, a: p.other, lambda b: b.id))  # noqa: ARG005
    )


def _problem(week: Week) -> Timetable:
    both, shared = week.both_required.tolist(), week.shared.tolist()
    pairs = [pair for pair in combinations(range(len(week)), 2) if week.shared[pair]]
    rooms = zip(week.capacity.tolist(), week.smaller.tolist(), strict=True)
    meetings = zip(week.grains.tolist(), week.people.tolist(), strict=True)
    return Timetable(
        grains=[Grain(number, day) for number, day in enumerate(week.day.tolist())],
        rooms=[Room(number, *room) for number, room in enumerate(rooms)],
        pairs=[Pair(n, i, j, both[i][j], shared[i][j]) for n, (i, j) in enumerate(pairs)],
        held=[Held(n, *meeting, len(week.day)) for n, meeting in enumerate(meetings)],
    )
