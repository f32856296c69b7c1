"""People of one household come together or in turn, and nobody is told who they are."""

import pytest

from constraints import registry
from constraints.household import HouseholdAgreement
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.households import Household
from scheduler.plan import Plan
from scheduler.planner import make_plan
from scheduler.programme import Project
from scheduler.samples import ISHBEL, PROJECT
from scheduler.words import Days
from tests.whole_programmes import FLORA, GROUP, MONDAY, NEIGHBOUR, UNA, base, with_person

BY_CODE = {person.code: person for person in (ISHBEL, UNA, FLORA)}
TOGETHER = Household(members=("ishbel", "una"))
IN_TURN = Household(members=("ishbel", "una"), comes="in turn")


def a_project(*households: Household) -> Project:
    return PROJECT.model_copy(update={"households": households})


def says(there: str, *households: Household) -> str:
    coming = tuple(BY_CODE[code] for code in there.split())
    objection = HouseholdAgreement().check(coming, a_project(*households))
    return objection.organiser if objection else ""


@pytest.mark.parametrize(
    ("there", "keeps_to_it"),
    [
        ("ishbel una flora", True),
        ("ishbel una", True),
        ("flora", True),
        ("", True),
        ("ishbel", False),
        ("una flora", False),
    ],
)
def test_together_all_or_none_will_do(there: str, keeps_to_it: bool) -> None:
    broken = "People who come together or not at all are not all planned for."

    assert says(there, TOGETHER) == ("" if keeps_to_it else broken)


@pytest.mark.parametrize(("there", "keeps_to_it"), [("ishbel una", False), ("una", True)])
def test_in_turn_one_always_stays_behind(there: str, keeps_to_it: bool) -> None:
    broken = "People who come in turn are all planned for at once."

    assert says(there, IN_TURN) == ("" if keeps_to_it else broken)


def test_every_household_counts() -> None:
    other = Household(members=("flora", "morag"))

    assert says("ishbel una flora", TOGETHER, other) != ""


def test_without_households_nothing_is_asked() -> None:
    assert says("ishbel") == ""


def test_nobody_is_named_and_the_group_reads_nothing() -> None:
    objection = HouseholdAgreement().check((ISHBEL,), a_project(TOGETHER))

    assert objection == Objection(
        Degree.NEVER, "People who come together or not at all are not all planned for.", ""
    )


def who_comes(household: Household, *, ishbel_is_away: bool = False) -> Plan:
    """Return the plan of one Monday for a group with a household; any company will do."""
    programme = base(
        projects=(GROUP.model_copy(update={"households": (household,)}),),
        last_day=MONDAY,
        constraints={"group_size": False, "quorum": False, "balance": False},
    )
    away = (Days(first=MONDAY, last=MONDAY),) if ishbel_is_away else ()
    times = ISHBEL.times.model_copy(update={"away": away})
    return make_plan(with_person(ISHBEL, programme, times=times), registry())


def test_whoever_comes_only_with_somebody_who_cannot_stays_away_too() -> None:
    plan = who_comes(TOGETHER, ishbel_is_away=True)

    (chosen,) = plan.sessions
    assert [one.person for one in chosen.coming] == ["flora", "rory"]
    assert {one.person: one.stays_away for one in chosen.absent} == {
        "ishbel": "",
        "una": "Una comes only together with others, as agreed.",
    }


def test_of_two_who_come_in_turn_one_stays_behind() -> None:
    (chosen,) = who_comes(IN_TURN).sessions

    (absent,) = chosen.absent
    assert {one.person for one in chosen.coming} | {absent.person} == {
        *("ishbel", "una", "flora", "rory")
    }
    assert absent.stays_away in {
        "Ishbel stays behind this time, as agreed.",
        "Una stays behind this time, as agreed.",
    }


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
