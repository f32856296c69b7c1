"""Draws whole invented programmes by number: the same number is always the same programme."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import hypot
from random import Random

from benchmarks.group import a_group
from benchmarks.halls import the_halls
from benchmarks.season import Season
from scheduler.facts import Answer
from scheduler.people import Person
from scheduler.programme import Journey, Programme, Project, Session
from scheduler.venues import Place, Venue
from scheduler.words import Days
from scheduler.workers import Worker, WorkerNeed

EARLIEST_FIRST_DAY = date(2027, 1, 4)
"""A Monday; a programme begins on this day or up to 25 weeks later."""
VILLAGES = 7
WIDE_KM, HIGH_KM = 45.0, 30.0
"""The stretch of country the villages lie in."""
KM_A_DEGREE_NORTH, KM_A_DEGREE_EAST = 111.2, 61.4
"""Near 56.5 degrees north."""
ROAD_FACTOR, KM_PER_HOUR = 1.4, 48.0


def a_programme(
    seed: int, *, people: int = 16, venues: int = 30, weeks: int = 26, sessions: int = 6
) -> Programme:
    """Return the programme of a number, with one project; nobody and nothing in it exists."""
    draw = Random(seed)  # noqa: S311 - chance for cases, not for secrets
    first = EARLIEST_FIRST_DAY + timedelta(weeks=draw.randrange(26))
    season = Season(draw, first, weeks)
    places = tuple(a_village(draw, number) for number in range(VILLAGES))
    group, halls = a_group(season, places, people), the_halls(season, places, venues)
    return Programme(
        name=f"Invented programme {seed}",
        phone="01632 960001",
        planned_on=first - timedelta(weeks=6),
        first_day=first,
        last_day=season.last,
        earliest="08:00",
        latest="21:00",
        places=places,
        people=group,
        venues=halls,
        workers=tuple(a_facilitator(season, number) for number in range(3)),
        journeys=tuple(journeys_of(draw, places, group, halls=halls)),
        projects=(_project(group, places, sessions),),
        dates_to_avoid=(school_holiday(season),),
        constraints=settings_for(people),
    )


def settings_for(people: int) -> dict[str, dict[str, object] | bool]:
    """Ask for ten days to six weeks between sessions; of sixteen for seven, four of them lived."""
    return {
        "spacing": {"least_days": 10, "most_days": 42},
        "quorum": {"least": 7 * people // 16},
        "balance": {"least_lived": people // 4},
    }


def a_village(draw: Random, number: int) -> Place:
    """Draw a place in the stretch of country."""
    return Place(
        code=f"village-{number + 1}",
        latitude=round(56.4 + draw.uniform(0, HIGH_KM) / KM_A_DEGREE_NORTH, 4),
        longitude=round(-4.2 + draw.uniform(0, WIDE_KM) / KM_A_DEGREE_EAST, 4),
        landmass="Great Britain",
        council="Glen Council",
    )


def _project(group: Sequence[Person], places: Sequence[Place], sessions: int) -> Project:
    wish = Session(workers=(WorkerNeed(role="facilitator"),))
    return Project(
        code="group",
        members=tuple(person.code for person in group),
        sessions=(wish,) * sessions,
        near=places[0].code,
    )


def a_facilitator(season: Season, number: int) -> Worker:
    """Draw a facilitator with hours, a diary and a fee."""
    return Worker(
        code=f"F{number + 1}",
        hours=(
            season.draw.choice(
                ("Mon-Fri 08:00-18:00", "Mon-Thu 08:00-21:30", "Tue-Sat 08:00-21:30")
            ),
        ),
        busy=tuple(season.appointment() for _ in range(20)),
        away=(season.days_away(14),),
        session_pence=season.draw.choice((12_000, 15_000, 18_000)),
    )


def school_holiday(season: Season) -> Days:
    """Draw up to ten days to avoid."""
    first = season.a_day()
    return Days(first=first, last=first + timedelta(days=9), note="school holiday")


def journeys_of(
    draw: Random, places: Sequence[Place], group: Sequence[Person], *, halls: Sequence[Venue]
) -> Iterator[Journey]:
    """Draw everybody's way to every hall."""
    where = {place.code: place for place in places}
    for person in group:
        for hall in halls:
            yield _journey(draw, person, hall, km=_km(where[person.home], where[hall.place]))


def _journey(draw: Random, person: Person, hall: Venue, *, km: float) -> Journey:
    minutes = 5 + round(km * ROAD_FACTOR * 60 / KM_PER_HOUR) + draw.randint(0, 10)
    if person.travel.car.answer is Answer.YES:
        return Journey(
            person=person.code,
            venue=hall.code,
            out_minutes=minutes,
            pence=round(km * ROAD_FACTOR * 56),
        )
    return Journey(
        person=person.code,
        venue=hall.code,
        by="bus",
        out_minutes=minutes * 5 // 4 + draw.randint(0, 15),
        back_minutes=minutes * 5 // 4 + draw.randint(0, 15),
        changes=draw.choice((0, 0, 1, 1, 2)),
        pence=draw.randint(2, 9) * 100,
        step_free="yes",
    )


def _km(one: Place, other: Place) -> float:
    north = ((one.latitude or 0) - (other.latitude or 0)) * KM_A_DEGREE_NORTH
    east = ((one.longitude or 0) - (other.longitude or 0)) * KM_A_DEGREE_EAST
    return hypot(north, east)
