"""What is not known and the organiser decided, in writing, to plan with all the same."""

from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.programme import Programme


def is_accepted(programme: Programme, constraint: str, *, about: str) -> bool:
    """Say whether the organiser accepted what a constraint asks about a venue or a person."""
    return any(
        accepted.constraint == constraint and accepted.about == about
        for accepted in programme.accepted_unknowns
    )


def unless_accepted(
    objection: Objection | None, programme: Programme, *, constraint: str, about: str
) -> Objection | None:
    """Return the objection, or nothing where it is a question that the organiser accepted.

    Constraints that guard a right never ask this: nobody can accept for somebody else.
    """
    if objection is None or objection.degree is not Degree.UNKNOWN:
        return objection
    return None if is_accepted(programme, constraint, about=about) else objection
