"""Patterns, phases and households: the series found is the best, as trying everything shows."""

from collections import Counter
from datetime import timedelta
from random import Random
from typing import Any

import pytest

from constraints import registry
from scheduler.brute_force import best_by_trying
from scheduler.choosing import desk_for
from scheduler.concerns import Ledger
from scheduler.course import Course, course_of
from scheduler.households import Household
from scheduler.in_force import in_force
from scheduler.model import best_values
from scheduler.order import Value
from scheduler.planner import make_plan
from scheduler.programme import Programme
from scheduler.search import Effort
from scheduler.series import best_series
from scheduler.work_phases import Phase
from tests.random_projects import a_project

NUMBERS = [range(at, at + 8) for at in range(700, 748, 8)]
PATTERNS: tuple[dict[str, Any], ...] = (
    {"weekday_turns": {"pattern": "changing"}, "rhythm": {"every": "same week"}},
    {"weekday_turns": {"turns": ["Wed", "Fri", "Mon"]}},
    {"weekdays": {"days": "Wed, Thu, Mon"}, "rhythm": {"every": "week"}},
    {"venue_turns": {"pattern": "changing"}, "weekday_turns": {"turns": ["Mon", "Thu"]}},
    {"venue_turns": {"pattern": "same"}, "weekday_turns": {"pattern": "changing"}},
)


def a_patterned_project(number: int) -> Programme:
    """Return a random project with a pattern, two phases and at times a household."""
    draw = Random(number)
    programme = a_project(number, sessions=2 + number % 2, days=7 - 2 * (number % 2))
    (project,) = programme.projects
    middle = programme.first_day + timedelta(days=2)
    quorum = draw.choice(({"least": 2}, {"least": 1}, False))
    project = project.model_copy(
        update={
            "sessions": (
                project.sessions[0].model_copy(
                    update={"phase": "prepare" if number % 3 == 0 else "workshops"}
                ),
                *project.sessions[1:],
            ),
            "phases": (
                Phase(
                    name="prepare",
                    last_day=draw.choice((None, middle)),
                    constraints={"quorum": quorum},
                ),
                Phase(name="workshops", first_day=draw.choice((None, None, middle))),
            ),
            "households": draw.choice(((), (), (), (Household(members=project.members[:2]),))),
        }
    )
    people = tuple(
        person.model_copy(update={"times": person.times.model_copy(update={"away": ()})})
        for person in programme.people
    )
    settings = {**programme.constraints, **draw.choice(PATTERNS)}
    spacing = {"spacing": {"least_days": 1, "most_days": 5}}
    return programme.model_copy(
        update={"people": people, "projects": (project,), "constraints": settings | spacing}
    )


def course(programme: Programme) -> Course:
    (project,) = programme.projects
    desk = desk_for(programme, project, in_force(registry(), programme, project))
    return course_of(desk.columns, desk.ties, Ledger.of(programme, project))


def searched(programme: Programme) -> tuple[Value, ...]:
    return best_series(course(programme), Effort()).values


@pytest.mark.parametrize("numbers", NUMBERS, ids=str)
def test_search_solver_and_trying_everything_agree_on_every_level(numbers: range) -> None:
    programmes = {number: a_patterned_project(number) for number in numbers}

    by_search = {number: searched(programme) for number, programme in programmes.items()}

    assert by_search == {n: best_values(course(programme)) for n, programme in programmes.items()}
    assert by_search == {
        number: tuple(value for _, value in best_by_trying(programme, registry()))
        for number, programme in programmes.items()
    }


@pytest.mark.parametrize("numbers", NUMBERS[:2], ids=str)
def test_plans_under_them_pass_the_audit(numbers: range) -> None:
    plans = [make_plan(a_patterned_project(number), registry()) for number in numbers]

    assert len(plans) == len(numbers)


def test_patterns_matter_in_many_of_them() -> None:
    """Agreement says little where the patterns change nothing."""
    changed: Counter[bool] = Counter()
    for number in range(700, 748):
        programme = a_patterned_project(number)
        free = programme.model_copy(
            update={
                "constraints": {
                    **programme.constraints,
                    **dict.fromkeys(("weekday_turns", "weekdays", "rhythm", "venue_turns"), False),
                }
            }
        )
        changed[searched(programme) != searched(free)] += 1

    assert changed[True] >= 10
