"""Ties drawn by chance for small programmes: money, who helps people come, cheaper ways there."""

from collections.abc import Sequence
from random import Random
from typing import Final

from scheduler.journeys import Journey
from scheduler.people import Person
from scheduler.programme import Programme
from scheduler.words import Days
from scheduler.workers import WHEELCHAIR_TAXI, Worker

ASSISTANT: Final = "personal assistant"
BUDGETS: Final = (0, 1000, 2500, 4000, 7000, 12000, 20000)
HIRES: Final = (0, 500, 1500, 3000)
HELPERS: Final = 6
OFTEN: Final = 0.4


def with_a_budget(programme: Programme, number: int) -> Programme:
    """Return a programme whose project has so much money and no more, and whose rooms cost some."""
    draw = Random(-8_000_000 - number)  # noqa: S311 - drawn cases, not secrets
    money = {"most_pence": draw.choice(BUDGETS), "people_may_stay_away": draw.choice((True, False))}
    venues = tuple(
        venue.model_copy(update={"hire_pence": draw.choice(HIRES)}) for venue in programme.venues
    )
    settings = {**programme.constraints, "project_budget": money}
    return programme.model_copy(update={"constraints": settings, "venues": venues})


def with_assistance(programme: Programme, number: int) -> Programme:
    """Return a programme in which one or two people need a helper, of whom a few can be had."""
    draw = Random(-9_000_000 - number)  # noqa: S311 - drawn cases, not secrets
    people = _helped(draw, programme.people)
    helpers = (_helper(draw, programme, n) for n in range(HELPERS))
    return programme.model_copy(
        update={"people": people, "workers": (*programme.workers, *helpers)}
    )


def with_cheaper_ways(programme: Programme, number: int) -> Programme:
    """Return a programme in which some know a slower and cheaper way beside the one there is."""
    draw = Random(-10_000_000 - number)  # noqa: S311 - drawn cases, not secrets
    beside = (_slower(draw, each) for each in programme.journeys if draw.random() < OFTEN)
    return programme.model_copy(update={"journeys": (*programme.journeys, *beside)})


def _slower(draw: Random, journey: Journey) -> Journey:
    longer = draw.randint(5, 40)
    update = {
        "by": draw.choice(("bus", "community transport")),
        "out_minutes": journey.out_minutes + longer,
        "pence": draw.choice((0, 200, 400)),
    }
    return journey.model_copy(update=update)


def _helped(draw: Random, people: Sequence[Person]) -> tuple[Person, ...]:
    helped = list(people)
    for n in draw.sample(range(len(helped)), draw.choice((1, 2))):
        needs = {
            "assistance": (draw.choice((WHEELCHAIR_TAXI, ASSISTANT)),),
            "assisted_by": draw.choice(("", "woman")),
        }
        helped[n] = helped[n].model_copy(update=needs)
    return tuple(helped)


def _helper(draw: Random, programme: Programme, number: int) -> Worker:
    first = programme.first_day
    roles = (ASSISTANT,), (WHEELCHAIR_TAXI,), ("interpreter", ASSISTANT)
    return Worker(
        code=f"H{number + 1}",
        roles=draw.choice(roles),
        gender=draw.choice(("woman", "man", "")),
        hours=draw.choice(((), ("daily 09:00-15:00",))),
        away=(Days(first=first, last=first),) if draw.getrandbits(1) else (),
        session_pence=draw.choice((None, 1000, 2500)),
        notice_days=draw.choice((0, 0, 42)),
    )
