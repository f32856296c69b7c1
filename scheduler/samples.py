"""Invented people, rooms and hours for worked cases: nobody here exists."""

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from scheduler.facts import NO, YES, Answer
from scheduler.grid import end_of
from scheduler.people import Person, Times, Travel
from scheduler.programme import Programme, Project, Session
from scheduler.venues import Place, Venue
from scheduler.ways import Way

LONDON = ZoneInfo("Europe/London")


def at(words: str) -> datetime:
    """Return the moment of words such as "Tuesday 4 May 2027 10:00", refusing a wrong weekday."""
    moment = datetime.strptime(words, "%A %d %B %Y %H:%M").replace(tzinfo=LONDON)
    if moment.strftime("%A") != words.split(maxsplit=1)[0]:
        msg = f"{words}: that day is a {moment.strftime('%A')}"
        raise ValueError(msg)
    return moment


def on(words: str) -> date:
    """Return the day of words such as "Tuesday 4 May 2027", refusing a wrong weekday."""
    return at(f"{words} 00:00").date()


ISHBEL = Person(
    code="ishbel",
    name="Ishbel",
    roles=("lived experience",),
    home="glen",
    times=Times(told=Answer.YES),
    travel=Travel(car=YES),
    needs_asked=Answer.YES,
    share_reasons=True,
)
"""An invented member with lived experience and a car."""

RORY = Person(
    code="rory",
    name="Rory",
    roles=("professional",),
    home="town",
    employer="Glen Council",
    times=Times(told=Answer.YES),
    travel=Travel(car=YES),
    needs_asked=Answer.YES,
    share_reasons=True,
)
"""An invented social worker of an invented council."""

HALL = Venue(
    code="hall",
    name="Glen Hall",
    kind="village hall",
    place="glen",
    phone="01632 960100",
    capacity=30,
    operator="Glen Hall Committee",
    licensed=NO,
    opening="Mo-Su 08:00-22:00",
    open_on_holidays=Answer.YES,
    access={"step-free": YES, "accessible toilet": YES},
)
"""An invented village hall of which much is known."""

WISH = Session(title="Session", length_minutes=120)
AFTERWARDS = WISH.model_copy(update={"same_day": True})
CALLING = WISH.model_copy(update={"phase": "recruit"})

GLEN = Place(
    code="glen",
    name="The Glen",
    latitude=56.6,
    longitude=-4.0,
    postcode_district="XX1",
    landmass="Great Britain",
    council="Glen Council",
)
TOWN = Place(
    code="town",
    name="The Town",
    latitude=56.7,
    longitude=-3.8,
    postcode_district="XX2",
    landmass="Great Britain",
    council="Glen Council",
)

PROJECT = Project(
    code="group",
    public_name="Living well",
    members=("ishbel", "rory"),
    sessions=(WISH,),
    near="glen",
)

PROGRAMME = Programme(
    name="An invented programme",
    phone="01632 960001",
    first_day=date(2027, 1, 4),
    last_day=date(2027, 6, 30),
    places=(GLEN, TOWN),
    people=(ISHBEL, RORY),
    venues=(HALL,),
    projects=(PROJECT,),
)


def ordinary(given: Mapping[str, object]) -> dict[str, object]:
    """Fill in a worked case: what it does not say is ordinary, on Tuesday 8 June 2027 at 11:00."""
    start = given.get("start", at("Tuesday 8 June 2027 11:00"))
    session = given.get("session", WISH)
    if not isinstance(start, datetime) or not isinstance(session, Session):
        msg = "a worked case gives `start` as a datetime and `session` as a Session"
        raise TypeError(msg)
    plain: dict[str, object] = {
        "start": start,
        "end": end_of(start, session),
        "day": start.date(),
        "programme": PROGRAMME,
        "project": PROJECT,
        "session": session,
        "venue": HALL,
        "person": ISHBEL,
        "way": Way(by="car", out_minutes=20, back_minutes=20),
        "group": (ISHBEL, RORY),
        "present": (ISHBEL, RORY),
        "coming": (ISHBEL, RORY),
        "total": 0,
        "earlier": None,
    }
    return {**plain, **given}
