"""Checks that nobody stays away for want of something of which there is enough."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from scheduler.finished import WHOLE, Breach, Meeting
from scheduler.judged import Judged
from scheduler.order import Standing, level_of_missing
from scheduler.people import Person
from scheduler.plan import Chosen, Plan
from scheduler.ties import Deciding, StandDown, Ties
from scheduler.totals import spent


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
            missing = (p for p in people if level_of_missing(one.meeting.programme, p) in settled)
            if not any(_wants_more(judged, person) for person in missing):
                continue
            if _Added(judged, one, people, turns, ties).is_possible:
                names = " and ".join(person.label for person in people)
                says = f"{names} could come without anything running short, and would miss less."
                yield Breach(WHOLE, project, number, says, "people")


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
class _Added:
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
