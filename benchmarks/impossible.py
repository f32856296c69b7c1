"""Draws invented programmes in which too little fits: those of the generator, squeezed."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from random import Random
from typing import Final, TypeVar

from benchmarks.generator import a_programme
from scheduler.facts import NO
from scheduler.people import Person, Times
from scheduler.programme import Programme, Session
from scheduler.venues import Venue
from scheduler.words import Days

Thing = TypeVar("Thing", Person, Venue)
Squeeze = Callable[[Random, Programme], Programme]
"""What is done to a programme, with chance of its own."""


def an_impossible_programme(seed: int) -> Programme:
    """Return the programme of a number after one or two squeezes; now and then all still fits."""
    draw = Random(seed)  # noqa: S311 - chance for cases, not for secrets
    programme = a_programme(seed)
    several = draw.sample(SQUEEZES, 2 if draw.random() < AGAIN else 1)
    # Each kind comes round in turn, so that any row of numbers has all of them.
    for squeeze in dict.fromkeys((SQUEEZES[seed % len(SQUEEZES)], *several[1:])):
        programme = squeeze(draw, programme)
    return programme


def kind_of(seed: int) -> str:
    """Return in words what is squeezed first in the programme of a number."""
    return SQUEEZES[seed % len(SQUEEZES)].__name__.strip("_").replace("_", " ")


def _a_short_season(draw: Random, programme: Programme) -> Programme:
    """Leave three to six weeks for six sessions that are at least ten days apart."""
    last = programme.first_day + timedelta(weeks=draw.randint(3, 6), days=draw.randrange(7))
    return programme.model_copy(update={"last_day": last})


def _hardly_any_venue(draw: Random, programme: Programme) -> Programme:
    """Leave two venues, open for little of the week."""
    opening = draw.choice(
        ("Sa 10:00-14:00", "Mo-Fr 09:00-12:30", "Su 09:00-17:00", "Mo 18:00-21:30")
    )
    kept = draw.sample(programme.venues, 2)
    return _with_venues(programme, [_but(venue, opening=opening) for venue in kept])


def _everybody_needed(draw: Random, programme: Programme) -> Programme:
    """Ask for nearly everybody of sixteen at every session."""
    least = draw.randint(7, 8)
    settings = {**programme.constraints, "quorum": {"least": 11}, "balance": {"least_lived": least}}
    return programme.model_copy(update={"constraints": settings})


def _long_gaps(draw: Random, programme: Programme) -> Programme:
    """Leave five to seven weeks between sessions."""
    least = draw.randint(37, 49)
    return _set(programme, "spacing", {"least_days": least, "most_days": least + 14})


def _fixed_days(draw: Random, programme: Programme) -> Programme:
    """Fix the day of two sessions too near each other, or on a day that is kept free."""
    first = programme.first_day + timedelta(days=draw.randint(30, 100))
    near = first + timedelta(days=draw.randint(1, 6))
    sessions = list(programme.projects[0].sessions)
    sessions[2] = sessions[2].model_copy(update={"day": first})
    sessions[3] = sessions[3].model_copy(update={"day": near})
    return _with_sessions(programme, sessions)


def _small_rooms(draw: Random, programme: Programme) -> Programme:
    """Leave no room, or one, that holds the group."""
    roomy = draw.randint(0, 1)
    small = [_but(venue, capacity=draw.choice((8, 10, 12))) for venue in programme.venues[roomy:]]
    kept = [_but(venue, opening="Mo-Fr 09:00-13:00") for venue in programme.venues[:roomy]]
    return _with_venues(programme, [*kept, *small])


def _a_need_nobody_meets(draw: Random, programme: Programme) -> Programme:
    """Let one person need what no venue has, or what one has that opens little."""
    chosen = draw.choice(programme.people).code
    people = [_needing(each) if each.code == chosen else each for each in programme.people]
    spared = draw.randint(0, 1)
    venues = [
        _but(venue, access={**venue.access, "changing places toilet": NO})
        for venue in programme.venues[spared:]
    ]
    kept = [_but(venue, opening="Tu 18:00-21:30") for venue in programme.venues[:spared]]
    return _with_venues(_with_people(programme, people), [*kept, *venues])


def _a_view_seldom_free(draw: Random, programme: Programme) -> Programme:
    """Let the only person of a view work nearly all hours, and somebody else the others."""
    one, other = draw.sample(programme.people, 2)
    hours = {one.code: "Mon-Fri 08:00-20:00", other.code: "Sat,Sun 08:00-20:00"}
    people = [
        _but(p, view=f"view of {p.code}", times=Times(told=p.times.told, work=(hours[p.code],)))
        if p.code in hours
        else p
        for p in programme.people
    ]
    return _with_people(programme, people)


def _no_interpreter(draw: Random, programme: Programme) -> Programme:
    """Let somebody need an interpreter, of whom there is none or one who is away for months."""
    chosen = draw.choice(programme.people).code
    people = [_but(p, interpreter="BSL") if p.code == chosen else p for p in programme.people]
    away = Days(
        first=programme.first_day, last=programme.last_day - timedelta(days=draw.randint(0, 30))
    )
    interpreter = programme.workers[0].model_copy(
        update={"code": "I1", "roles": ("interpreter",), "languages": ("BSL",), "away": (away,)}
    )
    workers = (*programme.workers, *((interpreter,) if draw.random() < AGAIN else ()))
    return _with_people(programme, people).model_copy(update={"workers": workers})


def _long_days_away(draw: Random, programme: Programme) -> Programme:
    """Let ten of sixteen be away for most of the season, each from another day on."""
    chosen = {person.code for person in draw.sample(programme.people, 10)}
    people = [
        _but(p, times=_away(draw, programme, p)) if p.code in chosen else p
        for p in programme.people
    ]
    return _with_people(programme, people)


SQUEEZES: Final[Sequence[Squeeze]] = (
    _a_short_season,
    _hardly_any_venue,
    _everybody_needed,
    _long_gaps,
    _fixed_days,
    _small_rooms,
    _a_need_nobody_meets,
    _a_view_seldom_free,
    _no_interpreter,
    _long_days_away,
)
AGAIN: Final = 0.4
"""How often a second thing is squeezed."""


def _away(draw: Random, programme: Programme, person: Person) -> Times:
    first = programme.first_day + timedelta(days=draw.randrange(40))
    away = Days(first=first, last=first + timedelta(days=draw.randint(90, 150)))
    return person.times.model_copy(update={"away": (*person.times.away, away)})


def _but(thing: Thing, **changed: object) -> Thing:
    return thing.model_copy(update=changed)


def _needing(person: Person) -> Person:
    return _but(person, needs=(*person.needs, "changing places toilet"))


def _set(programme: Programme, name: str, settings: dict[str, object]) -> Programme:
    return programme.model_copy(update={"constraints": {**programme.constraints, name: settings}})


def _with_people(programme: Programme, people: Sequence[Person]) -> Programme:
    return programme.model_copy(update={"people": tuple(people)})


def _with_venues(programme: Programme, venues: Sequence[Venue]) -> Programme:
    return programme.model_copy(update={"venues": tuple(venues)})


def _with_sessions(programme: Programme, sessions: Sequence[Session]) -> Programme:
    (project,) = programme.projects
    changed = project.model_copy(update={"sessions": tuple(sessions)})
    return programme.model_copy(update={"projects": (changed,)})
