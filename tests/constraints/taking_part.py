"""Somebody who chose another way to take part, and the session they would travel to."""

from collections.abc import Sequence

from scheduler.people import Person
from scheduler.samples import HALL, ISHBEL, PROGRAMME, PROJECT, RORY, WISH
from scheduler.taking_part import TakingPart
from scheduler.venues import Venue
from scheduler.ways import Way

BY_CAR = Way(by="car", out_minutes=20, back_minutes=20)
BY_PHONE = Way(by="by phone")


def a_part(
    person: Person = ISHBEL,
    venue: Venue = HALL,
    *,
    others: Sequence[Person] = (RORY,),
    way: Way = BY_CAR,
) -> TakingPart:
    """Return somebody's part in a session of a group of them and some others."""
    group = (person, *others)
    programme = PROGRAMME.model_copy(update={"people": group})
    return TakingPart(programme, PROJECT, WISH, venue, group, person, way)
