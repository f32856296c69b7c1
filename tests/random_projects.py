"""Small invented projects drawn by number, small enough to try everything.

The same number is always the same project.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from scheduler.barriers import WHO, PutFirst
from scheduler.facts import NO, YES, Answer, Fact
from scheduler.households import Household
from scheduler.lifts import Lift
from scheduler.people import Childcare, Person, Times, Travel
from scheduler.programme import Journey, Programme, Project, Session
from scheduler.samples import GLEN, HALL, TOWN
from scheduler.venues import Venue
from scheduler.words import Days
from scheduler.work_phases import Phase
from scheduler.workers import Worker, WorkerNeed

PATTERNS = (
    "Mon-Fri 08:30-12:30",
    "Mon-Wed 12:00-18:00",
    "daily 16:00-22:00",
    "Tue,Thu 08:00-20:00",
)
FIRST_DAYS = (
    date(2027, 3, 24),
    date(2027, 4, 12),
    date(2027, 6, 7),
    date(2027, 10, 27),
    date(2027, 5, 31),
)


def a_project(number: int, *, sessions: int = 2, days: int = 8) -> Programme:
    """Return the small programme of a number, with one project."""
    draw = Random(number)
    first = draw.choice(FIRST_DAYS)
    people = tuple(_person(draw, n, first) for n in range(draw.randint(3, 6)))
    venues = tuple(_venue(draw, n) for n in range(draw.randint(1, 2)))
    return Programme(
        name=f"Invented project {number}",
        phone="01632 960001",
        first_day=first,
        last_day=first + timedelta(days=days - 1),
        start_every_minutes=240,
        earliest="09:00",
        latest="19:00",
        planned_on=first - timedelta(days=40),
        places=(GLEN, TOWN),
        people=people,
        venues=venues,
        workers=tuple(_worker(draw, n) for n in range(2)),
        journeys=tuple(_journey(draw, p, v) for p in people for v in venues if draw.random() < 0.8),
        projects=(
            Project(
                code="group",
                members=tuple(person.code for person in people),
                sessions=tuple(_session(draw) for _ in range(sessions)),
                near=draw.choice(("glen", "")),
            ),
        ),
        constraints=_settings(draw),
    )


def _settings(draw: Random) -> dict[str, dict[str, object] | bool]:
    least = draw.randint(1, 3)
    return {
        "spacing": {"least_days": least, "most_days": least + draw.randint(0, 5)},
        "quorum": {"least": draw.randint(1, 3)},
        "balance": {
            "least_lived": draw.randint(0, 2),
            "stand_down": draw.random() < 0.7,
            "hard": draw.random() < 0.5,
        },
        "every_view": {"every_session": draw.random() < 0.3},
        "courtesy_days": {"closed": draw.random() < 0.5},
        "group_size": draw.random() < 0.5,
    }


def _person(draw: Random, n: int, first: date) -> Person:
    role = draw.choice(
        (
            "lived experience",
            "lived experience",
            "family or unpaid carer",
            "professional",
            "manager",
        )
    )
    away = first + timedelta(days=draw.randint(0, 7))
    return Person(
        code=f"p{n}",
        roles=(role,),
        view=draw.choice(("", "carers", "council")),
        home=draw.choice(("glen", "town", "")),
        employer=draw.choice(("", "Glen Council")),
        times=Times(
            told=draw.choice((Answer.YES, Answer.YES, Answer.YES, Answer.UNKNOWN)),
            work=(draw.choice(PATTERNS),) if draw.random() < 0.5 else (),
            away=(Days(first=away, last=away + timedelta(days=draw.randint(0, 3))),),
            if_need_be=(draw.choice(PATTERNS),) if draw.random() < 0.4 else (),
            home_before_dark=draw.random() < 0.1,
        ),
        travel=Travel(car=draw.choice((YES, YES, NO, Fact()))),
        keeps=draw.choice(((), (), ("jumuah",), ("shabbat",))),
        needs=("step-free",) if draw.random() < 0.15 else (),
        needs_asked=Answer.YES,
        sessions_wanted=draw.choice((None, None, None, 1, 2)),
        share_reasons=draw.random() < 0.5,
    )


def with_promises(programme: Programme, number: int) -> Programme:
    """Return a small programme of which one or two sessions are booked or held already.

    In the order of their days, whatever rules say of them.
    """
    draw = Random(-1_000_000 - number)
    (project,) = programme.projects
    every = len(project.sessions)
    which = sorted(draw.sample(range(every), draw.randint(1, min(2, every))))
    last = (programme.last_day - programme.first_day).days
    days = sorted(draw.sample(range(last + 1), len(which)))
    sessions = list(project.sessions)
    for session, day in zip(which, days, strict=True):
        sessions[session] = sessions[session].model_copy(
            update={
                "state": draw.choice(("booked", "held")),
                "day": programme.first_day + timedelta(days=day),
                "start": draw.choice(("09:00", "13:00")),
                "venue": draw.choice(programme.venues).code,
            }
        )
    kept = project.model_copy(update={"sessions": tuple(sessions)})
    return programme.model_copy(update={"projects": (kept,)})


def with_joining(programme: Programme, number: int) -> Programme:
    """Return a small programme in which some may join from elsewhere, where a room does not suit.

    Who they are, and why it may not, is drawn, the same for the same number.
    """
    draw = Random(-3_000_000 - number)
    codes = [person.code for person in programme.people]
    people = tuple(_joining(draw, person, codes) for person in programme.people)
    venues = tuple(
        venue.model_copy(
            update={
                "internet": draw.choice((YES, NO, Fact())),
                "phone_reception": draw.choice((YES, YES, NO, Fact())),
                "access": {"step-free": draw.choice((YES, NO, Fact()))},
            }
        )
        for venue in programme.venues
    )
    return programme.model_copy(update={"people": people, "venues": venues})


def _joining(draw: Random, person: Person, codes: list[str]) -> Person:
    ways = draw.choice(((), ("by phone",), ("on-line",), ("on-line", "by phone")))
    if not ways:
        return person
    return person.model_copy(
        update={
            "other_ways": ways,
            "other_ways_only": draw.random() < 0.25,
            "needs": ("step-free",) if draw.random() < 0.4 else (),
            "no_go": ("v0",) if draw.random() < 0.2 else (),
            "not_with": (draw.choice(codes),) if draw.random() < 0.2 else (),
            "travel": person.travel.model_copy(update={"most_minutes": draw.choice((None, 30))}),
        }
    )


def with_shared_days(programme: Programme, number: int) -> Programme:
    """Return a small programme in which one session is held on the day of the one before it.

    How long people need between the two is drawn, the same for the same number.
    """
    draw = Random(-4_000_000 - number)
    (project,) = programme.projects
    sessions = list(project.sessions)
    which = draw.randrange(1, len(sessions))
    sessions[which] = sessions[which].model_copy(update={"same_day": True})
    again = project.model_copy(update={"sessions": tuple(sessions)})
    venues = tuple(
        venue.model_copy(update={"place": draw.choice(("glen", "town", ""))})
        if draw.random() < 0.5
        else venue
        for venue in programme.venues
    )
    ties: dict[str, dict[str, object] | bool] = {
        "between_sites": {"break_minutes": draw.choice((0, 30, 90))},
        "one_place_at_a_time": {"people_gap_minutes": draw.choice((0, 60, 180))},
        "same_day": draw.random() < 0.8,
        "venue_turns": {"pattern": draw.choice(("any", "same", "changing"))},
    }
    settings = {**programme.constraints, **ties}
    return programme.model_copy(
        update={"projects": (again,), "constraints": settings, "venues": venues}
    )


def in_phases(programme: Programme, number: int) -> Programme:
    """Return a small programme whose first session is to recruit, with ties that look at phases.

    What differs is drawn, the same for the same number.
    """
    draw = Random(-2_000_000 - number)
    (project,) = programme.projects
    first, *others = project.sessions
    near = {"least_days": draw.randint(1, 2), "most_days": draw.randint(2, 5)}
    phase = Phase(name=draw.choice(("recruit", "workshops")), constraints={"spacing": near})
    ties: dict[str, dict[str, object] | bool] = {
        "spacing": {
            "least_days": draw.randint(1, 2),
            "most_days": draw.randint(3, 7),
            "least_days_to_next_phase": draw.randint(1, 4),
        },
        "weekday_turns": {"pattern": draw.choice(("any", "changing"))},
        "venue_turns": {"pattern": draw.choice(("any", "same", "changing"))},
    }
    again = project.model_copy(
        update={
            "sessions": (first.model_copy(update={"phase": "recruit"}), *others),
            "phases": (phase,) if draw.random() < 0.6 else (),
        }
    )
    settings = {**programme.constraints, **ties}
    return programme.model_copy(update={"projects": (again,), "constraints": settings})


def with_ties(programme: Programme, number: int) -> Programme:
    """Return a small programme in which people set limits, decide together, and taxis cost.

    Each tie is there or not by chance, the same for the same number.
    """
    draw = Random(-1 - number)
    codes = [person.code for person in programme.people]
    tied = {code: _limit(draw) for code in codes}
    homes = tuple(_households(draw, codes))
    projects = tuple(p.model_copy(update={"households": homes}) for p in programme.projects)
    fares = (400, 700, 900, 1500)
    journeys = tuple(
        each.model_copy(update={"by": "taxi", "pence": draw.choice(fares)})
        if draw.random() < 0.4
        else each
        for each in programme.journeys
    )
    settings = dict(programme.constraints)
    if draw.random() < 0.6:
        settings["taxi_budget"] = {"most_pence": draw.choice((0, 900, 1600, 2500, 4000))}
    people = tuple(person.model_copy(update=tied[person.code]) for person in programme.people)
    return programme.model_copy(
        update={
            "people": people,
            "journeys": journeys,
            "constraints": settings,
            "projects": projects,
        }
    )


def with_lifts(programme: Programme, number: int) -> Programme:
    """Return a small programme in which some agreed to drive others, and some only half agreed.

    Who, how many and how far out of the way is drawn, the same for the same number.
    """
    draw = Random(-5_000_000 - number)
    codes = [person.code for person in programme.people]
    drivers = draw.sample(codes, draw.randint(1, 2))
    others = [code for code in codes if code not in drivers]
    pairs = [(driver, driven) for driver in drivers for driven in others]
    seats = {driver: draw.randint(1, 2) for driver in drivers}
    lifts = tuple(
        Lift(
            driver=driver,
            driven=driven,
            agreed_by=draw.choice(
                ((driver, driven), (driver, driven), (driver, driven), (driven,))
            ),
            seats=seats[driver],
            most_detour_minutes=draw.choice((10, 30, 60)),
            detour_minutes=draw.choice((None, 0, 10, 10)),
            back=draw.random() < 0.8,
        )
        for driver, driven in sorted(draw.sample(pairs, min(len(pairs), draw.randint(1, 3))))
    )
    (project,) = programme.projects
    # Whoever is driven often has no other way; whoever drives does so in their own car.
    journeys = [
        each.model_copy(update={"by": "car"}) if each.person in drivers else each
        for each in programme.journeys
        if each.person in drivers or draw.random() < 0.4
    ]
    people = tuple(
        person.model_copy(
            update={
                "travel": person.travel.model_copy(
                    update={"car": YES if person.code in drivers else NO, "most_minutes": None}
                ),
                "times": person.times.model_copy(update={"work": (), "away": ()}),
            }
        )
        for person in programme.people
    )
    again = project.model_copy(update={"lifts": lifts})
    return programme.model_copy(
        update={"people": people, "journeys": tuple(journeys), "projects": (again,)}
    )


def with_barriers(programme: Programme, number: int) -> Programme:
    """Return a small programme in which people are put first by one barrier or more.

    Some look after children or work nights; the rest have what barriers they were drawn with.
    """
    draw = Random(-2_000_000 - number)
    barriers = draw.sample(sorted(WHO), draw.randint(1, 2))
    decided = tuple(
        PutFirst(barrier=barrier, by="An invented facilitator", on=programme.planning_day)
        for barrier in barriers
    )
    people = tuple(_with_a_barrier(draw, person) for person in programme.people)
    return programme.model_copy(update={"people": people, "put_first": decided})


def _with_a_barrier(draw: Random, person: Person) -> Person:
    if draw.random() < 0.5:
        return person
    nights = person.times.model_copy(update={"work": ("Mon-Thu 22:00-06:00",)})
    return person.model_copy(
        update=draw.choice(
            (
                {"childcare": Childcare(children=1, sitter=draw.choice((YES, Fact())))},
                {"times": nights},
                {"travel": Travel(car=NO)},
            )
        )
    )


def _households(draw: Random, codes: list[str]) -> Iterator[Household]:
    left = draw.sample(codes, len(codes))
    for comes in ("in turn", "together"):
        if draw.random() < 0.4 and len(left) > 1:
            yield Household(members=(left.pop(), left.pop()), comes=comes)


def _limit(draw: Random) -> dict[str, object]:
    if draw.random() < 0.75:
        return {"travel": Travel(car=draw.choice((YES, NO, Fact())), taxi=YES)}
    return {
        "most_sessions": draw.randint(0, 2),
        "most_sessions_in": draw.choice(("the project", "a month", "a week")),
        "month_begins_on": draw.choice((1, 1, 14, 28)),
    }


def _venue(draw: Random, n: int) -> Venue:
    return HALL.model_copy(
        update={
            "code": f"v{n}",
            "name": f"Hall {n}",
            "place": draw.choice(("glen", "town")),
            "licensed": draw.choice((NO, NO, NO, Fact())),
            "access": {"step-free": draw.choice((YES, YES, Fact()))},
            "opening": draw.choice(("Mo-Su 08:00-22:00", "Mo-Fr 08:00-18:00", "")),
            "hire_pence": draw.randint(0, 3) * 1000,
        }
    )


def _worker(draw: Random, n: int) -> Worker:
    return Worker(
        code=f"w{n}",
        hours=(draw.choice(("daily 08:00-20:00", "Mon-Fri 08:00-20:00")),),
        session_pence=draw.randint(0, 2) * 500,
    )


def _journey(draw: Random, person: Person, venue: Venue) -> Journey:
    return Journey(
        person=person.code,
        venue=venue.code,
        by="bus",
        out_minutes=draw.choice((10, 25, 40, 55, 70, 95)),
        changes=draw.choice((0, 0, 1, 2)),
        pence=draw.randint(0, 4) * 100,
        step_free="yes",
    )


def _session(draw: Random) -> Session:
    return Session(
        required=draw.random() < 0.8,
        length_minutes=120,
        workers=(WorkerNeed(role="facilitator"),) if draw.random() < 0.5 else (),
        needs_roles=("manager",) if draw.random() < 0.1 else (),
    )
