"""What a constraint is: a sentence people can read, a check anybody can run.

And its worked cases.
"""

import inspect
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from functools import cache
from itertools import compress
from typing import Any, ClassVar, Self

import numpy as np

from scheduler.calendars.tables import Table
from scheduler.degree import Degree
from scheduler.finished import Breach, Finished, Meeting
from scheduler.grid import Bools, Degrees, Grid, Mask
from scheduler.objection import Objection
from scheduler.people import Person
from scheduler.programme import Programme, Project, Session
from scheduler.taking_part import TakingPart
from scheduler.ties import Ties
from scheduler.venues import Venue

__all__ = [
    "NAMES",
    "Constraint",
    "Degree",
    "Earlier",
    "Example",
    "Foreseen",
    "Objection",
    "Registry",
    "Relaxation",
    "Source",
]

NAMES = frozenset(
    {
        *("start", "end", "day", "programme", "project", "session", "venue", "person", "way"),
        *("group", "present", "coming", "earlier", "total"),
    }
)
"""What a check may ask for. These names alone decide where it is asked.

`present` are those coming who can be counted on, `coming` all of them; `total` is what the sessions
of a stretch of time come to, which the constraint counts in its own `review`.
"""


@dataclass(frozen=True)
class Source:
    """Where a constraint or a figure comes from."""

    title: str
    checked: date
    licence: str = "cited"


@dataclass(frozen=True)
class Example:
    """A worked case, shown on the constraint's page and run as a test."""

    says: str
    """The case in a sentence."""
    given: Mapping[str, object]
    """Arguments of the check by name.

    Those left out are ordinary (`scheduler.samples.ordinary`).
    """
    expects: str = ""
    """The organiser's sentence; empty where the constraint allows it."""
    settings: Mapping[str, object] = field(default_factory=dict)
    """Settings of the constraint that differ from its defaults."""


@dataclass(frozen=True)
class Relaxation:
    """The same constraint with other settings, and what that costs."""

    label: str
    """What gives, in words: "Let sessions begin at 9 in the morning"."""
    settings: Mapping[str, object]
    """The settings that change."""
    price: int
    """How much this asks, in `unit`; offers are made cheapest first."""
    unit: str = "steps"
    """What the price counts."""


@dataclass(frozen=True)
class Foreseen:
    """Why a group can never meet under a constraint, told before anything is planned."""

    says: str
    """Why, in a sentence."""
    remedy: str
    """What to do, in a sentence."""

    def __str__(self) -> str:
        """Return both sentences."""
        return f"{self.says} {self.remedy}"


@dataclass(frozen=True)
class Earlier:
    """The session before this one."""

    start: datetime
    end: datetime
    venue: Venue
    session: Session = field(default_factory=Session)
    """What was wished for."""


