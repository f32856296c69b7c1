"""Drawn programmes are the same for the same number, and real enough to be read and planned."""

from pathlib import Path

import pytest

from benchmarks.generator import a_programme
from benchmarks.naive import rival
from benchmarks.ours import timed
from constraints import registry
from scheduler.files import read_programme, write_programme
from scheduler.programme import Programme
from tests.random_projects import with_barriers


def a_tiny_programme(seed: int) -> Programme:
    return a_programme(seed, people=8, venues=10, weeks=5, sessions=2)


def test_programme_drawn_twice_is_the_same() -> None:
    assert a_programme(7) == a_programme(7)


def test_programmes_of_different_seeds_differ() -> None:
    drawn = [a_programme(seed).model_copy(update={"name": ""}) for seed in range(6)]

    assert [drawn.index(programme) for programme in drawn] == [0, 1, 2, 3, 4, 5]


def test_programme_has_the_size_asked_for() -> None:
    programme = a_programme(3, people=9, venues=5, weeks=4, sessions=3)

    (project,) = programme.projects
    days = (programme.last_day - programme.first_day).days + 1
    lived = sum(person.is_lived for person in programme.people)
    assert (len(programme.people), len(programme.venues), days) == (9, 5, 28)
    assert (len(project.members), len(project.sessions), lived) == (9, 3, 5)
    assert len(programme.journeys) == 9 * 5


def test_full_programme_has_starts_every_half_hour_for_half_a_year() -> None:
    programme = a_programme(0)

    assert (len(programme.people), len(programme.venues)) == (16, 30)
    assert (programme.last_day - programme.first_day).days + 1 == 182
    assert programme.start_every_minutes == 30


@pytest.mark.parametrize("name", ["programme.json", "folder"])
def test_programme_comes_back_from_both_forms(tmp_path: Path, name: str) -> None:
    programme = a_tiny_programme(1)

    write_programme(programme, tmp_path / name)

    assert read_programme(tmp_path / name, registry()) == programme


@pytest.mark.parametrize("put_first", [False, True])
@pytest.mark.parametrize("seed", [0, 2, 4, 10])
def test_naive_model_and_planner_agree_on_every_level(seed: int, *, put_first: bool) -> None:
    drawn = a_tiny_programme(seed)
    programme = with_barriers(drawn, seed) if put_first else drawn
    own = timed(programme, programme.projects[0])

    opponent = rival(own.desk, 60)

    assert opponent.values == own.found.values
    assert opponent.finished
    assert own.found.proven == len(own.found.values)
