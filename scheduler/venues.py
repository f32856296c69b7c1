"""The rooms a group could meet in, and what is known of each."""

from datetime import date
from typing import Self

from pydantic import Field, PrivateAttr

from scheduler.facts import UNKNOWN, Answer, Fact
from scheduler.people import Need
from scheduler.words import Code, Days, Label, Minutes, Pence, Spell, Text, Word


class Place(Word):
    """A named place where people live or a venue stands, as coarse as people like."""

    code: Code
    """How people's homes and venues refer to it."""
    name: Label = ""
    """Its name as people say it."""
    latitude: float | None = None
    """Degrees north."""
    longitude: float | None = None
    """Degrees east; Scotland's are negative."""
    postcode_district: Label = ""
    """Such as IV22; a home given by that district is taken to be here."""
    landmass: Label = ""
    """The island or mainland it stands on.

    An estimate never crosses water, and empty means not known.
    """
    council: Label = ""
    """The council area, for local holidays."""


class DatedLicence(Word):
    """Alcohol served on certain days only: an occasional licence, a function, a bar night."""

    first: date
    """First day."""
    last: date
    """Last day, included."""
    what: Label = "occasional licence"
    """What it is."""
    source: Label = ""
    """Who said so, or where it is registered."""


class Venue(Word):
    """A place to meet. Every fact about it may be unknown.

    And stays unknown until somebody asks.
    """

    code: Code
    """How plans refer to it."""
    name: Label = ""
    """Its name."""
    kind: Label = ""
    """What it is: village hall, community centre, church hall, library, school, council office.

    Pub, on-line ...
    """
    address: Text = ""
    """Where to find it."""
    place: Label = ""
    """The named place it stands in."""
    latitude: float | None = None
    """Degrees north."""
    longitude: float | None = None
    """Degrees east."""
    phone: Label = ""
    """Number to ring to ask or book."""
    directions: Text = ""
    """How to get in, step-free first, in plain words with local names."""
    capacity: int | None = None
    """How many people the room holds; empty means not known."""
    operator: Label = ""
    """Who runs it."""
    funders: tuple[Label, ...] = ()
    """Who owns it or gives it grants, apart from the operator."""
    licensed: Fact = UNKNOWN
    """Whether it serves alcohol or holds a premises licence."""
    bar_closed: Fact = UNKNOWN
    """If it has a bar: whether the bar is closed and apart while the group meets."""
    licensed_days: tuple[DatedLicence, ...] = ()
    """Days on which alcohol is served there although it usually is not."""
    access: dict[Need, Fact] = Field(default_factory=dict)
    """For each need, whether the venue meets it; a need not listed is unknown."""
    internet: Fact = UNKNOWN
    """Whether people elsewhere can join a session there on-line."""
    phone_reception: Fact = UNKNOWN
    """Whether people elsewhere can join a session there by phone."""
    opening: Label = ""
    """Opening hours in OpenStreetMap's opening_hours form, such as "Mo-Sa 09:00-22:00".

    Empty means not known.
    """
    open_on_holidays: Answer = Answer.UNKNOWN
    """Whether it opens on bank and local holidays."""
    closed: tuple[Days, ...] = ()
    """Days it is shut."""
    bookings: tuple[Spell, ...] = ()
    """Times it is taken by others."""
    hire_pence: Pence | None = None
    """Hire for one session, in pence; empty means not known, and 0 that it is free."""
    notice_days: Minutes = 0
    """How many days before the session it must be booked."""
    source: Label = ""
    """Where these facts come from."""
    _where: str = PrivateAttr(default="")
    """What tells it from a venue of the same name; worked out, never entered."""

    @property
    def label(self) -> str:
        """The name people read: the name given, else the code.

        Where another venue of the programme has the same name, with where this one is.
        """
        name = self.name or self.code
        return f"{name} ({self._where})" if self._where else name

    def known_by(self, where: str) -> Self:
        """Return the same venue, told from others of its name by where it is."""
        if where == self._where:
            return self
        known = self.model_copy()
        known._where = where  # noqa: SLF001 - its own, in a copy
        return known

    @property
    def is_remote(self) -> bool:
        """Say whether this is no room at all: on-line or by phone."""
        return self.kind in {"on-line", "by phone"}

    def meets(self, need: Need) -> Fact:
        """Return what is known of a need here."""
        return self.access.get(need, UNKNOWN)


ONLINE = Venue(code="on-line", name="On-line", kind="on-line", licensed=Fact(answer=Answer.NO))
BY_PHONE = Venue(code="by-phone", name="By phone", kind="by phone", licensed=Fact(answer=Answer.NO))
