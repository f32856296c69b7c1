"""What would help where nothing fits and costs nothing: to ask whoever has not been asked yet."""

from collections.abc import Iterator, Sequence

import numpy as np

from scheduler.changes import Change
from scheduler.choosing import Desk
from scheduler.constraint import Constraint
from scheduler.degree import Degree
from scheduler.sentences import listed

ONLY_IF = "It helps only if the answers do: nobody knows them yet."
ALL_PEOPLE = "Ask everybody what is not known of them yet"
VENUES = "Ask the venues what is not known of them yet"
BOTH = "Ask people and venues what is not known of them yet"


def ways_to_ask(desk: Desk) -> Iterator[Change]:
    """Go through who could be asked: people, venues, or both, as if all answers were good.

    Only what is not known of somebody's coming: it keeps them from being counted on.
    """
    open_rules = [rule for rule in desk.rules if rule.reads_person() and _unasked(desk, rule)]
    of_venues = frozenset(rule.name() for rule in open_rules if rule.asks_the_venue())
    of_people = [rule for rule in open_rules if not rule.asks_the_venue()]
    names = frozenset(rule.name() for rule in of_people)
    if of_people:
        yield _asked(desk, _those_of(desk, of_people), names)
    if of_venues:
        yield _asked(desk, VENUES, of_venues)
    if of_people and of_venues:
        yield _asked(desk, BOTH, names | of_venues)


def _asked(desk: Desk, label: str, answered: frozenset[str]) -> Change:
    return Change(
        "ask",
        label,
        lambda programme: programme,
        (desk.project.code,),
        answered=answered,
        gives=(ONLY_IF,),
        ladder="ask",
        grows=True,
    )


def _those_of(desk: Desk, rules: Sequence[Constraint]) -> str:
    """Say whom to ask, by name where what has to be asked of each may name them."""
    asked = {(p, rule.name()): rule for rule in rules for p in _unasked(desk, rule)}
    group = desk.programme.group(desk.project)
    told = all(group[p].label in _question(desk, rule, p) for (p, _), rule in asked.items())
    names = [group[p].label for p in sorted({p for p, _ in asked})]
    if not told:
        return ALL_PEOPLE
    return f"Ask who has not been asked yet: {listed(names)}"


def _unasked(desk: Desk, rule: Constraint) -> list[int]:
    """Return of whom a rule does not know something, by place in the group."""
    people = range(len(desk.programme.group(desk.project)))
    masks = [own.masks[rule.name()].degrees for own in desk.screened if rule.name() in own.masks]
    open_to = [np.broadcast_to((m == Degree.UNKNOWN).any(axis=(0, 1)), len(people)) for m in masks]
    return [p for p in people if any(own[p] for own in open_to)]


def _question(desk: Desk, rule: Constraint, person: int) -> str:
    """Return what a rule first asks of somebody."""
    for own in desk.screened:
        degrees = own.masks[rule.name()].degrees
        unknown = degrees[:, :, person if degrees.shape[2] > 1 else 0] == Degree.UNKNOWN
        for start, venue in np.argwhere(unknown)[:1].tolist():
            at = {"start": start, "venue": venue, "person": person}
            said = rule.check(**own.grid.arguments(rule.asks_for(), at))
            return said.organiser if said is not None else ""
    return ""
