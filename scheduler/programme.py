"""A programme: groups who want to meet, the people in them.

And the rooms and workers they share.
"""

from datetime import date, datetime, timedelta
from functools import cached_property, lru_cache
from typing import Literal, Self
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator

from scheduler.barriers import PutFirst
from scheduler.contact import LanguageContact
from scheduler.estimate import Estimate
from scheduler.feasts import AnnouncedFeast
from scheduler.go_betweens import GoBetween
from scheduler.journeys import Journey, Line, Timetable, Water
from scheduler.money.words import OwnRate
from scheduler.named_days import NamedDays
from scheduler.people import Person
from scheduler.projects import Project, Session
from scheduler.same import Same
from scheduler.told_apart import told_apart
from scheduler.venues import BY_PHONE, ONLINE, Place, Venue
from scheduler.words import Clock, Code, Days, Label, Minutes, Settings, Text, Word
from scheduler.workers import Worker

__all__ = [
    "AcceptedUnknown",
    "Journey",
    "Line",
    "LocalHoliday",
    "Programme",
    "Project",
    "PutFirst",
    "Session",
    "Settings",
    "Timetable",
    "Water",
]


class LocalHoliday(Word):
    """A local holiday or other closed day of one area, with its source."""

    day: date
    """The day."""
    name: Label = ""
    """What it is called."""
    area: Label = ""
    """The place or council it holds for; empty means everywhere in the programme."""
    source: Label = ""
    """Who published it."""


class AcceptedUnknown(Word):
    """Something not known that the organiser decided to plan with, in writing; never a right."""

    constraint: Code
    """File name of the constraint that asks."""
    about: Code
    """The venue or person it is about."""
    by: Label
    """Who accepted it."""
    on: date
    """When."""
    note: Text = ""
    """Why."""


