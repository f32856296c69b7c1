"""What is chosen for each session of a project, before it is put into words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from scheduler.asked_once import AskedOnce, kind_of
from scheduler.bits import company_of
from scheduler.columns import Columns, columns_of
from scheduler.fetching import without_empty
from scheduler.grid import Grid
from scheduler.in_force import Rules
from scheduler.money.heads import Prices
from scheduler.order import Tally
from scheduler.people import Person
from scheduler.programme import Programme, Project, Session
from scheduler.screen import Screened
from scheduler.staffing import fees_and_hire, team_for
from scheduler.ties import Ties, ties_of
from scheduler.way import Way

Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Pick:
    """One session with its candidate and who is coming."""

    number: int
    """Which session of the series, from 1."""
    columns: Columns
    row: int
    coming: Bools
    """Who is coming, shape (P,)."""

    @property
    def grid(self) -> Grid:
        """The grid its candidate comes from, with who rides with whom."""
        return self.columns.grid.riding(self.rides)

    @property
    def rides(self) -> int:
        """Who rides with whom, by number on the grid."""
        return int(self.columns.rides[self.row])

    @property
    def screened(self) -> Screened:
        """What every constraint says where people ride as they do."""
        screened = self.columns.screened
        return screened.riding[self.rides] if self.rides else screened

    @property
    def start(self) -> int:
        """Index of its start on the grid."""
        return int(self.columns.start[self.row])

    @property
    def venue(self) -> int:
        """Index of its venue on the grid."""
        return int(self.columns.venue[self.row])

    @cached_property
    def people(self) -> tuple[tuple[int, Person], ...]:
        """Those coming, with their place in the group."""
        return tuple((p, person) for p, person in enumerate(self.grid.people) if self.coming[p])

    @cached_property
    def expected(self) -> tuple[tuple[int, Person], ...]:
        """Those who would come if it counted, with their place in the group; else nobody."""
        here = self.columns.expected(self.row)
        return tuple((p, person) for p, person in enumerate(self.grid.people) if here[p])

    @property
    def sure(self) -> Bools:
        """For whom of the group nothing is unknown, shape (P,)."""
        sure: Bools = self.columns.sure[self.row]
        return sure

    def allows(self, person: Person) -> bool:
        """Say whether rules about company allow somebody more, or forbid it as it is."""
        at = {"start": self.start, "venue": self.venue}
        now = self.coming & self.sure
        more = now | (self.sure & [each is person for each in self.grid.people])
        short = self.columns.company.short
        return short(company_of(now.tolist()), at) is None or (
            short(company_of(more.tolist()), at) is not None
        )

    @cached_property
    def pence(self) -> int:
        """What it costs: fares of those coming, hire and fees."""
        fares = int((self.columns.fares[self.row] * self.coming).sum())
        return fares + fees_and_hire(self.grid, self.start, self.venue) - self._not_sent_for

    @property
    def travelling(self) -> Iterator[tuple[Person, Way]]:
        """Everybody who comes, or would if it counted, and their way."""
        for p, person in (*self.people, *self.expected):
            yield person, self.grid.way(self.start, self.venue, p)

    @property
    def _not_sent_for(self) -> int:
        """What wheelchair taxis would have cost in which nobody would sit."""
        grid = self.grid
        if not any(person.is_fetched for person in grid.people):
            return 0
        start, end = grid.starts[self.start], grid.ends[self.start]
        where = grid.venues[self.venue]
        when = start, end
        team = team_for(grid.programme, grid.session, grid.people, time=when, venue=where) or ()
        prices = Prices(grid.programme, grid.session)
        return prices.team(team) - prices.team(without_empty(team, self.travelling))

    def tally(self) -> Tally:
        """Return what it asks of each person, as the order of concern counts it."""
        own, at = self.columns, {"start": self.start, "venue": self.venue}
        return Tally(
            project=self.grid.project.code,
            number=self.number,
            start=self.grid.starts[self.start],
            venue=self.grid.venues[self.venue].code,
            coming=frozenset(person.code for _, person in self.people),
            put_to_it={person.code: int(own.put_to_it[self.row, p]) for p, person in self.people},
            minutes={person.code: int(own.minutes[self.row, p]) for p, person in self.people},
            bad=frozenset(person.code for p, person in self.people if own.bad[self.row, p]),
            short=own.company.short(company_of((self.coming & self.sure).tolist()), at) or 0,
            pence=self.pence,
        )


@dataclass(frozen=True, eq=False)
class Desk:
    """One project with its constraints asked: everything a series is chosen from."""

    programme: Programme
    project: Project
    rules: Rules
    screened: tuple[Screened, ...]
    """What every constraint says, session by session; sessions alike share one object."""
    laid_out: Mapping[int, Columns] = field(default_factory=dict)
    """Open candidates known already, by the identity of what the constraints say."""

    @cached_property
    def ties(self) -> Ties:
        """What the constraints tie together."""
        return ties_of(self.rules)

    @cached_property
    def columns(self) -> tuple[Columns, ...]:
        """The open candidates of each session; sessions alike share one object."""
        made = dict(self.laid_out)
        for own in self.screened:
            if id(own) not in made:
                made[id(own)] = columns_of(own, self.rules, self.ties)
        return tuple(made[id(own)] for own in self.screened)

    @property
    def candidates(self) -> int:
        """How many candidates were looked at."""
        return sum(s * v for s, v, _ in (own.grid.shape for own in self.screened))


def desk_for(
    programme: Programme, project: Project, rules: Rules, *, asked: AskedOnce | None = None
) -> Desk:
    """Ask every constraint about every candidate of a project.

    Parameters
    ----------
    asked
        What other projects of the programme were told already.
    """
    asking = asked or AskedOnce(programme)
    kinds = [kind_of(session) for session in project.sessions]
    made: dict[Session, Screened] = {}
    for kind in dict.fromkeys(kinds):
        made[kind] = asking.screen(asking.grid(project, kind, rules), rules)
    return Desk(programme, project, rules, tuple(made[kind] for kind in kinds))
