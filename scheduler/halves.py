"""Splits a group in two halves alike: as many of each role and view in one as in the other.

Who must not meet is kept apart; nothing says so.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from scheduler.people import Person
from scheduler.programme import Programme, Project
from scheduler.sentences import counted
from scheduler.unmet import Regrouping

LEAST, MOST = 6, 20
"""Fewest and most people among whom everybody is heard (Iriss 2018, as the rule on size cites)."""

ALIKE: Final = "as many of each role and view in both halves"
ASK_FIRST: Final = (
    "Ask everybody, one to one, whom they would rather be with, before anybody is told who goes "
    "where."
)

Sides = tuple[tuple[Person, ...], tuple[Person, ...]]


def halves_of(people: Sequence[Person]) -> Sides | None:
    """Return two halves of a group; None where some cannot be kept apart, or none is left over."""
    knots = tuple(_knots(people))
    if any(knot is None for knot in knots) or len(people) < 2:  # noqa: PLR2004 - two halves
        return None
    halves: Sides = ((), ())
    alike = sorted(filter(None, knots), key=_how_alike)
    for one, other in alike:
        ways = [(halves[0] + one, halves[1] + other), (halves[0] + other, halves[1] + one)]
        halves = min(ways, key=_unevenness)
    order = {person.code: place for place, person in enumerate(people)}
    first, second = (tuple(sorted(half, key=lambda p: order[p.code])) for half in halves)
    return first, second


def _how_alike(knot: Sides) -> tuple[object, ...]:
    """Order knots largest first, then people by role and view, so that turns even them out."""
    one = (*knot[0], *knot[1])[0]
    return -len(knot[0]) - len(knot[1]), not one.is_lived, one.is_professional, one.view, one.code


def _knots(people: Sequence[Person]) -> Iterator[Sides | None]:
    """Go through people tied by whom they must not meet, as two sides; None where that fails."""
    left = {person.code: person for person in people}
    apart = {p.code: {c for c in p.not_with if c in left and c != p.code} for p in people}
    for code, others in list(apart.items()):
        for other in others:
            apart[other].add(code)
    while left:
        sides: dict[str, int] = {}
        waiting = [(next(iter(left)), 0)]
        while waiting:
            code, side = waiting.pop()
            if code not in sides:
                sides[code] = side
                waiting.extend((other, 1 - side) for other in sorted(apart[code]))
        met = any(sides[a] == sides[b] for a in sides for b in apart[a])
        knot = [tuple(left[c] for c in sides if sides[c] == side) for side in (0, 1)]
        yield None if met else (knot[0], knot[1])
        left = {code: person for code, person in left.items() if code not in sides}


def _unevenness(halves: Sides) -> tuple[int, ...]:
    first, second = (Counter(_traits(half)) for half in halves)
    traits = sum(abs(first[trait] - second[trait]) for trait in first | second)
    return abs(len(halves[0]) - len(halves[1])), traits


def _traits(half: Sequence[Person]) -> Iterator[tuple[str, str]]:
    for person in half:
        yield "side", "lived" if person.is_lived else "professional"
        yield from (("role", role) for role in person.roles)
        if person.view:
            yield "view", person.view


def regroupings(programme: Programme) -> tuple[Regrouping, ...]:
    """Return a proposal for each group outside six to twenty people: halves, or another group."""
    return tuple(
        _too_big(project, group) if len(group) > MOST else _too_small(programme, project)
        for project in programme.projects
        for group in [programme.group(project)]
        if not LEAST <= len(group) <= MOST
    )


def _too_big(project: Project, group: Sequence[Person]) -> Regrouping:
    """Propose two halves and name nobody: who is kept apart could be worked out from the names.

    So the same is said whether that matters, or can be done at all.
    """
    size = f"{project.label} has {len(group)} people, and more than {MOST} is too many"
    split = f"for everybody to be heard: split it in two, with {ALIKE}"
    return Regrouping(project=project.code, says=f"{size} {split}. {ASK_FIRST}")


def _too_small(programme: Programme, project: Project) -> Regrouping:
    size = len(programme.group(project))
    small = (
        f"{project.label} has {counted(size, 'person', 'people')}, and fewer than {LEAST} is few"
    )
    partner = partner_of(programme, project)
    if partner is None:
        return Regrouping(project=project.code, says=f"{small}: ask others in.")
    together = len(together_with(programme, project, partner=partner))
    says = f"{small}. Together with {partner.label} it would be {together}; or ask others in."
    return Regrouping(project=project.code, says=says, join=partner.code)


def partner_of(programme: Programme, project: Project) -> Project | None:
    """Return the smallest other group with which a group would be six to twenty people.

    Nobody is in a group with somebody they must not meet.
    """
    fit = [
        other
        for other in programme.projects
        if other.code != project.code
        and _can_join(together_with(programme, project, partner=other))
    ]
    return min(fit, key=lambda other: len(programme.group(other)), default=None)


def together_with(
    programme: Programme, project: Project, *, partner: Project
) -> tuple[Person, ...]:
    """Return everybody of two groups, each once."""
    both = (*programme.group(project), *programme.group(partner))
    return tuple({person.code: person for person in both}.values())


def _can_join(people: Sequence[Person]) -> bool:
    codes = {person.code for person in people}
    return LEAST <= len(people) <= MOST and not any(codes & set(p.not_with) for p in people)
