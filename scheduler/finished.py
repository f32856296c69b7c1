"""A finished plan joined to its programme.

So that constraints can be asked about each session once more.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from scheduler.degree import Degree
from scheduler.objection import Asked, Objection
from scheduler.people import Person
from scheduler.plan import Chosen, Plan, WayTaken
from scheduler.programme import Programme, Project, Session
from scheduler.rides import Ride, Rides, Riding
from scheduler.taking_part import Suiting, TakingPart, way_of
from scheduler.travel import AS_BEST, Cheaper, Travel
from scheduler.unbeaten import MOST_CHEAPER
from scheduler.venues import BY_PHONE, ONLINE, Venue
from scheduler.way_taken import way_taken
from scheduler.ways import Way, way_for
from scheduler.within_means import Means

Answer = tuple[Person | None, Objection]
"""What a rule has against a session, and the person it concerns, if it concerns one."""
RulesOf = Mapping[str, Sequence[Suiting]]
"""Constraints of projects, by the project's code."""
NO_RULES: RulesOf = MappingProxyType({})
OF_EACH = frozenset({"person", "way"})
"""What a check may ask for that differs from member to member."""
WHOLE = "plan"
"""Name under which faults of the plan itself are listed."""

Kind = Literal["rule", "people", "words", "figures", "proof"]
"""What a breach is about: a rule, or who is said to come; else only what the plan says of itself.

Its sentences, its figures, or what it was made from and how sure it is.
"""


@dataclass(frozen=True)
class Breach:
    """Something in a plan that must not stand."""

    constraint: str
    """File name of the constraint, or `plan` where the plan itself is malformed."""
    project: str
    number: int
    """Which session, from 1; 0 where it concerns the whole project."""
    says: str
    """The breach in a sentence for the organiser."""
    kind: Kind = "rule"
    """What it is about."""


@dataclass(frozen=True)
class Meeting:
    """One session of a finished plan with everything a check may ask about it."""

    programme: Programme
    project: Project
    session: Session
    number: int
    start: datetime
    end: datetime
    venue: Venue
    group: tuple[Person, ...]
    coming: tuple[Person, ...]
    """Everybody planned to come."""
    present: tuple[Person, ...]
    """Those of them who can be counted on: nothing that makes them able is unknown."""
    workers: tuple[str, ...]
    """Codes of the workers who are there."""
    earlier: "Meeting | None"
    """The session before it in the series that has a date."""
    expected: tuple[Person, ...] = ()
    """Who would come if it counted."""
    counts: bool = True
    """Whether it counts, or was promised although it passes over somebody's right."""
    is_judged_as_wanted: bool = False
    """Whether rules are asked of it as if it had not been promised."""

    rules: tuple[Suiting, ...] = field(default=(), kw_only=True)
    """Asked whether the room and the way there suit somebody who chose another way to take part."""
    travel: Travel = field(default=AS_BEST, kw_only=True)
    """Who rides with whom, as far as they come, and who takes a cheaper way of their own."""

    @property
    def is_excused(self) -> bool:
        """Say whether it stands whatever rules say, because it was promised."""
        return self.session.is_promised and not self.is_judged_as_wanted

    def as_wanted(self) -> "Meeting":
        """Return the same session judged as if it had not been promised; rules say the same."""
        wanted = replace(self, is_judged_as_wanted=True)
        vars(wanted)["_answers"] = self._answers
        return wanted

    @property
    def there(self) -> tuple[Person, ...]:
        """Everybody coming, or expected where it does not count."""
        return (*self.coming, *self.expected)

    @property
    def day(self) -> date:
        """The day it is on."""
        return self.start.date()

    def cases(self, names: Iterable[str]) -> Iterator[tuple[Person | None, dict[str, object]]]:
        """Go through what a check must be asked: once for everybody, or once for each member."""
        wanted = tuple(names)
        if ("earlier" in wanted and self.earlier is None) or "total" in wanted:
            return
        if not self.counts and {"present", "coming"} & set(wanted):
            return  # Who is there is not told of a session that counts for nobody.
        given = {name: getattr(self, name) for name in wanted if name not in OF_EACH}
        of_each = [name for name in wanted if name in OF_EACH]
        for person in self.group if of_each else (None,):
            yield person, given | self.arguments(of_each, person)

    def arguments(self, names: Iterable[str], person: Person | None) -> dict[str, object]:
        """Return what a check is given that asks for these names, about somebody or everybody."""
        return {name: self._argument(name, person) for name in names}

    def answers(self, rule: Asked) -> tuple[Answer, ...]:
        """Return what a rule has against it: its check is asked of each case once.

        A check knows nothing but what it asks for, so it would say the same again.
        """
        asked = self._answers.setdefault(rule.name(), [])
        for same, answers in asked:
            if same == rule:
                return answers
        cases = ((who, rule.check(**given)) for who, given in self.cases(rule.asks_for()))
        found = tuple((who, objection) for who, objection in cases if objection is not None)
        asked.append((rule, found))
        return found

    @cached_property
    def _answers(self) -> dict[str, list[tuple[Asked, tuple[Answer, ...]]]]:
        """What rules said so far, by their name: they are told apart by how they are set."""
        return {}

    def is_broken_by(self, degree: int, person: Person | None) -> bool:
        """Say whether an objection of this degree is a breach here.

        Held and booked sessions bend for nobody.
        """
        if degree < Degree.NEVER:
            return False
        if degree == Degree.RIGHT or person is None:
            return not self.is_excused
        return person in self.coming

    def way(self, person: Person) -> Way:
        """Return a person's way there and back, or how they join."""
        if person.code not in self._ways:
            self._ways[person.code] = self._way(person)
        return self._ways[person.code]

    @cached_property
    def _ways(self) -> dict[str, Way]:
        """The ways asked for so far: many rules ask for the same."""
        return {}

    def _way(self, person: Person) -> Way:
        own = self.own_way(person, self.travel.which(person.code))
        way = self._riding.way(self.venue, person, own) if self.travel.rides else own
        at = (self.programme, self.project, self.session, self.venue)
        part = TakingPart(*at, self.group, person, way)
        return way_of(self.rules, part)

    def own_way(self, person: Person, cheaper: int) -> Way:
        """Return somebody's best way, or a cheaper one: 1 for the dearest of those, and so on."""
        time, pays = (self.start, self.end), self._means.pays_for(person, cheaper)
        return way_for(self.programme, person, self.venue, time=time, pays=pays)

    def has_cheaper(self, person: Person, which: int) -> bool:
        """Say whether somebody has so cheap a way, and not only one that is less so."""
        return self.own_way(person, which) != self.own_way(person, which - 1)

    @cached_property
    def _means(self) -> Means:
        return Means(self.programme, self.session, self.rules)

    @cached_property
    def _riding(self) -> Riding:
        here = {person.code for person in self.there}
        rides = tuple(ride for ride in self.travel.rides if set(ride) <= here)
        return Riding(self.programme, self.project, rides)

    def _argument(self, name: str, person: Person | None) -> object:
        if name == "way" and person is not None:
            return self.way(person)
        return person if name == "person" else getattr(self, name)


