"""Which groups stand in one another's way, where each could have its sessions by itself."""

from collections.abc import Iterator, Sequence
from typing import Final

from scheduler.choosing import Desk
from scheduler.joint import Joint, Standoff
from scheduler.joint_dates import MOST, are_few
from scheduler.joint_sides import TooManySharedError
from scheduler.model import NoAnswerError
from scheduler.sentences import listed
from scheduler.solved import Solved
from scheduler.unmet import InTheWay

UNKNOWN: Final = InTheWay(
    says="By themselves these groups could have their sessions, but not beside one another as they "
    "were planned. Which of them stand in whose way was not found out.",
    remedy="Plan fewer groups at once to see it.",
)


def in_the_way(
    solved: Sequence[Solved], alone: Sequence[Solved], *, most: int = MOST
) -> Iterator[InTheWay]:
    """Say which groups stand in one another's way, where some lack what alone they could have.

    Parameters
    ----------
    solved, alone
        Every project as it was planned, and as it could be without the others.
    most
        How many candidates of all groups together are looked at for it.
    """
    lost = [
        one for one, own in zip(solved, alone, strict=True) if one.is_short and not own.is_short
    ]
    if not lost:
        return
    desks = [own.desk for own in alone if not own.is_short]
    if not are_few(desks, most=most):
        yield UNKNOWN
        return
    try:
        found = Joint(desks).standoff()
    except (NoAnswerError, TooManySharedError):
        yield UNKNOWN
        return
    yield _told(desks, found) if found is not None else _together(lost)


def _together(lost: Sequence[Solved]) -> InTheWay:
    """Say that all could have dates, though planned one round the other they did not find them."""
    names = listed(_labels([one.desk for one in lost]))
    return InTheWay(
        says=f"All groups together could have dates, although planned round the others {names} did "
        "not. No group stands in another's way for good.",
        remedy="Give the groups that have dates other days in the programme, and plan again.",
    )


def _told(desks: Sequence[Desk], found: Standoff) -> InTheWay:
    names = _names(desks)
    own = [desk for desk in desks if desk.project.code in found.projects]
    by_kind = {
        kind: [part.code for part in found.shared if part.kind == kind]
        for kind in ("venue", "worker", "person")
    }
    shared = listed([names[part.kind, part.code] for part in found.shared])
    return InTheWay(
        projects=found.projects,
        people=tuple(by_kind["person"]),
        workers=tuple(by_kind["worker"]),
        venues=tuple(by_kind["venue"]),
        says=_says(_labels(own), shared, many=len(found.shared)),
        remedy=_remedy({kind for kind, codes in by_kind.items() if codes}),
    )


def _says(groups: Sequence[str], shared: str, *, many: int) -> str:
    whom = "could be" if many == 1 else "each could be"
    if len(groups) == 1:
        beside = f"{groups[0]} cannot have its sessions beside what others were promised"
        return f"{beside}: there is not enough of {shared}. If {shared} {whom} had twice, it could."
    cannot = f"{listed(groups)} cannot {'both' if len(groups) == 2 else 'all'} have their sessions"  # noqa: PLR2004 - both
    without = "Without any one of these groups the others could"
    if many == 1:
        return (
            f"{cannot}: all of them need {shared}, and there is not enough time for that. "
            f"{without}; so could all of them if {shared} could be in two places at once."
        )
    return (
        f"{cannot}: they share {shared}, and there is not enough time for that. {without}; so "
        f"could all of them if any one of what they share could be in two places at once."
    )


def _remedy(kinds: set[str]) -> str:
    """Return what would help, of what they share and of the days there are."""
    ways = {
        "venue": "another room like it",
        "worker": "somebody else who can do the same work",
        "person": "one group less for somebody who is in several",
    }
    helps = [says for kind, says in ways.items() if kind in kinds]
    return f"What would help: {' or '.join([*helps, 'more days'])}."


def _labels(desks: Sequence[Desk]) -> list[str]:
    """Return what projects are called; with their code where two are called alike."""
    labels = [desk.project.label for desk in desks]
    return [
        f"{label} ({desk.project.code})" if labels.count(label) > 1 else label
        for label, desk in zip(labels, desks, strict=True)
    ]


def _names(desks: Sequence[Desk]) -> dict[tuple[str, str], str]:
    programme = desks[0].programme
    rooms = {("venue", each.code): each.label for each in programme.venues}
    workers = {("worker", each.code): each.label for each in programme.workers}
    everybody = (person for desk in desks for person in programme.group(desk.project))
    return {**rooms, **workers, **{("person", each.code): each.label for each in everybody}}
