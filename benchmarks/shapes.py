"""Projects of other shapes, drawn by number: tied together, long, or with very many rooms."""

from random import Random

from benchmarks.generator import a_programme
from scheduler.households import Household
from scheduler.people import Person
from scheduler.programme import Programme

TAXIS = 3
"""How many people with lived experience come by taxi."""
LIMITED, AGREED = 2, 4
"""How many agreed to come to so many sessions at the most."""
BUDGET = 0.4
"""What part of everybody's taxis to every session there is money for."""
FLAG_PENCE, MINUTE_PENCE = 500, 60
"""What a taxi costs there and back: to begin with, and for each minute one way."""


def a_tied_programme(seed: int) -> Programme:
    """Return a programme in which money for taxis, limits and households decide who comes.

    Of eight people with lived experience two agreed to four of six sessions, three come by taxi
    with money for two in five of these, and two come in turn; two professionals come together.
    """
    programme = a_programme(seed)
    draw = Random(seed)  # noqa: S311 - chance for cases, not for secrets
    lived = [person.code for person in programme.people if person.is_lived]
    others = [person.code for person in programme.people if not person.is_lived]
    draw.shuffle(lived)
    draw.shuffle(others)
    limited, by_taxi = set(lived[:LIMITED]), set(lived[LIMITED : LIMITED + TAXIS])
    households = (
        Household(members=tuple(lived[LIMITED + TAXIS :][:2]), comes="in turn"),
        Household(members=tuple(others[:2])),
    )
    (project,) = programme.projects
    tied = _by_taxi(programme, by_taxi)
    return tied.model_copy(
        update={
            "people": tuple(_limited(person, limited) for person in programme.people),
            "projects": (project.model_copy(update={"households": households}),),
        }
    )


def a_long_programme(seed: int) -> Programme:
    """Return a programme of ten sessions for twenty people, ten of them with lived experience."""
    return a_programme(seed, people=20, sessions=10)


def a_wide_programme(seed: int) -> Programme:
    """Return a programme with three hundred rooms to choose from."""
    return a_programme(seed, venues=300)


def _limited(person: Person, limited: set[str]) -> Person:
    return person.model_copy(update={"most_sessions": AGREED} if person.code in limited else {})


def _by_taxi(programme: Programme, people: set[str]) -> Programme:
    """Let some people come by taxi, with money for a part of it."""
    journeys = tuple(
        each.model_copy(
            update={"by": "taxi", "pence": FLAG_PENCE + MINUTE_PENCE * each.out_minutes}
        )
        if each.person in people
        else each
        for each in programme.journeys
    )
    fares = [each.pence or 0 for each in journeys if each.person in people]
    sessions = len(programme.projects[0].sessions)
    budget = int(BUDGET * sum(fares) / len(fares) * len(people) * sessions)
    settings = {**programme.constraints, "taxi_budget": {"most_pence": budget}}
    return programme.model_copy(update={"journeys": journeys, "constraints": settings})
