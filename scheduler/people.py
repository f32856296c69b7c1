"""The people of a programme: what they need and when they can come, never why."""

from datetime import date
from functools import cached_property
from typing import Literal, get_args

from pydantic import Field

from scheduler.contact import Contact
from scheduler.facts import UNKNOWN, Answer, Fact
from scheduler.feasts import NamedFeast
from scheduler.money.words import Pay
from scheduler.words import Clock, Code, Days, Label, Minutes, Spell, Word
from scheduler.workers import WHEELCHAIR_TAXI

LIVED_ROLES = frozenset({"lived experience", "family or unpaid carer"})
"""Roles that count as lived experience."""

PROFESSIONAL_ROLES = frozenset({"professional", "manager", "decision maker"})
"""Roles that count as professional, unless the person also has lived experience."""

ROLES = (
    "lived experience",
    "family or unpaid carer",
    "professional",
    "manager",
    "decision maker",
)
"""Roles that say on which side somebody counts; a programme may add others that say nothing of it.

Iriss, How to: Address power imbalance through co-production (2018).
"""

Need = Literal[
    "step-free",
    "accessible toilet",
    "changing places toilet",
    "hearing loop",
    "quiet room",
    "accessible parking",
    "lift",
    "low lighting",
    "assistance dog welcome",
    "private room for prayer",
]

NEEDS: tuple[str, ...] = get_args(Need)
"""What a venue can be asked for. We ask for the adjustment, never the condition."""


class Season(Word):
    """A season of the land year that ties somebody down; only those who say so have one."""

    activity: Code
    """Which season of the farming calendar, such as lambing_hill_blackface."""
    region: Label = ""
    """Where, such as Borders: then every season there whose name begins like that counts."""
    tups_in: date | None = None
    """For lambing: the day the tups went in, which says more than any region."""
    tups_out: date | None = None
    """For lambing: the day the tups came out."""
    begins: date | None = None
    """Own first day, in place of the calendar's."""
    ends: date | None = None
    """Own last day, in place of the calendar's."""


class Times(Word):
    """When somebody can come: weekly patterns, rotas and dates, without a reason."""

    told: Answer = Answer.UNKNOWN
    """Whether they have told us when they can come.
    Until then they are planned for but never counted on."""
    free: tuple[str, ...] = ()
    """If any: the only times they can come, such as "Mon-Fri 10:00-15:00"."""
    work: tuple[str, ...] = ()
    """Work, as weekly hours or a rota such as "4 on 4 off from 2027-01-04, 19:00-07:00"."""
    commute_minutes: Minutes = 0
    """How long the way from home to work takes, and the way back; work is kept clear with both."""
    job_hours: tuple[str, ...] = ()
    """For who comes because of their job: its hours. Sessions outside them are for "if need be"."""
    holidays: tuple[Label, ...] = ()
    """Whose holidays are theirs, beside those the programme keeps: a council or place with local
    holidays, days by name such as an employer's, or a nation such as england-and-wales.
    """
    care: tuple[str, ...] = ()
    """Care and school runs, as weekly hours."""
    busy: tuple[Spell, ...] = ()
    """Other times they cannot come."""
    away: tuple[Days, ...] = ()
    """Whole days they cannot come."""
    if_need_be: tuple[str, ...] = ()
    """Weekly hours they can manage but would rather not."""
    best: tuple[str, ...] = ()
    """Hours that suit them best; at others they would rather not. Nobody is asked why."""
    expected_from: date | None = None
    """From this day on their times are only expected, since a rota comes out late."""
    confirm_by: date | None = None
    """By when they will know; told with `expected_from`."""
    known_days_ahead: Minutes | None = None
    """How many days ahead they know their times, where they never know them longer before."""
    not_before: Clock | None = None
    """Earliest they can be at a session."""
    home_by: Clock | None = None
    """Latest they can be home."""
    home_before_dark: bool = False
    """Whether they need to be home before sunset."""


class Childcare(Word):
    """Children somebody looks after, and who is with them meanwhile."""

    children: int = 0
    """How many children need somebody with them while this person is at a session."""
    minded: tuple[str, ...] = ()
    """When they are at school or otherwise looked after, as weekly hours; journeys count."""
    sitter: Fact = UNKNOWN
    """Whether a sitter is agreed and paid for."""


class Travel(Word):
    """How somebody can get about, and how far is bearable."""

    car: Fact = UNKNOWN
    """Whether they can drive there themselves."""
    lift: Fact = UNKNOWN
    """Whether a lift is agreed by both sides."""
    taxi: Fact = UNKNOWN
    """Whether a taxi is agreed and paid for."""
    free_bus: Fact = UNKNOWN
    """Whether they have a card to go by bus free of charge; nobody is asked which."""
    comfortable_minutes: Minutes | None = None
    """How long a journey each way is comfortable; empty takes the default."""
    most_minutes: Minutes | None = None
    """The longest journey each way they can make; empty takes the default."""
    most_changes: Minutes | None = None
    """The most changes of vehicle they can make each way; empty takes the default."""
    change_minutes: Minutes | None = None
    """How long they need to change vehicles; empty takes the default."""
    walk_minutes: Minutes | None = None
    """The longest walk to or from a stop they can make; empty takes the default."""
    any_vehicle: bool = False
    """Whether they also take vehicles and stops that nobody has said are step-free."""


