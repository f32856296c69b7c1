"""Why nothing fits: a smallest set of demands that clash, and what would help, each tried out."""

from collections.abc import Iterator, Sequence

from scheduler.choosing import Desk
from scheduler.constraint import Constraint, Objection
from scheduler.degree import Degree
from scheduler.demands import Demand, Demands, needed, smallest_conflict
from scheduler.offers import offers_for
from scheduler.plan import Conflict, ConflictPart
from scheduler.progress import Progress, Told
from scheduler.second_opinion import opinions
from scheduler.sentences import counted


def conflicts_of(desks: Sequence[Desk], told: Told) -> tuple[Conflict, ...]:
    """Return why each project that lacks required sessions lacks them."""
    found: list[Conflict] = []
    for number, desk in enumerate(desks):
        demands = Demands(desk)
        missing = demands.missing(demands.whole)
        if missing:
            told(
                Progress(
                    desk.project.label, "Finding out what stands in the way.", number, len(desks)
                )
            )
            found.append(_conflict(demands, missing))
    return tuple(found)


def _conflict(demands: Demands, missing: int) -> Conflict:
    desk = demands.desk
    clash = clash_of(demands)
    lacking = missing if clash else demands.missing(())
    confirmed = opinions(desk, clash)
    parts = tuple(_part(desk, demand).model_copy(update={"needed": True}) for demand in clash)
    return Conflict(
        project=desk.project.code,
        parts=parts,
        says=_sentence(parts, lacking),
        offers=offers_for(demands, missing),
        confirmed=confirmed,
    )


def clash_of(demands: Demands) -> tuple[Demand, ...]:
    """Return a smallest set of demands that leaves a required session without a date.

    First whole constraints, then, of those that clash, only what concerns the people who matter.
    """
    constraints = smallest_conflict(demands.whole, lambda kept: demands.missing(kept) > 0)
    about = demands.about(constraints)
    finer = [part for demand in constraints for part in demands.by_person(demand)]
    clash = smallest_conflict(finer, lambda kept: about.missing(kept) > 0)
    return needed(clash, lambda kept: about.missing(kept) > 0)


def _part(desk: Desk, demand: Demand) -> ConflictPart:
    rule = next(rule for rule in desk.rules if rule.name() == demand.constraint)
    if demand.person is None:
        return ConflictPart(constraint=demand.constraint, says=f"{rule.title}.")
    person = desk.programme.group(desk.project)[demand.person]
    heard = next(_objections(desk, rule, demand.person))
    if not person.share_reasons or person.label not in heard.organiser:
        # Naming the rule and the person together would tell what was not to be told.
        if rule.is_right:
            return ConflictPart(constraint="", says="A private need.")
        return ConflictPart(constraint=demand.constraint, says=f"{rule.title}.")
    says = f"{rule.title}: {heard.organiser}"
    return ConflictPart(constraint=demand.constraint, person=person.code, says=says)


def _objections(desk: Desk, rule: Constraint, person: int) -> Iterator[Objection]:
    """Go through what a constraint says of one person, first candidates first."""
    for screened in dict.fromkeys(desk.screened):
        grid, degrees = screened.grid, screened.masks[rule.name()].degrees
        own = degrees[:, :, person if degrees.shape[2] > 1 else 0]
        for start, venue in zip(*(own >= Degree.NEVER).nonzero(), strict=True):
            at = {"start": int(start), "venue": int(venue), "person": person}
            objection = rule.check(**grid.arguments(rule.asks_for(), at))
            if objection is not None:
                yield objection


def _sentence(parts: Sequence[ConflictPart], missing: int) -> str:
    lacking = counted(missing, "required session")
    if not parts:
        return f"There are too few days: {lacking} cannot be held even if no rule held."
    said = "; ".join(part.says.rstrip(".") for part in parts)
    if len(parts) == 1:
        return f"At least {lacking} cannot be held because of one rule: {said}."
    return (
        f"At least {lacking} cannot be held while all of this stands: {said}. "
        "Leave any one of these out and the others no longer clash."
    )
