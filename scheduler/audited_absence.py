"""Checks that nobody stays away for want of something of which there is enough."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from scheduler.finished import WHOLE, Breach, Meeting
from scheduler.judged import Judged
from scheduler.order import Standing, level_of_missing
from scheduler.people import Person
from scheduler.plan import Chosen, Plan
from scheduler.programme import Programme
from scheduler.put_first import class_of
from scheduler.rides import Rides, every_rides
from scheduler.ties import Deciding, StandDown, Ties
from scheduler.totals import purses_of, spent
from scheduler.travel import Travel, every_travel


def needless_absences(plan: Plan, judged: Sequence[Judged], ties: Ties) -> Iterator[Breach]:
    """Find people who stay away although they could come too, where the plan claims to be best.

    Adding them would leave every limit kept, and they would miss less. A plan that does not claim
    to be best at what they miss may have overlooked it, and says so itself.
    """
    settled = {level.name for level in plan.order if level.proven}
    for one in judged:
        project, number = one.meeting.project.code, one.meeting.number
        chosen = plan.session(project, number)
        turns = chosen is not None and any(absent.stands_down for absent in chosen.absent)
        for people in _staying_away(one, chosen) if chosen else ():
            first = _of_first_class(one.meeting.programme, people)
            missing = (p for p in first if level_of_missing(one.meeting.programme, p) in settled)
            if not any(_wants_more(judged, person) for person in missing):
                continue
            by_any_way = ((_with(judged, one, then), then) for then in _by_any_way(one, people))
            if any(Added(*each, people, turns, ties).is_possible for each in by_any_way):
                names = " and ".join(person.label for person in people)
                says = f"{names} could come without anything running short, and would miss less."
                yield Breach(WHOLE, project, number, says, "people")


def _of_first_class(programme: Programme, people: Sequence[Person]) -> list[Person]:
    """Return those whose concerns come first: they would only be put to it for the others' sake."""
    first = min(class_of(programme, person) for person in people)
    return [person for person in people if class_of(programme, person) == first]


def _by_any_way(one: Judged, people: Sequence[Person]) -> Iterator[Judged]:
    """Give a session as it is and, of one who stays away, for each cheaper way they have."""
    yield one
    meeting = one.meeting
    at = meeting.programme, meeting.project, meeting.session
    for person in people if len(people) == 1 else ():
        for travel in every_travel(*at, rules=one.rules):
            other = replace(meeting, travel=travel)
            same = all(other.way(each) == meeting.way(each) for each in meeting.coming)
            if same and other.way(person) != meeting.way(person):
                then = one.if_travelling(travel, meeting.coming)
                if then.is_able(person) and then.everybody_travels:
                    yield then


def _with(judged: Sequence[Judged], one: Judged, then: Judged) -> Sequence[Judged]:
    return [then if each is one else each for each in judged]


def left_behind(judged: Sequence[Judged], ties: Ties) -> Iterator[Breach]:
    """Find people who cannot come by themselves, and whom somebody coming could take along.

    Nobody else would have to stay away for it, and nothing would run short.
    """
    for one in judged:
        for rides in every_rides(one.meeting.project):
            taken = _taken_along(one, rides, ties)
            if taken is None:
                continue
            then, person = taken
            everybody = _with(judged, one, then)
            if Added(everybody, then, (person,), turns=False, ties=ties).is_possible:
                meeting = one.meeting
                says = f"{person.label} could ride along with somebody who comes, and is left out."
                yield Breach(WHOLE, meeting.project.code, meeting.number, says, "people")
                break


