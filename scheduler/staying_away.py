"""Why somebody who could come stays away: a turn, an agreement, or too little of something."""

from collections.abc import Collection, Sequence

from scheduler.people import Person
from scheduler.presence import circles
from scheduler.ties import Deciding, Ties
from scheduler.totals import purses_of
from scheduler.ways import Way


def why_away(
    person: Person, way: Way, ties: Ties, *, group: Sequence[Person], coming: Collection[str]
) -> str:
    """Return why somebody able stays away although they do not stand down; empty if nothing says.

    Parameters
    ----------
    way
        Their way there and back.
    coming
        Codes of those who come.
    """
    deciding = (tie.says for tie in ties.deciding if _gives_way(person, tie, group, coming))
    drawing = (
        purse.tie.says
        for tie in ties.totals
        for purse in purses_of(tie, group)
        if purse.belongs_to(person) and tie.draws(person, way)
    )
    says = next((says for found in (deciding, drawing) for says in found), "")
    if not says:
        return ""
    told = says if person.share_reasons else "does not come this time, as agreed."
    return f"{person.label} {told}"


def _gives_way(
    person: Person, tie: Deciding, group: Sequence[Person], coming: Collection[str]
) -> bool:
    """Say whether what others decided together with somebody lets that person stay away."""
    others = [circle - {person.code} for circle in circles(tie, group) if person.code in circle]
    if tie.both:
        return any(not each <= set(coming) for each in others)
    return any(each <= set(coming) for each in others)
