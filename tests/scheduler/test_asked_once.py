"""What projects are told alike is asked once, and is what each would have been told."""

import numpy as np
import pytest

from benchmarks.region import a_region
from constraints import registry
from scheduler.asked_once import AskedOnce
from scheduler.grid import grid_for
from scheduler.in_force import in_force
from scheduler.programme import Programme
from scheduler.screen import screen
from tests.random_projects import a_project


def assert_told_as_if_asked_afresh(programme: Programme) -> None:
    asked = AskedOnce(programme)
    for project in programme.projects:
        rules = in_force(registry(), programme, project)
        for session in project.sessions:
            found = asked.screen(asked.grid(project, session, rules), rules)
            fresh = screen(grid_for(programme, project, session), rules)
            assert found.personal == fresh.personal
            for name, mask in fresh.masks.items():
                told = np.broadcast_to(found.masks[name].degrees, mask.degrees.shape)
                assert np.array_equal(told, mask.degrees), name


@pytest.mark.parametrize("seed", range(2))
def test_projects_of_a_region(seed: int) -> None:
    assert_told_as_if_asked_afresh(a_region(seed, sites=3, weeks=6))


@pytest.mark.parametrize("number", range(40, 46))
def test_sessions_of_different_kinds(number: int) -> None:
    programme = a_project(number)
    (project,) = programme.projects
    first, *others = project.sessions
    on_line = first.model_copy(update={"form": "on-line"})
    later = first.model_copy(update={"first_day": programme.last_day})
    changed = project.model_copy(update={"sessions": (first, on_line, later, *others)})
    assert_told_as_if_asked_afresh(programme.model_copy(update={"projects": (changed,)}))


def test_a_programme_without_rooms() -> None:
    assert_told_as_if_asked_afresh(a_project(1).model_copy(update={"venues": ()}))
