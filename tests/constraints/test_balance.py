"""Professionals never outnumber people with lived experience, and nobody is the only one."""

import pytest

from constraints.balance import Balance
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.people import Person
from scheduler.samples import ISHBEL, RORY, WISH, at
from scheduler.ties import Ties
from tests.constraints.finished_plans import Held, a_plan

TUESDAY = at("Tuesday 8 June 2027 11:00")
CARER = ISHBEL.model_copy(update={"code": "carer", "roles": ("family or unpaid carer",)})
BOTH = RORY.model_copy(update={"code": "both", "roles": ("professional", "lived experience")})
MANAGER = RORY.model_copy(update={"code": "manager", "roles": ("manager",)})
OTHER = ISHBEL.model_copy(update={"code": "other", "roles": ("interpreter",)})


def said_of(
    *present: Person, group: tuple[Person, ...], rule: Balance | None = None
) -> Objection | None:
    return (rule or Balance()).check(present=present, group=group)


@pytest.mark.parametrize(("lived", "needed"), [(1, 1), (2, 2), (3, 2), (10, 2)])
def test_two_with_lived_experience_are_needed_or_all_there_are(lived: int, needed: int) -> None:
    group = (ISHBEL,) * lived + (RORY,)

    enough = [n for n in range(lived + 1) if said_of(*(ISHBEL,) * n, group=group) is None]

    assert enough == list(range(needed, lived + 1))


def test_professionals_alone_are_told_what_to_do() -> None:
    """They all stood down, and only "0 of 6 can be counted on to be there" was said."""
    said = said_of(RORY, MANAGER, group=(RORY, MANAGER))

    assert (said and said.organiser) == (
        "There is nobody with lived experience in this group yet, nor family or unpaid "
        "carers, so every professional would stand down. Invite them, or enter places to fill "
        "for them; or switch this rule off, for professionals to meet by themselves."
    )


@pytest.mark.parametrize("group", [(), (OTHER,), (RORY, BOTH), (RORY, CARER)])
def test_no_other_group_is_told_that_it_can_never_meet(group: tuple[Person, ...]) -> None:
    assert Balance().foresee(group) is None


def test_professionals_alone_may_meet_where_nobody_stands_down() -> None:
    assert Balance(stand_down=False).foresee((RORY, MANAGER)) is None


def test_carers_and_professionals_with_lived_experience_count_with_it() -> None:
    assert said_of(CARER, BOTH, group=(ISHBEL, CARER, BOTH, RORY)) is None


def test_too_few_is_said_in_numbers_alone() -> None:
    says = "Only 0 of 2 members with lived experience can be there; 2 are needed."

    assert said_of(RORY, group=(ISHBEL, CARER, RORY)) == Objection(Degree.NEVER, says, "")


def test_more_professionals_close_nothing_while_they_stand_down_by_turns() -> None:
    group = (ISHBEL, RORY, MANAGER)

    assert said_of(*group, group=group) is None


@pytest.mark.parametrize(("hard", "degree"), [(False, Degree.AVOID), (True, Degree.NEVER)])
def test_more_professionals_count_where_nobody_stands_down(hard: bool, degree: Degree) -> None:
    group = (ISHBEL, RORY, MANAGER)

    objection = said_of(*group, group=group, rule=Balance(stand_down=False, hard=hard))

    says = "Professionals would outnumber members with lived experience, 2 to 1."
    assert objection == Objection(degree, says, "")


def test_as_many_professionals_as_others_are_equal() -> None:
    group = (ISHBEL, CARER, RORY, MANAGER)

    assert said_of(*group, group=group, rule=Balance(stand_down=False, hard=True)) is None


def test_those_who_are_neither_are_not_counted() -> None:
    group = (ISHBEL, RORY, OTHER, OTHER)

    assert said_of(*group, group=group, rule=Balance(stand_down=False)) is None


def test_professionals_stand_down_for_those_with_lived_experience() -> None:
    ties = Ties()

    Balance().couple(ties)

    (tie,) = ties.stand_down
    assert tie.constraint == "balance"
    assert [tie.who(p) for p in (ISHBEL, CARER, BOTH, OTHER, RORY, MANAGER)] == [False] * 4 + [
        True
    ] * 2
    assert [tie.than(p) for p in (ISHBEL, CARER, BOTH, OTHER, RORY, MANAGER)] == [True] * 3 + [
        False
    ] * 3


def test_nobody_stands_down_where_that_is_switched_off() -> None:
    ties = Ties()

    Balance(stand_down=False).couple(ties)

    assert ties == Ties()


def test_a_plan_in_which_nobody_stood_down_is_a_breach() -> None:
    finished = a_plan(Held(TUESDAY, group=(ISHBEL, RORY, MANAGER)))

    says = [breach.says for breach in Balance().review(finished)]

    assert says == ["Professionals would outnumber members with lived experience, 2 to 1."]


def test_only_those_who_can_be_counted_on_are_counted_in_a_plan() -> None:
    finished = a_plan(Held(TUESDAY, group=(ISHBEL, RORY, MANAGER), sure=(ISHBEL, RORY)))

    assert list(Balance().review(finished)) == []


def test_a_promised_session_is_kept_whoever_can_come() -> None:
    booked = WISH.model_copy(update={"state": "booked"})
    finished = a_plan(Held(TUESDAY, group=(ISHBEL, RORY, MANAGER), session=booked))

    assert list(Balance().review(finished)) == []
