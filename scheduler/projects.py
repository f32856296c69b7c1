"""A group, and the sessions it wishes for."""

from datetime import date, timedelta
from typing import Literal

from pydantic import Field

from scheduler.households import Household
from scheduler.lifts import Lift
from scheduler.people import Season
from scheduler.places_to_fill import PlaceToFill
from scheduler.words import Clock, Code, Label, Minutes, Settings, Text, Word
from scheduler.work_phases import Phase, PhaseName
from scheduler.workers import WorkerNeed


class Session(Word):
    """One session a group wishes for."""

    title: Label = ""
    """What it is for, in neutral words."""
    required: bool = True
    """Whether the series fails without it."""
    phase: PhaseName | None = None
    """Which phase of the work it belongs to; empty means the project's."""
    length_minutes: Minutes = 150
    """From start to end, breaks included."""
    break_minutes: Minutes = 20
    """Breaks within that time."""
    setup_minutes: Minutes = 30
    """How long before the start the room is needed."""
    clear_up_minutes: Minutes = 30
    """How long after the end the room is needed."""
    form: Literal["in person", "on-line", "by phone", "drop-in"] = "in person"
    """How people take part."""
    first_day: date | None = None
    """Not before this day."""
    last_day: date | None = None
    """Not after this day."""
    day: date | None = None
    """Fixed day, if it has one."""
    same_day: bool = False
    """Whether it is held on the day of the session before it, once that is over."""
    start: Clock | None = None
    """Fixed hour, if it has one."""
    venue: Code | None = None
    """Fixed venue, if it has one."""
    site: Label = ""
    """The named place it is to be held in, where sites take turns; empty means any."""
    state: Literal["wanted", "booked", "held"] = "wanted"
    """Whether it is still to be planned, already booked or already held.

    The last two need day, start and venue.
    """
    needs_roles: tuple[Label, ...] = ()
    """Roles at least one of whose holders must be there, such as decision maker."""
    needs_views: tuple[Label, ...] = ()
    """Views that must be there; empty means as the constraint is set."""
    workers: tuple[WorkerNeed, ...] = ()
    """Workers it needs."""
    food: bool = False
    """Whether there is food for everybody in the room."""
    join_link: Label = ""
    """Where to join on-line, or the number to ring."""
    join_phone: Label = ""
    """The number to ring, where some join on-line and others by phone."""

    @property
    def length(self) -> timedelta:
        """How long it lasts."""
        return timedelta(minutes=self.length_minutes)

    @property
    def is_remote(self) -> bool:
        """Say whether nobody needs to travel."""
        return self.form in {"on-line", "by phone"}

    @property
    def is_promised(self) -> bool:
        """Say whether it is already booked or held, so that nothing may move it."""
        return self.state != "wanted"


class Project(Word):
    """A group and the series of sessions it wants, at one or more sites."""

    code: Code
    """How plans refer to it."""
    name: Label = ""
    """Name used among organisers."""
    public_name: Label = ""
    """Neutral name that may leave the house; empty means the code."""
    phase: PhaseName = "workshops"
    """Which phase of the work these sessions belong to, where they do not say."""
    phases: tuple[Phase, ...] = ()
    """Phases that have days or settings of their own, in the order they happen."""
    members: tuple[Code, ...] = ()
    """People of the group, by code."""
    households: tuple[Household, ...] = ()
    """Members who come together or not at all."""
    lifts: tuple[Lift, ...] = ()
    """Members who agreed that the one drives the other."""
    places_to_fill: tuple[PlaceToFill, ...] = ()
    """Places nobody has taken yet."""
    sessions: tuple[Session, ...] = Field(min_length=1)
    """Sessions in the order they must happen."""
    left_out: tuple[Label, ...] = ()
    """Sessions left out by choice, as people called them: every plan says that they were."""
    venues: tuple[Code, ...] = ()
    """Venues to choose from; empty means every venue of the programme."""
    near: Label = ""
    """The named place the work belongs to, for local holidays and events."""
    seasons: tuple[Season, ...] = ()
    """Seasons of the land year that hold the whole project back."""
    go_betweens: tuple[Code, ...] = ()
    """Go-betweens to ask before its dates are set, by code."""
    agreement: Text = ""
    """What the group agreed on how people treat one another; it goes out with every invitation."""
    constraints: Settings = Field(default_factory=dict)
    """Settings for this project alone, laid over the programme's."""

    @property
    def label(self) -> str:
        """The name organisers read."""
        return self.name or self.public_name or self.code

    @property
    def public_label(self) -> str:
        """The only name that may leave the house."""
        return self.public_name or self.code

    @property
    def shares_days(self) -> bool:
        """Say whether any session is held on the day of the one before it."""
        return any(session.same_day for session in self.sessions)

    def phase_of(self, session: Session) -> Phase:
        """Return the phase a session belongs to, without days of its own where none are given."""
        name = session.phase or self.phase
        told = (phase for phase in self.phases if phase.name == name)
        return next(told, Phase(name=name))

    def is_one_phase(self, one: Session, other: Session) -> bool:
        """Say whether two sessions belong to the same phase."""
        return self.phase_of(one).name == self.phase_of(other).name
