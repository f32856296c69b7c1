"""Sessions keep their distance, and from one phase to the next a distance of its own."""

from datetime import timedelta

import pytest

from constraints.spacing import Spacing
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.programme import Session
from scheduler.samples import CALLING, HALL, WISH, on
from tests.constraints.tied import accepts, earlier, said_of

FIRST = on("Tuesday 1 June 2027")
PHASES = {"": 2, "recruit": 0}
"""Where a session belongs in the order of phases; workshops where it does not say."""


def said(rule: Spacing, days: int, before: Session = WISH) -> Objection | None:
    """Return what is said of a workshop so many days after another session."""
    then = earlier("Tuesday 1 June 2027", HALL, before)
    return said_of(rule, day=FIRST + timedelta(days=days), earlier=then)


def allowed(rule: Spacing, before: Session = WISH) -> list[int]:
    return [days for days in range(1, 500) if said(rule, days, before) is None]


@pytest.mark.parametrize("before", [WISH, CALLING], ids=["workshops", "recruit"])
def test_the_tie_allows_what_the_check_allows(before: Session) -> None:
    rule = Spacing(least_days=3, most_days=20, least_days_to_next_phase=10)
    phases = PHASES[before.phase or ""], PHASES[""]

    first = FIRST.toordinal()
    by_tie = [n for n in range(1, 500) if accepts(rule, first, first + n, phases=phases)]

    assert by_tie == allowed(rule, before)


def test_within_a_phase_and_from_one_to_the_next_there_are_days_of_their_own() -> None:
    rule = Spacing(
        least_days=3, most_days=5, least_days_to_next_phase=10, most_days_to_next_phase=12
    )

    assert allowed(rule) == [3, 4, 5]
    assert allowed(rule, CALLING) == [10, 11, 12]


def test_too_long_after_the_phase_before_is_said() -> None:
    says = "400 days after the last session for recruiting; leave at most 365."

    assert said(Spacing(), 400, CALLING) == Objection(Degree.NEVER, says, says)


def test_without_phases_the_usual_days_hold() -> None:
    assert allowed(Spacing()) == list(range(7, 57))
