"""Says what speaks against a date and a room, as the command line prints it."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from textwrap import wrap
from typing import Final

from constraints import registry
from scheduler.answers import WhyNot, alike
from scheduler.programme import Programme
from scheduler.sentences import listed
from scheduler.why_not import why_not
from web.meanings import with_meanings
from web.plan_folder import plan_at, programme_at, refuse_another
from web.terminal import RefusedError

WIDTH: Final = 79


def answer_text(
    place: Path, plan: Path, *, project: str, start: datetime, venue: str | None
) -> str:
    """Return why a session of a project is not held then and there.

    Raises
    ------
    RefusedError
        If it cannot be asked: of another programme's plan, or of what the programme has not.
    """
    programme, planned = programme_at(place), plan_at(plan)
    refuse_another(programme, planned, place=place)
    try:
        answer = why_not(programme, planned, registry(), project=project, start=start, venue=venue)
    except ValueError as refused:
        raise RefusedError(str(refused)) from refused
    return with_meanings("\n".join(_lines(programme, answer)))


def _lines(programme: Programme, answer: WhyNot) -> Iterator[str]:
    labels = {venue.code: venue.label for venue in programme.venues}
    yield from filter(None, (answer.instead, answer.says))
    if answer.venues and answer.reasons:
        yield "  At every venue:"
    room = "    " if answer.venues else "  "
    yield from (f"{room}{reason}" for reason in answer.reasons)
    for group in alike(answer):
        names = listed([labels.get(code, code) for code in group.venues])
        yield from wrap(f"{names}:", WIDTH, initial_indent="  ", subsequent_indent="    ")
        yield from (f"    {says}" for says in (group.says, *group.reasons))
