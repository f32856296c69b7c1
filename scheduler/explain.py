"""Why nothing fits: a smallest set of demands that clash, and what would help, each tried out."""

from collections import Counter
from collections.abc import Iterator, Sequence

from scheduler.choosing import Desk
from scheduler.demands import Demand, Demands, needed, smallest_conflict
from scheduler.discreet import parts_of
from scheduler.offers import offers_for
from scheduler.private import is_private, together
from scheduler.progress import Progress, Told
from scheduler.second_opinion import opinions
from scheduler.spoken_conflicts import spoken_conflict
from scheduler.unmet import Conflict, ConflictPart


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
    offers, tried = offers_for(demands, missing)
    parts = tuple(_told_once([part for demand in clash for part in parts_of(desk, demand)]))
    return Conflict(
        project=desk.project.code,
        parts=parts,
        says=spoken_conflict(parts, lacking),
        offers=offers,
        tried=tried,
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


def _told_once(parts: Sequence[ConflictPart]) -> Iterator[ConflictPart]:
    """Tell what is asked for several people who are not named once, with their number."""
    for (constraint, person, says), many in Counter(
        (part.constraint, part.person, part.says) for part in parts
    ).items():
        several = many > 1 and constraint
        private = is_private(says)
        yield ConflictPart(
            constraint=constraint,
            person=person,
            says=f"{says.rstrip('.')}, for {many} people." if several else together(says, many),
            many=many if several or private else 1,
            needed=True,
        )
