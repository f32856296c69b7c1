"""Why somebody who could come stays away: a turn, an agreement, or too little of something."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from scheduler.people import Person
from scheduler.programme import Project
from scheduler.ties import Deciding, Ties
from scheduler.totals import purses_of
from scheduler.ways import Way


@dataclass(frozen=True)
class Company:
    """A project's group and who of it comes."""

    project: Project
    group: Sequence[Person]
    coming: Collection[str]
    """Codes of those who come."""


def why_away(person: Person, way: Way, *, ties: Ties, company: Company) -> str:
    """Return why somebody able stays away although they do not stand down; empty if nothing says.

    Parameters
    ----------
    way
        Their way there and back.
    """
    deciding = (tie.says for tie in ties.deciding if _gives_way(person, tie, company))
    drawing = (
        purse.tie.says
        for tie in ties.totals
        for purse in purses_of(tie, company.group)
        if purse.belongs_to(person) and tie.draws(person, way)
    )
    says = next((says for found in (deciding, drawing) for says in found), "")
    if not says:
        return ""
    told = says if person.share_reasons else "does not come this time, as agreed."
    return f"{person.label} {told}"


def _gives_way(person: Person, tie: Deciding, company: Company) -> bool:
    """Say whether what others decided together with somebody lets that person stay away."""
    circles = tie.of(company.project, company.group)
    others = [circle - {person.code} for circle in circles if person.code in circle]
    if tie.both:
        return any(not each <= set(company.coming) for each in others)
    return any(each <= set(company.coming) for each in others)
