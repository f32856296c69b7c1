"""What would let somebody come who now comes to nothing: a rule that gives, planned again."""

from collections.abc import Sequence

from scheduler.choosing import Desk, Pick
from scheduler.degree import Degree
from scheduler.demands import Demands
from scheduler.giving import ways_to_give
from scheduler.screen import Screened
from scheduler.tried import QUICK, as_it_stands


def way_to_come(desk: Desk, picks: Sequence[Pick], person: int) -> str:
    """Return in words how a rule can give so that somebody comes; nothing where none can.

    The first of the rules that keep them from a session held. It has to leave them free for one of
    these, and planned again they come, with no fewer required sessions held.
    """
    demands = Demands(desk)
    for rule in desk.rules:
        if any(rule.name() in _kept_by(pick.screened, pick, person) for pick in picks):
            for way in ways_to_give(rule):
                softer = demands.relaxed(rule, way)
                if _is_free(softer, picks, person) and _comes(softer, picks, person):
                    return way.label
    return ""


def _is_free(desk: Desk, picks: Sequence[Pick], person: int) -> bool:
    """Say whether nothing keeps somebody from one of some sessions."""
    return not all(_kept_by(desk.screened[pick.number - 1], pick, person) for pick in picks)


def _comes(desk: Desk, picks: Sequence[Pick], person: int) -> bool:
    """Say whether somebody comes when all is planned again, and as much is held as now."""
    code = desk.programme.group(desk.project)[person].code
    held = sum(pick.grid.project.sessions[pick.number - 1].required for pick in picks)
    after = as_it_stands(desk, QUICK)
    return after.came[code] > 0 and after.placed >= held


def _kept_by(screened: Screened, pick: Pick, person: int) -> list[str]:
    """Return the constraints that keep somebody from a session that is held."""
    at = (pick.start, pick.venue, person)
    found: list[str] = []
    for name in sorted(screened.personal):
        degrees = screened.masks[name].degrees
        place = tuple(n if size > 1 else 0 for n, size in zip(at, degrees.shape, strict=True))
        if degrees[place] >= Degree.NEVER:
            found.append(name)
    return found
