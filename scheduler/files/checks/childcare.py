"""Childcare: a number of children there can be, and hours that can be read."""

from collections.abc import Iterator

from scheduler.files.checks.patterns import HoursAsTyped
from scheduler.files.findings import Finding, Path
from scheduler.programme import Programme

MOST_CHILDREN = 20


def childcare_faults(programme: Programme, *, all_named: bool = True) -> Iterator[Finding]:
    """Find numbers of children nobody can have meant, and hours that are none.

    Parameters
    ----------
    all_named
        Whether every name of days could be read.
    """
    hours = HoursAsTyped(programme, all_named=all_named)
    for n, person in enumerate(programme.people):
        path: Path = ("people", n, "childcare")
        children = person.childcare.children
        if not 0 <= children <= MOST_CHILDREN:
            remedy = f"is out of range; write 0 to {MOST_CHILDREN}"
            yield Finding((*path, "children"), str(children), remedy)
        for h, text in enumerate(person.childcare.minded):
            yield from hours.faults((*path, "minded", h), text)
