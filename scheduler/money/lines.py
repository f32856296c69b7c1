"""The lines of what one session of a plan costs."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from scheduler.money.bill import CostLine, Kind, Paid, SessionCosts
from scheduler.money.fares import guessed_by
from scheduler.money.heads import HALF_DAY_MINUTES, Prices
from scheduler.money.rates import Rate
from scheduler.venues import BY_PHONE, ONLINE

if TYPE_CHECKING:
    from scheduler.people import Person
    from scheduler.plan import Chosen, Coming
    from scheduler.programme import Programme
    from scheduler.venues import Venue
    from scheduler.workers import Worker

FREE_WAYS: Final = frozenset({"walk", "on-line", "by phone"})
"""Ways that cost nobody anything."""
TICKETS: Final = frozenset({"bus", "ferry", "train", "community transport"})
"""Ways on which whoever comes along to assist pays a fare as well."""
TAXI: Final = "Taxi"
"""What all taxis of a session are called together."""
JOURNEYS: Final[dict[str, str]] = {
    "car": "Mileage by car there and back",
    "lift": "Lift there and back",
    "not known": "Way there and back that nobody knows yet",
}
"""What a journey is called among costs; any other is a fare."""


@dataclass(frozen=True)
class Reckoning:
    """One session of a plan, with everything it costs."""

    programme: "Programme"
    chosen: "Chosen"

    def costs(self) -> SessionCosts:
        """Return what the session costs, line by line."""
        lines = tuple(self._lines())
        return SessionCosts(
            project=self.chosen.project,
            number=self.chosen.number,
            lines=lines,
            pence=sum(line.pence or 0 for line in lines),
            at_least=any(line.not_known for line in lines),
            estimated=any(line.estimated for line in lines),
        )

    @cached_property
    def prices(self) -> Prices:
        """What the session goes by."""
        project = next(p for p in self.programme.projects if p.code == self.chosen.project)
        return Prices(self.programme, project.sessions[self.chosen.number - 1])

    @cached_property
    def coming(self) -> "tuple[tuple[Person, Coming], ...]":
        """Everybody who comes, and how."""
        project = next(p for p in self.programme.projects if p.code == self.chosen.project)
        people = {person.code: person for person in self.programme.group(project)}
        return tuple((people[one.person], one) for one in self.chosen.coming)

    @cached_property
    def team(self) -> "tuple[Worker, ...]":
        """The workers who are there."""
        return tuple(w for w in self.programme.workers if w.code in self.chosen.workers)

    @property
    def venue(self) -> "Venue":
        """Where it is held."""
        every = (*self.programme.venues, ONLINE, BY_PHONE)
        return next(venue for venue in every if venue.code == self.chosen.venue)

    def in_the_room(self) -> int:
        """Return how many are in the room, workers and those who assist somebody among them."""
        there = ((p, c) for p, c in self.coming if c.way.by not in {"on-line", "by phone"})
        team = sum(not worker.is_vehicle for worker in self.team)
        return team + sum(1 + person.helpers for person, _ in there)

    def _lines(self) -> Iterator[CostLine]:
        if not self.venue.is_remote:
            what = f"Hire of {self.venue.label}"
            yield _line("room", what, (1, self.venue.hire_pence), rate=self.venue.source)
        yield from self._workers()
        yield from self._journeys()
        yield from self._helpers()
        yield from self._rated()

    def _workers(self) -> Iterator[CostLine]:
        fees = Counter(
            (" and ".join(w.roles), w.session_pence) for w in self.team if not w.is_vehicle
        )
        for (roles, pence), many in fees.items():
            yield _line("workers", f"{roles[:1].upper()}{roles[1:]}", (many, pence))

    def _journeys(self) -> Iterator[CostLine]:
        ways = Counter(
            (c.way.by, c.way.pence if c.way.fare_known else None, c.way.estimated, p.home)
            if c.way.estimated
            else (c.way.by, c.way.pence if c.way.fare_known else None, False, "")
            for p, c in self.coming
            if c.way.by not in {*FREE_WAYS, "taxi"} and (c.way.pence or not c.way.fare_known)
        )
        found: dict[tuple[str, int | None, bool, str], int] = {}
        for (by, pence, estimated, home), many in ways.items():
            key = by, pence, estimated, self._guessed_by(by, home) if estimated else ""
            found[key] = found.get(key, 0) + many
        for (by, pence, estimated, rate), many in sorted(found.items(), key=_in_order):
            what = JOURNEYS.get(by, f"Fare by {by} there and back")
            line = _line("journeys", what, (many, pence), rate=rate, paid="ahead")
            yield line.model_copy(update={"estimated": estimated})
        yield from self._taxis()

    def _taxis(self) -> Iterator[CostLine]:
        """Give one line for all taxis of the session, whatever each of them takes.

        With the hire of special ones in its sum: a line of their own would tell whoever pays who
        is fetched by one, where few are.
        """
        rides = [(p, c.way) for p, c in self.coming if c.way.by == "taxi"]
        hired = [w.session_pence for w in self.team if w.is_vehicle and w.session_pence]
        known = [way.pence for _, way in rides if way.fare_known]
        many = len(rides) or len(hired)
        unpriced, together = len(rides) - len(known), sum(known) + sum(hired)
        if together or unpriced:
            alike = not unpriced and (many == 1 or (not hired and len(set(known)) == 1))
            guessed = (self._guessed_by("taxi", p.home) for p, way in rides if way.estimated)
            yield CostLine(
                kind="journeys",
                what=TAXI,
                many=many,
                each_pence=together // many if alike else None,
                pence=together if known or hired else None,
                unpriced=unpriced if known or hired else 0,
                estimated=any(way.estimated for _, way in rides),
                paid="prepaid",
                rate="; ".join(sorted(set(guessed))),
            )

    def _guessed_by(self, by: str, home: str) -> str:
        """Return which rate a guessed journey goes by."""
        place = self.programme.place(home)
        council = place.council if place else ""
        return guessed_by(self.programme, by, council=council, day=self.chosen.start.date())

    def _helpers(self) -> Iterator[CostLine]:
        riding = sum(person.helpers for person, one in self.coming if one.way.by in TICKETS)
        if riding:
            what = "Fare of somebody who comes along to assist"
            yield _line("journeys", what, (riding, None), paid="ahead")

    def _rated(self) -> Iterator[CostLine]:
        """Give what goes by a rate: people's time, sitters, food and materials."""
        prices, people = self.prices, [person for person, _ in self.coming]
        half = prices.session.length_minutes <= HALF_DAY_MINUTES
        time = f"People's time, {'half a day' if half else 'a day'}"
        paid = sum(map(prices.is_paid, people))
        yield from self._by_rate(("time", time, "on the day"), paid, prices.time)
        sitters = sum(map(prices.needs_sitter, people))
        yield from self._by_rate(("children", "Sitter", "ahead"), sitters, prices.sitter)
        eating = self.in_the_room() if prices.session.food and not self.venue.is_remote else 0
        yield from self._by_rate(("food", "Food for each", "by invoice"), eating, prices.food)
        if prices.materials:
            as_what: _Kinds = ("materials", "Materials", "by invoice")
            yield from self._by_rate(as_what, 1, prices.materials)

    def _by_rate(self, kinds: "_Kinds", many: int, rate: Rate | None) -> Iterator[CostLine]:
        kind, what, paid = kinds
        version = rate.version(self.chosen.start.date()) if rate else ""
        if many:
            each = (many, rate.pence if rate else None)
            yield _line(kind, what, each, rate=version, paid=paid)


_Kinds = tuple[Kind, str, Paid]


def _line(
    kind: Kind,
    what: str,
    each: tuple[int, int | None],
    *,
    rate: str = "",
    paid: Paid = "by invoice",
) -> CostLine:
    many, pence = each
    together = None if pence is None else many * pence
    return CostLine(
        kind=kind, what=what, many=many, each_pence=pence, pence=together, paid=paid, rate=rate
    )


def _in_order(found: tuple[tuple[str, int | None, bool, str], int]) -> tuple[str, bool, int, str]:
    (by, pence, _, rate), _ = found
    return by, pence is None, pence or 0, rate
