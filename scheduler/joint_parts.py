"""What is asked of several projects at once, part by part, and the dates that answer it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from scheduler.between import Between
from scheduler.choosing import Desk, Pick
from scheduler.fetching import booked_around, rest_before
from scheduler.grid import Grid
from scheduler.needed import around
from scheduler.venues import Venue


class Part(NamedTuple):
    """One thing asked: that a project has its sessions, or that something is not needed twice."""

    kind: str
    """project, person, worker or venue."""
    code: str


class Placed(NamedTuple):
    """A session with its date and room, and the workers it is given."""

    pick: Pick
    team: tuple[str, ...]
    """Codes of the workers, as the programme lists them."""

    @property
    def needs(self) -> frozenset[Part]:
        """Everybody and everything it needs."""
        venue = self.pick.grid.venues[self.pick.venue]
        rooms = [] if venue.is_remote else [Part("venue", venue.code)]
        people = (Part("person", person.code) for _, person in self.pick.people)
        return frozenset([*rooms, *people, *(Part("worker", code) for code in self.team)])

    @property
    def project(self) -> str:
        """The code of its project."""
        return self.pick.grid.project.code


@dataclass(frozen=True)
class Sharing:
    """How long what projects share needs from one session to the next."""

    gaps: Mapping[str, int]
    """Minutes, by kind: person, worker, venue."""
    between: tuple[Between, ...]
    """What takes longer the further apart rooms are."""

    @classmethod
    def of(cls, desks: Iterable[Desk]) -> "Sharing":
        """Collect what the constraints of all projects say of it."""
        ties = dict.fromkeys(tie for desk in desks for tie in desk.ties.one_at_a_time)
        gaps: dict[str, int] = {}
        for tie in ties:
            if not isinstance(tie, Between):
                gaps[tie.who] = max(tie.gap_minutes, gaps.get(tie.who, 0))
        return cls(gaps, tuple(tie for tie in ties if isinstance(tie, Between)))

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of which anything may be needed only once at a time."""
        return frozenset([*self.gaps, *(tie.who for tie in self.between)])

    def most(self, kind: str) -> int:
        """Return the most minutes that a kind of thing may need from one session to the next."""
        ways = (tie.gap_minutes for tie in self.between if tie.who == kind)
        return max([self.gaps.get(kind, 0), *ways])

    def around(self, grid: Grid, part: Part) -> tuple[int, int]:
        """Return for how long before and after a session something is needed, the gap in front."""
        before, after = around(grid.session)
        gap = self.gaps.get(part.kind, 0)
        if part.kind == "person":
            return gap, 0
        if part.kind != "worker":
            return before + gap, after
        worker = next(w for w in grid.programme.workers if w.code == part.code)
        before, after = booked_around(grid.programme, grid.session, grid.people, worker=worker)
        return before + rest_before(worker, gap, before=before), after

    def way(self, part: Part, grids: Sequence[Grid], rooms: Sequence[Venue]) -> int:
        """Return the minutes something needs from the end of one session to the start of another.

        Parameters
        ----------
        grids, rooms
            The earlier session and the later, each as laid out, and the room of each.
        """
        one, other = grids
        ways = (tie.minutes(*rooms) for tie in self.between if tie.who == part.kind)
        return max([self.around(one, part)[1] + self.around(other, part)[0], *ways])

    def keeps(self, placed: Sequence[Placed], parts: Iterable[Part]) -> bool:
        """Say whether some parts hold under some dates, without any solver."""
        users: dict[Part, list[Placed]] = {}
        for each in placed:
            for part in (Part("project", each.project), *each.needs):
                users.setdefault(part, []).append(each)
        return all(
            _has_all(own) if part.kind == "project" else self._is_once(part, own)
            for part, own in ((part, users.get(part, [])) for part in parts)
        )

    def _is_once(self, part: Part, users: Sequence[Placed]) -> bool:
        """Say whether nothing is needed by two projects at once; two promises stand."""
        pairs = combinations(users, 2)
        return not any(
            self._is_needed_twice(part, pair)
            for pair in pairs
            if pair[0].project != pair[1].project
            and not all(each.pick.grid.session.is_promised for each in pair)
        )

    def _is_needed_twice(self, part: Part, pair: Sequence[Placed]) -> bool:
        one, other = sorted(pair, key=lambda each: each.pick.grid.opens[each.pick.start])
        grids = one.pick.grid, other.pick.grid
        rooms = [each.pick.grid.venues[each.pick.venue] for each in (one, other)]
        left = int(grids[1].opens[other.pick.start] - grids[0].closes[one.pick.start])
        return left < self.way(part, grids, rooms)


def _has_all(own: Sequence[Placed]) -> bool:
    """Say whether every session that a project requires is among its own."""
    held = {each.pick.number for each in own}
    wanted = enumerate(own[0].pick.grid.project.sessions, 1) if own else ()
    return bool(held) and all(n in held for n, session in wanted if session.required)
