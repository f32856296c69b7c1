"""People of one household come together or not at all, and nobody is told who they are."""

import pytest

from constraints import registry
from constraints.household import HouseholdTogether
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.households import Household
from scheduler.planner import make_plan
from scheduler.samples import ISHBEL, PROJECT
from tests.whole_programmes import FLORA, GROUP, NEIGHBOUR, UNA, base

SAYS = "People who come together or not at all could not all be there."
BY_CODE = {person.code: person for person in (ISHBEL, UNA, FLORA)}


def said_of(
    there: str, *households: tuple[str, ...], rule: HouseholdTogether | None = None
) -> Objection | None:
    project = PROJECT.model_copy(
        update={"households": tuple(Household(members=codes) for codes in households)}
    )
    present = tuple(BY_CODE[code] for code in there.split())
    return (rule or HouseholdTogether()).check(present, project)


@pytest.mark.parametrize(
    ("there", "is_open"),
    [
        ("ishbel una flora", True),
        ("ishbel una", True),
        ("flora", True),
        ("", True),
        ("ishbel", False),
        ("una flora", False),
    ],
)
def test_all_or_none_will_do(there: str, is_open: bool) -> None:
    assert (said_of(there, ("ishbel", "una")) is None) == is_open


def test_two_of_three_will_not_do() -> None:
    assert said_of("ishbel una", ("ishbel", "una", "flora")) is not None


def test_every_household_counts() -> None:
    assert said_of("ishbel una flora", ("ishbel", "una"), ("flora", "morag")) is not None


def test_without_households_nothing_is_asked() -> None:
    assert said_of("ishbel") is None


def test_nobody_is_named_and_the_group_reads_nothing() -> None:
    assert said_of("ishbel", ("ishbel", "una")) == Objection(Degree.NEVER, SAYS, "")


def test_if_need_be_when_it_gives() -> None:
    relaxed = HouseholdTogether().relaxed(HouseholdTogether.relaxations[0])

    assert said_of("ishbel", ("ishbel", "una"), rule=relaxed) == Objection(Degree.AVOID, SAYS, "")


def test_of_those_who_stand_down_a_household_goes_or_stays_together() -> None:
    """Two of three professionals may come, and two of them come together: so it is those two."""
    mairi = NEIGHBOUR.model_copy(update={"code": "mairi"})
    neil = NEIGHBOUR.model_copy(update={"code": "neil", "home": "town"})
    people = (ISHBEL, UNA, NEIGHBOUR, mairi, neil)
    group = GROUP.model_copy(update={"members": tuple(person.code for person in people)})
    pair = group.model_copy(update={"households": (Household(members=("mairi", "neil")),)})

    apart, together = (
        make_plan(base(people=people, projects=(project,)), registry()) for project in (group, pair)
    )

    assert {one.person for one in apart.sessions[0].coming} == {"ishbel", "una", "rory", "mairi"}
    assert {one.person for one in together.sessions[0].coming} == {"ishbel", "una", "mairi", "neil"}
