"""What a session costs whoever meets and for each who comes, as far as anybody has said."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from scheduler.money.rates import Rate, rate_for

if TYPE_CHECKING:
    from scheduler.people import Person
    from scheduler.programme import Programme, Session
    from scheduler.venues import Venue
    from scheduler.way import Way
    from scheduler.workers import Worker

HALF_DAY_MINUTES: Final = 240
"""Up to how long a session counts as half a day of somebody's time. Own default."""


@dataclass(frozen=True)
class Prices:
    """What one session of a programme goes by."""

    programme: "Programme"
    session: "Session"
    hires: "Mapping[str, int]" = field(default_factory=dict)
    """What the taxi of each who is fetched costs beside the fare, where it is known which it is."""

    @cached_property
    def time(self) -> Rate | None:
        """What somebody is paid for their time at it."""
        is_short = self.session.length_minutes <= HALF_DAY_MINUTES
        return rate_for(self.programme, "half day" if is_short else "day")

    @cached_property
    def food(self) -> Rate | None:
        """What food costs for each."""
        return rate_for(self.programme, "food")

    @cached_property
    def sitter(self) -> Rate | None:
        """What a sitter costs."""
        return rate_for(self.programme, "sitter")

    @cached_property
    def materials(self) -> Rate | None:
        """What materials cost; none where there are none."""
        return rate_for(self.programme, "materials")

    def is_paid(self, person: "Person") -> bool:
        """Say whether somebody is paid for their time: by their roles, unless they declined."""
        paid = set(self.programme.paid_roles) & set(person.roles)
        return bool(paid) and person.pay.by != "declines"

    def needs_sitter(self, person: "Person") -> bool:
        """Say whether a sitter is agreed and paid for somebody's children."""
        laid_on = any(need.role == "childcare" for need in self.session.workers)
        return bool(person.childcare.children and person.childcare.sitter.is_yes) and not laid_on

    def head(self, person: "Person", *, in_the_room: bool) -> int:
        """Return what somebody's coming costs beside the way there and back, in pence."""
        paid = _pence(self.time) if self.is_paid(person) else 0
        sitter = _pence(self.sitter) if self.needs_sitter(person) else 0
        return paid + sitter + (self.meal * (1 + person.helpers) if in_the_room else 0)

    def taxi(self, person: "Person", way: "Way") -> int:
        """Return what somebody's taxi costs, in pence: the fare, and the hire of a wheelchair taxi.

        Where it is not known which one is booked the dearest is counted, so that any is within the
        money for it.
        """
        return way.pence + self.hire(person, way) if way.by == "taxi" else 0

    def hire(self, person: "Person", way: "Way") -> int:
        """Return what the hire of somebody's wheelchair taxi costs, in pence; 0 if they take none.

        Where it is not known which one is booked the dearest is counted.
        """
        is_hired = person.is_fetched and way.by == "taxi"
        return self.hires.get(person.code, self._hire) if is_hired else 0

    @cached_property
    def _hire(self) -> int:
        taxis = (w.session_pence or 0 for w in self.programme.workers if w.is_vehicle)
        return max(taxis, default=0)

    def team(self, workers: Collection["Worker"]) -> int:
        """Return what workers cost, in pence."""
        return team_pence(workers, self.meal)

    def room_and_team(self, venue: "Venue", workers: "Iterable[Worker]") -> int:
        """Return what a session costs whoever comes, in pence: wheelchair taxis go with people."""
        return self.around(venue) + self.team([w for w in workers if not w.is_vehicle])

    def around(self, venue: "Venue") -> int:
        """Return what a session costs whoever comes, workers apart, in pence."""
        return (venue.hire_pence or 0) + _pence(self.materials)

    def assumed(self, venue: "Venue") -> int:
        """Return what a hire nobody has said counts as, in pence, where plans are compared.

        That is the dearest hire of the programme that is known; nothing where it is said.
        """
        return self._dearest if venue.hire_pence is None and not venue.is_remote else 0

    @cached_property
    def _dearest(self) -> int:
        return max((venue.hire_pence or 0 for venue in self.programme.venues), default=0)

    @property
    def meal(self) -> int:
        """What one more meal costs, in pence; nothing where no food is wanted."""
        return _pence(self.food) if self.session.food and not self.session.is_remote else 0


def team_pence(workers: Collection["Worker"], meal: int) -> int:
    """Return what workers cost, in pence, with what one meal costs; vehicles eat none."""
    eating = sum(not worker.is_vehicle for worker in workers)
    return sum(worker.session_pence or 0 for worker in workers) + meal * eating


def coming_pence(prices: Prices, people: Sequence["Person"], ways: Sequence["Way"]) -> int:
    """Return what some people's coming costs, the ways there and back included, in pence."""
    each = zip(people, ways, strict=True)
    return sum(way.pence + prices.head(p, in_the_room=not way.is_remote) for p, way in each)


def _pence(rate: Rate | None) -> int:
    return 0 if rate is None else rate.pence
