"""Prices nobody has told: plans are compared in money as far as both lack the same ones."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.fares import is_fare_known
from scheduler.money.lines import TICKETS

if TYPE_CHECKING:
    from scheduler.money.bill import SessionCosts
    from scheduler.plan import Chosen, Plan
    from scheduler.programme import Programme

Thing = tuple[str, ...]
"""What a price is of, by codes: a room, a worker, or how somebody gets to a room."""


def prices_not_told(programme: "Programme", plan: "Plan") -> Counter[Thing]:
    """Return whatever of a plan nobody has told the price of, and how often it has to be paid."""
    costs = {(one.project, one.number): one for one in plan.costs.sessions}
    found = Counter[Thing]()
    for chosen in plan.sessions:
        found.update(_people(programme, chosen))
        if own := costs.get((chosen.project, chosen.number)):
            found += _rest(chosen, own)
    return found


def _people(programme: "Programme", chosen: "Chosen") -> Iterator[Thing]:
    """Give the workers whose fee, and the ways of people whose fare, nobody has told."""
    people = {p.code: p for project in programme.projects for p in programme.group(project)}
    for worker in programme.workers:
        if worker.code in chosen.workers and worker.session_pence is None:
            yield from () if worker.is_vehicle else (("fee", worker.code),)
    for one in chosen.coming:
        at = one.person, one.way.by, chosen.venue
        yield from () if is_fare_known(one.way) else (("fare", *at),)
        helpers = people[one.person].helpers if one.way.by in TICKETS else 0
        yield from (("helper's fare", *at),) * helpers


def _rest(chosen: "Chosen", costs: "SessionCosts") -> Counter[Thing]:
    """Return what else has no price: the room, and what goes by a rate."""
    found = Counter[Thing]()
    for line in costs.lines:
        if line.kind not in {"workers", "journeys"}:
            what = chosen.venue if line.kind == "room" else line.what
            found[line.kind, what] += line.not_known
    return found
