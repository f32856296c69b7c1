"""From what was typed to the words of a programme: nothing said stays nothing said."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from scheduler.files.findings import Path
from scheduler.files.forms import DAY, FORMS
from scheduler.people import Season
from scheduler.places.opening import read_opening
from scheduler.spelling import folded
from scheduler.typed_days import readings
from scheduler.words import Days
from web.begin.known_words import known, like
from web.forms import NotTypedError
from web.wording import say

Parts = Mapping[Path, Any]
"""Parts of a programme by where they stand."""
Makes = Callable[[Any], Parts]
"""Turns what was typed into a field, understood, into parts of a programme."""

FROM_TO: Final = re.compile(rf"({DAY})\s*(?:to|until|till|-|\u2013)\s*({DAY})", re.IGNORECASE)
"""Two days as people write a stretch."""
YES: Final = "yes"
DEGREES: Final = re.compile(
    r"\s*(-?\d{1,3}(?:\.\d{1,10})?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d{1,10})?)\s*"
)
"""Two numbers, as maps show a position."""
WEEKDAY: Final = re.compile(
    r"\b(mo|tu|we|th|fr|sa|su)(?:n|nday|e|es|esday|d|dnesday|u|ur|urs|ursday|i|iday|t|turday)?\b",
    re.IGNORECASE,
)
"""A day of the week, in full or shortened."""
TO: Final = re.compile(r"\s*(?:\bto\b|\u2013)\s*", re.IGNORECASE)
FROM: Final = "from:"
"""Before the code of a place: everybody who lives there."""


def same(value: Any) -> Any:  # noqa: ANN401 - whatever was understood
    """Return it as JSON has it."""
    return list(value) if isinstance(value, tuple) else value


def at(*path: str, turn: Callable[[Any], Any] = same) -> Makes:
    """Return how what was typed is put at one place of a programme."""
    return lambda value: {path: turn(value)}


def nowhere(value: object) -> Parts:
    """Put nothing anywhere: what several fields say together is made of them together."""
    del value
    return {}


def day(value: Any) -> str:  # noqa: ANN401 - a day
    """Return a day as JSON has it."""
    return str(value.isoformat())


def days(lines: Iterable[str]) -> list[Any]:
    """Return whole days, a line each; what is not understood stays as it was typed.

    Days written as people in Britain do are understood where they can be meant in one way alone.
    """
    return [FORMS[Days].read(_as_we_write(line)) for line in lines]


def _as_we_write(line: str) -> str:
    told = _with_stroke(line)
    if FORMS[Days].is_read(told):
        return told
    meant = [each for each in map(_with_stroke, readings(line)) if FORMS[Days].is_read(each)]
    return meant[0] if len(meant) == 1 else line


def _with_stroke(line: str) -> str:
    """Return two days with a word or a dash between them as a stretch: else the last is a note."""
    return FROM_TO.sub(r"\1/\2", line)


def seasons(lines: Iterable[str]) -> list[Any]:
    """Return seasons, a line each, by the calendar's word where one was meant.

    After it may stand days of its own, written as all days are.

    Raises
    ------
    NotTypedError
        If a line is almost a season of the calendar, or part of the name of some.
    """
    return [_season(line) for line in lines]


def _season(line: str) -> Any:  # noqa: ANN401 - as JSON has it; the line where it is none
    short = FORMS[Season].read(line)
    if isinstance(short, dict) and short.keys() - {"activity"}:
        return {
            **short,
            "activity": known(short.get("activity", ""), "seasons") or short.get("activity"),
        }
    name, own = _with_own_days(line)
    word = known(name, "seasons")
    if own:
        return {"activity": word or folded(name).replace(" ", "_"), **own}
    return {"activity": word} if word else FORMS[Season].read(_unlike(line, "seasons"))


def _with_own_days(line: str) -> tuple[str, dict[str, str]]:
    """Return what a line names, and the days written after it, if any."""
    parts = line.split()
    for at in range(1, len(parts)):
        (told,) = days([" ".join(parts[at + (parts[at].casefold() == "from") :])])
        if isinstance(told, dict) and "note" not in told:
            return " ".join(parts[:at]), {"begins": told["first"], "ends": told["last"]}
    return line, {}


def observances(lines: Iterable[str]) -> list[str]:
    """Return what somebody keeps, a line each, by the calendar's word where one was meant.

    Raises
    ------
    NotTypedError
        If a line is almost a word of a calendar, or part of the name of some.
    """
    return [known(line, "keeps") or _unlike(line, "keeps").replace(" ", "_") for line in lines]


def _unlike(line: str, field: str) -> str:
    """Return a line that is like no name a calendar has; refuse any other, with those names."""
    names = like(line, field)
    if names:
        raise NotTypedError(say("begin.almost", typed=line, names=" / ".join(names)))
    return folded(line) if field == "keeps" else line


def only_yes(*path: str) -> Makes:
    """Return how a permission is put: only where it was given."""
    return lambda value: {path: True} if value == YES else {}


def position(text: str) -> Parts:
    """Return a position that was typed as maps show it: degrees north, then degrees east."""
    found = DEGREES.fullmatch(text)
    if not found:
        raise NotTypedError(say("begin.no_position"))
    return {("latitude",): float(found[1]), ("longitude",): float(found[2])}


def in_pounds(amount: int) -> str:
    """Return whole pence as pounds that can be typed."""
    return f"{amount // 100}.{amount % 100:02}"


def opening(text: str) -> str:
    """Return opening hours as maps write them; what is not understood stays as it was typed."""
    short = WEEKDAY.sub(lambda found: found[1].capitalize(), text)
    told = re.sub(r"\bdaily\b", "Mo-Su", TO.sub("-", short), flags=re.IGNORECASE)
    return told if _is_opening(told) and not _is_opening(text) else text


def _is_opening(text: str) -> bool:
    try:
        read_opening(text)
    except ValueError:
        return False
    return True


def traveller(value: str) -> Parts:
    """Return whose journey it is: one person's, or that of everybody from a place."""
    if value.startswith(FROM):
        return {("from_place",): value.removeprefix(FROM)}
    return {("person",): value}
