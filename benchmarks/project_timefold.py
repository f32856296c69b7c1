"""One project stated for Timefold's Python solver: candidates, who comes, our order of concern.

Loaded only where Timefold and Java are installed, in a process of its own. It gets the open
candidates for nothing, as the naive model does, and is told that every session can be held.
Everybody's sums are compared worst first by weights: one more at a larger value weighs more than
everybody at all smaller ones.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter
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
    PlanningPin,
    PlanningScore,
    PlanningVariable,
    ProblemFactCollectionProperty,
    ValueRangeProvider,
    planning_entity,
    planning_solution,
)
from timefold.solver.score import (
    BendableScore,
    ConstraintCollectors,
    Joiners,
    constraint_provider,
)

from benchmarks.project_stated import LEVELS, Stated, Weighed

BROKEN, SAID = 2, LEVELS
"""How many levels a score has of what must not be broken, and of what is wished."""


@dataclass(eq=False)
class Candidate:
    """An open start in a room, and what it asks of each person by number."""

    id: Annotated[int, PlanningId]
    day: int
    weekday: int
    minute: int
    venue: int
    pence: int
    many: int
    """How many of those who may stay away should come."""
    able: list[int]
    sure: list[int]
    put_to_it: list[int]
    bad: list[int]
    steps: list[int]
    minutes: list[int]
    fares: list[int]


@dataclass(eq=False)
class Answer:
    """Whether somebody who may stay away comes: 1 or 0."""

    id: Annotated[int, PlanningId]
    comes: int


@dataclass(eq=False)
class Person:
    """One of the group, with what each of their sums weighs."""

    id: Annotated[int, PlanningId]
    number: int
    """Of the class of priority."""
    wants: int
    missed: list[int]
    put_to_it: list[int]
    bad: list[int]


@planning_entity
@dataclass(eq=False)
class Held:
    """A session, all of which are held."""

    id: Annotated[int, PlanningId]
    at: Annotated[Candidate, PlanningVariable] = None  # type: ignore[assignment] # not yet


@planning_entity
@dataclass(eq=False)
class Presence:
    """One person at one session."""

    id: Annotated[int, PlanningId]
    session: int
    person: Person
    may_stay_away: int
    fixed: Annotated[bool, PlanningPin]
    answer: Annotated[Answer, PlanningVariable] = None  # type: ignore[assignment] # not yet

    def comes_to(self, held: Held) -> int:
        """Return 1 if they are able to come there, and do."""
        return self.answer.comes * held.at.able[self.person.id]


@dataclass(eq=False)
class Rules:
    """What the project asks of its dates and company."""

    id: Annotated[int, PlanningId]
    least_days: int
    most_days: int
    needed: int
    first_day: int


@planning_solution
@dataclass(eq=False)
class Series:
    """A project, and what is planned of it."""

    candidates: Annotated[list[Candidate], ProblemFactCollectionProperty, ValueRangeProvider]
    answers: Annotated[list[Answer], ProblemFactCollectionProperty, ValueRangeProvider]
    people: Annotated[list[Person], ProblemFactCollectionProperty]
    rules: Annotated[list[Rules], ProblemFactCollectionProperty]
    held: Annotated[list[Held], PlanningEntityCollectionProperty]
    presences: Annotated[list[Presence], PlanningEntityCollectionProperty]
    score: Annotated[
        BendableScore | None,
        PlanningScore(bendable_hard_levels_size=2, bendable_soft_levels_size=13),
    ] = None


def terms(factory: Any) -> list[Any]:  # noqa: ANN401 - Timefold has no types
    """Return everything that is asked."""
    return [*must(factory), *people(factory, 0), *people(factory, 1), *series(factory)]


def must(factory: Any) -> list[Any]:  # noqa: ANN401 - Timefold has no types
    """Return what must not be broken: days between sessions, and who has to be there."""
    in_the_room = _present(factory)
    return [
        _neighbours(factory)
        .join(Rules)
        .filter(lambda a, b, r: _off(a, b, r) > 0)
        .penalize(_hard(0), _off)
        .as_constraint("days between"),
        in_the_room.filter(lambda p, _: p.may_stay_away == 1)
        .group_by(lambda _, h: h, ConstraintCollectors.sum(lambda p, h: p.comes_to(h)))
        .filter(lambda h, came: came != h.at.many)
        .penalize(_hard(1), lambda h, came: abs(came - h.at.many))
        .as_constraint("standing down"),
        in_the_room.group_by(
            lambda _, h: h,
            ConstraintCollectors.sum(lambda p, h: p.comes_to(h) * h.at.sure[p.person.id]),
        )
        .join(Rules)
        .filter(lambda _, came, r: came < r.needed)
        .penalize(_hard(1), lambda _, came, r: r.needed - came)
        .as_constraint("counted on"),
    ]


def people(factory: Any, number: int) -> list[Any]:  # noqa: ANN401 - Timefold has no types
    """Return what matters for each person of a class, in its order."""
    first = 5 * number
    own = _present(factory).filter(lambda p, _: p.person.number == number)
    total, most = ConstraintCollectors.sum, ConstraintCollectors.max
    return [
        own.group_by(lambda p, _: p.person, total(lambda p, h: p.comes_to(h)))
        .penalize(_soft(first), lambda p, came: p.missed[max(0, p.wants - came)])
        .as_constraint(f"missed {number}"),
        own.group_by(
            lambda p, _: p.person,
            total(lambda p, h: p.comes_to(h) * h.at.put_to_it[p.person.id]),
        )
        .penalize(_soft(first + 1), lambda p, borne: p.put_to_it[borne])
        .as_constraint(f"put to it {number}"),
        own.group_by(
            lambda p, _: p.person, total(lambda p, h: p.comes_to(h) * h.at.bad[p.person.id])
        )
        .penalize(_soft(first + 2), lambda p, borne: p.bad[borne])
        .as_constraint(f"long journeys {number}"),
        own.group_by(most(lambda p, h: p.comes_to(h) * h.at.minutes[p.person.id]))
        .penalize(_soft(first + 3), lambda worst: worst)
        .as_constraint(f"longest journey {number}"),
        own.penalize(
            _soft(first + 4), lambda p, h: p.comes_to(h) * h.at.steps[p.person.id]
        ).as_constraint(f"minutes {number}"),
    ]


def series(factory: Any) -> list[Any]:  # noqa: ANN401 - Timefold has no types
    """Return what matters for the series as a whole: what changes, pence, the last day."""
    return [
        _neighbours(factory).penalize(_soft(10), _changes).as_constraint("changes"),
        factory.for_each(Held).penalize(_soft(11), lambda h: h.at.pence).as_constraint("hire"),
        _present(factory)
        .penalize(_soft(11), lambda p, h: p.comes_to(h) * h.at.fares[p.person.id])
        .as_constraint("fares"),
        factory.for_each(Held)
        .group_by(ConstraintCollectors.max(lambda h: h.at.day))
        .join(Rules)
        .penalize(_soft(12), lambda day, r: day - r.first_day)
        .as_constraint("last day"),
    ]


def trail_of(stated: Stated, seconds: float, seed: int) -> Iterator[tuple[float, Weighed]]:
    """Give each better series found by some seconds of the clock, and when it was found.

    What it takes to start Java and to translate the terms is not counted.
    """
    solver = SolverFactory.create(_settings(seconds, seed)).build_solver()
    problem, seen = _problem(stated), list[tuple[float, Weighed]]()
    began = perf_counter()

    def hear(event: Any) -> None:  # noqa: ANN401 - Timefold has no types
        if event.is_new_best_solution_initialized:
            score = event.new_best_score
            broken = -sum(score.hard_scores)
            seen.append(
                (perf_counter() - began, Weighed(broken, tuple(-n for n in score.soft_scores)))
            )

    solver.add_event_listener(hear)
    solver.solve(problem)
    yield from seen


def _settings(seconds: float, seed: int) -> SolverConfig:
    return SolverConfig(
        solution_class=Series,
        entity_class_list=[Held, Presence],
        random_seed=seed,
        score_director_factory_config=ScoreDirectorFactoryConfig(
            constraint_provider_function=constraint_provider(terms)
        ),
        termination_config=TerminationConfig(
            spent_limit=Duration(milliseconds=int(1000 * seconds))
        ),
    )


def _problem(stated: Stated) -> Series:
    answers = [Answer(0, 0), Answer(1, 1)]
    open_to_choice: Any = None
    group = [
        Person(n, p.number, p.wants, p.missed, p.put_to_it, p.bad)
        for n, p in enumerate(stated.people)
    ]
    sessions = range(stated.sessions)
    presences = [
        Presence(
            id=number * len(group) + person.id,
            session=number,
            person=person,
            may_stay_away=int(stated.people[person.id].may_stay_away),
            fixed=not stated.people[person.id].may_stay_away,
            answer=open_to_choice if stated.people[person.id].may_stay_away else answers[1],
        )
        for number in sessions
        for person in group
    ]
    asked = stated.least_days, stated.most_days, stated.needed, stated.first_day
    return Series(
        candidates=[Candidate(n, *each) for n, each in enumerate(stated.candidates())],
        answers=answers,
        people=group,
        rules=[Rules(0, *asked)],
        held=[Held(number) for number in sessions],
        presences=presences,
    )


def _present(factory: Any) -> Any:  # noqa: ANN401 - Timefold has no types
    """Go through everybody at every session."""
    return factory.for_each(Presence).join(Held, Joiners.equal(lambda p: p.session, lambda h: h.id))


def _neighbours(factory: Any) -> Any:  # noqa: ANN401 - Timefold has no types
    """Go through sessions and the one after each."""
    return factory.for_each(Held).join(Held, Joiners.equal(lambda a: a.id + 1, lambda b: b.id))


def _off(a: Held, b: Held, rules: Rules) -> int:
    """Return by how many days two sessions are too near or too far apart."""
    gap = b.at.day - a.at.day
    return max(0, rules.least_days - gap, gap - rules.most_days)


def _changes(a: Held, b: Held) -> int:
    """Return how many of weekday, hour and room change from one session to the next."""
    one, other = a.at, b.at
    changed = 0
    if one.weekday != other.weekday:
        changed += 1
    if one.minute != other.minute:
        changed += 1
    if one.venue != other.venue:
        changed += 1
    return changed


def _hard(level: int) -> BendableScore:
    return BendableScore.of_hard(BROKEN, SAID, level, 1)


def _soft(level: int) -> BendableScore:
    return BendableScore.of_soft(BROKEN, SAID, level, 1)
