"""What would help where nothing fits: each constraint's own relaxations, tried out."""

from collections.abc import Iterator

from scheduler.choosing import Desk
from scheduler.concerns import Ledger
from scheduler.constraint import Relaxation
from scheduler.demands import Demands
from scheduler.people import Person
from scheduler.search import Effort
from scheduler.sentences import counted, one_of
from scheduler.series import Found, best_series, course_of, fewest_missing
from scheduler.unmet import Offer

MOST = 6
"""How many offers are worked out in full."""


def offers_for(demands: Demands, missing: int) -> tuple[Offer, ...]:
    """Return the relaxations with which more required sessions can be held.

    The most helpful first.
    """
    helpful = sorted(_helpful(demands, missing), key=lambda found: found[:2])[:MOST]
    before = _came(demands.desk)
    return tuple(
        _offer(desk, relaxation, (name, lacking), before)
        for lacking, _, name, relaxation, desk in helpful
    )


def _helpful(demands: Demands, missing: int) -> Iterator[tuple[int, int, str, Relaxation, Desk]]:
    for rule in demands.desk.rules:
        for relaxation in rule.relaxations:
            desk = demands.relaxed(rule, relaxation)
            course = course_of(desk.columns, desk.ties, _ledger(desk))
            lacking = fewest_missing(course)
            if lacking < missing:
                yield lacking, relaxation.price, rule.name(), relaxation, desk


def _offer(
    desk: Desk, relaxation: Relaxation, given: tuple[str, int], before: dict[str, int]
) -> Offer:
    name, lacking = given
    after = _came(desk)
    required = sum(session.required for session in desk.project.sessions)
    people = desk.programme.group(desk.project)
    return Offer(
        label=relaxation.label,
        constraint=name,
        settings={
            key: value
            for key, value in relaxation.settings.items()
            if isinstance(value, int | float | str)
        },
        placed=required - lacking,
        of=required,
        price=counted(relaxation.price, one_of(relaxation.unit), relaxation.unit),
        gains=tuple(_change(p, before, after) for p in people if after[p.code] > before[p.code]),
        gives=tuple(_change(p, before, after) for p in people if after[p.code] < before[p.code]),
    )


def _change(person: Person, before: dict[str, int], after: dict[str, int]) -> str:
    can = counted(after[person.code], "session")
    return f"{person.label} could come to {can} instead of {before[person.code]}."


def _came(desk: Desk) -> dict[str, int]:
    """Return how many sessions each person comes to in the best series of a desk."""
    found: Found = best_series(course_of(desk.columns, desk.ties, _ledger(desk)), Effort())
    group = desk.programme.group(desk.project)
    came = dict.fromkeys((person.code for person in group), 0)
    for session in found.sessions:
        if session is not None:
            for person, here in zip(group, session[1], strict=True):
                came[person.code] += int(here)
    return came


def _ledger(desk: Desk) -> Ledger:
    return Ledger.of(desk.project, desk.programme.group(desk.project))
