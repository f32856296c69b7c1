"""Every change is made to one project and leaves the rest of the programme as it was."""

from collections.abc import Sequence

import pytest

from constraints import registry
from scheduler.changes import Change, change_called, other_approaches, other_changes, rule_changes
from scheduler.in_force import in_force
from scheduler.places_to_fill import PlaceToFill
from scheduler.programme import Programme, Project
from scheduler.samples import on
from tests.scheduler.summer import (
    GROWING,
    SESSION,
    THE_GLENS,
    fortnight,
    two_apart,
    with_project,
    with_session,
    with_sessions,
)
from tests.scheduler.test_halves import group_of

THREE = with_sessions(*[SESSION] * 3, programme=fortnight())


def changes(programme: Programme, *, lacking: Sequence[int] = (3,)) -> dict[str, Change]:
    """Return every change of a programme's first project by its label."""
    (project, *_) = programme.projects
    every = (
        *rule_changes(in_force(registry(), programme, project), project),
        *other_changes(programme, project, lacking),
        *other_approaches(programme, project, lacking),
    )
    return {change.label: change for change in every}


def made(label: str, programme: Programme, *, lacking: Sequence[int] = (3,)) -> Programme:
    """Return a programme with the change of a label made."""
    return changes(programme, lacking=lacking)[label].made(programme)


def first(programme: Programme) -> Project:
    """Return a programme's first project."""
    return programme.projects[0]


def test_kinds_come_in_the_order_of_the_guide() -> None:
    kinds = [change.kind for change in changes(group_of(12)).values() if not change.rule]

    assert list(dict.fromkeys(kinds)) == ["group", "times", "sessions", "approach"]


def test_a_rule_about_who_is_there_changes_the_group_and_any_other_the_times() -> None:
    kinds = {c.rule.name(): c.kind for c in changes(THREE).values() if c.rule}

    assert {name for name, kind in kinds.items() if kind == "group"} == {
        "balance",
        "decision_maker",
        "every_view",
        "quorum",
    }


def test_a_rule_gives_for_one_project_alone_and_keeps_its_other_settings() -> None:
    given = with_project(THREE, constraints={"spacing": {"most_days": 30}, "quorum": False})

    changed = made("Sessions may follow each other within 3 days", given)

    assert first(changed).constraints == {
        "spacing": {"most_days": 30, "least_days": 3},
        "quorum": False,
    }


def test_a_rule_switched_on_without_settings_takes_those_of_the_change() -> None:
    given = with_project(THREE, constraints={"spacing": True})

    changed = made("Sessions may follow each other within 3 days", given)

    assert first(changed).constraints == {"spacing": {"least_days": 3}}


def test_a_season_goes_on_for_four_weeks_or_twelve() -> None:
    found = changes(THREE)

    label = "Go on for 4 more weeks, to Sunday 18 July 2027"
    assert found[label].made(THREE).last_day == on("Sunday 18 July 2027")
    assert "Go on for 12 more weeks, to Sunday 12 September 2027" in found


def test_a_season_is_not_made_longer_than_a_programme_may_be() -> None:
    long = fortnight(last_day=on("Tuesday 7 August 2029"))

    assert [label for label in changes(long) if label.startswith("Go on")] == []


FIXED = (
    ("be on another day", {"day": on("Monday 7 June 2027")}),
    ("be earlier or later", {"last_day": on("Monday 7 June 2027")}),
    ("begin at another hour", {"start": "11:00"}),
    ("be in another place", {"venue": "hall"}),
)


@pytest.mark.parametrize(("words", "fixed"), FIXED)
def test_what_a_session_is_held_to_is_let_go(words: str, fixed: dict[str, object]) -> None:
    given = with_session(2, THREE, **fixed)

    changed = made(f"Let session 2 {words}", given)

    assert changed == THREE


def test_a_promised_session_is_let_be() -> None:
    day = on("Monday 7 June 2027")
    given = with_session(2, THREE, state="booked", day=day, start="11:00", venue="hall")

    labels = [label for label in changes(given) if label.startswith("Let session 2")]
    shorter = made("Make sessions 30 minutes shorter", given)

    assert labels == []
    assert [each.length_minutes for each in first(shorter).sessions] == [90, 120, 90]


def test_sessions_are_made_shorter_down_to_an_hour() -> None:
    labels = [label for label in changes(THREE) if "shorter" in label]
    short = with_session(2, THREE, length_minutes=80)

    changed = made("Make sessions 30 minutes shorter", short)

    assert labels == [f"Make sessions {minutes} minutes shorter" for minutes in (30, 60)]
    assert [each.length_minutes for each in first(changed).sessions] == [90, 80, 90]
    hour = with_sessions(SESSION.model_copy(update={"length_minutes": 60}), programme=fortnight())
    assert [label for label in changes(hour) if "shorter" in label] == []


