"""What a plan says of its money is what planning again with the sums it names brings."""

import re
from functools import lru_cache
from random import Random

import pytest

from constraints import registry
from scheduler.plan import Plan
from scheduler.planner import make_plan
from scheduler.programme import Journey, Programme
from scheduler.samples import HALL
from scheduler.sentences import counted, listed
from tests.whole_programmes import FAR, FLORA, MEETING, UNA, base, set_to, with_project

SUM = re.compile(r"With (?:£([\d,.]+?)(?: for (everything|taxis))?)(?: and £([\d,.]+) for taxis)? ")
RULES = {"everything": "project_budget", "taxis": "taxi_budget"}
NUMBERS = range(6, 12)


@lru_cache(maxsize=64)
def drawn(number: int) -> Programme:
    """Return two sessions in two halls, two of four by taxi, with little money of two kinds."""
    draw = Random(7100 + number)
    venues = tuple(
        room.model_copy(update={"hire_pence": draw.choice((0, 500, 1000, 2500))})
        for room in (HALL, FAR)
    )
    journeys = tuple(
        Journey(
            person=person.code,
            venue=room.code,
            by="taxi",
            out_minutes=10,
            pence=draw.choice((300, 600, 900)),
        )
        for person in (UNA, FLORA)
        for room in venues
    )
    programme = base(venues=venues, journeys=journeys)
    programme = with_project(programme, sessions=(MEETING, MEETING))
    programme = set_to(programme, "taxi_budget", {"most_pence": draw.choice((0, 900, 1500, 3000))})
    most = {"most_pence": draw.choice((600, 1500, 3000, 4500, 6000))}
    if draw.random() < 0.5:
        programme = set_to(programme, "balance", {"least_lived": 3, "stand_down": False})
    return set_to(programme, "project_budget", most)


@lru_cache(maxsize=64)
def planned(number: int) -> Plan:
    return make_plan(drawn(number), registry())


def sums_of(says: str, own: str) -> dict[str, int]:
    """Return the sums a sentence names, in pence, by what they are for."""
    found = SUM.match(says)
    assert found is not None
    first, what, second = found.groups()
    sums = {what or own: _pence(first)}
    return {**sums, "taxis": _pence(second)} if second else sums


def _pence(pounds: str) -> int:
    return round(float(pounds.replace(",", "")) * 100)


def with_sums(programme: Programme, sums: dict[str, int]) -> Programme:
    for what, pence in sums.items():
        programme = set_to(programme, RULES[what], {"most_pence": pence})
    return programme


def told(now: Plan, then: Plan, keeps: str) -> list[str]:
    """Say what two plans differ in, read off the plans and nothing else."""
    held, other = ({c.number: c for c in plan.sessions} for plan in (now, then))
    lost = sorted(other.keys() - held.keys())
    come, came = (sum(len(c.coming) for c in plan.sessions) for plan in (then, now))
    both = sorted(held.keys() & other.keys())
    moved = [n for n in both if (held[n].start, held[n].venue) != (other[n].start, other[n].venue)]
    who = [n for n in both if _codes(held[n]) != _codes(other[n])] if come == came else []
    says = [f"{keeps} {_numbers(lost)} from having a date."] if lost else []
    if come != came:
        says += [
            f"With more money people would come {counted(come, 'time')} in all instead of {came}."
        ]
    says += (
        [f"{_numbers(moved).capitalize()} would be in another room or at another time."]
        if moved
        else []
    )
    return says + ([f"Who comes to {_numbers(who)} would not be the same."] if who else [])


def _codes(chosen: object) -> set[str]:
    return {one.person for one in chosen.coming}  # type: ignore[attr-defined]


def _numbers(numbers: list[int]) -> str:
    return f"session{'' if len(numbers) == 1 else 's'} {listed([str(n) for n in numbers])}"


def sessions(plan: Plan) -> list[tuple[object, ...]]:
    return [(c.number, c.start, c.venue, sorted(_codes(c))) for c in plan.sessions]


@pytest.mark.parametrize("number", NUMBERS)
def test_what_is_said_is_what_planning_with_the_sums_named_brings(number: int) -> None:
    """It was inferred from the plan without any such budget, and £49.74 more then moved nothing."""
    programme, plan = drawn(number), planned(number)

    for reach in plan.costs.reaches:
        said = list(reach.says[1:])
        if not said[-1].startswith("With £"):
            continue
        sums = sums_of(said.pop(), reach.what)
        said = [each for each in said if not each.startswith("Already")]
        together = "Together they keep" if len(sums) > 1 else "It keeps"
        brought = make_plan(with_sums(programme, sums), registry())
        assert said[1 if len(sums) > 1 else 0 :] == told(plan, brought, together)
        assert all(
            sessions(make_plan(with_sums(programme, {**sums, what: now}), registry()))
            != sessions(brought)
            for what, now in _now(plan).items()
            if what in sums
        )


def _now(plan: Plan) -> dict[str, int]:
    return {reach.what: reach.most_pence for reach in plan.costs.reaches}


@pytest.mark.parametrize("number", NUMBERS)
def test_money_of_which_nothing_is_said_changes_nothing_however_much_there_is(number: int) -> None:
    """£500 for taxis were blamed where £405 of them were left."""
    programme, plan = drawn(number), planned(number)

    for reach in plan.costs.reaches:
        if "the plan would be the same" in reach.says[-1]:
            plenty = make_plan(with_sums(programme, {reach.what: 10**7}), registry())
            assert sessions(plenty) == sessions(plan)


def test_they_bind_alone_together_and_not_at_all() -> None:
    """The tests above say little where nothing is kept, or only ever by one of the two."""
    every = [reach.says[1:] for number in NUMBERS for reach in planned(number).costs.reaches]

    assert (
        min(
            sum(says[0].startswith("More of this money alone") for says in every),
            sum(says[0].startswith("It keeps nothing") for says in every),
            sum(says[-1].startswith("With £") and " and £" not in says[-1] for says in every),
        )
        >= 1
    )
