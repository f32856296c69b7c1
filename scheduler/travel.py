"""How people travel to one session: who rides with whom, and who takes a cheaper way of their own.

Somebody's best way is their shortest. Where what it draws on is limited, another that draws on less
may be what lets them come, or a session be held at all: so it is part of what is chosen.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from math import prod
from typing import NamedTuple

from scheduler.people import Person
from scheduler.programme import Programme, Project, Session
from scheduler.rides import Ride, Rides, every_rides
from scheduler.ties import Coupling
from scheduler.unbeaten import MOST_CHEAPER
from scheduler.venues import Venue
from scheduler.ways import choices
from scheduler.within_means import Means, Pays

MOST_APART = 64
"""How many choices of who takes a cheaper way are told apart person by person. Own bound."""
FEW_APART = 16
"""The same where there are more: of whoever is left all do then, or nobody."""


class Cheaper(NamedTuple):
    """Some people who take a cheaper way than their best, as far as they have one."""

    people: tuple[str, ...]
    """Their codes: one decides alone, or several all do."""
    which: int
    """1 for the dearest of those that draw on less than their best, and so on."""


class Travel(NamedTuple):
    """How people travel: by their own best way, unless something else is said."""

    rides: Rides = ()
    cheaper: tuple[Cheaper, ...] = ()

    def which(self, code: str) -> int:
        """Return which of their own ways somebody takes, 0 being their best."""
        return max((each.which for each in self.cheaper if code in each.people), default=0)

    @property
    def set_out(self) -> frozenset[str]:
        """Codes of those who only come as is said here: nobody of them stays away."""
        alone = (each.people[0] for each in self.cheaper if len(each.people) == 1)
        return frozenset({code for ride in self.rides for code in ride} | {*alone})


AS_BEST = Travel()
"""Everybody by their own best way."""


class Several(NamedTuple):
    """Somebody who may have several ways to choose from."""

    person: str
    cheaper: int
    """How many cheaper ways than the best there may be."""
    may_stay_away: bool
    """Whether somebody may have to stay away for what these draw on."""


def every_travel(
    programme: Programme, project: Project, session: Session, *, rules: Iterable[Coupling]
) -> tuple[Travel, ...]:
    """Return every choice of how people travel to a session; everybody's own best way first.

    It does not depend on the hour, so it is the same wherever a session is laid out.
    """
    several = _several(programme, project, session, rules=tuple(rules))
    return tuple(
        Travel(rides, cheaper)
        for cheaper in _every_cheaper(several)
        for rides in every_rides(project)
        if not _both(rides, cheaper)
    )


def one_more(every: Sequence[Travel]) -> Iterator[tuple[int, int, Ride]]:
    """Give each choice with each other that is the same with one more ride, and that ride."""
    for k, travel in enumerate(every):
        for j, more in enumerate(every):
            added = set(more.rides) - set(travel.rides)
            is_same = travel.cheaper == more.cheaper
            if is_same and len(more.rides) == len(travel.rides) + 1 and len(added) == 1:
                yield k, j, added.pop()


def _both(rides: Rides, cheaper: Iterable[Cheaper]) -> bool:
    """Say whether somebody would ride or drive and take a cheaper way by themselves."""
    riding = {code for ride in rides for code in ride}
    return any(len(each.people) == 1 and each.people[0] in riding for each in cheaper)


def _every_cheaper(several: Sequence[Several]) -> Iterator[tuple[Cheaper, ...]]:
    """Give every choice of who takes a cheaper way: person by person, as far as that is bounded.

    Those who may have to stay away for money come first; of the rest all do, or nobody.
    """
    most = MOST_APART if prod(one.cheaper + 1 for one in several) <= MOST_APART else FEW_APART
    alone, many = [], 1
    for one in sorted(several, key=lambda each: not each.may_stay_away):
        many *= one.cheaper + 1
        if many <= most:
            alone.append(one)
    rest = tuple(one.person for one in several if one not in alone)
    apart = [[(), *((Cheaper((one.person,), n + 1),) for n in range(one.cheaper))] for one in alone]
    together = [(), (Cheaper(rest, MOST_CHEAPER),)] if rest else [()]
    for chosen in product(together, *apart):
        yield tuple(each for some in chosen for each in some)


def _several(
    programme: Programme, project: Project, session: Session, *, rules: Sequence[Coupling]
) -> tuple[Several, ...]:
    """Return who of a project may have several ways of which none is beaten, at any hour."""
    if session.is_remote:
        return ()
    means = Means(programme, session, rules)
    paying = ((person, means.pays_for(person)) for person in programme.group(project))
    known = ((person, pays) for person, pays in paying if pays is not None)
    rooms = programme.venues_for(project, session)
    every = (_of_one(programme, one, rooms) for one in known)
    return tuple(one for one in every if one.cheaper)


def _of_one(programme: Programme, known: tuple[Person, Pays], rooms: Iterable[Venue]) -> Several:
    person, pays = known
    most, stays_away = 0, False
    for venue in rooms:
        ways = choices(programme, person, venue).known()
        pairs = list(combinations(ways, 2))
        most = max(most, len({pays.draws(way) for way in ways}) - 1)
        stays_away |= any(
            pays.draws_at_stake(one) != pays.draws_at_stake(other) for one, other in pairs
        )
    return Several(person.code, min(most, MOST_CHEAPER), stays_away)