@dataclass(frozen=True)
class Finished:
    """A plan joined to its programme."""

    programme: Programme
    plan: Plan
    meetings: tuple[Meeting, ...]

    @classmethod
    def of(cls, programme: Programme, plan: Plan, rules: RulesOf = NO_RULES) -> "Finished":
        """Join a plan to its programme.

        Parameters
        ----------
        rules
            The constraints of each project, by its code.

        Raises
        ------
        KeyError
            If the plan names a project, session, venue or person the programme does not have.
        """
        return cls(programme, plan, tuple(_meetings(programme, plan, rules)))

    def as_if_nothing_were_promised(self) -> "Finished":
        """Return the same plan in which no session is excused."""
        return replace(self, meetings=tuple(meeting.as_wanted() for meeting in self.meetings))


def _meetings(programme: Programme, plan: Plan, rules: RulesOf) -> Iterator[Meeting]:
    projects = {project.code: project for project in programme.projects}
    venues = {venue.code: venue for venue in (*programme.venues, ONLINE, BY_PHONE)}
    before: dict[str, Meeting] = {}
    for chosen in sorted(plan.sessions, key=lambda chosen: (chosen.project, chosen.number)):
        project = projects[chosen.project]
        meeting = _meeting(
            programme, project, chosen, venue=venues[chosen.venue], earlier=before.get(project.code)
        )
        meeting = replace(meeting, rules=tuple(rules.get(project.code, ())))
        before[project.code] = replace(meeting, travel=travel_of(meeting, chosen))
        yield before[project.code]


def _meeting(
    programme: Programme,
    project: Project,
    chosen: Chosen,
    *,
    venue: Venue,
    earlier: Meeting | None,
) -> Meeting:
    group = programme.group(project)
    by_code = {person.code: person for person in group}
    return Meeting(
        programme=programme,
        project=project,
        session=project.sessions[chosen.number - 1],
        number=chosen.number,
        start=chosen.start.astimezone(programme.tz),
        end=chosen.end.astimezone(programme.tz),
        venue=venue,
        group=group,
        coming=tuple(by_code[coming.person] for coming in chosen.coming),
        present=tuple(by_code[coming.person] for coming in chosen.coming if coming.sure),
        workers=chosen.workers,
        earlier=earlier,
        expected=tuple(by_code[expected.person] for expected in chosen.expected),
        counts=chosen.counts,
    )


def travel_of(meeting: Meeting, chosen: Chosen) -> Travel:
    """Return how people travel to a session of a plan, as far as it tells of ways they have."""
    people = {person.code: person for person in meeting.group}
    alone = (one for one in chosen.there if not (one.way.driver or one.way.drives))
    found = ((one.person, _which(meeting, people[one.person], one.way)) for one in alone)
    cheaper = tuple(Cheaper((code,), which) for code, which in found if which)
    return Travel(rides_of(meeting.project, chosen), cheaper)


def _which(meeting: Meeting, person: Person, told: WayTaken) -> int:
    """Return which of somebody's ways a plan tells of; 0, their best, where it is none of them."""
    if told == way_taken(meeting.way(person)):
        return 0
    by_each = (
        (which, replace(meeting, travel=Travel(cheaper=(Cheaper((person.code,), which),))))
        for which in range(1, MOST_CHEAPER + 1)
    )
    return next((n for n, other in by_each if way_taken(other.way(person)) == told), 0)


def rides_of(project: Project, chosen: Chosen) -> Rides:
    """Return who rides with whom to a session of a plan, in the order of the lifts."""
    there = (*chosen.coming, *chosen.expected)
    told = {Ride(coming.way.driver, coming.person) for coming in there if coming.way.driver}
    lifts = [Ride(lift.driver, lift.driven) for lift in project.lifts]
    return (*(ride for ride in lifts if ride in told), *sorted(told - set(lifts)))
