"""Draws a region of many projects that share facilitators, interpreters and halls."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from benchmarks.generator import (
    EARLIEST_FIRST_DAY,
    VILLAGES,
    a_facilitator,
    a_village,
    journeys_of,
    school_holiday,
)
from benchmarks.group import a_group
from benchmarks.halls import the_halls
from benchmarks.season import Season
from scheduler.people import Person
from scheduler.programme import Programme, Project, Session
from scheduler.venues import Place, Venue
from scheduler.workers import Worker, WorkerNeed

FACILITATORS, INTERPRETERS = 10, 3
SHARED_HALLS, LOCAL_HALLS = 10, 4
SIGNED = 0.25
"""Share of the projects of which somebody needs an interpreter."""
LANGUAGE = "BSL"


@dataclass(frozen=True)
class Site:
    """One project with its own people and halls."""

    project: Project
    people: tuple[Person, ...]
    halls: tuple[Venue, ...]


def a_region(seed: int, *, sites: int, weeks: int = 26) -> Programme:
    """Return the programme of a number with many projects; nobody and nothing in it exists."""
    draw = Random(seed)  # noqa: S311 - chance for cases, not for secrets
    season = Season(draw, EARLIEST_FIRST_DAY + timedelta(weeks=draw.randrange(26)), weeks)
    places = tuple(a_village(draw, number) for number in range(VILLAGES))
    shared = tuple(the_halls(season, places, SHARED_HALLS))
    drawn = tuple(_site(season, places, shared, number) for number in range(sites))
    return Programme(
        name=f"Invented region {seed} of {sites}",
        phone="01632 960001",
        planned_on=season.first - timedelta(weeks=6),
        first_day=season.first,
        last_day=season.last,
        earliest="08:00",
        latest="21:00",
        places=places,
        people=tuple(person for site in drawn for person in site.people),
        venues=(*shared, *(hall for site in drawn for hall in site.halls)),
        workers=tuple(_workers(season)),
        journeys=tuple(
            way
            for site in drawn
            for way in journeys_of(draw, places, site.people, halls=(*shared, *site.halls))
        ),
        projects=tuple(site.project for site in drawn),
        dates_to_avoid=(school_holiday(season),),
        constraints={
            "spacing": {"least_days": 10, "most_days": 42},
            "quorum": {"least": 5},
            "balance": {"least_lived": 3},
        },
    )


def _site(season: Season, places: Sequence[Place], shared: Sequence[Venue], number: int) -> Site:
    draw, code = season.draw, f"site-{number + 1}"
    near = tuple(draw.sample(places, 3))
    people = [
        person.model_copy(update={"code": f"{code}-{person.code}"})
        for person in a_group(season, near, draw.randint(12, 16))
    ]
    if season.chance(SIGNED):
        people[0] = people[0].model_copy(update={"interpreter": LANGUAGE})
    halls = tuple(
        hall.model_copy(update={"code": f"{code}-{hall.code}"})
        for hall in the_halls(season, near, LOCAL_HALLS)
    )
    wish = Session(workers=(WorkerNeed(role="facilitator"),))
    project = Project(
        code=code,
        members=tuple(person.code for person in people),
        sessions=(wish,) * draw.randint(4, 6),
        venues=tuple(hall.code for hall in (*shared, *halls)),
        near=near[0].code,
    )
    return Site(project, tuple(people), halls)


def _workers(season: Season) -> Iterator[Worker]:
    yield from (a_facilitator(season, number) for number in range(FACILITATORS))
    for number in range(INTERPRETERS):
        signs = {"code": f"I{number + 1}", "roles": ("interpreter",), "languages": (LANGUAGE,)}
        yield a_facilitator(season, number).model_copy(update=signs)
