"""One session of a finished plan as the constraints themselves judge it: no screen, no solver."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from scheduler.comfort import is_bad_journey
from scheduler.constraint import Constraint, Objection
from scheduler.degree import Degree
from scheduler.finished import Meeting
from scheduler.in_force import Rules
from scheduler.money.heads import Prices, coming_pence
from scheduler.order import Tally
from scheduler.people import Person
from scheduler.programme import Programme
from scheduler.told import as_told
from scheduler.travel import Travel


@dataclass(frozen=True)
class Said:
    """One objection to a session, and the person it concerns, if it concerns one."""

    constraint: Constraint
    person: Person | None
    objection: Objection
    beside: str
    """What may stand beside that person's name; empty where nothing may."""

    @property
    def degree(self) -> Degree:
        """How strong it is."""
        return self.objection.degree

    def concerns(self, person: Person) -> bool:
        """Say whether it is a person whom it concerns; their code tells most others at a glance."""
        own = self.person
        return own is not None and own.code == person.code and own == person

    @property
    def is_for_all(self) -> bool:
        """Say whether it is a question about a room that concerns everybody, whoever raised it."""
        return self.degree is Degree.UNKNOWN and self.constraint.asks_for_all()


@dataclass(frozen=True, eq=False)
class Judged:
    """A session with everything its project's constraints say of it."""

    meeting: Meeting
    rules: Rules

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Every objection that does not depend on who else comes or on the session before."""
        asked = (rule for rule in self.rules if rule.is_screened())
        return tuple(one for rule in asked for one in _asked(rule, self.meeting))

    def with_company(self, coming: tuple[Person, ...], present: tuple[Person, ...]) -> "Judged":
        """Return the same session with others coming; what is said of each stays the same."""
        judged = Judged(replace(self.meeting, coming=coming, present=present), self.rules)
        judged.__dict__["said"] = self.said
        return judged

    def with_workers(self, workers: tuple[str, ...]) -> "Judged":
        """Return the same session with other workers; what is said of it stays the same."""
        judged = Judged(replace(self.meeting, workers=workers), self.rules)
        judged.__dict__["said"] = self.said
        return judged

    def if_it_were(self, programme: Programme, reading: str) -> "Judged":
        """Return the same session in a changed programme.

        Only rules that read what changed are asked again.
        """
        return self._again(replace(self.meeting, programme=programme), reading)

    def if_travelling(self, travel: Travel, coming: tuple[Person, ...]) -> "Judged":
        """Return the same session with people travelling in another way, and others coming.

        Only rules that ask about the way there and back are asked again.
        """
        if travel == self.meeting.travel:
            return self.with_company(coming, self.meeting.present)
        return self._again(replace(self.meeting, travel=travel, coming=coming), "way")

    @property
    def everybody_travels(self) -> bool:
        """Say whether everybody could ride and drive as said, or has such a cheaper way, and come.

        Of several who take a cheaper way together it is enough that one has one.
        """
        meeting = self.meeting
        people = {person.code: person for person in meeting.group}
        ways = {code: meeting.way(people[code]) for ride in meeting.travel.rides for code in ride}
        rides = all(
            ways[driven].driver == driver and driven in ways[driver].drives
            for driver, driven in meeting.travel.rides
        )
        cheaper = all(
            any(meeting.has_cheaper(people[code], each.which) for code in each.people)
            for each in meeting.travel.cheaper
        )
        return (
            rides and cheaper and all(self.is_able(people[code]) for code in meeting.travel.set_out)
        )

    def _again(self, meeting: Meeting, reading: str) -> "Judged":
        again = [rule for rule in self.rules if rule.is_screened() and reading in rule.asks_for()]
        judged = Judged(meeting, self.rules)
        kept = (one for one in self.said if one.constraint not in again)
        anew = (one for rule in again for one in _asked(rule, judged.meeting))
        judged.__dict__["said"] = (*kept, *anew)
        return judged

    @cached_property
    def counts(self) -> bool:
        """Say whether it counts, or was promised although it passes over somebody's right."""
        passed_over = any(one.degree is Degree.RIGHT for one in self.said)
        return not (self.meeting.session.is_promised and passed_over)

    @cached_property
    def short(self) -> int:
        """How often the rules about company object."""
        return len(self._of_company)

    @property
    def forbidding(self) -> frozenset[str]:
        """The rules about company that forbid it, by file name."""
        never = (one for one in self._of_company if one.degree >= Degree.NEVER)
        return frozenset(one.constraint.name() for one in never)

    def allows(self, person: Person) -> bool:
        """Say whether rules about company allow somebody more, or forbid it as it is."""
        coming = tuple(p for p in self.meeting.group if p in {*self.meeting.coming, person})
        with_them = self.with_company(coming, tuple(filter(self.is_sure, coming)))
        return bool(self.forbidding) or not with_them.forbidding

    @property
    def broken(self) -> tuple[str, ...]:
        """What forbids it as it stands, whoever drops out, in sentences for the organiser."""
        closing = (one for one in self.said if one.person is None)
        never = (one for one in (*closing, *self._of_company) if one.degree >= Degree.NEVER)
        return tuple(dict.fromkeys(one.objection.organiser for one in never))

    @cached_property
    def _of_company(self) -> tuple[Said, ...]:
        together = (rule for rule in self.rules if "present" in rule.asks_for())
        return tuple(one for rule in together for one in _asked(rule, self.meeting))

    def about(self, person: Person) -> tuple[Said, ...]:
        """Return what is said of one person."""
        return tuple(one for one in self.said if one.concerns(person))

    def is_able(self, person: Person) -> bool:
        """Say whether nothing keeps a person from coming."""
        return all(one.degree is not Degree.NEVER for one in self.about(person))

    def is_sure(self, person: Person) -> bool:
        """Say whether a person can come, and whoever drives them, and nothing of it is unknown."""
        on_road = [person, *self.drivers_of(person)]
        own = (one for each in on_road for one in self.about(each) if not one.is_for_all)
        return all(one.degree not in {Degree.NEVER, Degree.UNKNOWN} for one in own)

    def drivers_of(self, person: Person) -> tuple[Person, ...]:
        """Return who drives a person there, if anybody does."""
        driver = self.meeting.way(person).driver if self.meeting.travel.rides else ""
        return tuple(each for each in self.meeting.group if each.code == driver)

    def put_to_it(self, person: Person) -> int:
        """Return how many things speak against a person's coming or are unknown."""
        concerned = (
            one for one in self.said if one.person is None or one.is_for_all or one.concerns(person)
        )
        against = (one for one in concerned if one.degree in {Degree.AVOID, Degree.UNKNOWN})
        return len({one.constraint.name() for one in against})

    @cached_property
    def pence(self) -> int:
        """What is known of what it costs: all that goes with those coming, hire and fees."""
        meeting = self.meeting
        prices = Prices(meeting.programme, meeting.session)
        ways = [meeting.way(person) for person in meeting.coming]
        there = [w for w in meeting.programme.workers if w.code in meeting.workers]
        around = prices.around(meeting.venue) + prices.team(there)
        return coming_pence(prices, meeting.coming, ways) + around

    def tally(self) -> Tally:
        """Return what it asks of each person, as the order of concern counts it."""
        meeting = self.meeting
        ways = {person.code: meeting.way(person) for person in meeting.coming}
        return Tally(
            project=meeting.project.code,
            number=meeting.number,
            start=meeting.start,
            venue=meeting.venue.code,
            coming=frozenset(ways),
            put_to_it={person.code: self.put_to_it(person) for person in meeting.coming},
            minutes={code: way.minutes for code, way in ways.items()},
            bad=frozenset(p.code for p in meeting.coming if is_bad_journey(p, ways[p.code])),
            short=self.short,
            pence=self.pence,
        )


def judge(meetings: Iterable[Meeting], rules: dict[str, Rules]) -> tuple[Judged, ...]:
    """Let each project's constraints judge its sessions."""
    return tuple(Judged(meeting, rules[meeting.project.code]) for meeting in meetings)


def _asked(rule: Constraint, meeting: Meeting) -> Iterator[Said]:
    for person, objection in meeting.answers(rule):
        said = as_told(rule, meeting.arguments(rule.asks_for(), person), objection)
        yield Said(rule, person, said.objection, said.beside)
