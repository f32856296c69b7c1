"""What a file says of when somebody is free, in lines and as a cell of a table."""

from collections.abc import Iterable, Iterator
from typing import Final

from scheduler.calendars.availability import Kind, Stretch
from scheduler.calendars.wall_time import LONDON

KEEPS_AWAY: Final[tuple[Kind, ...]] = ("busy-unavailable", "busy")
"""What a person cannot come at. A tentative time is a question, and neither yes nor no."""


def availability_lines(stretches: Iterable[Stretch]) -> Iterator[str]:
    """Give a line for each stretch, then what belongs under `times.busy` in people.csv."""
    told = tuple(stretches)
    yield from (f"{_spell(each)} {each.kind}" for each in told)
    unsure = sum(each.kind == "busy-tentative" for each in told)
    if unsure:
        yield f"Ask about the {unsure} that are tentative: they are neither busy nor free."
    busy = "; ".join(_spell(each) for each in told if each.kind in KEEPS_AWAY)
    yield f"times.busy: {busy}"


def _spell(each: Stretch) -> str:
    begin, end = (when.astimezone(LONDON) for when in (each.start, each.end))
    return "/".join(when.isoformat(" ", "minutes") for when in (begin, end))
