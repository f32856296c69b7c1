"""A small invented programme of one glen in early summer 2027.

And ways to change one thing in it.
"""

from collections.abc import Mapping
from datetime import timedelta
from functools import lru_cache
from typing import TypeVar

from constraints import registry
from scheduler.facts import NO, YES, Answer
from scheduler.people import Person, Times
from scheduler.plan import Chosen, Plan
from scheduler.planner import make_plan
from scheduler.programme import Programme, Session
from scheduler.samples import GLEN, HALL, ISHBEL, LONDON, PROJECT, RORY, TOWN, WISH, on
from scheduler.venues import Venue
from scheduler.words import Days
from scheduler.workers import Worker, WorkerNeed

Thing = TypeVar("Thing", Person, Venue, Worker)

UNA = ISHBEL.model_copy(update={"code": "una", "name": "Una"})
FLORA = ISHBEL.model_copy(update={"code": "flora", "name": "Flora", "home": "town"})
MAIRI = ISHBEL.model_copy(
    update={"code": "mairi", "name": "Mairi", "roles": ("family or unpaid carer",)}
)
NEIL = RORY.model_copy(update={"code": "neil", "name": "Neil", "home": "glen", "employer": ""})
"""Three more members with lived experience, and one more professional."""

FAR = HALL.model_copy(
    update={"code": "far", "name": "Town Hall", "place": "town", "operator": "Town Trust"}
)
INN = HALL.model_copy(update={"code": "inn", "name": "Glen Inn", "kind": "pub", "licensed": YES})
OFFICE = HALL.model_copy(
    update={
        "code": "office",
        "name": "Glen House",
        "kind": "council office",
        "operator": "Glen Council",
    }
)
LOFT = HALL.model_copy(
    update={"code": "loft", "name": "Upstairs Hall", "access": {**HALL.access, "step-free": NO}}
)

CATRIONA = Worker(code="catriona", name="Catriona", session_pence=5000)
DOUGAL = Worker(code="dougal", name="Dougal", session_pence=6000)
MORAG = Worker(code="morag", name="Morag", roles=("interpreter",), languages=("BSL",))

SESSION = WISH.model_copy(
    update={
        "setup_minutes": 0,
        "clear_up_minutes": 0,
        "workers": (WorkerNeed(role="facilitator"),),
    }
)
GROUP = PROJECT.model_copy(
    update={
        "members": ("ishbel", "una", "flora", "mairi", "rory", "neil"),
        "sessions": (SESSION,) * 3,
    }
)
GROWING = GROUP.model_copy(
    update={"code": "growing", "public_name": "Growing together", "sessions": (SESSION,)}
)
"""A second group, for programmes that have two."""

SUMMER = Programme(
    name="An invented early summer",
    phone="01632 960001",
    planned_on=on("Monday 12 April 2027"),
    first_day=on("Monday 10 May 2027"),
    last_day=on("Sunday 18 July 2027"),
    start_every_minutes=60,
    earliest="09:00",
    latest="21:00",
    places=(GLEN, TOWN),
    people=(ISHBEL, UNA, FLORA, MAIRI, RORY, NEIL),
    venues=(HALL, FAR, INN, OFFICE, LOFT),
    workers=(CATRIONA, DOUGAL, MORAG),
    projects=(GROUP,),
)


def summer(**given: object) -> Programme:
    """Return the programme with some fields its own."""
    return SUMMER.model_copy(update=given)


ONCE = SUMMER.model_copy(update={"projects": (GROUP.model_copy(update={"sessions": (SESSION,)}),)})
"""The same with one session."""


def fortnight(*sessions: Session, **given: object) -> Programme:
    """Return the programme from Monday 7 to Sunday 20 June 2027, one start a day at 11:00."""
    days = {"first_day": on("Monday 7 June 2027"), "last_day": on("Sunday 20 June 2027")}
    hours = {"earliest": "11:00", "latest": "13:00", "start_every_minutes": 240}
    programme = SUMMER.model_copy(update={**days, **hours, **given})
    return with_sessions(*(sessions or (SESSION,)), programme=programme)


def with_person(code: str, programme: Programme = SUMMER, **given: object) -> Programme:
    """Return a programme with some fields of one person their own."""
    people = tuple(_changed(each, code, given) for each in programme.people)
    return programme.model_copy(update={"people": people})


def with_venue(code: str, programme: Programme = SUMMER, **given: object) -> Programme:
    """Return a programme with some fields of one venue its own."""
    venues = tuple(_changed(each, code, given) for each in programme.venues)
    return programme.model_copy(update={"venues": venues})


