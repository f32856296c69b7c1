"""What somebody has to hear of their way to a session where it is another than before."""

from collections.abc import Iterator, Mapping
from datetime import datetime, tzinfo
from types import MappingProxyType
from typing import Final

from scheduler.calendars.told_journeys import MEANS, at_home, set_out
from scheduler.fetched_elsewhere import fetching_news
from scheduler.named_in import lifts_changed, way_of
from scheduler.plan import Chosen, WayTaken

BY: Final[Mapping[str, str]] = MappingProxyType(
    {
        **MEANS,
        "lift": "with the lift they agreed",
        "accompanied": "together with whoever goes along with them",
        "on-line": "on-line",
        "by phone": "by phone",
    }
)
"""What is said of each way of coming."""
UNSETTLED: Final = "how they get there and home is not settled any more"


def way_news(
    before: Chosen | None,
    after: Chosen | None,
    *,
    code: str,
    names: Mapping[str, str],
    moved: Mapping[str, str],
) -> Iterator[str]:
    """Give what is new in somebody's way to a session: who drives whom, by what they come, when.

    And where whoever is picked up is fetched now. Nothing where they did not come before or do not
    come now: they hear of that. The hours only where the session is when and where it was: of
    another they hear anyway.

    Parameters
    ----------
    moved
        The places to which people moved since, by code.
    """
    yield from lifts_changed(before, after, code=code, names=names)
    was, now = way_of(before, code), way_of(after, code)
    if before is None or after is None or was is None or now is None:
        return
    yield from _by_what(was, now)
    yield from fetching_news(was, now, code=code, moved=moved, names=names)
    if (before.start, before.end, before.venue) == (after.start, after.end, after.venue):
        zone = after.start.tzinfo
        yield from _hour("set out by", (set_out(was, before), set_out(now, after)), zone)
        yield from _hour("are home at about", (at_home(was, before), at_home(now, after)), zone)


def _by_what(was: WayTaken, now: WayTaken) -> Iterator[str]:
    """Say by what somebody comes where it is not as before; who drives them is said already."""
    if now.driver or (now.by == was.by and not was.driver):
        return
    if now.by not in BY:
        yield UNSETTLED
    elif was.driver or was.by not in BY:
        yield f"they come {BY[now.by]} now"
    else:
        yield f"they come {BY[now.by]} now instead of {BY[was.by]}"


def _hour(
    what: str, hours: tuple[datetime | None, datetime | None], zone: tzinfo | None
) -> Iterator[str]:
    was, now = (hour and f"{hour.astimezone(zone):%H:%M}" for hour in hours)
    if now and hours[0] != hours[1]:
        yield f"they {what} {now}{f' instead of {was}' if was else ''}"
