"""Other ways to take part: whoever takes part in these only has named one."""

from collections.abc import Iterator

from scheduler.files.findings import Finding
from scheduler.programme import Programme


def other_ways_faults(programme: Programme) -> Iterator[Finding]:
    """Find people who never travel, and of whom nobody says how they take part."""
    for n, person in enumerate(programme.people):
        if person.other_ways_only and not person.other_ways:
            remedy = "needs other_ways; write on-line, by phone or both there"
            yield Finding(("people", n, "other_ways_only"), "yes", remedy)
