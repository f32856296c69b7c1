"""What a constraint is: what its check asks for decides where it is asked."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import pytest

from scheduler.constraint import Constraint, Degree, Objection, Relaxation
from scheduler.grid import grid_for
from scheduler.people import Person
from scheduler.samples import on
from scheduler.ties import Ties
from scheduler.venues import Venue
from tests.scheduler.summer import GROUP, SESSION, fortnight


@dataclass(frozen=True)
class NoMondays(Constraint):
    """A constraint for these tests: one person is never there on Mondays."""

    code: str = "una"

    title: ClassVar[str] = "Keep Mondays free for one of us"
    relaxations: ClassVar[tuple[Relaxation, ...]] = (
        Relaxation("Let it be somebody else", {"code": "flora"}, price=1),
    )

    def check(self, day: date, person: Person) -> Objection | None:
        """Object to one person's Mondays."""
        never = day.weekday() == 0 and person.code == self.code
        return Objection(Degree.NEVER, "It is a Monday.") if never else None


@dataclass(frozen=True)
class Curious(Constraint):
    """A constraint for these tests: it asks for what nobody may ask."""

    title: ClassVar[str] = "Ask for the moon"

    def check(self, venue: Venue, moon: str) -> None:
        """Ask for the moon."""


@dataclass(frozen=True)
class Companionable(Constraint):
    """A constraint for these tests: it asks who is there."""

    title: ClassVar[str] = "Be in company"

    def check(self, present: tuple[Person, ...]) -> None:
        """Allow everything."""


def test_a_constraint_bears_the_name_of_its_file() -> None:
    assert NoMondays.name() == "test_constraint"


def test_what_a_check_asks_for_is_read_from_it() -> None:
    assert NoMondays.asks_for() == ("day", "person")
    assert (NoMondays.reads_person(), Companionable.reads_person()) == (True, False)
    assert (NoMondays.is_screened(), Companionable.is_screened()) == (True, False)


def test_a_check_that_asks_for_something_else_is_refused() -> None:
    with pytest.raises(
        TypeError, match=r"test_constraint: check asks for moon; it may ask for coming,"
    ):
        Curious.asks_for()


def test_asked_in_bulk_a_check_is_asked_day_by_day_and_person_by_person() -> None:
    grid = grid_for(fortnight(), GROUP, SESSION)

    mask = NoMondays().screen(grid)

    assert mask.degrees.shape == (14, 1, 6)
    assert [tuple(map(int, cell)) for cell in zip(*mask.degrees.nonzero(), strict=True)] == [
        (0, 0, 1),
        (7, 0, 1),
    ]
    assert grid.starts[7].date() == on("Monday 14 June 2027")


def test_a_relaxation_changes_the_settings_it_names() -> None:
    relaxed = NoMondays().relaxed(NoMondays.relaxations[0])

    assert (relaxed, relaxed.settings()) == (NoMondays("flora"), {"code": "flora"})


def test_a_constraint_ties_nothing_together_unless_it_says_so() -> None:
    ties = Ties()

    NoMondays().couple(ties)

    assert ties == Ties()
