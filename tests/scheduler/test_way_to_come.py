"""What is said to help somebody who comes to nothing lets them come, planned again."""

from collections.abc import Iterator

import pytest

from scheduler.choosing import Desk, Pick
from scheduler.concerns import Ledger
from scheduler.constraint import Relaxation
from scheduler.course import course_of
from scheduler.programme import Programme
from scheduler.search import Effort
from scheduler.series import best_series
from scheduler.tried import as_it_stands
from scheduler.way_to_come import way_to_come
from tests.random_projects import a_project
from tests.scheduler.summer import set_to, told, with_person
from tests.scheduler.test_explain import desk, small

FIVE = ("ishbel", "una", "rory", "flora", "mairi")
TRAVEL = "Ask employers to let people travel in work time"
"""Sessions are from 11:00 to 13:00, and Una's way takes ten minutes."""


def picks_of(own: Desk) -> tuple[Pick, ...]:
    """Return the sessions of the best plan of a desk."""
    ledger = Ledger.of(own.programme, own.project)
    found = best_series(course_of(own.columns, own.ties, ledger), Effort())
    return tuple(
        Pick(number, own.columns[number - 1], *session)
        for number, session in enumerate(found.sessions, 1)
        if session is not None
    )


def helped(code: str, programme: Programme) -> str:
    """Return what would let somebody come who comes to nothing."""
    own = desk(programme)
    codes = [person.code for person in programme.group(own.project)]
    return way_to_come(own, picks_of(own), codes.index(code))


def test_travelling_in_work_time_helps_who_is_free_but_for_the_journey() -> None:
    near = told(work=("daily 07:00-10:55",))

    assert helped("una", with_person("una", small(*FIVE), times=near)) == TRAVEL


def test_it_does_not_help_who_is_at_work_all_day() -> None:
    all_day = told(work=("daily 09:00-17:00",))

    assert helped("una", with_person("una", small(*FIVE), times=all_day)) == ""


def test_nor_whom_another_rule_keeps_away_as_well() -> None:
    """Free of work but for the journey, and busy with something else all day."""
    both = told(work=("daily 07:00-10:55",), care=("daily 09:00-17:00",))

    assert helped("una", with_person("una", small(*FIVE), times=both)) == ""


def test_nor_where_the_programme_lets_people_travel_in_work_time_already() -> None:
    all_day = told(work=("daily 07:00-11:10",))
    programme = with_person("una", small(*FIVE), times=all_day)

    assert helped("una", set_to("work_hours", {"journey_counts": False}, programme)) == ""


def test_nor_a_professional_who_would_stand_down_then() -> None:
    """Two members with lived experience: of three professionals only two could stay."""
    group = small("ishbel", "una", "rory", "neil", "flora")
    group = with_person("flora", group, roles=("professional",))
    near = told(work=("daily 07:00-10:55",))

    assert helped("flora", with_person("flora", group, times=near)) == ""


def test_who_shares_nothing_with_a_rule_has_no_way() -> None:
    assert helped("una", small(*FIVE)) == ""


@pytest.mark.parametrize("number", [0, 7, 8, 11, 33, 62, 99, 107])
def test_in_projects_of_chance_whoever_is_told_of_a_way_comes_by_it(number: int) -> None:
    """Each has somebody who comes to nothing and whom a rule that gives lets come."""
    own = desk(a_project(number, sessions=3))
    now, told_of = as_it_stands(own), list(_told_of(own))

    assert told_of
    for code, rule, way in told_of:
        after = as_it_stands(desk(set_to(rule, dict(way.settings), own.programme)))
        assert now.came[code] == 0 < after.came[code]
        assert after.placed >= now.placed


def _told_of(own: Desk) -> Iterator[tuple[str, str, Relaxation]]:
    """Go through whom a way is told, with the rule that gives."""
    picks = picks_of(own)
    coming = {person.code for pick in picks for _, person in pick.people}
    ways = {way.label: (rule.name(), way) for rule in own.rules for way in rule.relaxations}
    for p, person in enumerate(own.programme.group(own.project)):
        label = "" if person.code in coming else way_to_come(own, picks, p)
        if label:
            yield person.code, *ways[label]
