"""Who comes to how many."""

from tests.web.plans import PLAN, SECOND, TWO_SESSIONS
from web.shown.people import in_no_group, shown_groups


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


def test_whoever_could_come_and_stays_away_has_a_mark_of_their_own() -> None:
    """The text beside it said that Ishbel could come, and the mark that she cannot."""
    away = SECOND.absent[0].model_copy(update={"stays_away": "Ishbel could come, and stays away."})
    plan = PLAN.model_copy(update={"sessions": (SECOND.model_copy(update={"absent": (away,)}),)})

    (group,) = shown_groups(TWO_SESSIONS, plan)

    assert [mark.state for mark in group.people[0].marks] == ["none", "away"]


def test_whoever_comes_to_none_has_no_journey_rather_than_one_not_known() -> None:
    none = tuple(each.model_copy(update={"able": 0}) for each in PLAN.people)

    (group,) = shown_groups(TWO_SESSIONS, PLAN.model_copy(update={"people": none}))

    assert [person.longest for person in group.people] == ["None", "None"]


def test_whoever_is_listed_and_left_out_of_every_group_is_named() -> None:
    """A name left out of `members` was passed over without a word."""
    alone = TWO_SESSIONS.projects[0].model_copy(update={"members": ("ishbel",)})

    assert in_no_group(TWO_SESSIONS) == ()
    assert in_no_group(TWO_SESSIONS.model_copy(update={"projects": (alone,)})) == (
        "Listed, but in no group, so nothing is planned for them: Rory.",
    )
