"""Who is there when everybody able comes, and who stays away because a tie says that somebody must.

A company is a whole number here: the bit of each person who is in it is set, the first person's
being the lowest. Thousands of companies are weighed for every project.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

import numpy as np
from numpy.typing import NDArray

from scheduler.bits import (
    Aboard,
    People,
    Who,
    company_of,
    decided,
    rows_of,
    stood_down,
    with_some_left_out,
)
from scheduler.constraint import Constraint
from scheduler.degree import Degree
from scheduler.grid import Grid
from scheduler.sparing import MOST_PEOPLE, Crowd, sparing
from scheduler.ties import Ties

Bools = NDArray[np.bool_]
Place = dict[str, int]
"""Where on its grid a candidate stands."""


@dataclass(frozen=True, eq=False)
class Company:
    """The rules about who is there together, for one session wish."""

    grid: Grid
    rules: tuple[Constraint, ...]
    """Constraints that ask who is present."""
    ties: Ties

    @cached_property
    def out_of(self) -> tuple[tuple[People, People], ...]:
        """Who stands down, and whom they must not outnumber."""
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

    def telling_apart(self, some: People, who: Who, at: dict[str, int]) -> list[People]:
        """Return a company that no rule forbids for each way in which `some` could be coming.

        Of others as few as may be draw on anything scarce; where several sets of them are as few
        as may be, there is a company for each.
        """
        crowd = None if self.ties.all_draw else self._crowd(who)
        if crowd is not None:
            return sparing(crowd, some, lambda coming: self.can_be(coming, who, at))
        found: dict[People, list[People]] = {}
        spared = (who.able if self.ties.all_draw else who.draw) & ~some
        every = self._agreed(who.able, who.draw)
        self._ask_whether_too_few(agreed & who.sure for agreed in every)
        # Where turns change nobody of them, one company for each is enough.
        one_will_do = not (spared or some & self._by_turns)
        for agreed in sorted(every, key=lambda c: (c & spared).bit_count()):
            like = found.setdefault(agreed & some, [])
            if self._too_few.get(agreed & who.sure, False):
                continue
            for coming in self._turns(agreed, who.sure):
                if one_will_do and like:
                    break
                like = found.setdefault(coming & some, [])
                if any(other & spared & ~coming == 0 for other in like):
                    continue
                if self.can_be(coming, who, at):
                    like.append(coming)
        return [coming for like in found.values() for coming in like]

    def _ask_whether_too_few(self, companies: Iterable[People]) -> None:
        """Find out which companies a rule forbids that nobody more ever breaks, nor fewer mend."""
        new = [company for company in dict.fromkeys(companies) if company not in self._too_few]
        if self.reads_candidate or self.grid.session.is_promised or not new:
            return
        present = rows_of(new, len(self.grid.people))
        few = np.zeros(len(new), dtype=np.bool_)
        for rule in self.rules:
            if rule.welcomes_more():
                few |= rule.screen_companies(self.grid, present) >= Degree.NEVER
        self._too_few.update(zip(new, few.tolist(), strict=True))

    @cached_property
    def _too_few(self) -> dict[People, bool]:
        """Of which companies it is known whether they are too few, whoever else stays away."""
        return {}

    def _crowd(self, who: Who) -> Crowd | None:
        """Return who may stay away or stand down; None where they decide that among themselves."""
        (down, than), *others = self.out_of or ((0, 0),)
        is_tied = self._pairs or others or down & than or self.grid.session.is_promised
        if is_tied or len(self.grid.people) > MOST_PEOPLE:
            return None
        return Crowd(who.able, who.sure, who.draw, down, than)

    def can_be(self, coming: People, who: Who, at: Place) -> bool:
        """Say whether no rule forbids a company, and all of it ride as they should."""
        allowed = self.short(coming & who.sure, at) is not None
        return allowed and self.rides_well(coming, who, at)

    def rides_well(self, coming: People, who: Who, at: dict[str, int]) -> bool:
        """Say whether all who drive or are driven come, and nobody is left behind needlessly.

        Nobody is who could be taken along without anybody else having to stay away.
        """
        return coming & who.aboard == who.aboard and not any(
            self._leaves_behind(coming, who.sure, one, at) for one in who.more
        )

    def _leaves_behind(self, coming: People, sure: People, one: Aboard, at: dict[str, int]) -> bool:
        if not coming & one.driver or coming & sure & ~one.sure:
            return False
        every = coming | one.driven
        return any(every & ~other == 0 for other in self._taking(one, at))

    def _taking(self, one: Aboard, at: dict[str, int]) -> frozenset[People]:
        """Return the companies that no rule forbids where somebody is taken along."""
        key = (one, *(at.values() if self.reads_candidate else ()))
        if key not in self._taken:
            self._taken[key] = frozenset(
                coming
                for coming in self.variants(one.able, one.sure, one.draw)
                if self.short(coming & one.sure, at) is not None
            )
        return self._taken[key]

    @cached_property
    def _taken(self) -> dict[tuple[object, ...], frozenset[People]]:
        return {}

    def _agreed(self, able: People, draw: People) -> list[People]:
        """Return who could be coming before anybody stands down."""
        if self.grid.session.is_promised:
            return [able]
        found = with_some_left_out([able], able & draw)
        for pair, both in self._pairs:
            found = [c for coming in found for c in decided(coming, pair, both=both)]
        return list(dict.fromkeys(found))

    def _turns(self, coming: People, sure: People) -> Iterator[People]:
        """Go through who is left of some when as many stand down as need to.

        Whoever then stays away for another's sake may leave less room: that is asked again.
        """
        found = iter((coming,))
        if self.grid.session.is_promised:
            return found
        for who, than in self.out_of:
            found = stood_down(found, sure, out_of=(who, than))
        if not self._is_asked_again:
            return found
        return (
            again
            for left in map(self._with_their_pair, found)
            for again in ((left,) if left == coming else self._turns(left, sure))
        )

    @cached_property
    def _by_turns(self) -> People:
        """Everybody who may be left behind when others stand down."""
        both = (pair for pair, both in self._pairs if both)
        return reduce(or_, (*(who for who, _ in self.out_of), *both), 0)

    @cached_property
    def _is_asked_again(self) -> bool:
        """Say whether somebody's standing down could leave less room for others."""
        return len(self.out_of) > 1 or any(both for _, both in self._pairs)

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
            if objection and objection.degree >= Degree.NEVER and not self.grid.session.is_promised:
                return None
            rather_not += objection is not None
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
