"""How much travelling is comfortable for somebody, and which journeys are more than that."""

from scheduler.people import Person
from scheduler.ways import Way

COMFORTABLE_MINUTES = 45
"""Minutes each way that are taken to be comfortable for somebody who did not say.

Own default, 23 November 2026: half of the 90 minutes that are taken to be the most. No published
figure for meetings was found, so groups should be asked.
"""

COMFORTABLE_CHANGES = 1
"""Changes of vehicle each way that are taken to be comfortable. Own default, 23 November 2026."""


def comfortable_minutes(person: Person) -> int:
    """Return how many minutes each way are comfortable: what the person said, else the default."""
    own = person.travel.comfortable_minutes
    return COMFORTABLE_MINUTES if own is None else own


def comfortable_changes(person: Person) -> int:
    """Return how many changes each way are comfortable: the default, or their most if fewer."""
    most = person.travel.most_changes
    return COMFORTABLE_CHANGES if most is None else min(COMFORTABLE_CHANGES, most)


def is_bad_journey(person: Person, way: Way) -> bool:
    """Say whether a way is longer than is comfortable for a person, or has more changes."""
    return way.minutes > comfortable_minutes(person) or way.changes > comfortable_changes(person)
