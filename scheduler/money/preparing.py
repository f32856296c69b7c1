"""What has to be prepared once dates are found: money, taxis, food, and who has to be told."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from scheduler.ahead import Ahead
from scheduler.money.heads import Prices
from scheduler.money.lines import FREE_WAYS
from scheduler.needed_hours import Booking
from scheduler.people import Person
from scheduler.plan import Coming, Task
from scheduler.sentences import counted, listed, pounds
from scheduler.spoken_days import spoken_day
from scheduler.workers import Worker

TELL_DAYS: Final = 14
"""How long before a session people are told, and taxis ordered, at the latest. Own default."""
FARES_DAYS: Final = 7
"""How long before a session fares are sent, so that nobody has to lay them out. Own default."""
FOOD_DAYS: Final = 7
"""How long before a session food is ordered. Own default."""
ROTA_DAYS: Final = 7
"""How long before a session workers are asked whether all is as agreed. Own default."""


def preparing(ahead: Ahead, team: Sequence[Worker]) -> Iterator[Task]:
    """Give the tasks of money, food and telling people; what was held has none."""
    if ahead.session.state != "held":
        yield from _Preparing(ahead, team).tasks()


@dataclass(frozen=True)
class _Preparing:
    ahead: Ahead
    team: Sequence[Worker]

    def tasks(self) -> Iterator[Task]:
        yield from self._bar()
        yield from self._telling()
        yield from self._rota()
        yield from self._fares()
        yield from self._pick_ups()
        yield from self._time()
        yield from self._food()

    @cached_property
    def people(self) -> tuple[tuple[Person, Coming], ...]:
        """Everybody who comes, and how."""
        group = {p.code: p for p in self.ahead.programme.group(self.ahead.project)}
        coming = (one for one in self.ahead.coming if one.person in group)
        return tuple((group[one.person], one) for one in coming)

    @property
    def day(self) -> str:
        return spoken_day(self.ahead.start.date())

    def _by(self, days: int) -> date:
        """Return the day so many days before, or the day of planning where that is later."""
        due = self.ahead.start.date() - timedelta(days=days)
        return max(due, self.ahead.programme.planning_day)

    def _booked(self) -> str:
        """Return what has to be so before anybody is told; empty where there is nothing to book."""
        venue = self.ahead.venue
        if self.ahead.session.is_promised or venue.is_remote:
            return ""
        return f", once {venue.label} is booked"

    def _bar(self) -> Iterator[Task]:
        venue = self.ahead.venue
        if venue.licensed.is_yes and not venue.is_remote:
            what = f"Ask {venue.label} to keep the bar shut and apart on {self.day}."
            yield Task(
                due=self._by(max(venue.notice_days, TELL_DAYS)), what=what, phone=venue.phone
            )

    def _telling(self) -> Iterator[Task]:
        ahead = self.ahead
        due = self._by(TELL_DAYS)
        if ahead.session.state == "wanted" and self._booked():
            yield Task(due=due, what=f"Tell the group about {self.day}{self._booked()}.")
        if ahead.programme.funder:
            what = f"Tell {ahead.programme.funder} about {self.day} and what it costs"
            yield Task(due=due, what=f"{what}{self._booked()}.")

    def _rota(self) -> Iterator[Task]:
        """Give a task for all who are booked for the same hours."""
        ahead, told = self.ahead, dict[str, dict[str, None]]()
        booking = Booking(ahead.programme, ahead.project, ahead.session, ahead.start, ahead.end)
        for worker in self.team:
            told.setdefault(booking.spoken(worker), {})[worker.label] = None
        for hours, who in told.items():
            what = f"Confirm with {listed(list(who))}: {self.day}, {hours}."
            yield Task(due=self._by(ROTA_DAYS), what=what)

    def _fares(self) -> Iterator[Task]:
        """Give the task to send fares ahead, so that nobody has to lay them out."""
        unpaid = {*FREE_WAYS, "taxi", "not known"}
        own = [(person.label, c.way) for person, c in self.people if c.way.by not in unpaid]
        ways = [way for _, way in own]
        known = [way.pence for way in ways if way.pence]
        unknown = [name for name, way in own if not way.fare_known]
        if unknown:
            asks = "what the way there and back costs them: nobody has said yet"
            what = f"Ask {listed(unknown)} {asks}."
            yield Task(due=self.ahead.programme.planning_day, what=what)
        if known:
            about = "about " if any(way.estimated for way in ways) else ""
            who = counted(len(known), "person", "people")
            yield self._paid(f"{who} for the way there and back: {about}{pounds(sum(known))}")

    def _paid(self, what: str) -> Task:
        """Return the task to pay people before they set out, or on the day if it is too late."""
        ahead = self.ahead
        too_late = ahead.start.date() - timedelta(days=FARES_DAYS) < ahead.programme.planning_day
        pays = "Too late to send it ahead: have cash ready for" if too_late else "Send money to"
        return Task(due=self._by(FARES_DAYS), what=f"{pays} {what}.")

    def _pick_ups(self) -> Iterator[Task]:
        """Give the task to tell the taxi firm where and when."""
        rides = [(p, c.way) for p, c in self.people if c.way.by == "taxi"]
        if not rides:
            return
        told = []
        for person, way in rides:
            when = self.ahead.start - timedelta(minutes=way.out_minutes or 0)
            place = self.ahead.programme.place(person.home)
            where = f" in {place.name or place.code}" if place else ""
            told.append(f"{person.label}{where} at {when:%H:%M}")
        what = f"Tell the taxi firm whom to fetch on {self.day}: {listed(told)}"
        what = f"{what}; home from {self.ahead.venue.label} at {self.ahead.end:%H:%M}"
        yield Task(due=self._by(TELL_DAYS), what=f"{what}{self._booked()}.")

    def _time(self) -> Iterator[Task]:
        """Give the task to have ready what people are paid for their time."""
        prices = Prices(self.ahead.programme, self.ahead.session)
        paid = [person for person, _ in self.people if prices.is_paid(person)]
        vouchers = sum(person.pay.by == "voucher" for person in paid)
        if not paid or prices.time is None:
            return
        together = pounds(prices.time.pence * len(paid))
        who = counted(len(paid), "person", "people")
        how = f", {vouchers} of them by voucher" if vouchers else ""
        what = f"Have ready what {who} {'is' if len(paid) == 1 else 'are'} paid for their time"
        yield Task(due=self._by(FARES_DAYS), what=f"{what}{how}: {together}.")

    def _food(self) -> Iterator[Task]:
        """Give the task to order food, by count and never by name."""
        ahead = self.ahead
        if not ahead.session.food or ahead.venue.is_remote:
            return
        there = [p for p, c in self.people if c.way.by not in {"on-line", "by phone"}]
        team = sum(not worker.is_vehicle for worker in self.team)
        many = team + sum(1 + person.helpers for person in there)
        asked = Counter(each.casefold() for person in there for each in dict.fromkeys(person.food))
        kinds = [f"{count} {what}" for what, count in sorted(asked.items())]
        of_them = f", {listed(kinds)} among them" if kinds else ""
        what = f"Order food for {many} on {self.day}{of_them}. Give the kitchen no names."
        yield Task(due=self._by(FOOD_DAYS), what=what, phone=ahead.venue.phone)
