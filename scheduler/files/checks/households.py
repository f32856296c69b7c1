"""Households: of people in the group, each in one household."""

from collections.abc import Iterator

from scheduler.files.findings import Finding, Path, suggestion
from scheduler.programme import Programme, Project


def household_faults(programme: Programme) -> Iterator[Finding]:
    """Find households with somebody from outside the group, and people who are in two."""
    for p, project in enumerate(programme.projects):
        yield from _of_project(("projects", p, "households"), project)


def _of_project(path: Path, project: Project) -> Iterator[Finding]:
    met: set[str] = set()
    for h, household in enumerate(project.households):
        for n, code in enumerate(household.members):
            place = (*path, h, "members", n)
            if code not in project.members:
                remedy = f"is not in this group; {suggestion(code, project.members)}"
                yield Finding(place, code, remedy)
            elif code in met:
                yield Finding(place, code, "is in a household already; name everybody once")
            met.add(code)
