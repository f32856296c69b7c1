"""Where on the map people and venues are, as far as the programme says: the sun sets by place."""

from scheduler.people import Person
from scheduler.programme import Programme, Project
from scheduler.venues import Venue

Position = tuple[float, float]
"""Degrees north and degrees east."""


def position_of(programme: Programme, name: str) -> Position | None:
    """Return where a named place is; None where nobody said."""
    place = programme.place(name)
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def home_or_near(programme: Programme, project: Project, *, person: Person) -> Position | None:
    """Return where somebody lives, else where the project belongs; None where neither is known."""
    return position_of(programme, person.home) or position_of(programme, project.near)


def venue_position(programme: Programme, venue: Venue) -> Position | None:
    """Return where a venue stands, else where its place is; None where neither is known."""
    if venue.latitude is None or venue.longitude is None:
        return position_of(programme, venue.place)
    return venue.latitude, venue.longitude
