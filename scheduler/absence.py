"""What is said of somebody who cannot come or would rather not: why, only where they agreed."""

from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.people import Person


def cannot_come(person: Person, because: str) -> Objection:
    """Return the objection that somebody cannot come, with the reason where they share it."""
    plain = f"{person.label} cannot come then."
    return Objection(Degree.NEVER, because if person.share_reasons else plain)


def would_rather_not(person: Person, because: str) -> Objection:
    """Return the objection that somebody would rather not, with the reason where they share it."""
    plain = f"{person.label} would rather not come then."
    return Objection(Degree.AVOID, because if person.share_reasons else plain)
