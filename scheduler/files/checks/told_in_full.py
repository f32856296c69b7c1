"""What was told in part: groups of nobody, days held in time to come, titles over two lines."""

from collections.abc import Iterator
from typing import Final

from scheduler.constraint import Registry
from scheduler.files.checks.named import words_of
from scheduler.files.checks.walking import leaves, sessions
from scheduler.files.findings import Finding
from scheduler.places.names import plain_name
from scheduler.programme import Programme
from scheduler.spelling import SLIP, meant

ONE_LINE: Final = frozenset({"title", "name", "public_name"})
"""Fields that calendars and pages show as one line."""
NOBODY: Final = "has nobody; give members, or places to fill"
BROKEN: Final = "holds a line break; write it on one line"


def groups_of_nobody(programme: Programme) -> Iterator[Finding]:
    """Find projects with neither members nor places to fill: nobody would meet."""
    for p, project in enumerate(programme.projects):
        if not project.members and not project.places_to_fill:
            yield Finding(("projects", p, "members"), "", NOBODY)


def held_in_time_to_come(programme: Programme) -> Iterator[Finding]:
    """Find sessions said to be held on a day after the day planning is done."""
    for path, session in sessions(programme):
        planned = programme.planned_on
        if session.state == "held" and planned and session.day and session.day > planned:
            after = f"is after {planned}, the day planning is done, so it cannot have been held"
            remedy = f"{after}; call the session booked, or correct a day"
            yield Finding((*path, "day"), str(session.day), remedy)


def broken_lines(programme: Programme) -> Iterator[Finding]:
    """Find names and titles over several lines, which tables and calendars would tear apart."""
    for path, value in leaves(programme):
        if isinstance(value, str) and len(value.splitlines()) > 1 and path[-1] in ONE_LINE:
            yield Finding(path, " ".join(value.split()), BROKEN)


def slips_in_no_go(programme: Programme, constraints: Registry) -> Iterator[Finding]:
    """Find no-go places that are almost a place or a kind of place: they would keep nobody away."""
    known = no_go_words(programme, constraints)
    for p, person in enumerate(programme.people):
        for n, word in enumerate(person.no_go):
            nearest = meant(word, known, alike=SLIP)
            if nearest and not is_known(word, known):
                remedy = f'is no venue or kind of venue here; did you mean "{nearest}"?'
                yield Finding(("people", p, "no_go", n), word, remedy)


def no_go_words(programme: Programme, constraints: Registry) -> frozenset[str]:
    """Return every word that keeps somebody from a venue here, or from a kind of venue."""
    own = ((v.code, v.name, v.kind, v.operator) for v in programme.venues)
    every = {word for four in own for word in four} | words_of(constraints, "no_go")
    return frozenset(every - {""})


def is_known(word: str, known: frozenset[str]) -> bool:
    """Say whether a word is one of those known, whatever its capitals."""
    return plain_name(word) in set(map(plain_name, known))
