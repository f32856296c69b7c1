"""How long it takes to work out when twenty people can come, over a year and a half."""

import sys
from collections.abc import Iterator
from datetime import timedelta
from time import process_time
from typing import Final

from benchmarks.asked import Asked, Line
from benchmarks.generator import a_programme
from benchmarks.machine import machine
from constraints import registry
from scheduler.constraint import Constraint
from scheduler.facts import Answer
from scheduler.grid import Grid, grid_for
from scheduler.named_days import NamedDays
from scheduler.people import Childcare, Person, Season
from scheduler.programme import Programme
from scheduler.words import Days

PEOPLE: Final = 20
WEEKS: Final = 78
DATED: Final = (
    *("best_hours", "busy_times", "care", "childcare", "courtesy_days", "festivals", "free_times"),
    *("holidays", "home_safely", "job_hours", "lambing", "land_year", "late_rotas"),
    *("local_events", "own_holidays", "winter_travel", "work_hours"),
)
"""The constraints that read a calendar: hours and rotas, festivals, holidays, seasons, light."""

ROTAS: Final = (
    "4 on 4 off from 2027-01-04, 19:00-07:00",
    "FREQ=DAILY;INTERVAL=8 from 2027-01-04, 07:00-19:00",
    "daily 08:00-18:00 only 04-01/10-31",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 from 2027-01-29, 09:00-17:00",
)
COMMUTES: Final = (0, 20, 45)
KEEPS: Final = (
    ("eid_al_fitr", "ramadan_iftar", "jumuah"),
    ("shabbat", "yom_tov"),
    ("diwali", "holi"),
    ("sunday_worship", "easter_sunday"),
)
OURS: Final = ("scheduler.", "constraints.")
LAND: Final = (
    "lambing_hill_blackface",
    "shearing",
    "silage_first_cut_lowland",
    "lambing_upland_outdoor",
)


def lines(asked: Asked) -> Iterator[Line]:
    """Measure each programme, everything worked out before forgotten."""
    yield {"machine": machine()}
    for seed in asked.seeds:
        yield _measured(seed)


def a_busy_programme(seed: int) -> Programme:
    """Return twenty people over 78 weeks, each with a rota, care, days they keep, and a flock."""
    programme = a_programme(seed, people=PEOPLE, venues=1, weeks=WEEKS, sessions=1)
    first = programme.first_day
    terms = tuple(
        Days(first=first + timedelta(weeks=at), last=first + timedelta(weeks=at + 10, days=4))
        for at in range(0, WEEKS - 12, 13)
    )
    named = NamedDays(code="term-time", days=terms, source="invented")
    people = tuple(_busy(person, n) for n, person in enumerate(programme.people))
    settings = {
        "winter_travel": {"home_before": "dusk"},
        "job_hours": {"hours": "Mon-Fri 09:00-17:00"},
    }
    return programme.model_copy(
        update={
            "named_days": (named,),
            "people": people,
            "constraints": {**programme.constraints, **settings},
        }
    )


def _busy(person: Person, number: int) -> Person:
    times = person.times.model_copy(
        update={
            "told": Answer.YES,
            "work": (ROTAS[number % len(ROTAS)],),
            "commute_minutes": COMMUTES[number % len(COMMUTES)],
            "care": ("Mon-Fri 14:45-15:30 only term-time",),
            "best": ("daily 10:00-16:00",),
            "home_before_dark": True,
            "known_days_ahead": 28,
            "holidays": ("scotland",),
        }
    )
    update = {
        "times": times,
        "childcare": Childcare(children=1, minded=("Mon-Fri 09:00-15:00 only term-time",)),
        "keeps": KEEPS[number % len(KEEPS)],
        "seasons": (Season(activity=LAND[number % len(LAND)]),),
    }
    return person.model_copy(update=update)


def _measured(seed: int) -> Line:
    programme = a_busy_programme(seed)
    (project,) = programme.projects
    grid = grid_for(programme, project, project.sessions[0])
    _ = grid.closes, grid.day_of, grid.minute_of, grid.ways  # none of these is a calendar
    _forget()
    seconds = {name: _seconds(constraint, grid) for name, constraint in _dated(programme).items()}
    return {
        "seed": seed,
        "people": len(grid.people),
        "days": len(grid.days),
        "starts": len(grid.starts),
        "processor_seconds": {**seconds, "total": round(sum(seconds.values()), 3)},
    }


def _forget() -> None:
    """Forget everything the product has worked out or read so far, its tables too."""
    modules = [sys.modules[name] for name in sorted(sys.modules) if name.startswith(OURS)]
    for module in modules:
        for value in list(vars(module).values()):
            if hasattr(value, "cache_clear"):
                value.cache_clear()


def _dated(programme: Programme) -> dict[str, Constraint]:
    settings = programme.constraints
    told = {name: settings.get(name) for name in DATED}
    return {
        name: registry()[name](**(given if isinstance(given, dict) else {}))
        for name, given in told.items()
    }


def _seconds(constraint: Constraint, grid: Grid) -> float:
    begun = process_time()
    constraint.screen(grid)
    return round(process_time() - begun, 3)
