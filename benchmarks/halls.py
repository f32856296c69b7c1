"""Draws places to meet: halls and rooms with opening hours, access facts, licences and bookings."""

from collections.abc import Sequence
from itertools import chain
from typing import get_args

from benchmarks.season import Season
from scheduler.facts import NO, UNKNOWN, YES, Answer, Fact
from scheduler.people import Need
from scheduler.venues import Place, Venue

LICENSED, COUNCIL_RUN, UNANSWERED = 0.3, 0.2, 0.05
"""Shares: venues that serve alcohol, venues the council runs, facts that nobody knows."""
COUNCIL_KINDS = ("library", "school", "council office", "community centre")
OWN_KINDS = ("village hall", "village hall", "community centre", "church hall")
OPENING = (
    "Mo-Su 08:00-22:00",
    "Mo-Sa 09:00-22:00",
    "Mo-Fr 08:30-21:00; Sa 10:00-16:00",
    "Mo-Fr 09:00-17:00; PH off",
    "Tu-Sa 10:00-20:00",
)
MEETS_A_NEED = 0.75


def the_halls(season: Season, places: Sequence[Place], many: int) -> tuple[Venue, ...]:
    """Return places to meet, spread over some villages."""
    return tuple(_hall(season, places, number) for number in range(many))


def _hall(season: Season, places: Sequence[Place], number: int) -> Venue:
    council_run, draw = season.chance(COUNCIL_RUN), season.draw
    kind = draw.choice(COUNCIL_KINDS if council_run else OWN_KINDS)
    return Venue(
        code=f"V{number + 1}",
        kind=kind,
        place=draw.choice(places).code,
        phone=f"01632 960{number:03}",
        capacity=draw.choice((12, 20, 25, 30, 40, 60)),
        operator="Glen Council" if council_run else f"Committee {number + 1}",
        licensed=_fact(season, LICENSED),
        access=_access(season),
        opening=draw.choice(OPENING),
        open_on_holidays=draw.choice((Answer.YES, Answer.NO)),
        closed=(season.days_away(10),) if season.chance(0.3) else (),
        bookings=tuple(chain(*(season.weekly(4) for _ in range(draw.randint(0, 3))))),
        hire_pence=draw.randint(0, 12) * 500,
        notice_days=draw.choice((0, 7, 14, 28)),
    )


def _access(season: Season) -> dict[Need, Fact]:
    needs: tuple[Need, ...] = get_args(Need)
    return {need: _fact(season, MEETS_A_NEED) for need in needs}


def _fact(season: Season, share: float) -> Fact:
    """Return a yes with a probability, else a no, and now and then nothing known."""
    answer = YES if season.chance(share) else NO
    return UNKNOWN if season.chance(UNANSWERED) else answer
