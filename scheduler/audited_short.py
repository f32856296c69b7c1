"""Checks what a plan says where something does not fit, as far as it follows from the plan itself.

Why it does not fit and what would help is found by planning again, which no audit does.
"""

from collections.abc import Iterator, Mapping

from scheduler.audited_conflicts import conflict_breaches
from scheduler.finished import WHOLE, Breach
from scheduler.halves import regroupings
from scheduler.in_force import Rules
from scheduler.outcomes import is_left_out, why_left_out
from scheduler.plan import Chosen, Plan
from scheduler.programme import Programme, Project
from scheduler.unmet import InTheWay, Obstacle


def short_breaches(
    programme: Programme, plan: Plan, rules: Mapping[str, Rules]
) -> Iterator[Breach]:
    """Find what is said of groups, people and clashes that is not so, or of what there is not."""
    if plan.regroupings != regroupings(programme):
        yield _whole("What it says of groups too big or too small is not so.")
    if [(o.project, o.person, o.reason) for o in plan.left_out] != [*_left_out(programme, plan)]:
        yield _whole("Who comes to none of the sessions, and why, is not as it says.")
    projects = {project.code: project for project in programme.projects}
    for one in plan.in_the_way:
        if plan.in_the_way.count(one) > 1 or not _is_between_known(programme, one):
            yield _whole(f"It says this of what there is not: {one.says}")
    for obstacle in plan.obstacles:
        project = projects.get(obstacle.project)
        if project is None or not _is_of(programme, project, obstacle, rules[project.code]):
            yield _whole(f"It says this of what there is not: {obstacle.says}")
    yield from conflict_breaches(programme, plan, rules)


def _whole(says: str) -> Breach:
    return Breach(WHOLE, "", 0, says, "words")


def _left_out(programme: Programme, plan: Plan) -> Iterator[tuple[str, str, str]]:
    """Give everybody who comes to nothing, and why, as the plan's own sessions have it."""
    for project in programme.projects:
        own = _of(plan, project)
        for person in programme.group(project):
            if is_left_out(person, own):
                yield project.code, person.code, why_left_out(person, own)


def _of(plan: Plan, project: Project) -> tuple[Chosen, ...]:
    return tuple(chosen for chosen in plan.sessions if chosen.project == project.code)


def _is_between_known(programme: Programme, one: InTheWay) -> bool:
    """Say whether groups, people, workers and rooms are the programme's, each told once."""
    told = (one.projects, one.people, one.workers, one.venues)
    groups = (programme.group(project) for project in programme.projects)
    people = {person.code for group in groups for person in group}
    of = (programme.projects, programme.workers, programme.venues)
    projects, workers, venues = ({each.code for each in own} for own in of)
    known = (projects, people, workers, venues)
    return all(
        set(codes) <= own and len(set(codes)) == len(codes)
        for codes, own in zip(told, known, strict=True)
    )


def _is_of(programme: Programme, project: Project, obstacle: Obstacle, rules: Rules) -> bool:
    """Say whether an obstacle is of a session, a rule and a person there are."""
    people = {person.code for person in programme.group(project)}
    names = {rule.name() for rule in rules}
    return (
        obstacle.number in range(len(project.sessions) + 1)
        and obstacle.constraint in {"", *names}
        and obstacle.person in {"", *people}
    )
