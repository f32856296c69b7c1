"""Who is there when everybody able comes, and who stays away because a tie says that somebody must.

A company is a whole number here: the bit of each person who is in it is set, the first person's
being the lowest. Thousands of companies are weighed for every project.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scheduler.constraint import Constraint
from scheduler.degree import Degree
from scheduler.grid import Grid
from scheduler.ties import Ties

Bools = NDArray[np.bool_]
People = int
"""Who is in a company, a bit a person."""
Place = dict[str, int]
"""Where on its grid a candidate stands."""
AT_ONCE = 16
"""How many times as many companies are tried of a candidate each time, the first time one."""


class Who(NamedTuple):
    """Who could come to a candidate."""

    able: People
    """Who is able to."""
    sure: People
    """For whom nothing about that is unknown."""
    draw: People
    """Whose coming draws on something of which there may not be enough."""


@dataclass(frozen=True, eq=False)
class Company:
    """The rules about who is there together, for one session wish."""

    grid: Grid
    rules: tuple[Constraint, ...]
    """Constraints that ask who is present."""
    ties: Ties

    @cached_property
    def _out_of(self) -> tuple[tuple[People, People], ...]:
        people = self.grid.people
        return tuple(
            (company_of(map(t.who, people)), company_of(map(t.than, people)))
            for t in self.ties.stand_down
        )

    @cached_property
    def _pairs(self) -> tuple[tuple[People, bool], ...]:
        """Those of the group who decide together, and whether they come together."""
        people = self.grid.people
        found = {
            (company_of(other.code in circle for other in people), tie.both): None
            for tie in self.ties.deciding
            for circle in tie.of(self.grid.project, people)
        }
        return tuple(found)

    @property
    def in_turn(self) -> tuple[People, ...]:
        """Those of whom one always stays behind where all could come."""
        return tuple(pair for pair, both in self._pairs if not both)

    @property
    def has_pairs(self) -> bool:
        """Say whether any two of the group decide together whether they come."""
        return bool(self._pairs)

    def variants(self, able: People, sure: People, draw: People = 0) -> Iterator[People]:
        """Go through who could be coming: everybody able, less those of whom ties keep some away.

        First anybody who draws on something scarce may stay away, then pairs decide, then as many
        stand down as need to; and whoever comes only with somebody that leaves behind stays too.

        Parameters
        ----------
        able, sure
            Who is able to come, and for whom nothing about that is unknown.
        draw
            Whose coming draws on something of which there may not be enough.
        """
        given: set[People] = set()
        for agreed in self._agreed(able, draw):
            for coming in self._turns(agreed, sure):
                if coming not in given:
                    given.add(coming)
                    yield coming

    def can_meet(self, every: Sequence[tuple[Who, Place]]) -> list[bool]:
        """Say of some candidates whether those able can meet, some staying away if need be."""
        found, ways = [False] * len(every), [self.variants(*who) for who, _ in every]
        left, many = self._not_hopeless([who for who, _ in every]), 1
        while left:
            # Many can in the first way tried, so that the others need not even be listed.
            tried = [[c & every[n][0].sure for c in islice(ways[n], many)] for n in left]
            self.hear(present for companies in tried for present in companies)
            for n, companies in zip(left, tried, strict=True):
                found[n] = any(self.short(c, every[n][1]) is not None for c in companies)
            left = [
                n for n, companies in zip(left, tried, strict=True) if companies and not found[n]
            ]
            many *= AT_ONCE
        return found

    def _not_hopeless(self, every: Sequence[Who]) -> list[int]:
        """Return which could meet, as far as the rules tell that nobody more ever breaks."""
        if self.reads_candidate or self.grid.session.is_promised or not every:
            return list(range(len(every)))
        present = rows_of([who.able & who.sure for who in every], len(self.grid.people))
        left = np.ones(len(every), dtype=np.bool_)
        for rule in self.rules:
            if rule.welcomes_more():
                left &= rule.screen_companies(self.grid, present) < Degree.NEVER
        return [int(n) for n in np.flatnonzero(left)]

    def telling_apart(self, some: People, who: Who, at: dict[str, int]) -> list[People]:
        """Return a company that no rule forbids for each way in which `some` could be coming.

        Of others as few as may be draw on anything scarce; where several sets of them are as few
        as may be, there is a company for each.
        """
        found: dict[People, list[People]] = {}
        spared = who.draw & ~some
        for agreed in sorted(
            self._agreed(who.able, who.draw), key=lambda c: (c & spared).bit_count()
        ):
            for coming in self._turns(agreed, who.sure):
                like = found.setdefault(coming & some, [])
                if any(other & spared & ~coming == 0 for other in like):
                    continue
                if self.short(coming & who.sure, at) is not None:
                    like.append(coming)
        return [coming for like in found.values() for coming in like]

    def _agreed(self, able: People, draw: People) -> list[People]:
        """Return who could be coming before anybody stands down."""
        if self.grid.session.is_promised:
            return [able]
        found = _with_some_left_out([able], able & draw)
        for pair, both in self._pairs:
            found = [c for coming in found for c in _decided(coming, pair, both=both)]
        return list(dict.fromkeys(found))

    def _turns(self, coming: People, sure: People) -> Iterator[People]:
        """Go through who is left of some when as many stand down as need to."""
        found = iter((coming,))
        if self.grid.session.is_promised:
            return found
        for who, than in self._out_of:
            found = _stood_down(found, sure, who, than)
        return map(self._with_their_pair, found)

    def _with_their_pair(self, coming: People) -> People:
        """Return some without whoever comes only with somebody who is not there."""
        for pair, both in self._pairs:
            if both and coming & pair != pair:
                coming &= ~pair
        return coming

    def short(self, present: People, at: dict[str, int]) -> int | None:
        """Return how often the rules would rather have it otherwise.

        None where one of them forbids it.

        Parameters
        ----------
        present
            Who is coming and can be counted on.
        at
            Where on its grid the candidate stands.
        """
        key = (present, *(at.values() if self.reads_candidate else ()))
        if key not in self._heard:
            self._heard[key] = self._short(present, at)
        return self._heard[key]

    def hear(self, companies: Iterable[People]) -> None:
        """Ask the rules about companies in bulk, so that `short` knows them.

        Where a rule reads the start or the venue, each is asked when its turn comes.
        """
        new = [company for company in dict.fromkeys(companies) if (company,) not in self._heard]
        if self.reads_candidate or not new:
            return
        present = rows_of(new, len(self.grid.people))
        degrees = np.zeros((len(self.rules), len(new)), dtype=np.uint8)
        for number, rule in enumerate(self.rules):
            degrees[number] = rule.screen_companies(self.grid, present)
        is_promised = self.grid.session.is_promised
        for company, own in zip(new, degrees.T.tolist(), strict=True):
            forbidden = not is_promised and max(own, default=0) >= Degree.NEVER
            self._heard[company,] = None if forbidden else sum(map(bool, own))

    @cached_property
    def _heard(self) -> dict[tuple[int, ...], int | None]:
        """What the rules said of every company asked about so far."""
        return {}

    def _short(self, here: People, at: dict[str, int]) -> int | None:
        present = tuple(person for p, person in enumerate(self.grid.people) if here >> p & 1)
        rather_not = 0
        for rule, arguments in self._asking if not self.reads_candidate else self._asking_at(at):
            objection = rule.check(**{**arguments, "present": present})
            if objection is None:
                continue
            if objection.degree >= Degree.NEVER and not self.grid.session.is_promised:
                return None
            rather_not += 1
        return rather_not

    @cached_property
    def _asking(self) -> tuple[tuple[Constraint, dict[str, object]], ...]:
        """Each rule with what it asks for beside who is present, the same for every candidate."""
        return self._asking_at({})

    def _asking_at(self, at: dict[str, int]) -> tuple[tuple[Constraint, dict[str, object]], ...]:
        asked = ((rule, tuple(n for n in rule.asks_for() if n != "present")) for rule in self.rules)
        return tuple((rule, self.grid.arguments(names, at)) for rule, names in asked)

    @cached_property
    def reads_candidate(self) -> bool:
        """Say whether any rule also asks about the start or the venue.

        So that equal companies may differ.
        """
        return any({"start", "end", "day", "venue"} & set(rule.asks_for()) for rule in self.rules)


def company_of(is_in: Iterable[bool]) -> People:
    """Return the company of those of whom it is said, in the order of the group."""
    return sum(1 << p for p, here in enumerate(is_in) if here)


def companies_of(rows: Bools) -> list[People]:
    """Return a company for each row, shape (N, P)."""
    packed = np.packbits(rows, axis=1, bitorder="little")
    return [int.from_bytes(row.tobytes(), "little") for row in packed]


def words_of(rows: Bools) -> NDArray[np.int64]:
    """Return rows of yes and no as whole numbers, 64 to a number, shape (N, numbers)."""
    packed = np.packbits(rows, axis=1)
    wide = np.zeros((len(rows), -(-packed.shape[1] // 8) * 8), dtype=np.uint8)
    wide[:, : packed.shape[1]] = packed
    return wide.view(np.int64)


def rows_of(companies: Sequence[People], many: int) -> Bools:
    """Return who is in each company, shape (N, P), `many` being the number of people."""
    wide = -(-many // 8)
    packed = b"".join(company.to_bytes(wide, "little") for company in companies)
    bits = np.frombuffer(packed, dtype=np.uint8).reshape(len(companies), wide)
    return np.unpackbits(bits, axis=1, count=many, bitorder="little").astype(np.bool_)


def each_of(company: People) -> list[People]:
    """Return everybody of a company alone."""
    return [1 << p for p in range(company.bit_length()) if company >> p & 1]


def _with_some_left_out(found: list[People], some: People) -> list[People]:
    """Return each company with every choice of some left out, the whole company first."""
    for person in each_of(some):
        found = [fewer for coming in found for fewer in (coming, coming & ~person)]
    return found


def _decided(coming: People, pair: People, *, both: bool) -> list[People]:
    """Return the companies that those who decide together leave."""
    if both:
        return [coming if coming & pair == pair else coming & ~pair]
    return [coming & ~one for one in each_of(pair)] if coming & pair == pair else [coming]


def _stood_down(
    every: Iterable[People], sure: People, who: People, than: People
) -> Iterator[People]:
    """Go through who is left of each when as many of some stand down as would outnumber others."""
    for coming in every:
        room = (coming & than & sure).bit_count()
        if (coming & who).bit_count() <= room:
            yield coming
        else:
            rest = coming & ~who
            yield from (rest | sum(kept) for kept in combinations(each_of(coming & who), room))