def _taken_along(one: Judged, rides: Rides, ties: Ties) -> tuple[Judged, Person] | None:
    """Return a session with one ride more and who is driven then.

    None where that is not one ride more, or would not let them come, or anybody less surely.
    """
    meeting = one.meeting
    added = set(rides) - set(meeting.travel.rides)
    here = {person.code for person in meeting.coming}
    if len(added) != 1 or len(rides) != len(meeting.travel.rides) + 1:
        return None
    ((driver, driven),) = added
    if driver not in here or driven in here or meeting.travel.which(driver):
        return None  # Whoever takes a cheaper way than their own car takes nobody along.
    person = next(each for each in meeting.group if each.code == driven)
    coming = tuple(each for each in meeting.group if each.code in here | {driven})
    then = one.if_travelling(Travel(rides, meeting.travel.cheaper), coming)
    present = tuple(filter(then.is_sure, coming))
    then = then.with_company(coming, present)
    # Whoever has agreed to drive may come to this session without a car, and then takes nobody.
    rides_along = then.everybody_travels and not one.is_able(person)
    stands = set(meeting.present) <= set(present) and all(map(then.is_able, coming))
    return (then, person) if rides_along and stands and not _draws(then, person, ties) else None


def _draws(judged: Judged, person: Person, ties: Ties) -> bool:
    meeting = judged.meeting
    keeping = (tie for tie in ties.totals if tie.keeps_away)
    purses = (purse for tie in keeping for purse in purses_of(tie, meeting.group))
    return any(purse.draws(meeting, (person,)) for purse in purses)


def _staying_away(judged: Judged, chosen: Chosen) -> Iterator[tuple[Person, ...]]:
    """Go through those who stay away: each alone, then all together, as some come only so."""
    away = {one.person for one in chosen.absent if one.stays_away}
    able = (p for p in judged.meeting.group if p.code in away and judged.is_able(p))
    staying = tuple(able)
    yield from ((person,) for person in staying)
    if len(staying) > 1:
        yield staying


def _wants_more(judged: Sequence[Judged], person: Person) -> bool:
    wants = Standing(judged[0].meeting.programme, ()).wanted()[person.code]
    return sum(person in one.meeting.coming for one in judged) < wants


@dataclass(frozen=True)
class Added:
    """A plan in which some more people come to one session."""

    judged: Sequence[Judged]
    one: Judged
    people: tuple[Person, ...]
    turns: bool
    """Whether anybody stands down from it."""
    ties: Ties

    @property
    def is_possible(self) -> bool:
        """Say whether all of it could stand."""
        return (
            all(self._keeps_to(tie) for tie in self.ties.deciding)
            and all(self._leaves_turns(tie) for tie in self.ties.stand_down)
            and not self.one.with_company(self._coming, self._present).forbidding
            and not any(one.is_too_much for one in spent(self._meetings, self.ties.totals))
        )

    def _keeps_to(self, tie: Deciding) -> bool:
        """Say whether those who decide together would be there as they decided."""
        meeting = self.one.meeting
        there = {person.code for person in self._coming}
        return all(
            (circle <= there or not circle & there) if tie.both else not circle <= there
            for circle in tie.of(meeting.project, meeting.group)
        )

    def _leaves_turns(self, tie: StandDown) -> bool:
        """Say whether just as many would stand down: nobody more, and nobody for nothing."""
        room = sum(map(tie.than, self._present)) - sum(map(tie.who, self._coming))
        return room >= 0 and not (self.turns and any(map(tie.than, self.people)))

    @property
    def _coming(self) -> tuple[Person, ...]:
        return self._with(self.one.meeting.coming, self.people)

    @property
    def _present(self) -> tuple[Person, ...]:
        return self._with(self.one.meeting.present, filter(self.one.is_sure, self.people))

    def _with(self, some: Iterable[Person], more: Iterable[Person]) -> tuple[Person, ...]:
        codes = {person.code for person in (*some, *more)}
        return tuple(person for person in self.one.meeting.group if person.code in codes)

    @property
    def _meetings(self) -> Iterator[Meeting]:
        for one in self.judged:
            meeting = one.meeting
            yield replace(meeting, coming=self._coming) if one is self.one else meeting
