"""Counts whether there are days enough for sessions as far apart as rules ask."""

from collections.abc import Iterator

import numpy as np

from scheduler.choosing import Desk
from scheduler.constraint import Constraint
from scheduler.giving import ways_to_give
from scheduler.programme import Project
from scheduler.sentences import counted
from scheduler.ties import Follows, ties_of
from scheduler.unmet import Obstacle
from scheduler.work_phases import PHASES

LONGEST_GAP = 800
"""Days tried when asking how near two sessions may be: as long as a programme may be."""


def too_short(desk: Desk) -> Iterator[Obstacle]:
    """Say where sessions as far apart as rules ask need more days than there are."""
    days = (desk.programme.last_day - desk.programme.first_day).days + 1
    for number, tie in enumerate(desk.ties.follow):
        many = 1 + _spoken_of(tie, desk.project)
        gap = _nearest(tie) if tie.by == "day" else 1
        needed = (many - 1) * gap + 1
        if needed > days:
            rule = next(rule for rule in desk.rules if rule.name() == tie.constraint)
            near = (days - 1) / (many - 1)
            place = [own.constraint for own in desk.ties.follow[:number]].count(tie.constraint)
            apart = f"{counted(many, 'session')} at least {counted(gap, 'day')} apart"
            yield Obstacle(
                project=desk.project.code,
                constraint=rule.name(),
                says=f"{apart} need {counted(needed, 'day')}, and there are {days}.",
                remedy=f"Add {counted(needed - days, 'day')} or more{_nearer(rule, place, near)}.",
            )


def _spoken_of(tie: Follows, project: Project) -> int:
    """Return how many steps from one required session to the next a tie speaks of."""
    required = (s for s in project.sessions if s.required and not s.same_day)
    phases = [PHASES.index(project.phase_of(session).name) for session in required]
    if tie.phases is None:
        return len(phases) - 1
    before, after = np.array(phases[:-1], np.int64), np.array(phases[1:], np.int64)
    return int(np.count_nonzero(tie.phases(before, after)))


def _nearer(rule: Constraint, place: int, at_most: float) -> str:
    """Return the ways a rule could give that let one of its ties be as near as need be.

    Parameters
    ----------
    place
        Which of its ties.
    """
    labels = [
        way.label
        for way in ways_to_give(rule)
        for tie in ties_of((rule.relaxed(way),)).follow[place : place + 1]
        if _nearest(tie) <= at_most
    ]
    return "".join(f"; or: {label}" for label in labels)


def _nearest(tie: Follows) -> int:
    """Return how many days a session has to come after the one before, at least."""
    after = np.arange(1, LONGEST_GAP + 1, dtype=np.int64)
    allowed = np.flatnonzero(np.broadcast_to(tie.accepts(after * 0, after), after.shape))
    return int(after[allowed[0]]) if len(allowed) else LONGEST_GAP