class Constraint(ABC):
    """One rule of planning. Its fields are its settings, its docstring is its page."""

    title: ClassVar[str]
    """What it asks, as a short imperative: "Keep clear of lambing"."""
    sources: ClassVar[tuple[Source, ...]] = ()
    examples: ClassVar[tuple[Example, ...]] = ()
    relaxations: ClassVar[tuple[Relaxation, ...]] = ()
    """Ways it can give; rights have none."""
    is_right: ClassVar[bool] = False
    """Whether it guards a right: it then cannot be switched off and declares no relaxation."""

    @abstractmethod
    def check(self, *args: Any) -> Objection | None:  # noqa: ANN401 - each names its own
        """Return what speaks against this, or None. Subclasses name what they ask for (`NAMES`)."""

    @classmethod
    def name(cls) -> str:
        """Return the constraint's name: that of its file."""
        return cls.__module__.rpartition(".")[2]

    @classmethod
    def tables(cls, _programme: Programme, _project: Project) -> tuple[Table, ...]:
        """Return the dated tables it rests on for a project: after their last good day, check."""
        return ()

    @classmethod
    def asks_for(cls) -> tuple[str, ...]:
        """Return the names its check asks for, in order."""
        return _parameters(cls)

    @classmethod
    def reads_person(cls) -> bool:
        """Say whether an objection concerns one person rather than everybody."""
        return bool({"person", "way"} & set(cls.asks_for()))

    @classmethod
    def asks_the_venue(cls) -> bool:
        """Say whether what it does not know is for a venue to answer.

        How somebody gets there only they can say.
        """
        asked = cls.asks_for()
        return "venue" in asked and "way" not in asked

    @classmethod
    def asks_for_all(cls) -> bool:
        """Say whether what it does not know of a room is asked for everybody, not for one.

        It guards a right: where the answer is no, nobody meets there. So nobody is the one who is
        not sure, and whose right it is cannot be told from a question.
        """
        return cls.is_right and cls.reads_person() and cls.asks_the_venue()

    @classmethod
    def is_screened(cls) -> bool:
        """Say whether it can be asked of each candidate by itself.

        Before anybody knows who else comes.
        """
        return not {"present", "coming", "earlier", "total"} & set(cls.asks_for())

    @classmethod
    def words_known(cls) -> Mapping[str, frozenset[str]]:
        """Return the words it knows for what people may name, by field: `seasons`, `keeps`."""
        return {}

    def foresee(
        self,
        group: tuple[Person, ...],  # noqa: ARG002 - most foresee nothing
    ) -> Foreseen | None:
        """Return why a group can never meet under it, and what to do; else None."""
        return None

    def guarded(self, group: tuple[Person, ...]) -> tuple[Person, ...]:  # noqa: ARG002 - most none
        """Return whose needs it guards, where it objects for everybody and names nobody."""
        return ()

    def does_not_suit(self, part: TakingPart) -> bool:  # noqa: ARG002 - most have nothing to say
        """Say whether somebody who chose another way to take part for that takes it here."""
        return False

    def screen(self, grid: Grid) -> Mask:
        """Return how strongly it objects to every candidate and person: the check in bulk.

        Returns
        -------
        Mask of degrees, shape (S or 1, V or 1, P or 1). A faster form must agree with this one.
        """
        axes = grid.axes_of(self.asks_for())
        degrees = np.zeros(grid.shape_of(axes), dtype=np.uint8)
        for index, arguments in grid.cells(self.asks_for(), axes):
            objection = self.check(**arguments)
            if objection is not None:
                degrees[index] = objection.degree
        return grid.mask(degrees, axes)

    def screen_companies(self, grid: Grid, present: Bools) -> Degrees:
        """Return how strongly it objects to companies: the check in bulk.

        Only rules that ask for no start and no venue are asked so.

        Parameters
        ----------
        present
            Who of the group is coming and can be counted on, shape (N, P).

        Returns
        -------
        Degrees, shape (N,). A faster form must agree with this one.
        """
        given = grid.arguments(tuple(name for name in self.asks_for() if name != "present"), {})
        companies = (tuple(compress(grid.people, row)) for row in present.tolist())
        objections = (self.check(**{**given, "present": company}) for company in companies)
        return np.fromiter((o.degree if o else 0 for o in objections), np.uint8, len(present))

    def welcomes_more(self) -> bool:
        """Say whether whoever else is there never makes it forbid a company."""
        return False

    def couple(self, ties: Ties) -> None:  # noqa: B027 - most constraints tie nothing together
        """State what ties one session's choice to another's, in words every solver understands."""

    def review(self, finished: Finished) -> Iterator[Breach]:
        """Find everything in a finished plan that breaks this constraint.

        The check, asked again of each session.
        """
        for meeting in finished.meetings:
            yield from self._breaches(meeting)

    def _breaches(self, meeting: Meeting) -> Iterator[Breach]:
        for person, objection in meeting.answers(self):
            if meeting.is_broken_by(objection.degree, person):
                yield Breach(self.name(), meeting.project.code, meeting.number, objection.organiser)

    def relaxed(self, relaxation: Relaxation) -> Self:
        """Return the same constraint with a relaxation's settings."""
        return replace(self, **relaxation.settings)  # type: ignore[type-var]

    def as_set(self) -> "tuple[Constraint, ...]":
        """Return it as it is set: once, unless phases of the work set it otherwise."""
        return (self,)

    def settings(self) -> dict[str, object]:
        """Return its settings by name, as a plan's certificate records them."""
        return {f.name: getattr(self, f.name) for f in fields(self)}  # type: ignore[arg-type]


@cache
def _parameters(cls: type[Constraint]) -> tuple[str, ...]:
    named = tuple(inspect.signature(cls.check).parameters)[1:]
    strange = sorted(set(named) - NAMES)
    if strange:
        asked, known = ", ".join(strange), ", ".join(sorted(NAMES))
        msg = f"{cls.__module__}: check asks for {asked}; it may ask for {known}"
        raise TypeError(msg)
    return named


Registry = Mapping[str, type[Constraint]]
"""Constraints by file name."""
