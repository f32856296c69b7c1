"""What is to be done and asked before a plan can stand, in the order of its dates."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from scheduler.plan import Plan, Question, Task
from scheduler.sentences import listed
from scheduler.spoken_days import spoken_day
from web.names import Names
from web.wording import phone_link, say


@dataclass(frozen=True)
class ShownTask:
    """Something to do, with the number to ring."""

    due: str
    what: str
    phone: str
    link: str
    sessions: str = ""
    """For which sessions, by day; empty where it stands with its session."""


@dataclass(frozen=True)
class Due:
    """Everything to be done by one day."""

    by: str
    tasks: tuple[ShownTask, ...]


@dataclass(frozen=True)
class ShownQuestion:
    """Something to find out, whom it is about and the number to ring."""

    asks: str
    about: str
    phone: str
    link: str


def shown_task(task: Task) -> ShownTask:
    """Return a task as people read it."""
    return ShownTask(_by(task.due), task.what, task.phone, phone_link(task.phone))


def all_due(plan: Plan) -> tuple[Due, ...]:
    """Return the tasks of a whole plan by the day they are due; what is due twice stands once."""
    needed: dict[Task, list[str]] = {}
    for chosen in sorted(plan.sessions, key=lambda each: each.start):
        for task in chosen.tasks:
            needed.setdefault(task, []).append(spoken_day(chosen.start.date()))
    days = sorted({task.due for task in needed})
    return tuple(Due(_by(day), tuple(_needed_by(day, needed))) for day in days)


def _needed_by(day: date, needed: Mapping[Task, list[str]]) -> Iterator[ShownTask]:
    due = (task for task in needed if task.due == day)
    for task in sorted(due, key=lambda each: (each.what, each.phone)):
        sessions = say("todo.sessions", days=listed(needed[task]))
        yield replace(shown_task(task), sessions=sessions)


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
