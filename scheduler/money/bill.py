"""What a plan costs, line by line: of what, how many, at which rate, and paid how."""

from typing import Literal

from scheduler.words import Word

Kind = Literal["room", "workers", "journeys", "time", "children", "food", "materials"]
"""What money is for."""

Paid = Literal["by invoice", "ahead", "prepaid", "on the day"]
"""How it is paid: by invoice afterwards; to people before they set out; to a firm before the day;
or in people's hands on the day.
"""


class CostLine(Word):
    """One line of what a session costs. It names nobody."""

    kind: Kind
    """What the money is for."""
    what: str
    """The same in words, such as "Taxi there and back"."""
    many: int
    """How many of them."""
    each_pence: int | None = None
    """What each costs; none where nobody has said, or they are not alike."""
    pence: int | None = None
    """What they cost together; none where nobody has said."""
    unpriced: int = 0
    """Of how many of them nobody has said what they cost, where that of others is known."""
    estimated: bool = False
    """Whether it is a guess that nobody confirmed."""
    paid: Paid
    """How it is paid."""
    rate: str = ""
    """Which version of which rate it is, or who said so."""

    @property
    def not_known(self) -> int:
        """Of how many of them nobody has said what they cost."""
        return self.many if self.pence is None else self.unpriced


class SessionCosts(Word):
    """What one session costs."""

    project: str
    """Code of the project."""
    number: int
    """Which session of the series, from 1."""
    lines: tuple[CostLine, ...]
    """Line by line."""
    pence: int
    """What is known of it: the sum of the lines."""
    at_least: bool
    """Whether something is not known, so that it costs this or more."""
    estimated: bool = False
    """Whether something of it is a guess."""


class Reach(Word):
    """How far the money for one project reaches, or that for taxis in it."""

    project: str
    """Code of the project."""
    what: Literal["everything", "taxis"] = "everything"
    """What the money is for."""
    most_pence: int
    """What that may cost."""
    pence: int
    """What is known of what it costs."""
    says: tuple[str, ...]
    """What is left, and what the money kept from happening, in sentences."""


class Costs(Word):
    """What a whole plan costs."""

    sessions: tuple[SessionCosts, ...] = ()
    """Session by session."""
    pence: int = 0
    """What is known of it: the sum of the sessions."""
    at_least: bool = False
    """Whether something is not known, so that it costs this or more."""
    estimated: bool = False
    """Whether something of it is a guess."""
    warnings: tuple[str, ...] = ()
    """What is not fair or not agreed yet about money, and what to do, in sentences."""
    reaches: tuple[Reach, ...] = ()
    """How far the money for each project reaches, where there is a limit to it."""
