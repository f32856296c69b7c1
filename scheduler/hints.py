"""What can be told of a programme before anything is planned, and refuses nothing."""

from collections.abc import Iterator

from scheduler.constraint import Registry
from scheduler.in_force import in_force
from scheduler.programme import Programme
from scheduler.spelling import spelling_hints


def hints(programme: Programme, constraints: Registry) -> tuple[str, ...]:
    """Return slips of the pen, and rules under which a group can never meet, with what to do."""
    return (*spelling_hints(programme), *_foreseen(programme, constraints))


def _foreseen(programme: Programme, constraints: Registry) -> Iterator[str]:
    for project in programme.projects:
        group = programme.group(project)
        for rule in in_force(constraints, programme, project):
            foreseen = rule.foresee(group)
            if foreseen:
                yield f"{project.label}: {foreseen}"
