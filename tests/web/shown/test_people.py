"""Who comes to how many."""

from tests.web.plans import PLAN, SECOND, TWO_SESSIONS
from web.shown.people import shown_groups


def test_those_with_lived_experience_stand_first_with_a_mark_for_each_session() -> None:
    (group,) = shown_groups(TWO_SESSIONS, PLAN)

    told = [(p.name, p.part, p.says, p.longest, [m.state for m in p.marks]) for p in group.people]
    assert told == [
        ("Ishbel", "Lived experience", "1 of 2", "", ["come", "cannot"]),
        ("Rory", "Professional", "2 of 2", "1 hour 5 minutes", ["come", "come"]),
    ]


def test_a_session_without_a_date_and_a_place_left_to_others_have_marks_of_their_own() -> None:
    down = SECOND.absent[0].model_copy(update={"stands_down": True})
    plan = PLAN.model_copy(update={"sessions": (SECOND.model_copy(update={"absent": (down,)}),)})

    (group,) = shown_groups(TWO_SESSIONS, plan)

    assert [mark.state for mark in group.people[0].marks] == ["none", "down"]


def test_marks_stand_side_by_side() -> None:
    (group,) = shown_groups(TWO_SESSIONS, PLAN)

    assert ([mark.x for mark in group.people[0].marks], group.people[0].width) == ([0, 22], 44)
