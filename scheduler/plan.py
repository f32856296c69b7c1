"""A plan: what is held when and where, who comes and how, who cannot and why.

And how sure we are.
"""

from datetime import date, datetime
from typing import Literal

from scheduler.money.bill import Costs
from scheduler.unmet import Conflict, InTheWay, LeftOut, Obstacle, Regrouping, Unplaced
from scheduler.words import Word


class Level(Word):
    """One level of the order of concern: what the plan reaches, and what any plan could reach."""

    name: str
    """What is counted, in plain words."""
    value: tuple[int, ...]
    """What this plan reaches; smaller is better, first number first."""
    bound: tuple[int, ...]
    """The best any plan could reach here while no worse at every earlier level."""
    proven: bool
    """Whether value and bound are known to be equal."""


class WayTaken(Word):
    """How somebody gets there and back."""

    by: str
    """car, lift, taxi, bus, ferry, ..., walk, on-line, by phone, or not known."""
    out_minutes: int | None
    """Minutes on the way there; none where not known."""
    back_minutes: int | None
    """Minutes on the way back; none where not known."""
    changes: int = 0
    """Changes of vehicle each way."""
    pence: int = 0
    """Cost there and back; 0 where nobody knows."""
    fare_known: bool = True
    """Whether anybody said, or could guess, what it costs."""
    leaves: datetime | None = None
    """When they set out, where a timetable says."""
    home: datetime | None = None
    """When they are home, where a timetable says."""
    estimated: bool = False
    """Whether this is an estimate nobody confirmed."""
    source: str = ""
    """Who said so, or which timetable."""
    told: str = ""
    """The journey leg by leg in sentences, where a timetable says."""
    book_by: date | None = None
    """The last day to book it, where it has to be booked."""
    driver: str = ""
    """Code of whoever of the group drives them."""
    drives: tuple[str, ...] = ()
    """Codes of those of the group whom they drive."""


class Coming(Word):
    """Somebody who comes."""

    person: str
    """Their code."""
    way: WayTaken
    """How they get there and back."""
    sure: bool = True
    """Whether everything that makes them able is known."""
    if_need_be: tuple[str, ...] = ()
    """What speaks against it, in sentences for the organiser."""
    unsure_because: tuple[str, ...] = ()
    """What is not known, in sentences for the organiser."""


class Absent(Word):
    """Somebody who is not there, and why."""

    person: str
    """Their code."""
    stands_down: bool = False
    """Whether they could come but leave room so that professionals do not outnumber the others."""
    stays_away: str = ""
    """Where they could come but for an agreement or a limit: a sentence for the organiser."""
    reasons: tuple[str, ...] = ()
    """Sentences for the organiser, with only what the person agreed to be said."""


class Task(Word):
    """Something to be done before a session."""

    due: date
    """By when."""
    what: str
    """What to do."""
    phone: str = ""
    """Number to ring."""


class Question(Word):
    """Something not known that this plan rests on."""

    constraint: str
    """File name of the constraint that asks; empty where it asks on account of a person."""
    about: str
    """The venue or person it is about, by code."""
    asks: str
    """The question, in a sentence."""
    phone: str = ""
    """Number to ring."""
    holds_back: bool = True
    """Whether the plan is not final until it is answered; no longer once accepted in writing."""


class Chosen(Word):
    """A session with its date, time and venue."""

    project: str
    """Code of the project."""
    number: int
    """Which session of the series, from 1."""
    title: str = ""
    """What it is for."""
    start: datetime
    """When it begins."""
    end: datetime
    """When it ends."""
    venue: str
    """Code of the venue, or on-line, or by-phone."""
    counts: bool = True
    """Whether it counts: what was promised although it passes over somebody's right counts for
    nobody until that is settled, so that nothing shows whose right it is."""
    coming: tuple[Coming, ...]
    """Who comes; nobody where it does not count."""
    expected: tuple[Coming, ...] = ()
    """Where it does not count: who would come if it did, whomever it shuts out among them."""
    absent: tuple[Absent, ...] = ()
    """Who is not there, and why."""
    workers: tuple[str, ...] = ()
    """Codes of the workers who are there."""
    notes: tuple[str, ...] = ()
    """What speaks against this date or venue without closing it, for the organiser."""
    breaks: tuple[str, ...] = ()
    """Rules it breaks although it was booked or held, in sentences for the organiser."""
    tasks: tuple[Task, ...] = ()
    """What must be done, by when."""
    pence: int = 0
    """What is known of what it costs."""

    @property
    def there(self) -> tuple[Coming, ...]:
        """Everybody who comes or, where it does not count, would."""
        return (*self.coming, *self.expected)


class Outcome(Word):
    """What the plan means for one person."""

    person: str
    """Their code."""
    project: str
    """Code of the project."""
    wanted: int
    """Sessions they want to come to."""
    able: int
    """Sessions they come to."""
    stands_down: int = 0
    """Sessions they leave to others in turn."""
    not_counted: int = 0
    """Sessions they are expected at that count for nobody until they are settled."""
    worst_minutes: int | None = None
    """Their longest journey one way; none where not known."""
    line: str = ""
    """A sentence for the organiser."""


class Certificate(Word):
    """What this plan was made from and with, so that anybody can make it again."""

    programme: str
    """Fingerprint (SHA-256) of the programme."""
    versions: dict[str, str]
    """Versions of what made it."""
    settings: dict[str, dict[str, object]]
    """Settings of every constraint, by file name."""
    put_first: tuple[str, ...] = ()
    """Who is put first, by whom that was decided, when and why; it names nobody it is true of."""
    method: str = ""
    """How it was found."""
    candidates: int = 0
    """How many start and venue pairs were looked at."""
    open_candidates: int = 0
    """How many of them nothing closes."""
    ended_by: Literal["proof", "work limit", "clock", "person"] = "proof"
    """What ended the search."""


class Plan(Word):
    """The whole answer to a programme."""

    programme: str
    """Name of the programme."""
    possible: bool
    """Whether every required session has a date."""
    final: bool
    """Whether nothing it rests on is still unknown."""
    order: tuple[Level, ...]
    """The order of concern, level by level."""
    sessions: tuple[Chosen, ...]
    """The sessions, by project and number."""
    people: tuple[Outcome, ...]
    """What it means for each person."""
    unplaced: tuple[Unplaced, ...] = ()
    """Sessions that found no date."""
    questions: tuple[Question, ...] = ()
    """What is not known and matters here."""
    in_the_way: tuple[InTheWay, ...] = ()
    """Which groups stand in one another's way, where each could have its sessions by itself."""
    conflicts: tuple[Conflict, ...] = ()
    """Why it is not possible, where it is not."""
    obstacles: tuple[Obstacle, ...] = ()
    """What counting found in the way before any search."""
    left_out: tuple[LeftOut, ...] = ()
    """Everybody who could come to none of the sessions held, with why and what would help."""
    regroupings: tuple[Regrouping, ...] = ()
    """Groups too big or too small for everybody to be heard, and what could be done."""
    costs: Costs = Costs()
    """What it costs, line by line."""
    certificate: Certificate

    @property
    def unsettled(self) -> tuple[Chosen, ...]:
        """The sessions that count for nobody, as they pass over somebody's right."""
        return tuple(chosen for chosen in self.sessions if not chosen.counts)

    def session(self, project: str, number: int) -> Chosen | None:
        """Return the session of a project by its number, if it has a date."""
        wanted = (chosen for chosen in self.sessions if chosen.project == project)
        return next((chosen for chosen in wanted if chosen.number == number), None)
