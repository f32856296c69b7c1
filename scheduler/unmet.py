"""What a plan says where something does not fit: what is lacking, why, and what would help."""

from typing import Literal

from pydantic import Field

from scheduler.words import Word

Kind = Literal["ask", "group", "times", "sessions", "approach", "money"]
"""What an offer changes: what is known, since asking costs nothing; then in the guide's own order.

The group; days, hours or places; how many sessions, how long, or which are optional; only when
none of these works, the whole approach; and last how much money there is.
"""


class Obstacle(Word):
    """Something that counting alone finds in the way, before any search."""

    project: str
    """Code of the project."""
    number: int = 0
    """Which session, from 1; 0 where it concerns all of them."""
    constraint: str = ""
    """The rule behind it, by file name; empty where there is none or that would tell too much."""
    person: str = ""
    """The person it concerns, by code, where it concerns one."""
    says: str
    """What was counted, in a sentence."""
    remedy: str
    """What to do, in a sentence."""


class LeftOut(Word):
    """Somebody who could come to none of the sessions that found a date."""

    project: str
    """Code of the project."""
    person: str
    """Their code."""
    reason: str
    """Why, in a sentence, with only what they agreed to be said."""
    remedy: str
    """What would help most, in a sentence."""


class Regrouping(Word):
    """A group outside the size in which everybody is heard, and what could be done."""

    project: str
    """Code of the project."""
    says: str
    """What is proposed, in a sentence."""
    join: str = ""
    """Code of the project to join with; empty where there is none."""


class Unplaced(Word):
    """A session that found no date."""

    project: str
    """Code of the project."""
    number: int
    """Which session, from 1."""
    required: bool
    """Whether the series fails without it."""
    reason: str
    """Why, in a sentence."""
    remedy: str = ""
    """What would help most, in a sentence; empty where nothing that was tried does."""


class ConflictPart(Word):
    """One thing that would have to give."""

    constraint: str
    """File name of the constraint; empty where that would tell too much of a person."""
    person: str = ""
    """The person it concerns, by code, where it concerns one."""
    says: str = ""
    """What it asks, in a sentence."""
    many: int = 1
    """For how many people it asks this, where they are not named."""
    needed: bool = False
    """Whether this was left out and everything solved again, and the others then did not clash."""
    enough: bool = False
    """Whether every required session could be held if this alone gave way, as solved again."""


class Tried(Word):
    """How many changes of one kind were tried, and whether any of them does."""

    kind: Kind
    """What they change."""
    many: int
    """How many were tried."""
    helped: int
    """With how many of them every required session can be held."""
    says: str
    """The same in a sentence."""


class Offer(Word):
    """A change that would let more be held, tried out."""

    kind: Kind = "times"
    """What it changes."""
    label: str
    """What would change."""
    constraint: str = ""
    """The constraint that gives, by file name."""
    settings: dict[str, int | float | str | bool] = Field(default_factory=dict)
    """Its new settings."""
    placed: int
    """How many required sessions can then be held."""
    of: int
    """How many are required."""
    serves: tuple[int, ...] = ()
    """The sessions that had no date and then have one, by number."""
    price: str = ""
    """What it asks, in words."""
    pence_more: int = 0
    """How much more all sessions together cost than those of the best part, in pence."""
    gains: tuple[str, ...] = ()
    """Who gains, in sentences."""
    gainers: tuple[str, ...] = ()
    """Who gains, by code."""
    gives: tuple[str, ...] = ()
    """Who gives, in sentences."""


class InTheWay(Word):
    """Groups that cannot all have their sessions, and what they share that does not go round."""

    projects: tuple[str, ...] = ()
    """Codes of the projects; none where it was not looked into."""
    people: tuple[str, ...] = ()
    """Codes of the people who would have to be in two places at once."""
    workers: tuple[str, ...] = ()
    """Codes of the workers who would."""
    venues: tuple[str, ...] = ()
    """Codes of the rooms that would be needed twice."""
    says: str
    """It in sentences."""
    remedy: str = ""
    """What would help, in a sentence."""


class Conflict(Word):
    """A smallest set of demands that cannot all be met: leave any one out, the others can be."""

    project: str
    """Code of the project."""
    parts: tuple[ConflictPart, ...]
    """What clashes."""
    besides: tuple[ConflictPart, ...] = ()
    """What clashes besides, whatever of that gives way."""
    says: str
    """The clash in a sentence."""
    offers: tuple[Offer, ...] = ()
    """What would help, each tried out, in the guide's own order."""
    tried: tuple[Tried, ...] = ()
    """What was tried, kind by kind."""
    confirmed: tuple[str, ...] = ()
    """Who agrees that it cannot be done: the methods that each found so."""
