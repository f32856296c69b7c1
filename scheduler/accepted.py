"""What is not known and the organiser decided, in writing, to plan with all the same."""

from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.plan import Question
from scheduler.programme import AcceptedUnknown, Programme
from scheduler.spoken_days import spoken_day


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


def accepted_question(programme: Programme, accepted: AcceptedUnknown) -> Question:
    """Return what was accepted as a plan tells it: of which venue or whom, by whom and when."""
    venue = next((v for v in programme.venues if v.code == accepted.about), None)
    # Which rule asks about a person may tell what they did not want told.
    asks = f" ({accepted.constraint.replace('_', ' ')})" if venue else ""
    about = venue.label if venue else _person(programme, accepted.about)
    note = accepted.note or "Nothing more was noted."
    return Question(
        constraint=accepted.constraint if venue else "",
        about=accepted.about,
        asks=f"{about}{asks}: accepted by {accepted.by} on {spoken_day(accepted.on)}. {note}",
        holds_back=False,
    )


def _person(programme: Programme, code: str) -> str:
    groups = (programme.group(project) for project in programme.projects)
    return next((person.label for group in groups for person in group if person.code == code), code)
