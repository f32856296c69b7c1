"""What projects share: who and what is needed when, and what others then find taken."""

from dataclasses import replace
from itertools import combinations
from random import Random

import numpy as np

from constraints import registry
from scheduler.choosing import Pick, desk_for
from scheduler.finished import Finished
from scheduler.grid import utc_minute
from scheduler.in_force import in_force
from scheduler.programme import Programme, Session
from scheduler.samples import at
from scheduler.shared import (
    Use,
    clashes,
    elsewhere,
    gap_of,
    rest_of,
    ties_of_all,
    uses,
    with_taken,
)
from scheduler.ties import Ties
from scheduler.words import Spell
from tests.scheduler.summer import (
    GROWING,
    SESSION,
    fortnight,
    planned,
    set_to,
    two_apart,
    with_sessions,
)

ELEVEN = utc_minute(at("Monday 7 June 2027 11:00"))
ONE = utc_minute(at("Monday 7 June 2027 13:00"))


def ties(programme: Programme) -> Ties:
    """Return what the constraints of a programme tie together."""
    rules = {
        project.code: in_force(registry(), programme, project) for project in programme.projects
    }
    return ties_of_all(rules)


def first_pick(programme: Programme) -> Pick:
    """Return the first open candidate of a programme's first session, everybody coming."""
    project = programme.projects[0]
    desk = desk_for(programme, project, in_force(registry(), programme, project))
    return Pick(1, desk.columns[0], 0, np.ones(len(desk.columns[0].grid.people), dtype=np.bool_))


def used(session: Session = SESSION, programme: Programme | None = None) -> list[Use]:
    """Return what a session on Monday 7 June 2027 at eleven needs, of its people only Una."""
    programme = programme or fortnight(session)
    every = uses([first_pick(programme)], ties(programme))
    return [use for use in every if use.kind != "person" or use.code == "una"]


def test_a_session_needs_its_people_workers_and_room_with_their_gaps() -> None:
    assert used() == [
        Use("person", "una", "group", ELEVEN - 60, ONE),
        Use("worker", "catriona", "group", ELEVEN - 60, ONE),
        Use("venue", "hall", "group", ELEVEN, ONE),
    ]


def test_setting_up_and_clearing_up_need_the_room_and_the_workers_longer() -> None:
    session = SESSION.model_copy(update={"setup_minutes": 90, "clear_up_minutes": 20})

    assert used(session) == [
        Use("person", "una", "group", ELEVEN - 60, ONE),
        Use("worker", "catriona", "group", ELEVEN - 90, ONE + 20),
        Use("venue", "hall", "group", ELEVEN - 90, ONE + 20),
    ]


def test_a_session_at_a_distance_needs_no_room() -> None:
    session = SESSION.model_copy(update={"form": "on-line"})

    assert [use.kind for use in used(session)] == ["person", "worker"]


def test_where_no_rule_asks_nothing_is_needed_for_one_alone() -> None:
    programme = set_to("one_place_at_a_time", False, fortnight())

    assert used(programme=programme) == []
    assert gap_of(ties(programme), "person") is None


def test_the_longest_gap_any_project_asks_for_holds() -> None:
    programme = two_apart()
    careful = programme.projects[1].model_copy(
        update={"constraints": {"one_place_at_a_time": {"people_gap_minutes": 200}}}
    )
    both = programme.model_copy(update={"projects": (programme.projects[0], careful)})

    assert gap_of(ties(both), "person") == 200


def test_two_projects_clash_where_they_need_one_thing_at_once() -> None:
    hall = Use("venue", "hall", "group", 100, 200)

    assert [
        clashes([hall, other])
        for other in (
            hall._replace(project="growing", begins=199, ends=300),
            hall._replace(project="growing", begins=200, ends=300),
            hall._replace(project="growing", code="far"),
            hall._replace(project="growing", kind="worker"),
            hall._replace(begins=150),
        )
    ] == [True, False, False, False, False]


def test_others_find_taken_what_a_session_needs() -> None:
    programme = fortnight()
    spell = Spell(start=at("Monday 7 June 2027 10:00"), end=at("Monday 7 June 2027 14:00"))
    room = Spell(start=at("Monday 7 June 2027 11:00"), end=at("Monday 7 June 2027 13:00"))

    found = with_taken(programme, GROWING, picks=[first_pick(programme)], ties=ties(programme))

    assert {venue.code: venue.bookings for venue in found.venues if venue.bookings} == {
        "hall": (room,)
    }
    assert {worker.code: worker.busy for worker in found.workers if worker.busy} == {
        "catriona": (spell,)
    }
    assert {person.times.busy for person in found.people} == {(spell,)}


def test_only_those_in_its_group_are_looked_for_elsewhere() -> None:
    """Everybody at any session was: a copy of each of them was kept for every project."""
    programme = fortnight()
    others = GROWING.model_copy(update={"members": ()})

    found = with_taken(programme, others, picks=[first_pick(programme)], ties=ties(programme))

    assert found.people == programme.people


def test_a_project_does_not_stand_in_its_own_way() -> None:
    programme = fortnight()
    (project,) = programme.projects

    found = with_taken(programme, project, picks=[first_pick(programme)], ties=ties(programme))

    assert found is programme


def test_who_is_at_another_projects_session_is_elsewhere() -> None:
    programme = two_apart()
    one, other = Finished.of(programme, planned(programme)).meetings

    both = replace(one, group=(*one.group, *other.coming))

    assert elsewhere(both, (both, other), ties(programme)) == {"flora", "mairi", "neil"}
    assert elsewhere(one, (one, other), ties(programme)) == frozenset()
    assert elsewhere(both, (both,), ties(programme)) == frozenset()


def test_nobody_is_elsewhere_where_no_rule_says_so() -> None:
    programme = set_to("one_place_at_a_time", False, two_apart())
    one, other = Finished.of(programme, planned(programme)).meetings

    assert elsewhere(one, (one, other), ties(programme)) == frozenset()


def test_it_does_not_matter_which_of_two_sessions_a_worker_goes_to_is_planned_first() -> None:
    """It did: what was planned first could not stand beside what was planned round it."""
    setting_up = SESSION.model_copy(update={"setup_minutes": 30, "clear_up_minutes": 30})
    programme = with_sessions(setting_up, programme=fortnight())
    (project,) = programme.projects

    assert rest_of(project, ties(programme)) == 30
    assert rest_of(fortnight().projects[0], ties(programme)) == 60


def test_a_clash_is_found_whichever_others_lie_between() -> None:
    long = Use("venue", "hall", "one", 0, 500)
    between = [Use("venue", "hall", "one", begins, begins + 10) for begins in (100, 200, 300)]
    late = Use("venue", "hall", "two", 400, 450)

    assert clashes([late, *between, long])
    assert not clashes([late, *between])


def test_clashes_of_random_uses_are_those_of_every_pair() -> None:
    draw = Random(8)

    for _ in range(300):
        found = [_random_use(draw) for _ in range(draw.randint(0, 6))]
        assert clashes(found) == any(
            one.code == other.code
            and one.project != other.project
            and max(one.begins, other.begins) < min(one.ends, other.ends)
            for one, other in combinations(found, 2)
        )


def _random_use(draw: Random) -> Use:
    begins = draw.randint(0, 40)
    length = draw.randint(1, 10)
    return Use("worker", draw.choice("ab"), draw.choice("xyz"), begins, begins + length)
