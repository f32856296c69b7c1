"""Why nothing fits and what would help, in sentences, each offer as it was tried out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from constraints import registry
from scheduler.changes import Change, change_called
from scheduler.in_force import in_force
from scheduler.money.offered import raised_as
from scheduler.plan import Plan
from scheduler.private import tells_only_of_private_needs
from scheduler.programme import Programme
from scheduler.sentences import counted
from scheduler.unmet import Conflict, ConflictPart, Kind, Offer
from web.names import Names
from web.wording import money, say

SUGGESTED: Final[tuple[Kind, ...]] = ("group", "times", "sessions", "approach", "money")
"""What can change, in the order of the guide."""


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
class ShownKind:
    """The offers of one kind, in the order of the guide."""

    title: str
    tried: str
    """How many changes of this kind were tried, and how many of them do."""
    offers: tuple[ShownOffer, ...]


@dataclass(frozen=True)
class ShownConflict:
    """Why one group's sessions cannot all be held."""

    number: int
    group: str
    lead: str
    demands: tuple[Demand, ...]
    besides: tuple[Demand, ...]
    """What stands in the way as well, whatever of that gives way."""
    kinds: tuple[ShownKind, ...]
    checked: str
    """How it was found to be so."""
    confirmed: str


@dataclass(frozen=True)
class Line:
    """Something or somebody left out or in the way: what, why, and what to do."""

    what: str
    why: str
    remedy: str


def shown_conflicts(programme: Programme, plan: Plan) -> tuple[ShownConflict, ...]:
    """Return every clash of a plan."""
    names = Names.of(programme)
    return tuple(
        ShownConflict(
            number,
            names.project(conflict.project),
            _lead(conflict),
            tuple(map(_demand, conflict.parts)),
            tuple(map(_demand, conflict.besides)),
            tuple(_kinds(programme, conflict, lacking_of(plan, conflict.project))),
            _each_needed(conflict),
            _confirmed(conflict),
        )
        for number, conflict in enumerate(plan.conflicts)
    )


def shown_obstacles(plan: Plan) -> tuple[Line, ...]:
    """Return what counting found in the way, where not every session can be held."""
    found = () if plan.possible else plan.obstacles
    return tuple(Line("", one.says, one.remedy) for one in found)


def shown_in_the_way(plan: Plan) -> tuple[Line, ...]:
    """Return which groups stand in one another's way, and what would help."""
    return tuple(Line("", one.says, one.remedy) for one in plan.in_the_way)


def shown_left_out(programme: Programme, plan: Plan) -> tuple[Line, ...]:
    """Return everybody who comes to none of the sessions, with why and what would help."""
    names = Names.of(programme)
    return tuple(Line(names.person(o.person), o.reason, o.remedy) for o in plan.left_out)


def next_steps(plan: Plan) -> tuple[str, ...]:
    """Return what to try next: nothing that was tried already and does not help.

    Another place is not named where only private needs stand in the way. No place helps some of
    them, and the same is said of all.
    """
    tried = [one for conflict in plan.conflicts for one in conflict.tried]
    helped = {one.kind for one in tried if one.helped} if tried else {*SUGGESTED} - {"money"}
    private = tells_only_of_private_needs(
        part.says for conflict in plan.conflicts for part in conflict.parts
    )
    place = say("impossible.next_private" if private else "impossible.next_place")
    return (*(say(f"impossible.next_{kind}") for kind in SUGGESTED if kind in helped), place)


def lacking_of(plan: Plan, project: str) -> tuple[int, ...]:
    """Return the required sessions of a project that have no date, by number."""
    unplaced = (one for one in plan.unplaced if one.project == project)
    return tuple(one.number for one in unplaced if one.required)


def with_offer(
    programme: Programme, conflict: Conflict, *, offer: Offer, lacking: Sequence[int]
) -> Programme:
    """Return the programme as it would be if the group took an offer.

    Parameters
    ----------
    lacking
        The required sessions without a date, by number.

    Raises
    ------
    LookupError
        If no change of ours is this offer, or it cannot be made at once.
    """
    change = _change(programme, conflict, offer, lacking)
    if change is None:
        raise LookupError(offer.label)
    return change.made(programme)


def _change(
    programme: Programme, conflict: Conflict, offer: Offer, lacking: Sequence[int]
) -> Change | None:
    project = next(each for each in programme.projects if each.code == conflict.project)
    rules = in_force(registry(), programme, project)
    return raised_as(offer, project, rules) or change_called(
        offer.label, programme, project=project, rules=rules, lacking=lacking
    )


def _kinds(programme: Programme, conflict: Conflict, lacking: Sequence[int]) -> Iterator[ShownKind]:
    numbered = tuple(enumerate(conflict.offers))
    for tried in conflict.tried:
        offers = tuple(
            _offer(offer, place, can_try=bool(_change(programme, conflict, offer, lacking)))
            for place, offer in numbered
            if offer.kind == tried.kind
        )
        yield ShownKind(say(f"impossible.kind_{tried.kind}"), tried.says, offers)


def _lead(conflict: Conflict) -> str:
    is_enough = all(part.enough for part in conflict.parts)
    if len(conflict.parts) == 1:
        return say("impossible.lead_one") if is_enough else say("impossible.lead_one_not_enough")
    return say("impossible.lead") if is_enough else say("impossible.lead_not_enough")


def _each_needed(conflict: Conflict) -> str:
    if len(conflict.parts) == 1:
        return say("impossible.one_needed")
    return say("impossible.each_needed")


def _demand(part: ConflictPart) -> Demand:
    rule = registry().get(part.constraint)
    title = rule.title if rule else ""
    return Demand(part.says or title, part.constraint if rule else "", bool(rule and rule.is_right))


def _offer(offer: Offer, number: int, *, can_try: bool) -> ShownOffer:
    price = say("impossible.price", price=offer.price) if offer.price else ""
    return ShownOffer(
        number,
        offer.label,
        say("impossible.then", placed=offer.placed, sessions=counted(offer.of, "session")),
        " ".join(filter(None, (price, _pence(offer.pence_more)))),
        offer.gains,
        offer.gives or (say("impossible.nobody_gives"),),
        can_try,
    )


def _pence(more: int) -> str:
    """Say what an offer costs beside what can be held now."""
    if not more:
        return say("impossible.same")
    return say("impossible.more" if more > 0 else "impossible.less", cost=money(abs(more)))


def _confirmed(conflict: Conflict) -> str:
    ways = counted(len(conflict.confirmed), "way")
    return say("impossible.confirmed", ways=ways) if conflict.confirmed else ""
