"""What is to be done and asked before a plan can stand, in the order of its dates."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from scheduler.calendars.held import NO_RESERVES, Reserves
from scheduler.overdue import is_overdue
from scheduler.plan import Chosen, Plan, Question, Task
from scheduler.sentences import listed
from scheduler.spoken_days import spoken_day
from scheduler.undoing import Undoing
from web.names import Names
from web.wording import phone_link, say


@dataclass(frozen=True)
class ShownTask:
    """Something to do, with the number to ring."""

    due: str
    what: str
    phone: str
    link: str


@dataclass(frozen=True)
class Purpose:
    """What is to be done for the same sessions by the same day."""

    sessions: str
    """For which sessions, by day, with their group where there are several."""
    tasks: tuple[ShownTask, ...]


@dataclass(frozen=True)
class Due:
    """Everything to be done by one day."""

    by: str
    purposes: tuple[Purpose, ...]


@dataclass(frozen=True)
class ShownQuestion:
    """Something to find out, whom it is about and the number to ring."""

    asks: str
    about: str
    phone: str
    link: str


def shown_task(task: Task, *, late: bool = False) -> ShownTask:
    """Return a task as people read it, marked where its day has passed."""
    due = _due(task.due, {task.due} if late else ())
    return ShownTask(due, task.what, task.phone, phone_link(task.phone))


def all_due(
    plan: Plan,
    names: Names,
    reserves: Reserves = NO_RESERVES,
    *,
    undoing: Sequence[Undoing] = (),
    today: date,
) -> tuple[Due, ...]:
    """Return the tasks of a whole plan by the day they are due; what is due twice stands once.

    Dates kept in reserve have theirs among them: to hold each, and to let go of it. So has what
    plans before it wanted and this one does not. A day that has passed is marked.
    """
    needed: dict[Task, list[str]] = {}
    late: set[date] = set()
    for chosen in sorted(plan.sessions, key=lambda each: each.start):
        reserve = reserves.get((chosen.project, chosen.number))
        for task in (*chosen.tasks, *(reserve.tasks if reserve else ())):
            needed.setdefault(task, []).append(_session(chosen, names))
            if is_overdue(task, chosen, today):
                late.add(task.due)
    for undone in undoing:
        needed.setdefault(undone.task, []).append(say("todo.plan_before"))
        if undone.task.due < today <= undone.day:
            late.add(undone.task.due)
    days = sorted({task.due for task in needed})
    return tuple(Due(_due(day, late), tuple(_needed_by(day, needed))) for day in days)


def _session(chosen: Chosen, names: Names) -> str:
    day = spoken_day(chosen.start.date())
    if len(names.projects) == 1:
        return day
    return say("todo.of_group", day=day, group=names.project(chosen.project))


def _needed_by(day: date, needed: Mapping[Task, list[str]]) -> Iterator[Purpose]:
    due: dict[str, list[Task]] = {}
    for task in needed:
        if task.due == day:
            due.setdefault(say("todo.sessions", days=listed(needed[task])), []).append(task)
    for sessions, tasks in due.items():
        yield Purpose(sessions, tuple(map(shown_task, tasks)))


def _due(day: date, late: Container[date]) -> str:
    return say("todo.overdue", day=spoken_day(day)) if day in late else _by(day)


def _by(day: date) -> str:
    return say("todo.by", day=spoken_day(day))


def questions(plan: Plan, names: Names, *, holds_back: bool) -> tuple[ShownQuestion, ...]:
    """Return what is not known: what holds the plan back, or what was accepted in writing."""
    asked = (each for each in plan.questions if each.holds_back == holds_back)
    return tuple(dict.fromkeys(_question(each, names) for each in asked))


def _question(question: Question, names: Names) -> ShownQuestion:
    about = next(_about(question.about, names), "")
    return ShownQuestion(question.asks, about, question.phone, phone_link(question.phone))


def _about(code: str, names: Names) -> Iterator[str]:
    for known in (names.venues, names.people, names.workers, names.projects):
        if code in known:
            yield known[code].label