class Programme(Word):
    """Everything a plan is made from."""

    name: Label
    """Name used among organisers."""
    organiser: Label = ""
    """Who invites: an organisation or a person."""
    phone: Label = ""
    """Number anybody may ring; nothing is sent out without one."""
    email: Label = ""
    """Address of the organiser for calendars; optional."""
    contacts: tuple[LanguageContact, ...] = ()
    """Who answers questions in other languages than English."""
    zone: Literal["Europe/London"] = "Europe/London"
    """Zone of every clock time."""
    nation: Literal["scotland", "england-and-wales", "northern-ireland"] = "scotland"
    """Whose bank holidays hold."""
    planned_on: date | None = None
    """The day planning is done, for notice periods; empty means four weeks before the first day."""
    first_day: date
    """First day sessions may be held."""
    last_day: date
    """Last day sessions may be held; at most 800 days after the first."""
    start_every_minutes: int = Field(default=30, ge=5, le=240)
    """How finely starts are tried, in minutes."""
    earliest: Clock = "08:00"
    """Earliest hour anything may start."""
    latest: Clock = "21:30"
    """Latest hour anything may end."""
    places: tuple[Place, ...] = ()
    """Named places."""
    other_roles: tuple[Label, ...] = ()
    """Roles people have here beside the listed ones; they never count for balance."""
    people: tuple[Person, ...] = ()
    """Everybody in any group."""
    venues: tuple[Venue, ...] = ()
    """Every venue to choose from."""
    workers: tuple[Worker, ...] = ()
    """Workers projects share."""
    go_betweens: tuple[GoBetween, ...] = ()
    """People whom communities trust, to be asked before dates are set."""
    role_notice_days: dict[Label, Minutes] = Field(default_factory=dict)
    """How many days before a session that needs a role its holders have to be asked, by role."""
    projects: tuple[Project, ...] = Field(min_length=1)
    """The groups."""
    journeys: tuple[Journey, ...] = ()
    """Journeys entered by hand."""
    lines: tuple[Line, ...] = ()
    """Typed lines of buses and ferries."""
    timetables: tuple[Timetable, ...] = ()
    """Published timetables, searched together."""
    waters: tuple[Water, ...] = ()
    """Water that no guess crosses, beside that between landmasses."""
    rates: tuple[OwnRate, ...] = ()
    """Rates set for this programme, which go before those of any table."""
    paid_roles: tuple[Label, ...] = ()
    """Roles whose holders are paid for their time; empty means that nobody has decided."""
    funder: Label = ""
    """Who pays for it all and has to be told the dates; empty means nobody."""
    estimate: Estimate = Estimate()
    """How journeys nobody entered are guessed."""
    local_holidays: tuple[LocalHoliday, ...] = ()
    """Local holidays that are known."""
    named_days: tuple[NamedDays, ...] = ()
    """Days that hours may go by, such as the terms of a school."""
    announced: tuple[AnnouncedFeast, ...] = ()
    """Days of festivals as they were announced, where the moon or the place leaves them open."""
    dates_to_avoid: tuple[Days, ...] = ()
    """Days nothing is to be held, whatever the reason."""
    constraints: Settings = Field(default_factory=dict)
    """Settings of constraints by file name; one not named has its defaults."""
    accepted_unknowns: tuple[AcceptedUnknown, ...] = ()
    """Unknowns the organiser decided to plan with."""
    put_first: tuple[PutFirst, ...] = ()
    """Barriers whose holders come before other people with lived experience, with who decided."""

    @model_validator(mode="after")
    def _tell_venues_apart(self) -> Self:
        self.__dict__["venues"] = told_apart(self.venues, self.place)
        return self

    @property
    def tz(self) -> ZoneInfo:
        """The zone of every clock time."""
        return ZoneInfo(self.zone)

    @property
    def planning_day(self) -> date:
        """The day planning is done."""
        return self.planned_on or self.first_day - timedelta(weeks=4)

    def days_for(self, session: Session) -> tuple[date, date]:
        """Return the first and the last day a session may be held on; the last may be the earlier.

        What is only wanted yet lies after the day of planning: nobody can be asked to the past.
        """
        first = max(self.first_day, session.day or session.first_day or self.first_day)
        last = min(self.last_day, session.day or session.last_day or self.last_day)
        if self.planned_on and not session.is_promised:
            first = max(first, self.planned_on + timedelta(days=1))
        return first, last

    def group(self, project: Project) -> tuple[Person, ...]:
        """Return the members of a project in order, places to fill after them."""
        stand_ins = (person for place in project.places_to_fill for person in place.as_people())
        by_code = _by_code(Same(self.people))
        return (*(by_code[code] for code in project.members), *stand_ins)

    @property
    def in_no_group(self) -> tuple[Person, ...]:
        """People who are listed and a member of no project: nothing is planned for them."""
        members = {code for project in self.projects for code in project.members}
        return tuple(person for person in self.people if person.code not in members)

    def venues_for(self, project: Project, session: Session) -> tuple[Venue, ...]:
        """Return the venues a session may be held at."""
        if session.is_remote:
            return (ONLINE if session.form == "on-line" else BY_PHONE,)
        allowed = {session.venue} if session.venue else set(project.venues)
        return tuple(venue for venue in self.venues if not allowed or venue.code in allowed)

    def place(self, name: str) -> Place | None:
        """Return the named place, found by code, name or postcode district.

        None where nobody entered it.
        """
        return self._places_by_word.get(name.casefold())

    def areas_of(self, home: str) -> frozenset[str]:
        """Return every word for where somebody lives: the place, its district and its council."""
        place = self.place(home)
        words = (place.code, place.name, place.postcode_district, place.council) if place else ()
        return frozenset(word.casefold() for word in (home, *words) if word)

    @cached_property
    def _places_by_word(self) -> dict[str, Place]:
        """Return every place by each word for it; the first place entered keeps a word."""
        spoken = ((p, (p.code, p.name, p.postcode_district)) for p in reversed(self.places))
        return {word.casefold(): place for place, words in spoken for word in words if word}

    def moment(self, day: date, clock: Clock) -> datetime:
        """Return the aware moment of a clock time on a day; 24:00 is the next midnight."""
        hours, minutes = (int(part) for part in clock.split(":"))
        midnight = datetime(day.year, day.month, day.day, tzinfo=self.tz)
        return midnight + timedelta(hours=hours, minutes=minutes)


@lru_cache(maxsize=8)
def _by_code(people: Same[Person]) -> dict[str, Person]:
    """Return everybody by their code; programmes that differ in other things share this."""
    return {person.code: person for person in people.all}
