"""Roles: each is one that is listed, or one that the programme declares for itself."""

from collections.abc import Iterator
from typing import Final

from scheduler.files.checks.walking import places_to_fill, sessions
from scheduler.files.findings import Finding, Path
from scheduler.people import ROLES
from scheduler.programme import Programme
from scheduler.spelling import folded, meant
from scheduler.workers import WHEELCHAIR_TAXI

ROLES_THERE_ARE: Final = ", ".join(ROLES)
NOT_LISTED: Final = (
    f"is no role here; write one of {ROLES_THERE_ARE}; "
    "or, beside one of these, a role of your own that stands in other_roles of the programme"
)
NOT_TO_FILL: Final = f"is no role a place to fill can have; write one of {ROLES_THERE_ARE}"
NO_SIDE: Final = (
    "says nothing of whether they count with lived experience or with the professionals; "
    f"add one of {ROLES_THERE_ARE}"
)


def roles_nobody_knows(programme: Programme) -> Iterator[Finding]:
    """Find roles that are neither listed nor declared, and people of whom no side is known.

    A role that nobody knows would count on neither side, and so loosen balance without a word.
    """
    yield from _declared(programme)
    known = (*ROLES, *programme.other_roles)
    for n, person in enumerate(programme.people):
        strange = [
            finding
            for r, role in enumerate(person.roles)
            for finding in _role(("people", n, "roles", r), role, known=known, says=NOT_LISTED)
        ]
        yield from strange
        if not strange and not set(ROLES).intersection(person.roles):
            yield Finding(("people", n, "roles"), "; ".join(person.roles), NO_SIDE)
    yield from _assistance(programme)
    for r, role in enumerate(programme.paid_roles):
        yield from _role(("paid_roles", r), role, known=known, says=NOT_LISTED)
    for path, place in places_to_fill(programme):
        yield from _role((*path, "role"), place.role, known=ROLES, says=NOT_TO_FILL)
    for path, session in sessions(programme):
        for r, role in enumerate(session.needs_roles):
            yield from _role((*path, "needs_roles", r), role, known=known, says=NOT_LISTED)


def _declared(programme: Programme) -> Iterator[Finding]:
    """Find declared roles that are empty, or a listed one in other letters."""
    for n, role in enumerate(programme.other_roles):
        path: Path = ("other_roles", n)
        nearest = meant(role, ROLES)
        if role in ROLES:
            yield Finding(path, role, "is a listed role already; take it away here")
        elif nearest:
            remedy = f'is almost a listed role; did you mean "{nearest}"? Or choose another word'
            yield Finding(path, role, remedy)
        elif not folded(role):
            yield Finding(path, role, "is no word; take it away")


def _assistance(programme: Programme) -> Iterator[Finding]:
    """Find whom people need by them in almost the words of what a worker does."""
    roles = {role for worker in programme.workers for role in worker.roles}
    for n, person in enumerate(programme.people):
        for a, need in enumerate(person.assistance):
            nearest = "" if need in roles else meant(need, {*roles, WHEELCHAIR_TAXI})
            if nearest and nearest != need:
                remedy = f'is what no worker here does; did you mean "{nearest}"?'
                yield Finding(("people", n, "assistance", a), need, remedy)


def _role(path: Path, role: str, *, known: tuple[str, ...], says: str) -> Iterator[Finding]:
    if role not in known:
        nearest = meant(role, known)
        yield Finding(
            path, role, f'is no role here; did you mean "{nearest}"?' if nearest else says
        )
