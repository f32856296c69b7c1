"""Why nothing fits: a smallest set of demands that clash, and what would help, each tried out."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from scheduler.choosing import Desk
from scheduler.demands import Demand, Demands, needed, smallest_conflict
from scheduler.discreet import parts_of
from scheduler.offers import offers_for
from scheduler.plan import Chosen
from scheduler.private import is_private, together
from scheduler.progress import Progress, Told
from scheduler.second_opinion import opinions
from scheduler.spoken_conflicts import spoken_conflict
from scheduler.tried import Outcome, as_planned
from scheduler.unmet import Conflict, ConflictPart


def conflicts_of(
    desks: Sequence[Desk], told: Told, held: Mapping[str, Sequence[Chosen]] = MappingProxyType({})
) -> tuple[Conflict, ...]:
    """Return why each project that lacks required sessions lacks them.

    Parameters
    ----------
    held
        The sessions each has, by its code; if not said, those of the best part.
    """
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
            own = held.get(desk.project.code)
            before = None if own is None else as_planned(desk, own)
            found.append(_conflict(demands, missing, before))
    return tuple(found)


def _conflict(demands: Demands, missing: int, before: Outcome | None) -> Conflict:
    desk = demands.desk
    clash = clash_of(demands)
    alone = demands.missing(clash)  # What the rest keeps from happening is not laid on these.
    confirmed = opinions(desk, clash)
    offers, tried = offers_for(demands, missing, before)
    enough = [_is_enough(demands, demand) for demand in clash]
    besides = () if all(enough) else _besides(demands, clash)
    parts = _told(desk, clash, enough)
    others = _told(desk, besides, [False] * len(besides))
    return Conflict(
        project=desk.project.code,
        parts=parts,
        besides=others,
        says=spoken_conflict(parts, alone, others),
        offers=offers,
        tried=tried,
        confirmed=confirmed,
    )


def _told(desk: Desk, clash: Sequence[Demand], enough: Sequence[bool]) -> tuple[ConflictPart, ...]:
    """Return demands in words, each with whether it would be enough if it alone gave way."""
    each = (
        part.model_copy(update={"enough": does})
        for demand, does in zip(clash, enough, strict=True)
        for part in parts_of(desk, demand)
    )
    return tuple(_told_once(tuple(each)))


def _is_enough(demands: Demands, demand: Demand) -> bool:
    """Say whether every required session is held if one demand alone gives way, all solved anew."""
    whole = Demand(demand.constraint)
    rest = [each for each in demands.whole if each != whole]
    if demand.person is not None:
        rest += [each for each in demands.by_person(whole) if each != demand]
    return not demands.missing(rest)


def _besides(demands: Demands, clash: Sequence[Demand]) -> tuple[Demand, ...]:
    """Return what clashes still where none of the constraints of a clash stand; or nothing."""
    gone = {demand.constraint for demand in clash}
    rest = [each for each in demands.whole if each.constraint not in gone]
    if not demands.missing(rest):
        return ()
    return smallest_conflict(rest, lambda kept: demands.missing(kept) > 0)


def clash_of(demands: Demands) -> tuple[Demand, ...]:
    """Return a smallest set of demands that leaves a required session without a date.

    First whole constraints, then, of those that clash, only what concerns the people who matter.
    """
    constraints = smallest_conflict(demands.whole, lambda kept: demands.missing(kept) > 0)
    about = demands.about(constraints)
    finer = [part for demand in constraints for part in demands.by_person(demand)]
    clash = smallest_conflict(finer, lambda kept: about.missing(kept) > 0)
    return needed(clash, lambda kept: about.missing(kept) > 0)


def _told_once(parts: Sequence[ConflictPart]) -> Iterator[ConflictPart]:
    """Tell what is asked for several people who are not named once, with their number."""
    alike: dict[tuple[str, str, str], list[ConflictPart]] = {}
    for part in parts:
        alike.setdefault((part.constraint, part.person, part.says), []).append(part)
    for (constraint, person, says), own in alike.items():
        many = len(own)
        several = many > 1 and constraint
        private = is_private(says)
        yield ConflictPart(
            constraint=constraint,
            person=person,
            says=f"{says.rstrip('.')}, for {many} people." if several else together(says, many),
            many=many if several or private else 1,
            needed=True,
            enough=all(part.enough for part in own),
        )
