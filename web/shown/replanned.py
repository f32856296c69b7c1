"""A plan before and after something changed: what moves, for whom, and whom to tell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from scheduler.figures import missed_by
from scheduler.lost_rooms import lost_rooms
from scheduler.overdue import is_overdue
from scheduler.plan import Chosen, Outcome, Plan, Task
from scheduler.programme import Programme
from scheduler.replanned import BeforeAndAfter, Replanned, ToTell
from scheduler.spoken_days import spoken_day
from scheduler.told_together import told_together
from web.names import Names
from web.shown.money_changes import money_changes
from web.shown.tasks import ShownQuestion, ShownTask, questions, shown_task
from web.wording import hours, phone_link, say

STATES: Final = {
    "kept": "open",
    "other day": "avoid",
    "other hour or venue": "avoid",
    "new": "chosen",
    "called off": "closed",
}
"""How what becomes of a session looks."""


@dataclass(frozen=True)
class MovedSession:
    """One session before and after."""

    name: str
    before: str
    after: str
    tag: str
    state: str


@dataclass(frozen=True)
class ChangedPerson:
    """What somebody misses before and after."""

    name: str
    before: str
    after: str
    tag: str
    state: str


@dataclass(frozen=True)
class Message:
    """Somebody to be told, with the number to ring."""

    says: str
    phone: str
    link: str


@dataclass(frozen=True)
class ShownReplanned:
    """A plan before and after, in words."""

    says: tuple[str, ...]
    """How much moves, and whether less could."""
    floor: tuple[str, ...]
    """What those with lived experience who miss most miss, before and after."""
    worse: tuple[str, ...]
    """Who misses a larger share than anybody did."""
    money: tuple[str, ...]
    """What it cost and costs, how many come by taxi, and how far the money reaches."""
    sessions: tuple[MovedSession, ...]
    people: tuple[ChangedPerson, ...]
    persons_to_tell: tuple[Message, ...]
    """Those who are told the same in one sentence."""
    many_persons: int
    workers_to_tell: tuple[Message, ...]
    venues_to_tell: tuple[Message, ...]
    new_tasks: tuple[ShownTask, ...]
    undone_tasks: tuple[ShownTask, ...]
    conflicts: tuple[str, ...]
    """Why not every session can be held any more."""
    questions: tuple[ShownQuestion, ...]
    """What has to be found out before the new plan is final."""


@dataclass(frozen=True)
class Before:
    """A plan and the programme it was made from, before something changed."""

    programme: Programme
    plan: Plan


def shown_replanned(
    before: Before, programme: Programme, found: Replanned, *, today: date = date.min
) -> ShownReplanned:
    """Return what a change does to a plan, in words.

    Parameters
    ----------
    programme
        The programme as it is now.
    today
        The day it is read, for marking what should have been done; left out, nothing is marked.
    """
    showing = _Showing(before, programme, found)
    was, now = _tasks(before.plan), _tasks(found.plan)
    return ShownReplanned(
        says=tuple(showing.says()),
        floor=tuple(showing.floor()),
        worse=found.worse,
        money=tuple(money_changes(before.plan, programme, found.plan)),
        sessions=tuple(showing.sessions()),
        people=tuple(map(showing.person, sorted(found.people, key=_is_the_same))),
        persons_to_tell=showing.messages("person"),
        many_persons=sum(each.who == "person" for each in found.to_tell),
        workers_to_tell=showing.messages("worker"),
        venues_to_tell=showing.messages("venue"),
        new_tasks=_shown_tasks(now, but=was, late=_late(found.plan, today)),
        undone_tasks=_shown_tasks(was, but=now, late=()),
        conflicts=_why_not(before, programme, found.plan),
        questions=questions(found.plan, Names.of(programme), holds_back=True),
    )


@dataclass(frozen=True)
class _Showing:
    """A plan before and after, being put into words."""

    before: Before
    programme: Programme
    found: Replanned

    def says(self) -> Iterator[str]:
        moved = sum(each.kind not in {"kept", "new"} for each in self.found.sessions)
        of = sum(each.kind != "new" for each in self.found.sessions)
        yield say("replan.moved", moved=moved, of=of) if moved else say("replan.nothing_moves")
        yield say("replan.fewest" if self.found.fewest else "replan.not_proven")
        if not self.found.plan.possible:
            yield say("replan.not_possible")

    def floor(self) -> Iterator[str]:
        several = len(self.programme.projects) > 1
        for project in self.programme.projects:
            lived = {p.code for p in self.programme.group(project) if p.is_lived}
            was, now = (
                [p for p in plan.people if p.project == project.code and p.person in lived]
                for plan in (self.before.plan, self.found.plan)
            )
            if was and now:
                told = say("replan.floor", before=_most_missed(was), after=_most_missed(now))
                yield say("replan.of_group", group=project.label, says=told) if several else told

    def sessions(self) -> Iterator[MovedSession]:
        for each in self.found.sessions:
            was, now = (
                plan.session(each.project, each.number)
                for plan in (self.before.plan, self.found.plan)
            )
            yield MovedSession(
                name=self._title(each.project, each.number, now or was),
                before=self._when(was),
                after=self._when(now),
                tag=say(f"replan.{each.kind.replace(' ', '_')}"),
                state=STATES[each.kind],
            )

    def person(self, each: BeforeAndAfter) -> ChangedPerson:
        people = {**self._names_then.people, **self._names_now.people}
        name = people[each.person].label
        if len(self.programme.projects) > 1:
            group = self._names_now.project(each.project)
            name = say("change.of_group", who=name, group=group)
        return ChangedPerson(
            name=name,
            before=self._missed(self.before.plan, each, "replan.not_in_yet"),
            after=self._missed(self.found.plan, each, "replan.has_left"),
            tag=_difference(each),
            state=_looks(each),
        )

    def messages(self, who: str) -> tuple[Message, ...]:
        told = told_together(each for each in self.found.to_tell if each.who == who)
        return tuple(map(_message, told))

    @property
    def _names_then(self) -> Names:
        return Names.of(self.before.programme)

    @property
    def _names_now(self) -> Names:
        return Names.of(self.programme)

    def _title(self, project: str, number: int, chosen: Chosen | None) -> str:
        title = chosen.title if chosen else ""
        told = say("session.titled" if title else "session.untitled", number=number, title=title)
        if len(self.programme.projects) == 1:
            return told
        group = self._names_now.project(project)
        return say("change.of_group", who=told, group=group)

    def _when(self, chosen: Chosen | None) -> str:
        if chosen is None:
            return say("replan.no_date")
        start, end = (m.astimezone(self.programme.tz) for m in (chosen.start, chosen.end))
        return say(
            "alternatives.when",
            day=spoken_day(start.date()),
            hours=hours(start, end),
            venue={**self._names_then.venues, **self._names_now.venues}[chosen.venue].label,
        )

    def _missed(self, plan: Plan, each: BeforeAndAfter, nobody: str) -> str:
        found = (
            one for one in plan.people if (one.person, one.project) == (each.person, each.project)
        )
        outcome = next(found, None)
        return _of(outcome) if outcome else say(nobody)


def _why_not(before: Before, programme: Programme, plan: Plan) -> tuple[str, ...]:
    """Say why not every session can be held any more, the rooms that were lost first."""
    if plan.possible:
        return ()
    lost = lost_rooms(before.programme, before.plan, programme)
    return (*lost, *(conflict.says for conflict in plan.conflicts))


def _is_the_same(each: BeforeAndAfter) -> bool:
    return each.before == each.after


def _difference(each: BeforeAndAfter) -> str:
    if each.before is None or each.after is None:
        return say("replan.joins" if each.before is None else "replan.leaves")
    if _is_the_same(each):
        return say("replan.same")
    return say("replan.more" if each.after > each.before else "replan.fewer")


def _looks(each: BeforeAndAfter) -> str:
    if each.before is None or each.after is None or _is_the_same(each):
        return "open"
    return "avoid" if each.after > each.before else "chosen"


def _of(outcome: Outcome) -> str:
    return say("replan.some_of", some=missed_by(outcome), of=outcome.wanted)


def _most_missed(outcomes: Sequence[Outcome]) -> str:
    return _of(max(outcomes, key=lambda each: Fraction(missed_by(each), each.wanted or 1)))


def _message(told: ToTell) -> Message:
    return Message(told.says, told.phone, phone_link(told.phone))


def _tasks(plan: Plan) -> tuple[Task, ...]:
    every = (task for chosen in plan.sessions for task in chosen.tasks)
    return tuple(sorted(dict.fromkeys(every), key=lambda task: (task.due, task.what)))


def _late(plan: Plan, today: date) -> tuple[Task, ...]:
    every = ((task, chosen) for chosen in plan.sessions for task in chosen.tasks)
    return tuple(task for task, chosen in every if is_overdue(task, chosen, today))


def _shown_tasks(
    tasks: Sequence[Task], *, but: Sequence[Task], late: Sequence[Task]
) -> tuple[ShownTask, ...]:
    return tuple(shown_task(task, late=task in late) for task in tasks if task not in but)