def test_fewer_sessions_are_held_or_some_become_optional() -> None:
    fewer = changes(THREE, lacking=(1, 3))["Hold 1 session instead of 3"]
    optional = "Make sessions 1 and 3 optional: held if a date turns up"

    changed = made(optional, THREE, lacking=(1, 3))

    assert len(first(fewer.made(THREE)).sessions) == 1
    assert (fewer.gives, fewer.keeps_most) == (("Nobody comes to sessions 1 and 3.",), False)
    assert [session.required for session in first(changed).sessions] == [False, True, False]


def test_where_no_session_has_a_date_fewer_are_not_offered() -> None:
    found = changes(THREE, lacking=(1, 2, 3))

    assert [label for label in found if label.startswith("Hold") and "instead" in label] == []


def test_a_group_of_twelve_can_be_split_and_one_of_eleven_cannot() -> None:
    twelve, eleven = ({c.kind for c in _of_the_group(group_of(many))} for many in (12, 11))

    assert (twelve, eleven) == ({"group"}, set())


def _of_the_group(programme: Programme) -> list[Change]:
    return [c for c in changes(programme).values() if c.kind == "group" and not c.rule]


def test_a_group_split_in_two_is_two_projects_with_the_same_sessions() -> None:
    programme = group_of(12)
    (split,) = _of_the_group(programme)

    changed = split.made(programme)

    assert [project.code for project in changed.projects] == ["group-1", "group-2"]
    assert [len(changed.group(project)) for project in changed.projects] == [6, 6]
    assert {project.sessions for project in changed.projects} == {first(programme).sessions}


def test_places_to_fill_are_split_by_their_number() -> None:
    places = PlaceToFill(code="new", count=5)
    programme = with_project(group_of(8), places_to_fill=(places,))
    (split,) = _of_the_group(programme)

    changed = split.made(programme)

    counts = [[each.count for each in project.places_to_fill] for project in changed.projects]
    codes = [person.code for project in changed.projects for person in changed.group(project)]
    assert sum(sum(each) for each in counts) == 5
    assert len(set(codes)) == len(codes) == 13


def test_a_small_group_joins_another_and_the_other_stays_as_it_is() -> None:
    programme = with_project(two_apart(), members=THE_GLENS)
    (joined,) = _of_the_group(programme)

    changed = joined.made(programme)

    assert joined.label == "Join with Growing together"
    assert first(changed).members == ("ishbel", "una", "rory", "flora", "mairi", "neil")
    assert changed.projects[1] == programme.projects[1]


def test_other_approaches_are_two_sites_another_form_and_visits() -> None:
    approaches = [c for c in changes(THREE).values() if c.kind == "approach"]

    assert [(c.label.split(", with")[0], c.same_days) for c in approaches] == [
        ("Meet at two sites on the same days", True),
        ("Hold session 3 on-line", False),
        ("Hold session 3 by phone", False),
        ("Visit everybody with lived experience one to one, once for each session", False),
    ]


def test_a_session_held_by_phone_needs_no_room() -> None:
    fixed = with_session(3, THREE, venue="hall")

    changed = made("Hold session 3 by phone", fixed)

    assert [(s.form, s.venue) for s in first(changed).sessions][1:] == [
        ("in person", None),
        ("by phone", None),
    ]


def test_visits_are_a_project_for_each_person_with_lived_experience() -> None:
    label = "Visit everybody with lived experience one to one, once for each session"

    changed = made(label, THREE)

    assert [project.members for project in changed.projects] == [
        ("ishbel",),
        ("una",),
        ("flora",),
        ("mairi",),
    ]


def test_a_group_of_professionals_is_not_visited_and_one_person_needs_no_two_sites() -> None:
    alone = with_project(THREE, members=("rory",))

    labels = [c.label for c in changes(alone).values() if c.kind == "approach"]

    assert labels == ["Hold session 3 on-line", "Hold session 3 by phone"]


def test_changes_leave_other_projects_alone() -> None:
    programme = THREE.model_copy(update={"projects": (*THREE.projects, GROWING)})

    others = [change.made(programme).projects[-1] for change in changes(programme).values()]

    assert others == [GROWING] * len(others)


def test_a_change_is_found_again_by_its_label_unless_it_has_to_be_worked_out() -> None:
    rules = in_force(registry(), THREE, first(THREE))
    labels = ("Hold session 3 on-line", "Meet on the moon", _two_sites())

    found = [
        change_called(label, THREE, project=first(THREE), rules=rules, lacking=(3,))
        for label in labels
    ]

    assert [change.label if change else None for change in found] == [labels[0], None, None]


def test_a_group_is_not_split_at_once() -> None:
    """Who must not meet could be read off the halves. Everybody is asked first, as the offer says.

    The halves are made only to try out whether it helps.
    """
    twelve = group_of(12)
    (split,) = (label for label in changes(twelve) if label.startswith("Split the group"))

    assert change_called(split, twelve, project=first(twelve), rules=(), lacking=(1,)) is None


def _two_sites() -> str:
    return next(label for label in changes(THREE) if label.startswith("Meet at two sites"))
