"""Small invented programmes drawn by number: the same number is always the same programme."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from random import Random
from typing import TypeVar

from constraints import registry
from scheduler.constraint import Earlier
from scheduler.facts import Answer, Fact
from scheduler.go_betweens import GoBetween
from scheduler.grid import Grid, grid_for
from scheduler.households import Household
from scheduler.in_force import in_force
from scheduler.people import NEEDS, Childcare, Person, Season, Times, Travel
from scheduler.programme import (
    AcceptedUnknown,
    Journey,
    Line,
    LocalHoliday,
    Programme,
    Project,
    Session,
)
from scheduler.samples import GLEN, HALL, ISHBEL, PROGRAMME, TOWN, ordinary
from scheduler.screen import screen
from scheduler.venues import DatedLicence, Venue
from scheduler.words import Days, Spell
from scheduler.work_phases import Phase
from scheduler.workers import Worker, WorkerNeed

FIRST_DAYS = (
    date(2027, 3, 26),  # the clocks go forward on Sunday 28 March 2027
    date(2027, 10, 29),  # the clocks go back on Sunday 31 October 2027
    date(2028, 2, 27),  # 29 February 2028 is a Tuesday
    date(2027, 4, 20),  # lambing
    date(2027, 6, 24),  # ridings and galas
    date(2027, 12, 23),
)
DAYS = 5
GAPS = (
    *(timedelta(minutes=minutes) for minutes in (45, 100, 150)),
    *(timedelta(days=days) for days in (1, 4, 8, 52, 70)),
)
ISLE = TOWN.model_copy(update={"code": "isle", "name": "The Isle", "landmass": "Isle"})
BORDER_TOWN = TOWN.model_copy(update={"code": "border", "name": "Galashiels"})
NEAR = ("Galashiels", "glen", "town", "")
PATTERNS = (
    "Mon-Fri 09:00-17:00",
    "daily 06:00-10:30",
    "Sat,Sun 12:00-18:00",
    "Tue 08:00-20:00; Thu 13:00-15:00",
    "4 on 4 off from 2027-01-04, 19:00-07:00",
)
KEEPS = (
    "eid_al_fitr",
    "ramadan_iftar",
    "jumuah",
    "shabbat",
    "yom_tov",
    "christmas_day",
    "easter_sunday",
    "diwali",
    "sunday_worship",
)
SEASONS = ("lambing_hill_blackface", "lambing_shetland", "hay", "stalking_hinds", "tattie_holidays")
KINDS = (
    "village hall",
    "church hall",
    "pub",
    "library",
    "council office",
    "quaker meeting house",
    "",
)
OPENING = (
    "",
    "Mo-Su 08:00-22:00",
    "Mo-Fr 09:00-17:00; PH off",
    "Sa 10:00-16:00",
    '"by appointment"',
)

T = TypeVar("T")


@lru_cache(maxsize=64)
def a_small_grid(number: int) -> Grid:
    """Return the grid of a small programme: days around clock changes, 29 February and feasts.

    Of every other one it is known which rooms do not suit whoever chose another way to take part.
    """
    programme = a_small_programme(number)
    project = programme.projects[0]
    grid = grid_for(programme, project, project.sessions[0])
    return screen(grid, in_force(registry(), programme, project)).grid if number % 2 else grid


def a_gathering(number: int) -> dict[str, object]:
    """Return what a check may ask once it is known who comes, and what was held before."""
    grid, draw = a_small_grid(number % 14), Random(number)
    group = grid.people * draw.choice((1, 2, 4))
    start = draw.choice(grid.starts)
    before = start - draw.choice(GAPS)
    return ordinary(
        {
            "programme": grid.programme,
            "project": grid.project,
            "session": grid.session,
            "start": start,
            "group": group,
            "present": tuple(draw.sample(group, draw.randrange(len(group) + 1))),
            "earlier": Earlier(before, before + timedelta(minutes=30), HALL),
        }
    )


def a_small_programme(number: int) -> Programme:
    """Return a programme of four people, three venues, two workers and one project."""
    draw = Random(number)
    first = FIRST_DAYS[number % len(FIRST_DAYS)]
    people = tuple(_person(draw, f"p{n}", first) for n in range(4))
    return PROGRAMME.model_copy(
        update={
            "first_day": first,
            "last_day": first + timedelta(days=DAYS - 1),
            "start_every_minutes": 210,
            "earliest": draw.choice(("00:30", "07:15", "09:00")),
            "latest": "24:00",
            "places": (GLEN, TOWN, ISLE, BORDER_TOWN),
            "people": people,
            "venues": tuple(_venue(draw, f"v{n}", first) for n in range(3)),
            "workers": tuple(_worker(draw, f"w{n}", first) for n in range(2)),
            "projects": (
                _project(
                    draw, people, near=NEAR[number % len(NEAR)], first=first + timedelta(days=2)
                ),
            ),
            "journeys": tuple(_journeys(draw)),
            "lines": tuple(_lines(draw)),
            "go_betweens": (_go_between(draw, first),),
            "role_notice_days": {"decision maker": 14 * (number % 3 + 1)},
            "local_holidays": (
                LocalHoliday(day=_day(draw, first), area=draw.choice(("", "town"))),
            ),
            "dates_to_avoid": (_days(draw, first),) if draw.random() < 0.3 else (),
            "accepted_unknowns": tuple(_accepted(draw, first)),
        }
    )


def _person(draw: Random, code: str, first: date) -> Person:
    return ISHBEL.model_copy(
        update={
            "code": code,
            "name": code.upper(),
            "roles": (draw.choice(("lived experience", "professional", "decision maker")),),
            "view": draw.choice(("", "young people", "council")),
            "home": draw.choice(("glen", "town", "isle", "")),
            "employer": draw.choice(("", "Glen Council")),
            "places_of_service": _some(draw, ("v0", "v1")),
            "times": _times(draw, first),
            "travel": _travel(draw),
            "childcare": Childcare(
                children=draw.choice((0, 1)), minded=_some(draw, PATTERNS), sitter=_fact(draw)
            ),
            "keeps": _some(draw, KEEPS),
            "seasons": tuple(Season(activity=each) for each in _some(draw, SEASONS)),
            "needs": _some(draw, NEEDS),
            "needs_asked": draw.choice(tuple(Answer)),
            "interpreter": draw.choice(("", "", "BSL")),
            "assistance": draw.choice(((),) * 8 + (("wheelchair taxi",), ("personal assistant",))),
            "assisted_by": draw.choice(("", "", "woman")),
            "other_ways": (ways := draw.choice(((), ("by phone",), ("on-line", "by phone")))),
            "other_ways_only": bool(ways) and draw.random() < 0.3,
            "no_go": _some(draw, ("v0", "pub")),
            "not_with": draw.choice(((), (), ("p0",), ("p1",))),
            "come_anyway": _some(draw, tuple(registry())),
            "share_reasons": draw.random() < 0.5,
        }
    )


def _times(draw: Random, first: date) -> Times:
    return Times(
        told=draw.choice(tuple(Answer)),
        free=_some(draw, PATTERNS),
        work=_some(draw, PATTERNS),
        care=_some(draw, PATTERNS),
        busy=(_spell(draw, first),),
        away=(_days(draw, first),) if draw.random() < 0.3 else (),
        if_need_be=_some(draw, PATTERNS),
        not_before=draw.choice((None, "10:00")),
        home_by=draw.choice((None, "17:30")),
        home_before_dark=draw.random() < 0.4,
    )


def _travel(draw: Random) -> Travel:
    return Travel(
        car=_fact(draw),
        lift=_fact(draw),
        taxi=_fact(draw),
        most_minutes=draw.choice((None, 30, 200)),
        most_changes=draw.choice((None, 0, 4)),
    )


def _venue(draw: Random, code: str, first: date) -> Venue:
    licence = DatedLicence(first=first, last=_day(draw, first))
    return HALL.model_copy(
        update={
            "code": code,
            "name": f"The {code} hall",
            "kind": draw.choice(KINDS),
            "place": draw.choice(("glen", "town", "isle", "border", "")),
            "capacity": draw.choice((None, 3, 30)),
            "operator": draw.choice(("", "Glen Council", "A trust")),
            "funders": draw.choice(((), ("Glen Council",))),
            "licensed": _fact(draw),
            "bar_closed": _fact(draw),
            "licensed_days": draw.choice(((), (licence,))),
            "access": {need: _fact(draw) for need in _some(draw, NEEDS)},
            "internet": _fact(draw),
            "phone_reception": _fact(draw),
            "opening": draw.choice(OPENING),
            "open_on_holidays": draw.choice(tuple(Answer)),
            "closed": (_days(draw, first),) if draw.random() < 0.3 else (),
            "bookings": (_spell(draw, first),),
            "notice_days": draw.choice((0, 29, 60)),
        }
    )


def _worker(draw: Random, code: str, first: date) -> Worker:
    return Worker(
        code=code,
        roles=_some(draw, ("facilitator", "interpreter", "personal assistant", "wheelchair taxi"))
        or ("interpreter",),
        gender=draw.choice(("", "woman")),
        languages=draw.choice(((), ("BSL",))),
        hours=_some(draw, PATTERNS),
        busy=(_spell(draw, first),),
        away=(_days(draw, first),) if draw.random() < 0.2 else (),
        session_pence=draw.choice((0, 5000, 9000)),
        notice_days=draw.choice((0, 0, 30)),
    )


def _project(draw: Random, people: Sequence[Person], *, near: str, first: date) -> Project:
    phases = (Phase(name="workshops", first_day=first), Phase(name="recruit", last_day=first))
    return Project(
        code="group",
        members=tuple(person.code for person in people),
        sessions=(_session(draw),),
        phase=draw.choice(("recruit", "prepare", "workshops", "share back")),
        phases=phases,
        households=(Household(members=("p0", "p1")),),
        go_betweens=draw.choice(((), ("g0",))),
        near=near,
        seasons=tuple(Season(activity=each) for each in _some(draw, SEASONS)),
    )


def _go_between(draw: Random, first: date) -> GoBetween:
    return GoBetween(
        code="g0",
        asked=draw.choice(tuple(Answer)),
        hold_days=(_days(draw, first),),
        veto_times=(_spell(draw, first),),
    )


def _session(draw: Random) -> Session:
    return Session(
        length_minutes=draw.choice((60, 150)),
        setup_minutes=draw.choice((0, 45)),
        form=draw.choice(("in person", "in person", "in person", "drop-in", "on-line")),
        site=draw.choice(("", "town")),
        needs_roles=draw.choice(((), ("decision maker",))),
        needs_views=draw.choice(((), ("council",))),
        workers=draw.choice(
            ((), (WorkerNeed(role="facilitator"),), (WorkerNeed(role="childcare"),))
        ),
    )


def _journeys(draw: Random) -> list[Journey]:
    return [
        Journey(
            from_place=draw.choice(("glen", "town", "isle")),
            venue=f"v{n}",
            by=draw.choice(("car", "bus", "ferry")),
            out_minutes=draw.choice((20, 50, 75, 100)),
            changes=draw.choice((0, 1, 3)),
        )
        for n in range(3)
    ]


def _lines(draw: Random) -> list[Line]:
    ends = draw.choice((("glen", "town"), ("isle", "v1")))
    out, back = (("07:00", "08:05"), ("12:00", "12:50")), (("16:00", "17:30"),)
    days = draw.choice(("Mon-Fri", "Sat", "daily"))
    return [Line(name="Bus", days=days, from_place=ends[0], to_place=ends[1], out=out, back=back)]


def _accepted(draw: Random, first: date) -> list[AcceptedUnknown]:
    names = _some(draw, tuple(registry()))
    return [
        AcceptedUnknown(constraint=name, about=draw.choice(("v0", "p0")), by="Mairi", on=first)
        for name in names
    ]


def _some(draw: Random, of: Sequence[T]) -> tuple[T, ...]:
    """Return none, one or two of some things, none as often as not."""
    return tuple(draw.sample(of, draw.choice((0, 0, 1, 2))))


def _fact(draw: Random) -> Fact:
    return Fact(answer=draw.choice(tuple(Answer)))


def _day(draw: Random, first: date) -> date:
    return first + timedelta(days=draw.randrange(DAYS))


def _days(draw: Random, first: date) -> Days:
    day = _day(draw, first)
    return Days(first=day, last=day)


def _spell(draw: Random, first: date) -> Spell:
    begin = datetime.combine(_day(draw, first), time(draw.randrange(6, 18)), PROGRAMME.tz)
    return Spell(start=begin, end=begin + timedelta(hours=draw.randrange(1, 6)))
