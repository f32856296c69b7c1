"""What would help where nothing fits and costs nothing: to ask whoever has not been asked yet."""

from collections.abc import Iterator, Sequence

import numpy as np

from scheduler.changes import Change
from scheduler.choosing import Desk
from scheduler.constraint import Constraint
from scheduler.degree import Degree
from scheduler.sentences import listed

ONLY_IF = "It helps only if the answers do: nobody knows them yet."
VENUES = "the venues"


def ways_to_ask(desk: Desk) -> Iterator[Change]:
    """Go through who could be asked: people, venues, or both, as if all answers were good.

    Only what is not known of somebody's coming: it keeps them from being counted on.
    """
    # What is asked of a room for everybody keeps nobody from being counted on.
    personal = (r for r in desk.rules if r.reads_person() and not r.asks_for_all())
    unasked = {rule: _unasked(desk, rule) for rule in personal}
    open_rules = [rule for rule, people in unasked.items() if people]
    of_venues = [rule for rule in open_rules if rule.asks_the_venue()]
    of_people = [rule for rule in open_rules if not rule.asks_the_venue()]
    # The questions of a plan name them too: an organiser has to know whom to ask.
    group = desk.programme.group(desk.project)
    names = [group[p].label for p in sorted({p for rule in of_people for p in unasked[rule]})]
    if of_people:
        yield _asked(desk, names, of_people)
    if of_venues:
        yield _asked(desk, [VENUES], of_venues)
    if of_people and of_venues:
        yield _asked(desk, [*names, VENUES], open_rules)


def _asked(desk: Desk, whom: Sequence[str], rules: Sequence[Constraint]) -> Change:
    return Change(
        "ask",
        f"Ask {listed(whom)} what is not known yet",
        lambda programme: programme,
        (desk.project.code,),
        answered=frozenset(rule.name() for rule in rules),
        gives=(ONLY_IF,),
        ladder="ask",
        grows=True,
    )


def _unasked(desk: Desk, rule: Constraint) -> list[int]:
    """Return of whom a rule does not know something, by place in the group."""
    people = range(len(desk.programme.group(desk.project)))
    masks = [own.masks[rule.name()].degrees for own in desk.screened if rule.name() in own.masks]
    open_to = [
        np.broadcast_to((m == Degree.UNKNOWN.value).any(axis=(0, 1)), len(people)) for m in masks
    ]
    return [p for p in people if any(own[p] for own in open_to)]
