"""Small invented programmes whose best plan gives something up that another plan has."""

from scheduler.facts import UNKNOWN
from scheduler.programme import Programme
from scheduler.samples import on
from scheduler.words import Days
from tests.scheduler.summer import (
    SESSION,
    away_except,
    fortnight,
    told,
    two_apart,
    with_person,
    with_project,
    with_venue,
)

TWO_ROOMS = ("hall", "far")


def a_dear_room_nearby() -> Programme:
    """Return one in which the hall is nearer to most; the one in the town costs nothing."""
    programme = with_venue("far", a_dear_room_and_one_without_a_price(), hire_pence=0)
    return with_venue("hall", programme, hire_pence=9000)


def a_dear_room_and_one_without_a_price() -> Programme:
    """Return one in which nobody has said what the room in the town costs."""
    programme = with_project(fortnight(), venues=TWO_ROOMS)
    return with_venue("hall", programme, hire_pence=9000)


def a_doubtful_room_nearby() -> Programme:
    """Return one in which nobody knows whether the hall, by which all live, serves alcohol."""
    programme = with_project(fortnight(), venues=TWO_ROOMS)
    programme = with_person("flora", programme, home="glen")
    programme = with_venue("far", programme, hire_pence=0)
    return with_venue("hall", programme, licensed=UNKNOWN, hire_pence=0)


def a_room_that_shuts() -> Programme:
    """Return one in which the near hall shuts after the first of two weeks."""
    programme = with_project(fortnight(SESSION, SESSION), venues=TWO_ROOMS)
    shut = Days(first=on("Friday 11 June 2027"), last=on("Sunday 20 June 2027"))
    return with_venue("hall", programme, closed=(shut,))


def somebody_who_would_rather_not_come_early_in_the_week() -> Programme:
    """Return one in which Una can come from Monday to Thursday only if need be."""
    return with_person("una", fortnight(), times=told(if_need_be=("Mon-Thu 08:00-20:00",)))


def somebody_who_can_come_once() -> Programme:
    """Return one of two sessions, of which Una can come to one."""
    programme = fortnight(SESSION, SESSION)
    return with_person(
        "una", programme, times=away_except("Monday 7 June 2027", programme=programme)
    )


def two_groups_who_want_one_cheap_room() -> Programme:
    """Return one of two groups with a dear hall each, and one free hall they could share."""
    programme = two_apart()
    for code in ("hall", "loft"):
        programme = with_venue(code, programme, hire_pence=9000)
    first, second = programme.projects
    day = {"day": on("Tuesday 15 June 2027")}
    wish = SESSION.model_copy(update={**day, "workers": ()})
    projects = (
        first.model_copy(update={"venues": ("hall", "far"), "sessions": (wish,)}),
        second.model_copy(update={"venues": ("loft", "far"), "sessions": (wish,)}),
    )
    return programme.model_copy(update={"projects": projects})
