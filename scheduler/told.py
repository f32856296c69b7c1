"""What may be told of a person: every question about somebody passes here before it is read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from scheduler.constraint import Constraint, Objection
from scheduler.degree import Degree
from scheduler.people import Person

NOT_YET_KNOWN: Final = "Something about coming is not yet known for {name}: ask them."
"""What is asked where the question itself would tell more than somebody agreed to."""


@dataclass(frozen=True)
class Told:
    """What a constraint says of a case, as far as it may be told."""

    objection: Objection
    beside: str
    """What may stand beside the name of the person it concerns; empty where nothing may."""


def told(rule: Constraint, arguments: Mapping[str, Any]) -> Told | None:
    """Ask a constraint about a case, and return what may be told of it."""
    objection = rule.check(**arguments)
    return None if objection is None else as_told(rule, arguments, objection)


def as_told(rule: Constraint, arguments: Mapping[str, Any], objection: Objection) -> Told:
    """Return what may be told of a constraint's objection to a case.

    What a venue has to answer is asked of the venue and names nobody, so whose need it is stands
    nowhere; where it guards a right it stands beside no name at all. What a person has to answer
    is put in the rule's words where they share their reasons, or where it would be asked just so
    of somebody of whom nothing is known.
    """
    person = arguments.get("person")
    if person is None:
        return Told(objection, "")
    unknown = objection.degree is Degree.UNKNOWN
    instead = NOT_YET_KNOWN.format(name=person.label) if unknown else ""
    if unknown and rule.asks_for_all():
        return Told(objection, "")
    if unknown and rule.asks_the_venue():
        may_be_told = person.share_reasons and not objection.is_private
        return Told(objection, objection.organiser if may_be_told else instead)
    if unknown and not person.share_reasons and objection != _of_a_stranger(rule, arguments):
        asked = Objection(Degree.UNKNOWN, instead, confirm_by=objection.confirm_by)
        return Told(asked, instead)
    return Told(objection, "" if objection.is_private else objection.organiser)


def _of_a_stranger(rule: Constraint, arguments: Mapping[str, Any]) -> Objection | None:
    """Return what a constraint says of somebody of that name of whom nothing else is known."""
    person = arguments["person"]
    return rule.check(**{**arguments, "person": Person(code=person.code, name=person.name)})
