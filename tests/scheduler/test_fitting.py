"""What fits while some demands stand is what the search finds, whichever demands they are."""

from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import ClassVar

import numpy as np
import pytest

from constraints import registry
from scheduler.choosing import Desk, desk_for
from scheduler.constraint import Constraint, Degree, Objection
from scheduler.demands import Demand, Demands
from scheduler.fitting import Fitting
from scheduler.in_force import in_force
from scheduler.people import Person
from scheduler.samples import ISHBEL, on
from scheduler.ties import Ties
from tests.random_projects import a_project
from tests.scheduler.summer import (
    SESSION,
    UNA,
    fortnight,
    set_to,
    told,
    with_project,
    with_session,
    with_sessions,
)
from tests.scheduler.test_explain import desk


def some(demands: Demands, draw: Random) -> tuple[Demand, ...]:
    """Return some demands drawn by chance, now whole constraints and now person by person."""
    parts = [part for whole in demands.whole for part in demands.by_person(whole)]
    every = draw.choice((demands.whole, tuple(parts)))
    return tuple(demand for demand in every if draw.random() < draw.choice((0.3, 0.7, 0.95)))


def of(number: int) -> Desk:
    """Return the desk of a small random project."""
    programme = a_project(number, sessions=3)
    (project,) = programme.projects
    return desk_for(programme, project, in_force(registry(), programme, project))


@pytest.mark.parametrize("number", range(25))
def test_what_fits_is_what_the_search_finds_whichever_demands_stand(number: int) -> None:
    demands, draw = Demands(of(number)), Random(number)
    kept = [demands.whole, (), *(some(demands, draw) for _ in range(6))]

    found = [demands.missing(each) for each in kept]

    assert found == [demands.missing_by_search(each) for each in kept]


@pytest.mark.parametrize("number", range(10))
def test_rows_folded_together_say_the_same_of_what_they_still_know(number: int) -> None:
    demands, draw = Demands(of(number)), Random(number)
    kept = some(demands, draw)

    assert demands.about(kept).missing(kept) == demands.missing(kept)


@pytest.mark.parametrize("number", range(10))
def test_a_demand_is_made_of_those_whom_its_rule_keeps_away_or_leaves_uncounted(
    number: int,
) -> None:
    demands = Demands(of(number))
    own, *_ = demands.desk.screened

    for name in own.personal:
        degrees = np.broadcast_to(own.masks[name].degrees, own.grid.shape)
        counted = [0, Degree.AVOID, *([Degree.UNKNOWN] if name in own.for_all else [])]
        barred = [
            Demand(name, p) for p, said in enumerate(degrees.T) if set(said.flat) - {*counted}
        ]
        assert demands.by_person(Demand(name)) == tuple(barred)


def test_a_promised_session_is_held_whatever_stands_and_promises_stand_however_near() -> None:
    monday = with_sessions(SESSION, SESSION, SESSION, programme=fortnight())
    given = {"state": "booked", "start": "11:00", "venue": "inn"}
    monday = with_session(1, monday, day=on("Monday 7 June 2027"), **given)
    promised = with_session(2, monday, day=on("Tuesday 8 June 2027"), **given)
    demands = Demands(desk(promised))

    assert (demands.missing(demands.whole), demands.missing_by_search(demands.whole)) == (0, 0)


@dataclass(frozen=True)
class AloneOnMondays(Constraint):
    """A rule for these tests: on Mondays nobody else may be there."""

    title: ClassVar[str] = "Be alone on Mondays"

    def check(self, present: tuple[Person, ...], day: date) -> Objection | None:
        """Object to company on Mondays."""
        met = day.weekday() == 0 and len(present) > 1
        return Objection(Degree.NEVER, "It is a Monday.") if met else None


@dataclass(frozen=True)
class AnotherHour(Constraint):
    """A rule for these tests: no two sessions in a row at the same hour or in the same place."""

    title: ClassVar[str] = "Change the hour"

    def check(self, earlier: object) -> None:
        """Object to nothing that stands alone."""

    def couple(self, ties: Ties) -> None:
        """Let only another hour, and another place, follow."""
        ties.follows(self.name(), "minute", lambda before, after: before != after)
        ties.follows(self.name(), "venue", lambda before, after: before != after)


def under(rule: Constraint, given: Desk) -> Demands:
    """Return the demands of a desk with one more rule."""
    return Demands(replace(given, rules=(*given.rules, rule)))


def test_a_rule_about_company_that_reads_the_day_is_left_to_the_search() -> None:
    demands = under(AloneOnMondays(), desk(fortnight()))

    assert Fitting.of(demands.desk).is_exact is False
    assert demands.missing(demands.whole) == demands.missing_by_search(demands.whole) == 0


def test_ties_that_read_the_hour_and_the_place_are_kept() -> None:
    twice = with_sessions(SESSION, SESSION, programme=fortnight(latest="18:00"))
    demands = under(AnotherHour(), desk(twice))
    alone = (Demand(AnotherHour.name()),)

    found = [demands.missing(kept) for kept in (demands.whole, alone)]

    assert found == [demands.missing_by_search(kept) for kept in (demands.whole, alone)]
    assert demands.about(alone).missing(alone) == demands.missing(alone)


def test_a_group_of_more_than_sixty_four_is_told_apart_to_the_last() -> None:
    """Bits of people go into whole numbers of sixty-four."""
    busy = told(work=("daily 09:00-17:00",))
    crowd = tuple(UNA.model_copy(update={"code": f"una{n}", "times": busy}) for n in range(68))
    programme = fortnight(people=(*crowd, ISHBEL))
    programme = with_project(programme, members=tuple(p.code for p in programme.people))
    demands = Demands(desk(set_to("quorum", {"least": 1}, programme)))
    quorum = (Demand("quorum"), *(Demand("work_hours", p) for p in range(69)))

    assert demands.missing(quorum) == demands.missing_by_search(quorum) == 0
    alone = (*quorum, Demand("work_hours"))
    assert demands.missing(alone) == demands.missing_by_search(alone) == 0


@pytest.mark.parametrize("number", range(20))
def test_a_rule_with_nothing_to_say_changes_nothing_when_it_is_left_out(number: int) -> None:
    demands = Demands(of(number))
    missing = demands.missing(demands.whole)

    silent = [d for d in demands.whole if demands.fitting.is_silent(d.constraint)]

    assert silent
    for demand in silent:
        others = [each for each in demands.whole if each != demand]
        assert demands.missing_by_search(others) == missing


def test_where_companies_cannot_be_told_by_number_no_rule_is_taken_to_be_silent() -> None:
    own = replace(desk(fortnight()), rules=(*desk(fortnight()).rules, AloneOnMondays()))

    assert [r.name() for r in own.rules if Fitting.of(own).is_silent(r.name())] == []
