"""What is measured where too little fits, and the rival it is measured against."""

import json
from pathlib import Path

import pytest

from benchmarks.__main__ import main
from benchmarks.generator import a_programme
from benchmarks.impossible import SQUEEZES, an_impossible_programme, kind_of
from constraints import registry
from scheduler.choosing import desk_for
from scheduler.demands import Demands
from scheduler.explain import clash_of
from scheduler.files import write_programme
from scheduler.in_force import in_force
from scheduler.samples import on
from tests.scheduler.summer import SESSION, set_to, with_sessions
from tests.scheduler.test_explain import small


def test_the_same_number_is_the_same_squeezed_programme() -> None:
    seeds = range(len(SQUEEZES))

    assert [an_impossible_programme(n) for n in seeds] == [
        an_impossible_programme(n) for n in seeds
    ]
    assert all(an_impossible_programme(n) != a_programme(n) for n in seeds)
    assert len({kind_of(n) for n in seeds}) == len(SQUEEZES)


def test_a_programme_in_which_too_little_fits_is_explained_and_so_is_the_rival(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "programme.json"
    apart = set_to("spacing", {"least_days": 21}, with_sessions(*[SESSION] * 2, programme=small()))
    write_programme(apart, file)

    ending = main(["explain", str(file), "--json", "--seconds", "5"])

    _, found, summed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert ending == 0
    assert (found["conflict_size"], found["verified_minimal"]) == (1, True)
    assert found["verified_by_search"] is True
    assert (found["core_rules"], found["core_minimal"]) == (1, True)
    assert found["offers"] == {"times": 2, "sessions": 2}
    assert (summed["sum"]["measured"], summed["sum"]["verified_minimal"]) == (1, 1)


def test_a_programme_in_which_all_fits_is_skipped_and_counted(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "programme.json"
    write_programme(small(first_day=on("Monday 7 June 2027")), file)

    main(["explain", str(file), "--json", "--seconds", "0"])

    _, found, summed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert found["skipped"] == "all fits"
    assert (summed["sum"]["measured"], summed["sum"]["skipped_all_fits"]) == (0, 1)


SAMPLE = (1, 4, 5, 6, 13)
"""Numbers of squeezed programmes, of different kinds, whose conflicts have up to nine parts."""


@pytest.mark.parametrize("seed", SAMPLE)
def test_every_part_of_a_squeezed_programme_s_conflict_is_needed(seed: int) -> None:
    """The search that makes plans, which did not find the conflict, solves it part by part."""
    programme = an_impossible_programme(seed)
    (project,) = programme.projects
    own = desk_for(programme, project, in_force(registry(), programme, project))
    demands = Demands(own)

    clash = clash_of(demands)

    assert demands.missing_by_search(clash) > 0
    for demand in clash:
        others = [each for each in clash if each != demand]
        assert demands.missing_by_search(others) == 0
