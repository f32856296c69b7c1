"""The agreement run: what it draws, what it counts, and that it tells of what differs."""

import json

import pytest

from benchmarks.__main__ import main
from benchmarks.agree import TIES, Case
from constraints import registry
from scheduler.order import Value
from scheduler.planner import make_plan


class Contrary(Case):
    """A case in which one method is wrong on purpose."""

    def by_cp_sat(self) -> tuple[Value, ...] | None:
        """Return what nobody else finds."""
        return ((1_000_000,),)


def test_the_same_number_is_the_same_case() -> None:
    assert Case(7).programme == Case(7).programme
    assert Case(7).ties == Case(7).ties


def test_every_tie_is_there_in_some_and_not_in_others() -> None:
    drawn = [Case(seed).ties for seed in range(40)]

    assert {name: 0 < sum(name in ties for ties in drawn) < 40 for name in TIES} == (
        dict.fromkeys(TIES, True)
    )


def test_a_session_on_the_day_of_another_is_never_promised_another_day() -> None:
    assert not any({"shared days", "promises"} <= set(Case(seed).ties) for seed in range(200))


def test_cases_are_small() -> None:
    for seed in range(6):
        programme = Case(seed).programme
        (project,) = programme.projects
        assert len(programme.people) <= 6
        assert 2 <= len(project.sessions) <= 4
        assert all(own.places <= 60 for own in Case(seed).desk.columns)


def test_what_differs_is_told_with_its_number() -> None:
    line = Contrary(1).compared()

    assert (line["seed"], line["differ"]) == (1, ["CP-SAT"])


def test_the_run_counts_who_agreed(capsys: pytest.CaptureFixture[str]) -> None:
    ending = main(["agree", "--seeds", "1:3", "--json"])

    (counted,) = map(json.loads, capsys.readouterr().out.splitlines())
    methods = {name: many for name, many in counted.items() if name.startswith("series")}
    assert (ending, counted["programmes"], sum(methods.values())) == (0, 2, 2)


def test_a_driver_who_comes_without_a_car_takes_nobody_along() -> None:
    """Of a session held already the audit found one left out whom a driver on a call could take."""
    plan = make_plan(Case(611).programme, registry())

    (held,) = plan.sessions
    ways = {coming.person: coming.way for coming in held.coming}
    assert (ways["p2"].by, "p4" in ways) == ("on-line", False)


def test_whoever_drives_nobody_as_they_take_the_bus_leaves_nobody_behind() -> None:
    """Money let the driver come by bus alone, and the audit once told the driver to take p5."""
    assert Case(592).compared()["differ"] == []


def test_who_stands_down_matters_where_whoever_comes_costs_something() -> None:
    """Of two who could stand down the dearer one once counted, and another day was lost for it."""
    assert Case(1863).compared()["differ"] == []


def test_money_for_what_was_promised_is_what_it_takes_at_the_least() -> None:
    """The dearest taxi to a promised session once took the money of another, beside a bus."""
    assert Case(754).compared()["differ"] == []
