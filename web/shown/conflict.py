"""Why nothing fits and what would help, in sentences, each offer as it was tried out."""

from dataclasses import dataclass

from constraints import registry
from scheduler.constraint import Relaxation
from scheduler.plan import Plan
from scheduler.programme import Programme
from scheduler.sentences import counted
from scheduler.unmet import Conflict, ConflictPart, Offer
from web.names import Names
from web.wording import say


@dataclass(frozen=True)
class Demand:
    """One thing that clashes with the others."""

    says: str
    rule: str
    """Its rule, for the link."""
    is_right: bool


@dataclass(frozen=True)
class ShownOffer:
    """A change that would help, as it was tried out."""

    number: int
    label: str
    then: str
    price: str
    gains: tuple[str, ...]
    gives: tuple[str, ...]
    can_try: bool


@dataclass(frozen=True)
class ShownConflict:
    """Why one group's sessions cannot all be held."""

    number: int
    group: str
    demands: tuple[Demand, ...]
    offers: tuple[ShownOffer, ...]
    confirmed: str


def shown_conflicts(programme: Programme, plan: Plan) -> tuple[ShownConflict, ...]:
    """Return every clash of a plan."""
    names = Names.of(programme)
    return tuple(
        ShownConflict(
            number,
            names.project(conflict.project),
            tuple(map(_demand, conflict.parts)),
            tuple(_offer(offer, place) for place, offer in enumerate(conflict.offers)),
            _confirmed(conflict),
        )
        for number, conflict in enumerate(plan.conflicts)
    )


def relaxation_of(offer: Offer) -> Relaxation | None:
    """Return how a rule gives in an offer; None where no rule of ours does."""
    rule = registry().get(offer.constraint)
    ways = rule.relaxations if rule else ()
    return next((way for way in ways if way.label == offer.label), None)


def with_offer(programme: Programme, conflict: Conflict, *, offer: Offer) -> Programme:
    """Return the programme as it would be if the group took an offer.

    Raises
    ------
    LookupError
        If no rule gives in this offer.
    """
    way = relaxation_of(offer)
    if way is None:
        raise LookupError(offer.label)
    projects = tuple(
        each.model_copy(update={"constraints": _given_way(each.constraints, offer, way=way)})
        if each.code == conflict.project
        else each
        for each in programme.projects
    )
    return programme.model_copy(update={"projects": projects})


def _given_way(settings: dict, offer: Offer, *, way: Relaxation) -> dict:  # type: ignore[type-arg]
    own = settings.get(offer.constraint, {})
    kept = own if isinstance(own, dict) else {}
    return {**settings, offer.constraint: {**kept, **way.settings}}


def _demand(part: ConflictPart) -> Demand:
    rule = registry().get(part.constraint)
    title = rule.title if rule else ""
    return Demand(part.says or title, part.constraint if rule else "", bool(rule and rule.is_right))


def _offer(offer: Offer, number: int) -> ShownOffer:
    return ShownOffer(
        number,
        offer.label,
        say("impossible.then", placed=offer.placed, sessions=counted(offer.of, "session")),
        say("impossible.price", price=offer.price) if offer.price else "",
        offer.gains,
        offer.gives or (say("impossible.nobody_gives"),),
        relaxation_of(offer) is not None,
    )


def _confirmed(conflict: Conflict) -> str:
    ways = counted(len(conflict.confirmed), "way")
    return say("impossible.confirmed", ways=ways) if conflict.confirmed else ""
