"""Going through the parts of a programme with their places."""

from collections.abc import Iterator
from typing import Any, TypeVar

from scheduler.files.findings import Path
from scheduler.people import Season, Times
from scheduler.places_to_fill import PlaceToFill
from scheduler.programme import Programme, Session
from scheduler.words import Word

T = TypeVar("T", bound=Word)

Placed = Iterator[tuple[Path, T]]
"""Things, each with its place in the programme."""

MOST_TO_FILL = 20
"""Most places to fill of one kind."""


def sessions(programme: Programme) -> Placed[Session]:
    """Give every session wish."""
    for p, project in enumerate(programme.projects):
        for s, session in enumerate(project.sessions):
            yield ("projects", p, "sessions", s), session


def places_to_fill(programme: Programme) -> Placed[PlaceToFill]:
    """Give every place nobody has taken yet."""
    for p, project in enumerate(programme.projects):
        for f, place in enumerate(project.places_to_fill):
            yield ("projects", p, "places_to_fill", f), place


def stand_in_codes(place: PlaceToFill) -> tuple[str, ...]:
    """Return the codes under which a place to fill is planned; never more than there may be."""
    return tuple(f"{place.code}-{n}" for n in range(1, min(place.count, MOST_TO_FILL) + 1))


def times(programme: Programme) -> Placed[Times]:
    """Give the times of every person and of every place to fill."""
    for n, person in enumerate(programme.people):
        yield ("people", n, "times"), person.times
    for path, place in places_to_fill(programme):
        yield (*path, "likely"), place.likely


def seasons(programme: Programme) -> Placed[Season]:
    """Give every season that ties somebody, or a whole project, down."""
    groups: list[tuple[Path, tuple[Season, ...]]] = [
        *((("people", n), person.seasons) for n, person in enumerate(programme.people)),
        *((path, place.seasons) for path, place in places_to_fill(programme)),
        *((("projects", n), project.seasons) for n, project in enumerate(programme.projects)),
    ]
    for path, held in groups:
        yield from (((*path, "seasons", n), season) for n, season in enumerate(held))


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:  # noqa: ANN401 - any part
    """Give every plain value with its place."""
    if isinstance(value, Word):
        parts: Any = ((name, getattr(value, name)) for name in type(value).model_fields)
    elif isinstance(value, dict):
        parts = value.items()
    elif isinstance(value, tuple | list):
        parts = enumerate(value)
    else:
        yield path, value
        return
    for part, inner in parts:
        yield from leaves(inner, (*path, part))
