"""What can be chosen in the forms for what became different."""

import pytest

from scheduler.journeys import Line
from scheduler.samples import PROGRAMME
from tests.scheduler.summer import two_apart
from web.change_options import alike, answers, how, lines, members, newcomers, people, sessions

BUS = Line(
    name="252 bus",
    from_place="glen",
    to_place="town",
    out=(("09:00", "09:30"),),
    back=(("15:00", "15:30"),),
)


def test_a_line_typed_for_two_stretches_is_chosen_once() -> None:
    programme = PROGRAMME.model_copy(update={"lines": (BUS, BUS)})

    assert lines(programme) == (("252 bus", "252 bus"),)


def test_people_are_chosen_by_name_and_members_with_their_group() -> None:
    assert people(PROGRAMME) == (("ishbel", "Ishbel"), ("rory", "Rory"))
    assert members(PROGRAMME)[0] == ("group/ishbel", "Ishbel (Living well)")


def test_only_who_is_not_in_a_group_yet_can_join_it() -> None:
    programme = two_apart()

    values = {value for value, _ in newcomers(programme)}

    inside = {f"{p.code}/{code}" for p in programme.projects for code in p.members}
    assert values.isdisjoint(inside)
    assert len(values) + len(inside) == len(programme.projects) * len(programme.people)


@pytest.mark.parametrize("given", [{"required": False}, {"state": "held"}])
def test_a_session_that_is_optional_or_promised_cannot_be_left_out(
    given: dict[str, object],
) -> None:
    (wish,) = PROGRAMME.projects[0].sessions
    group = PROGRAMME.projects[0].model_copy(update={"sessions": (wish.model_copy(update=given),)})

    assert sessions(PROGRAMME.model_copy(update={"projects": (group,)})) == ()


def test_words_begin_with_a_capital_where_they_are_chosen() -> None:
    assert alike(("step-free", "lift"), PROGRAMME) == (("step-free", "Step-free"), ("lift", "Lift"))


def test_whether_something_is_so_may_be_not_known() -> None:
    assert [text for _, text in answers(PROGRAMME)] == ["Yes", "No", "Not known"]
    assert [value for value, _ in how(PROGRAMME)] == ["value", "add"]
