"""Nobody is told "impossible" before two more methods have found so.

And a method that errs is found out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import numpy as np
import pytest

from constraints import registry
from scheduler.constraint import Constraint, Degree, Objection
from scheduler.demands import Demand
from scheduler.grid import Grid, Mask
from scheduler.people import Person
from scheduler.planner import make_plan
from scheduler.samples import on
from scheduler.second_opinion import OpinionsDifferError, opinions
from scheduler.ties import Ties
from scheduler.words import Days
from tests.scheduler.summer import ONCE, SESSION, SUMMER, fortnight, with_person, with_sessions
from tests.scheduler.test_explain import desk

MONDAY = on("Monday 7 June 2027")


@dataclass(frozen=True)
class Overzealous(Constraint):
    """A constraint for these tests: asked, it objects to Mondays; in bulk, to every day."""

    title: ClassVar[str] = "Keep Mondays free"

    def check(self, day: date) -> Objection | None:
        """Object on Mondays."""
        return Objection(Degree.NEVER, "It is a Monday.") if day.weekday() == 0 else None

    def screen(self, grid: Grid) -> Mask:
        """Object on every day, wrongly."""
        return Mask(np.full((len(grid.starts), 1, 1), Degree.NEVER, dtype=np.uint8))


@dataclass(frozen=True)
class NeverAgain(Constraint):
    """A constraint for these tests: nothing may follow another session."""

    title: ClassVar[str] = "Meet once"

    def check(self, earlier: object) -> Objection | None:
        """Object to any session with one before it."""
        del earlier
        return Objection(Degree.NEVER, "One is enough.")

    def couple(self, ties: Ties) -> None:
        """Let nothing follow."""
        ties.follows(self.name(), "day", lambda before, after: before > after)


def with_rule(rule: type[Constraint]) -> Mapping[str, type[Constraint]]:
    """Return every constraint and one more, under the name of the file it stands in: this one."""
    return {**registry(), rule.name(): rule}


def test_a_bulk_form_that_closes_too_much_is_found_out() -> None:
    says = "test_second_opinion closes 2027-06-08 11:00:00+01:00 in bulk but not when asked"

    with pytest.raises(OpinionsDifferError, match=f"^{says.replace('+', '[+]')}; please report"):
        make_plan(fortnight(), with_rule(Overzealous))


def test_a_programme_that_can_be_is_not_confirmed_as_impossible() -> None:
    possible = desk(fortnight())

    with pytest.raises(OpinionsDifferError, match=r"^group: one method finds a plan"):
        opinions(possible, ())


def test_what_cannot_be_is_confirmed_by_every_method() -> None:
    monday_only = fortnight(first_day=MONDAY, last_day=MONDAY)
    twice = desk(with_sessions(SESSION, SESSION, programme=monday_only))

    confirmed = opinions(twice, (Demand("spacing"),))

    assert confirmed == (
        "every series weighed exactly",
        "each clashing rule asked again, case by case",
        "CP-SAT",
    )


def test_a_constraint_that_ties_sessions_together_is_confirmed_by_the_solver_alone() -> None:
    plan = make_plan(with_sessions(SESSION, SESSION, programme=fortnight()), with_rule(NeverAgain))

    assert [part.constraint for part in plan.conflicts[0].parts] == ["test_second_opinion"]
    assert plan.conflicts[0].parts[0].says == "Meet once."


@dataclass(frozen=True)
class HardOnUna(Constraint):
    """A constraint for these tests: in bulk Una can never come; asked, she can."""

    title: ClassVar[str] = "Be hard on Una"

    def check(self, person: Person) -> None:
        """Object to nothing."""

    def screen(self, grid: Grid) -> Mask:
        """Object to Una, wrongly."""
        una = [person.code == "una" for person in grid.people]
        return Mask(np.array([[una]], dtype=np.uint8) * np.uint8(Degree.NEVER))


def test_a_bulk_form_that_is_wrong_about_a_person_is_found_out() -> None:
    """It used to end in StopIteration, on the way to a sentence about what nobody had said."""
    programme = with_person("una", fortnight(), view="young people")

    with pytest.raises(OpinionsDifferError, match=r"^test_second_opinion closes"):
        make_plan(programme, with_rule(HardOnUna))


def test_of_very_many_cases_some_are_asked_again_and_the_opinion_says_so() -> None:
    """Five halls are shut on seventy days with eleven starts a day: 3,850 cases."""
    shut = (Days(first=SUMMER.first_day, last=SUMMER.last_day),)
    venues = tuple(venue.model_copy(update={"closed": shut}) for venue in SUMMER.venues)
    nowhere = desk(ONCE.model_copy(update={"venues": venues}))

    confirmed = opinions(nowhere, (Demand("venue_bookings"),))

    assert confirmed[1] == (
        "each clashing rule asked again, in 2000 cases spread over all it rules out"
    )
