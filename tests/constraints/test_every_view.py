"""Each view of the group has somebody there."""

from constraints.every_view import EveryView
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.people import Person
from scheduler.samples import ISHBEL, RORY, WISH

YOUNG = ISHBEL.model_copy(update={"view": "young people"})
OLDER = ISHBEL.model_copy(update={"code": "older", "view": "older people"})
COUNCIL = RORY.model_copy(update={"view": "council"})
GROUP = (YOUNG, ISHBEL, COUNCIL, OLDER)


def said_of(
    *present: Person, needs: tuple[str, ...] = (), rule: EveryView | None = None
) -> Objection | None:
    session = WISH.model_copy(update={"needs_views": needs})
    return (rule or EveryView()).check(present=present, group=GROUP, session=session)


def test_every_view_of_the_group_is_needed_where_the_session_names_none() -> None:
    says = "Nobody can be counted on to be there for young people and older people."

    assert said_of(COUNCIL, ISHBEL) == Objection(Degree.NEVER, says, "")


def test_one_of_each_view_is_enough() -> None:
    assert said_of(COUNCIL, YOUNG, OLDER) is None


def test_those_who_bring_no_view_are_not_asked_for() -> None:
    assert said_of(YOUNG, COUNCIL, OLDER) is None


def test_a_session_that_names_views_needs_no_others() -> None:
    assert said_of(COUNCIL, needs=("council",)) is None


def test_a_view_nobody_in_the_group_brings_is_missing() -> None:
    says = "Nobody can be counted on to be there for farmers."

    assert said_of(*GROUP, needs=("farmers", "council")) == Objection(Degree.NEVER, says, "")


def test_it_gives_where_a_session_names_no_view_and_only_there() -> None:
    relaxed = EveryView().relaxed(EveryView.relaxations[0])

    assert said_of(ISHBEL, rule=relaxed) is None
    assert said_of(ISHBEL, needs=("council",), rule=relaxed) is not None
