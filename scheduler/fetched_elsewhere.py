"""Who is fetched somewhere else than before, as they moved: they and their driver have to know."""

from collections.abc import Iterator, Mapping

from scheduler.calendars.told_journeys import PICKED_UP
from scheduler.figures import people_of
from scheduler.plan import WayTaken
from scheduler.programme import Programme
from scheduler.venues import Place


def moved_homes(before: Programme, programme: Programme) -> dict[str, str]:
    """Return the place, by name, of everybody whose home is in another place than before."""
    was, now = _homes(before), _homes(programme)
    return {
        code: place.name or place.code
        for code, place in now.items()
        if place and code in was and _code(place) != _code(was[code])
    }


def _homes(programme: Programme) -> dict[str, Place | None]:
    return {code: programme.place(one.home) for code, one in people_of(programme).items()}


def _code(place: Place | None) -> str:
    return place.code if place else ""


def fetching_news(
    was: WayTaken, now: WayTaken, *, code: str, moved: Mapping[str, str], names: Mapping[str, str]
) -> Iterator[str]:
    """Give where somebody is fetched, or fetches others, where it is elsewhere than before.

    Nothing of whoever was not fetched before: where that is they hear with who fetches them.

    Parameters
    ----------
    moved
        The places to which people moved, by code.
    """
    if code in moved and is_fetched(was) and is_fetched(now):
        yield f"they are fetched in {moved[code]} now"
    for one in now.drives:
        if one in was.drives and one in moved:
            yield f"they fetch {names.get(one, one)} in {moved[one]} now"


def is_fetched(way: WayTaken) -> bool:
    """Say whether somebody is picked up on their way to a session."""
    return bool(way.driver) or way.by in PICKED_UP
