"""A plan says which groups stand in one another's way, where each could have its sessions alone."""

from functools import lru_cache

from constraints import registry
from scheduler.joint_dates import MOST
from scheduler.plan import Plan
from scheduler.planner import Planner
from scheduler.programme import Programme
from scheduler.progress import told_nothing
from scheduler.samples import on
from scheduler.search import Effort
from scheduler.standoffs import UNKNOWN, in_the_way
from scheduler.unmet import InTheWay
from tests.scheduler.summer import CATRIONA, SESSION, planned
from tests.scheduler.test_joint import a_group, days
from web.plan_text import plan_text

NORTH, SOUTH, EAST = (
    a_group(code).model_copy(update={"public_name": name})
    for code, name in (("north", "North"), ("south", "South"), ("east", "East"))
)


@lru_cache
def one_room_one_day() -> tuple[Programme, Plan]:
    programme = days(1, NORTH, SOUTH, rooms=1)
    return programme, planned(programme)


def said_of(programme: Programme, *, most: int = MOST) -> tuple[InTheWay, ...]:
    """Return what is said of groups as they are planned, without what else a plan says."""
    planner = Planner(programme, registry(), Effort(), told_nothing)
    alone = planner.alone()
    return tuple(in_the_way(planner.together(alone), alone, most=most))


def test_two_groups_for_one_room_were_told_only_that_the_room_is_taken() -> None:
    _, plan = one_room_one_day()

    (told,) = plan.in_the_way
    assert (told.projects, told.venues, told.workers, told.people) == (
        ("north", "south"),
        ("hall",),
        (),
        (),
    )
    assert told.says == (
        "North and South cannot both have their sessions: all of them need Glen Hall, and there is "
        "not enough time for that. Without any one of these groups the others could; so could all "
        "of them if Glen Hall could be in two places at once."
    )
    assert told.remedy == "What would help: another room like it or more days."


def test_the_command_line_tells_it_before_what_each_group_lacks() -> None:
    lines = plan_text(*one_room_one_day()).splitlines()

    title = lines.index("Which groups stand in each other's way")
    assert lines[title + 1].startswith("  North and South cannot both have their sessions")
    assert title < lines.index("Why it cannot be done: South")


def test_three_groups_that_share_a_room_and_a_worker_name_both() -> None:
    programme = days(2, NORTH, SOUTH, EAST, workers=(CATRIONA,), rooms=1)

    (told,) = said_of(programme)

    assert told.projects == ("north", "south", "east")
    assert (told.workers or told.venues) != ()


def test_a_group_that_has_no_date_by_itself_stands_in_nobodys_way() -> None:
    twice = NORTH.model_copy(update={"sessions": (SESSION,) * 2})

    assert said_of(days(1, twice, SOUTH)) == ()


def test_what_was_promised_to_others_is_in_the_way_too() -> None:
    booked = SESSION.model_copy(
        update={
            "state": "booked",
            "day": on("Monday 7 June 2027"),
            "start": "11:00",
            "venue": "hall",
        }
    )
    promised = NORTH.model_copy(update={"sessions": (booked,)})

    (told,) = said_of(days(1, promised, SOUTH, rooms=1))

    assert told.says.startswith("South cannot have its sessions beside what others were promised")


def test_where_there_are_too_many_candidates_it_says_that_nobody_looked() -> None:
    assert said_of(days(1, NORTH, SOUTH, rooms=1), most=1) == (UNKNOWN,)


def test_groups_with_dates_for_all_stand_in_nobodys_way() -> None:
    assert said_of(days(2, NORTH, SOUTH, rooms=1)) == ()
