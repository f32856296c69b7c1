"""How a person gets to a session and home again, in plain words for their own calendar."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from scheduler.plan import Chosen, WayTaken

MEANS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "car": "by car",
        "lift": "with the lift you agreed",
        "taxi": "by taxi",
        "bus": "by bus",
        "ferry": "by ferry",
        "train": "by train",
        "walk": "on foot",
        "community transport": "by community transport",
        "accompanied": "together with whoever goes along with you",
    }
)
"""What is said of each way of travelling."""
PICKED_UP: Final = frozenset({"taxi", "lift", "community transport", "accompanied"})
"""Ways of travelling for which somebody comes to the door."""

REMOTE: Final[Mapping[str, str]] = MappingProxyType(
    {"on-line": "You take part on-line.", "by phone": "You take part by phone."}
)
"""What is said where nobody travels."""

UNSETTLED: Final = (
    "Getting there and home is not settled yet. Please ring, and we will work it out with you."
)


def set_out(way: WayTaken, chosen: Chosen) -> datetime | None:
    """Return when somebody sets out; None where nobody knows, or they do not travel."""
    if way.by not in MEANS:
        return None
    return way.leaves or _moved(chosen.start, way.out_minutes, sign=-1)


def at_home(way: WayTaken, chosen: Chosen) -> datetime | None:
    """Return when somebody is home again; None where nobody knows, or they do not travel."""
    if way.by not in MEANS:
        return None
    return way.home or _moved(chosen.end, way.back_minutes, sign=1)


def journey_lines(way: WayTaken, chosen: Chosen) -> tuple[str, ...]:
    """Return what one person should know of their way to a session and home, a line each."""
    if way.by in REMOTE:
        return (REMOTE[way.by],)
    if way.by not in MEANS:
        return (UNSETTLED,)
    leaves, home = set_out(way, chosen), at_home(way, chosen)
    by = MEANS["lift" if way.driver else way.by]
    there = f"Getting there: {by}{_lasting(way.out_minutes, way)}."
    back = f"Getting home: {MEANS[way.by]}{_lasting(way.back_minutes, way)}."
    return (
        f"{there} Set out by {_clock(leaves, chosen)}." if leaves else there,
        f"{back} You are home at about {_clock(home, chosen)}." if home else back,
    )


def _lasting(minutes: int | None, way: WayTaken) -> str:
    if minutes is None:
        return ""
    unit = "minute" if minutes == 1 else "minutes"
    guess = ", a guess nobody has checked" if way.estimated else ""
    return f", about {minutes} {unit}{guess}"


def _moved(moment: datetime, minutes: int | None, *, sign: int) -> datetime | None:
    # Counted in real time: on a clock face an hour comes twice in October.
    if minutes is None:
        return None
    moved = moment.timestamp() + sign * timedelta(minutes=minutes).total_seconds()
    return datetime.fromtimestamp(moved, tz=moment.tzinfo)


def _clock(moment: datetime, chosen: Chosen) -> str:
    return f"{moment.astimezone(chosen.start.tzinfo):%H:%M}"