class Person(Word):
    """Somebody in a group, by code; a name is optional and pronouns are never guessed."""

    code: Code
    """How plans refer to them where no name is given."""
    name: Label = ""
    """Name they chose to be known by."""
    pronouns: Label = ""
    """Pronouns, if they gave any."""
    roles: tuple[Label, ...] = ("lived experience",)
    """Every part they play: lived experience, family or unpaid carer, professional, manager,
    decision maker; beside one of these also any that the programme names in `other_roles`.
    """
    view: Label = ""
    """The view or camp they bring, such as "young people" or "council"."""
    home: Label = ""
    """A named place of the programme, a postcode district, or nothing."""
    employer: Label = ""
    """Who they work for; its offices are not neutral."""
    places_of_service: tuple[Code, ...] = ()
    """Venues where they usually see people in their job."""
    times: Times = Times()
    """When they can come."""
    travel: Travel = Travel()
    """How they get about."""
    childcare: Childcare = Childcare()
    """Children they look after, and who is with them meanwhile."""
    helpers: int = Field(default=0, ge=0, le=5)
    """How many come along to assist them; each needs a place in the room, from 0 to 5."""
    food: tuple[Label, ...] = ()
    """What their food has to be, such as "vegan" or "halal"; only how many is told, never who."""
    pay: Pay = Pay()
    """How they want to be paid for their time, where people are."""
    keeps: tuple[Code, ...] = ()
    """Observances whose days they keep, such as eid_al_fitr, ramadan_iftar, shabbat."""
    keeps_on: tuple[NamedFeast, ...] = ()
    """Festivals of which they named the day: the other days on which it may be are then free."""
    keeps_with: tuple[Label, ...] = ()
    """Whose announcement of days they go by; nobody is asked of which faith that is."""
    seasons: tuple[Season, ...] = ()
    """Seasons of the land year that tie them down."""
    needs: tuple[Need, ...] = ()
    """What the venue must have for them: rights, not wishes."""
    needs_asked: Answer = Answer.UNKNOWN
    """Whether they have been asked what they need."""
    interpreter: Label = ""
    """Language of the interpreter they need, such as BSL."""
    assistance: tuple[Label, ...] = ()
    """Whom they need by them at every session, such as "personal assistant" or "wheelchair taxi": a
    worker with that role is booked for them alone."""
    assisted_by: Label = ""
    """Whether the interpreter and assistants they need must be a "woman" or a "man", if they ask
    for that."""
    other_ways: tuple[Literal["on-line", "by phone"], ...] = ()
    """Other ways to take part that they chose for when the room, or the way there, does not suit.
    The first that can be had at a venue is taken. The organiser sees whom to ring, never why."""
    other_ways_only: bool = False
    """Whether they take part in these other ways only, and never travel."""
    no_go: tuple[Label, ...] = ()
    """Venues or kinds of venue where they must not be asked to go; private."""
    not_with: tuple[Code, ...] = ()
    """People they must not be in a room with, nor on one call unless they chose that other way to
    take part themselves; private."""
    come_anyway: tuple[Code, ...] = ()
    """Constraints, or seasons of theirs, they said may be passed over for them: "I can come
    anyway".
    """
    sessions_wanted: int | None = None
    """How many sessions they want to come to; empty means all."""
    most_sessions: int | None = None
    """The most sessions they agreed to in one project and stretch of time; empty means any."""
    most_sessions_in: Literal["the project", "a month", "a week"] = "the project"
    """The stretch of time that number is for."""
    month_begins_on: int = Field(default=1, ge=1, le=28)
    """The day of the month on which their own months begin, where such a number counts by month."""
    share_reasons: bool = False
    """Whether the organiser may be told why a time does not suit them."""
    describes: tuple[Label, ...] = ()
    """Words they chose to describe themselves by; never asked for, never guessed."""
    describes_shared: bool = False
    """Whether these words may be counted, with others', in groups too large to point at anybody."""
    email: Label = ""
    """Their e-mail address, used only where `contact.ways` names e-mail; optional."""
    contact: Contact = Contact()
    """Ways and hours to get in touch that are safe for them."""
    language: Label = ""
    """The language they like to ask questions in; empty means English."""
    to_fill: bool = False
    """Whether this is a place still to be filled rather than somebody who joined."""

    @property
    def label(self) -> str:
        """The name people read: the name given, else the code."""
        return self.name or self.code

    @cached_property
    def observes(self) -> tuple[str, ...]:
        """Everything whose days they keep, those among it of which they named the day."""
        return tuple(dict.fromkeys((*self.keeps, *(feast.festival for feast in self.keeps_on))))

    @cached_property
    def is_lived(self) -> bool:
        """Say whether they bring lived experience, unpaid carers and family among them."""
        return any(role in LIVED_ROLES for role in self.roles)

    @cached_property
    def is_fetched(self) -> bool:
        """Say whether they need a wheelchair taxi, and so come by one wherever they travel."""
        return WHEELCHAIR_TAXI in self.assistance and not self.other_ways_only

    @cached_property
    def is_professional(self) -> bool:
        """Say whether they come as a professional only."""
        return not self.is_lived and any(role in PROFESSIONAL_ROLES for role in self.roles)
