"""An invented person on the real timetable of Chester, summer of 2023."""

from datetime import date

from scheduler.facts import NO, Answer
from scheduler.journeys import Timetable
from scheduler.people import Person, Times, Travel
from scheduler.programme import Programme, Project, Session
from scheduler.venues import Place, Venue
from tests.conftest import shared_data

CITY = Place(
    code="city", name="The city", latitude=53.1890, longitude=-2.8853, landmass="Great Britain"
)
VILLAGE = Place(
    code="village", name="Cymau", latitude=53.0949, longitude=-3.0534, landmass="Great Britain"
)
VENUE = Venue(code="hall", name="Cymau Hall", kind="community centre", place="village")
WALKER = Person(
    code="gwen",
    name="Gwen",
    home="city",
    times=Times(told=Answer.YES),
    travel=Travel(car=NO, most_minutes=240),
    needs_asked=Answer.YES,
    share_reasons=True,
)


def chester(**changed: object) -> Programme:
    """Return a programme of one session at 10:00 to 12:30 on Tuesday 15 August 2023."""
    programme = Programme(
        name="A day in the village (invented group, real timetable)",
        phone="01632 960050",
        nation="england-and-wales",
        planned_on=date(2023, 7, 31),
        first_day=date(2023, 8, 15),
        last_day=date(2023, 8, 15),
        places=(CITY, VILLAGE),
        people=(WALKER,),
        venues=(VENUE,),
        projects=(
            Project(
                code="group",
                members=("gwen",),
                sessions=(Session(length_minutes=150, start="10:00"),),
            ),
        ),
        timetables=(Timetable(file="gtfs.zip").beside(shared_data("places", "chester")),),
    )
    return programme.model_copy(update=changed)
