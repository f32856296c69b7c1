"""An invented group on the real map of Newport.

The venues are OpenStreetMap's, the people do not exist.
"""

from collections.abc import Sequence
from datetime import date

from scheduler.facts import YES, Answer
from scheduler.people import Person, Times, Travel
from scheduler.programme import Programme, Project, Session
from scheduler.venues import Place, Venue

PLACES = (
    Place(
        code="newport", name="Newport", latitude=51.588, longitude=-2.998, landmass="Great Britain"
    ),
    Place(
        code="caerleon",
        name="Caerleon",
        latitude=51.610,
        longitude=-2.954,
        landmass="Great Britain",
    ),
    Place(
        code="rogerstone",
        name="Rogerstone",
        latitude=51.593,
        longitude=-3.053,
        landmass="Great Britain",
    ),
    Place(
        code="marshfield",
        name="Marshfield",
        latitude=51.538,
        longitude=-3.068,
        landmass="Great Britain",
    ),
)


def newport_programme(venues: Sequence[Venue]) -> Programme:
    """Return a programme of four workshops from January to June 2027 on some venues."""
    people = tuple(_person(number) for number in range(8))
    project = Project(
        code="living-well",
        public_name="Living well",
        members=tuple(person.code for person in people),
        sessions=tuple(Session(title=f"Workshop {n}", length_minutes=150) for n in range(1, 5)),
        near="newport",
    )
    return Programme(
        name="Living well in Newport (invented group, real map)",
        organiser="Invented organiser",
        phone="01632 960050",
        nation="england-and-wales",
        first_day=date(2027, 1, 4),
        last_day=date(2027, 6, 30),
        planned_on=date(2026, 11, 23),
        places=PLACES,
        people=people,
        venues=tuple(venues),
        projects=(project,),
        constraints={"spacing": {"least_days": 21, "most_days": 56}},
    )


def _person(number: int) -> Person:
    professional = number >= 4
    work = ("Mon-Fri 13:00-17:00",) if number % 3 == 0 else ()
    return Person(
        code=f"m{number + 1}",
        roles=("professional" if professional else "lived experience",),
        home=PLACES[number % len(PLACES)].code,
        employer="Newport City Council" if professional else "",
        times=Times(told=Answer.YES, work=work),
        travel=Travel(car=YES),
        keeps=("ramadan_iftar", "eid_al_fitr") if number == 1 else (),
        needs=("step-free",) if number == 2 else (),
        needs_asked=Answer.YES,
        share_reasons=True,
    )
