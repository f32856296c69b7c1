"""Days on which nothing is held, whoever comes and wherever: festivals, holidays, days to avoid."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Final

from constraints import registry
from scheduler.constraint import Constraint
from scheduler.degree import Degree
from scheduler.grid import end_of
from scheduler.in_force import in_force
from scheduler.plan import Plan
from scheduler.programme import Programme, Project

OF_THE_DAY: Final = frozenset({"start", "end", "day", "programme", "project", "session"})
"""What a rule asks for that looks at the day alone."""
MIDDAY: Final = "12:00"
"""The hour asked about for a group that has no session yet."""


def kept_clear(programme: Programme, plan: Plan) -> Mapping[date, str]:
    """Return what closes a day to every group at its usual hour, a sentence for each such day."""
    days = (programme.last_day - programme.first_day).days + 1
    every = (programme.first_day + timedelta(days=n) for n in range(days))
    groups = [(project, _rules_of_the_day(programme, project)) for project in programme.projects]
    said = ((day, [_says(programme, day, group, plan=plan) for group in groups]) for day in every)
    return {day: sentences[0] for day, sentences in said if all(sentences)}


def _rules_of_the_day(programme: Programme, project: Project) -> tuple[Constraint, ...]:
    rules = in_force(registry(), programme, project)
    return tuple(rule for rule in rules if set(rule.asks_for()) <= OF_THE_DAY)


def _says(
    programme: Programme,
    day: date,
    group: tuple[Project, tuple[Constraint, ...]],
    *,
    plan: Plan,
) -> str:
    project, rules = group
    start = usual_start(programme, plan, project=project.code, day=day)
    session = project.sessions[0]
    given = {"start": start, "end": end_of(start, session), "day": day, "session": session}
    given |= {"programme": programme, "project": project}
    return next(_objections(rules, given), "")


def _objections(rules: tuple[Constraint, ...], given: Mapping[str, object]) -> Iterator[str]:
    for rule in rules:
        objection = rule.check(**{name: given[name] for name in rule.asks_for()})
        if objection is not None and objection.degree >= Degree.NEVER:
            yield objection.organiser


def usual_start(programme: Programme, plan: Plan, *, project: str, day: date) -> datetime:
    """Return the hour a group's sessions most often begin at, on another day."""
    own = (each.start for each in plan.sessions if each.project == project)
    starts = [f"{start.astimezone(programme.tz):%H:%M}" for start in own]
    usual = max(sorted(set(starts)), key=starts.count) if starts else MIDDAY
    return programme.moment(day, usual)
