"""Numbers: each within what can be meant."""

from collections.abc import Iterator

from scheduler.files.checks.positions import slips_in_position
from scheduler.files.checks.walking import MOST_TO_FILL, Placed, places_to_fill, sessions
from scheduler.files.findings import Finding, Path
from scheduler.programme import Programme, Session
from scheduler.venues import Place, Venue

MOST_WORKERS = 20
LARGEST_ROOM = 100_000
MOST_SESSIONS = 10_000
SHORTEST_MINUTES, LONGEST_MINUTES = 15, 720
DAY_MINUTES = 24 * 60


def numbers_out_of_range(programme: Programme) -> Iterator[Finding]:
    """Find counts, sizes, lengths and positions that nobody can have meant."""
    for n, person in enumerate(programme.people):
        path: Path = ("people", n, "sessions_wanted")
        yield from _range(path, person.sessions_wanted, least=1, most=MOST_SESSIONS)
    for n, venue in enumerate(programme.venues):
        yield from _range(("venues", n, "capacity"), venue.capacity, least=1, most=LARGEST_ROOM)
    for path, place in places_to_fill(programme):
        yield from _range((*path, "count"), place.count, least=1, most=MOST_TO_FILL)
    for path, session in sessions(programme):
        yield from _of_session(path, session)
    for path, spot in _positions(programme):
        yield from _position(path, spot)


def _of_session(path: Path, session: Session) -> Iterator[Finding]:
    length, least, most = session.length_minutes, SHORTEST_MINUTES, LONGEST_MINUTES
    yield from _range((*path, "length_minutes"), length, least=least, most=most)
    for name in ("setup_minutes", "clear_up_minutes"):
        yield from _range((*path, name), getattr(session, name), least=0, most=DAY_MINUTES)
    if session.break_minutes >= length:
        remedy = f"leaves nothing of a session of {length} minutes; write less"
        yield Finding((*path, "break_minutes"), str(session.break_minutes), remedy)
    for n, need in enumerate(session.workers):
        yield from _range((*path, "workers", n, "count"), need.count, least=1, most=MOST_WORKERS)


def _positions(programme: Programme) -> Placed[Place | Venue]:
    yield from ((("places", n), place) for n, place in enumerate(programme.places))
    yield from ((("venues", n), venue) for n, venue in enumerate(programme.venues))


def _position(path: Path, spot: Place | Venue) -> Iterator[Finding]:
    yield from _range((*path, "latitude"), spot.latitude, least=-90, most=90)
    yield from _range((*path, "longitude"), spot.longitude, least=-180, most=180)
    given = {"latitude": spot.latitude, "longitude": spot.longitude}
    missing = [name for name, degrees in given.items() if degrees is None]
    if len(missing) == 1:
        remedy = "is missing; give latitude and longitude, or neither"
        yield Finding((*path, missing[0]), "", remedy)
    yield from slips_in_position(path, spot)


def _range(path: Path, number: float | None, *, least: int, most: int) -> Iterator[Finding]:
    if number is not None and not least <= number <= most:
        yield Finding(path, str(number), f"is out of range; write {least} to {most}")
