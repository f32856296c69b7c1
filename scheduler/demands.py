"""What a project demands, demand by demand, so that some can be left out to see what then fits."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from scheduler.choosing import Desk
from scheduler.concerns import Ledger
from scheduler.constraint import Constraint, Relaxation
from scheduler.course import course_of
from scheduler.degree import Degree
from scheduler.fitting import Fitting
from scheduler.grid import Mask
from scheduler.screen import Screened
from scheduler.series import fewest_missing
from scheduler.sieve import Whose

UNCOUNTED = (Degree.NEVER, Degree.UNKNOWN, Degree.RIGHT)
"""What keeps somebody away, or keeps them from being counted on."""
KEPT_OUT = (Degree.NEVER, Degree.RIGHT)
"""The same, where what is not known of a room is asked for everybody."""


@dataclass(frozen=True)
class Demand:
    """One constraint, or what it asks on account of one person."""

    constraint: str
    person: int | None = None
    """Place of the person in the group; None for the whole constraint."""


@dataclass(frozen=True, eq=False)
class Demands:
    """A project's desk, on which demands can be left out."""

    desk: Desk

    @cached_property
    def fitting(self) -> Fitting:
        """The desk laid out so that demands can be left out quickly."""
        return Fitting.of(self.desk).folded(rule.name() for rule in self.desk.rules)

    def about(self, kept: Sequence[Demand]) -> "Demands":
        """Return the same demands for questions about some constraints only, on fewer rows."""
        fewer = Demands(self.desk)
        fewer.__dict__["fitting"] = self.fitting.folded(demand.constraint for demand in kept)
        return fewer

    def missing(self, kept: Sequence[Demand]) -> int:
        """Return how many required sessions find no date when only some demands stand."""
        if self.fitting.is_exact:
            return self.fitting.missing(_whose(kept))
        return self.missing_by_search(kept)

    def missing_by_search(self, kept: Sequence[Demand]) -> int:
        """Return the same, found by the search that makes plans."""
        desk = self.narrowed(kept)
        ledger = Ledger.of(desk.programme, desk.project)
        return fewest_missing(course_of(desk.columns, desk.ties, ledger))

    def narrowed(self, kept: Sequence[Demand]) -> Desk:
        """Return the desk with only some demands standing."""
        whose = _whose(kept)
        rules = tuple(rule for rule in self.desk.rules if rule.name() in whose)
        return replace(
            self.desk, rules=rules, screened=_each(self.desk.screened, lambda s: _only(s, whose))
        )

    def relaxed(self, rule: Constraint, relaxation: Relaxation) -> Desk:
        """Return the desk with one constraint relaxed."""
        softer = rule.relaxed(relaxation)
        rules = tuple(softer if each is rule else each for each in self.desk.rules)
        return replace(
            self.desk,
            rules=rules,
            screened=_each(self.desk.screened, lambda s: with_mask(s, softer)),
        )

    def answered(self, names: frozenset[str]) -> Desk:
        """Return the desk as it would be if all that some constraints ask were answered well."""
        return replace(self.desk, screened=_each(self.desk.screened, lambda s: _answered(s, names)))

    @cached_property
    def whole(self) -> tuple[Demand, ...]:
        """Every constraint as one demand."""
        return tuple(Demand(rule.name()) for rule in self.desk.rules)

    def by_person(self, demand: Demand) -> tuple[Demand, ...]:
        """Return a demand person by person, where it keeps them away or leaves them uncounted."""
        if not any(demand.constraint in own.personal for own in self.desk.screened):
            return (demand,)
        barred = {*self.fitting.barred(demand.constraint), *self._barred_riding(demand.constraint)}
        return tuple(Demand(demand.constraint, p) for p in sorted(barred))

    def _barred_riding(self, name: str) -> Iterator[int]:
        """Give whom a personal constraint bars where people travel otherwise, by their place."""
        for own in dict.fromkeys(self.desk.screened):
            degrees = KEPT_OUT if name in own.for_all else UNCOUNTED
            for travelling in own.riding.values():
                found = np.isin(travelling.masks[name].degrees, degrees).any(axis=(0, 1))
                yield from np.flatnonzero(found).tolist()


def smallest_conflict(
    demands: Sequence[Demand], fails: Callable[[Sequence[Demand]], bool]
) -> tuple[Demand, ...]:
    """Return demands that fail together although leaving out any one of them would do.

    Divide and conquer after Junker, "QuickXplain" (AAAI 2004): few tries where few demands clash.
    Whoever relies on it leaves each out once more, in `scheduler.explain`.
    """
    if fails(()):
        return ()
    return tuple(_explained((), (), tuple(demands), fails))


def needed(
    clash: Sequence[Demand], fails: Callable[[Sequence[Demand]], bool]
) -> tuple[Demand, ...]:
    """Return the demands of a clash without any one of which the others can stand.

    Each is left out in turn and everything solved again, whatever found the clash.
    """
    kept = tuple(clash)
    for demand in clash:
        others = tuple(each for each in kept if each != demand)
        if fails(others):
            kept = others
    return kept


def _explained(
    background: tuple[Demand, ...],
    added: tuple[Demand, ...],
    left: tuple[Demand, ...],
    fails: Callable[[Sequence[Demand]], bool],
) -> tuple[Demand, ...]:
    if added and fails(background):
        return ()
    if len(left) == 1:
        return left
    half = len(left) // 2
    first, second = left[:half], left[half:]
    from_second = _explained((*background, *first), first, second, fails)
    from_first = _explained((*background, *from_second), from_second, first, fails)
    return (*from_first, *from_second)


def _whose(kept: Sequence[Demand]) -> Whose:
    whose: dict[str, set[int | None]] = {}
    for demand in kept:
        whose.setdefault(demand.constraint, set()).add(demand.person)
    return {name: frozenset(people) for name, people in whose.items()}


def _each(
    screened: Sequence[Screened], change: Callable[[Screened], Screened]
) -> tuple[Screened, ...]:
    """Change what constraints say, once for sessions alike."""
    made: dict[int, Screened] = {}
    for own in screened:
        if id(own) not in made:
            riding = {number: change(ridden) for number, ridden in own.riding.items()}
            made[id(own)] = replace(change(own), riding=riding)
    return tuple(made[id(own)] for own in screened)


def _only(screened: Screened, whose: Whose) -> Screened:
    masks = {
        name: _for_people(mask, whose[name], screened)
        for name, mask in screened.masks.items()
        if name in whose
    }
    return replace(screened, masks=masks)


def _for_people(mask: Mask, people: frozenset[int | None], screened: Screened) -> Mask:
    if None in people:
        return mask
    kept = [p for p in people if p is not None]
    degrees = np.zeros((*mask.degrees.shape[:2], screened.grid.shape[2]), dtype=np.uint8)
    degrees[:, :, kept] = mask.degrees[:, :, kept] if mask.degrees.shape[2] > 1 else mask.degrees
    return Mask(degrees)


def with_mask(screened: Screened, rule: Constraint) -> Screened:
    """Return answers with those of one constraint as it is set now."""
    if not rule.is_screened():
        return screened
    return replace(screened, masks={**screened.masks, rule.name(): rule.screen(screened.grid)})


def _answered(screened: Screened, names: frozenset[str]) -> Screened:
    known = {
        name: Mask(np.where(mask.degrees == Degree.UNKNOWN.value, np.uint8(0), mask.degrees))
        for name, mask in screened.masks.items()
        if name in names
    }
    return replace(screened, masks={**screened.masks, **known})
