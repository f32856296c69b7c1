"""Whoever a session cannot do without is there."""

from constraints.decision_maker import DecisionMaker
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.people import Person
from scheduler.samples import ISHBEL, RORY, WISH

MANAGER = RORY.model_copy(update={"roles": ("manager", "decision maker")})


def said_of(
    *present: Person, needs: tuple[str, ...], rule: DecisionMaker | None = None
) -> Objection | None:
    session = WISH.model_copy(update={"needs_roles": needs})
    return (rule or DecisionMaker()).check(present=present, session=session)


def test_most_sessions_need_nobody_in_particular() -> None:
    assert said_of(needs=()) is None


def test_one_person_may_hold_two_roles_that_are_needed() -> None:
    assert said_of(ISHBEL, MANAGER, needs=("manager", "decision maker")) is None


def test_every_missing_role_is_named_once() -> None:
    says = "This session needs somebody there in this role: decision maker, chair."

    objection = said_of(ISHBEL, needs=("decision maker", "chair", "decision maker"))

    assert objection == Objection(Degree.NEVER, says, "")


def test_it_gives_by_taking_the_decision_to_them_afterwards() -> None:
    relaxed = DecisionMaker().relaxed(DecisionMaker.relaxations[0])

    objection = said_of(ISHBEL, needs=("decision maker",), rule=relaxed)

    says = "This session needs somebody there in this role: decision maker."
    assert objection == Objection(Degree.AVOID, says, "")