def with_worker(code: str, programme: Programme = SUMMER, **given: object) -> Programme:
    """Return a programme with some fields of one worker their own."""
    workers = tuple(_changed(each, code, given) for each in programme.workers)
    return programme.model_copy(update={"workers": workers})


def with_project(programme: Programme = SUMMER, **given: object) -> Programme:
    """Return a programme with some fields of its first project its own."""
    first, *others = programme.projects
    projects = (first.model_copy(update=given), *others)
    return programme.model_copy(update={"projects": projects})


def with_sessions(*sessions: Session, programme: Programme = SUMMER) -> Programme:
    """Return a programme whose first project wants other sessions."""
    return with_project(programme, sessions=sessions)


def with_session(number: int, programme: Programme = SUMMER, **given: object) -> Programme:
    """Return a programme with some fields of one session of its first project its own."""
    sessions = list(programme.projects[0].sessions)
    sessions[number - 1] = sessions[number - 1].model_copy(update=given)
    return with_sessions(*sessions, programme=programme)


def set_to(
    constraint: str, settings: dict[str, object] | bool, programme: Programme = SUMMER
) -> Programme:
    """Return a programme with one constraint set, or switched off."""
    return programme.model_copy(
        update={"constraints": {**programme.constraints, constraint: settings}}
    )


def told(**given: object) -> Times:
    """Return the times of somebody who told us when they can come."""
    return Times.model_validate({"told": Answer.YES, **given})


def away(*days: str) -> Times:
    """Return the times of somebody away on some days, such as "Monday 7 June 2027"."""
    return told(away=tuple(Days(first=on(day), last=on(day)) for day in days))


def away_except(*days: str, programme: Programme) -> Times:
    """Return the times of somebody who can come on some days of a programme only."""
    every = range((programme.last_day - programme.first_day).days + 1)
    kept = {on(day) for day in days}
    days_of = (programme.first_day + timedelta(days=number) for number in every)
    return told(away=tuple(Days(first=day, last=day) for day in days_of if day not in kept))


def planned(programme: Programme) -> Plan:
    """Return the plan of a programme under every constraint it has switched on."""
    return make_plan(programme, registry())


@lru_cache
def summer_plan() -> Plan:
    """Return the plan of the programme as it stands."""
    return planned(SUMMER)


@lru_cache
def plan_of_once() -> Plan:
    """Return the plan of the programme with one session."""
    return planned(ONCE)


def dates(plan: Plan, project: str = "group") -> tuple[str, ...]:
    """Return when and where a project meets, such as "Mon 7 Jun 11:00 hall"."""
    return tuple(date_of(chosen) for chosen in plan.sessions if chosen.project == project)


def date_of(chosen: Chosen) -> str:
    """Return when and where a session is held."""
    start = chosen.start.astimezone(LONDON)
    return f"{start:%a} {start.day} {start:%b %H:%M} {chosen.venue}"


def coming_to(plan: Plan, number: int = 1, project: str = "group") -> tuple[str, ...]:
    """Return who comes to a session, in the order of the group."""
    chosen = plan.session(project, number)
    return tuple(coming.person for coming in chosen.coming) if chosen else ()


def level(plan: Plan, name: str) -> tuple[int, ...]:
    """Return what a plan reaches at a level of the order of concern."""
    return next(each.value for each in plan.order if each.name == name)


def two_groups(**given: object) -> Programme:
    """Return the fortnight with a second group.

    Which shares everybody and everything with the first.

    Parameters
    ----------
    given
        Fields of the second group that are its own.
    """
    programme = fortnight()
    growing = GROWING.model_copy(update=given)
    return programme.model_copy(update={"projects": (*programme.projects, growing)})


def two_apart() -> Programme:
    """Return the fortnight with two groups of different people.

    Three of the glen, three of the town.
    """
    apart = with_project(two_groups(members=THE_TOWNS), members=THE_GLENS)
    apart = with_worker("dougal", apart, session_pence=CATRIONA.session_pence)
    return with_person("mairi", with_person("neil", apart, home="town"), home="town")


THE_GLENS = ("ishbel", "una", "rory")
THE_TOWNS = ("flora", "mairi", "neil")


def _changed(thing: Thing, code: str, given: Mapping[str, object]) -> Thing:
    return thing.model_copy(update=dict(given)) if thing.code == code else thing
