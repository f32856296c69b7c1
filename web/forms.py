"""Forms without scripts: what is asked, what was typed, and what is wrong with it, by field."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from werkzeug.datastructures import MultiDict

from scheduler.programme import Programme
from web.wording import say

Options = tuple[tuple[str, str], ...]
"""What can be chosen: what is sent, and what people read."""
Told = Mapping[str, Any]
"""What was typed, understood, by field."""

LONGEST: Final = 200
"""Most characters in a line."""
MOST_LINES: Final = 30
DAY_PARTS: Final = ("day", "month", "year")
NOTHING: Final = (None, "", ())
"""What is understood of a field left empty; a number may be 0."""
DIGITS: Final = re.compile(r"\d{1,9}", re.ASCII)

POUNDS: Final = re.compile(r"£?\s*(\d{1,7}|\d{1,3}(?:,\d{3}){1,2})(?:\.(\d\d?))?", re.ASCII)
"""An amount of money as people write it."""


def nothing_to_choose(programme: Programme) -> Options:
    """Return no options, for what is typed rather than chosen."""
    del programme
    return ()


@dataclass(frozen=True)
class Ask:
    """One field of a form."""

    name: str
    kind: Literal["choice", "one", "ticks", "day", "text", "number", "lines", "pounds"]
    options: Callable[[Programme], Options] = nothing_to_choose
    is_needed: bool = True


class NotTypedError(ValueError):
    """What was typed cannot be used; says what to do."""


def understood(ask: Ask, typed: MultiDict[str, str], programme: Programme) -> Any:  # noqa: ANN401 - by its kind
    """Return what was typed into a field; None or nothing where it was left empty and may be.

    Raises
    ------
    NotTypedError
        If it cannot be used.
    """
    value = _READ[ask.kind](ask, typed, programme)
    if ask.is_needed and value in NOTHING:
        raise NotTypedError(say(f"forms.no_{ask.kind}"))
    return value


def as_typed(ask: Ask, typed: MultiDict[str, str]) -> Any:  # noqa: ANN401 - by its kind
    """Return what stands in a field, to be shown in it again."""
    if ask.kind == "ticks":
        return typed.getlist(ask.name)
    if ask.kind == "day":
        return {part: typed.get(f"{ask.name}-{part}", "") for part in DAY_PARTS}
    return typed.get(ask.name, "")


def _chosen(ask: Ask, typed: MultiDict[str, str], programme: Programme) -> str:
    value = typed.get(ask.name, "")
    return _known(ask, value, programme) if value else ""


def _ticked(ask: Ask, typed: MultiDict[str, str], programme: Programme) -> tuple[str, ...]:
    every = dict.fromkeys(typed.getlist(ask.name))
    return tuple(_known(ask, value, programme) for value in every)


def _known(ask: Ask, value: str, programme: Programme) -> str:
    if value not in dict(ask.options(programme)):
        raise NotTypedError(say("forms.no_choice"))
    return value


def _day(ask: Ask, typed: MultiDict[str, str], programme: Programme) -> date | None:
    del programme
    parts = [typed.get(f"{ask.name}-{part}", "").strip() for part in DAY_PARTS]
    if not any(parts):
        return None
    try:
        return date(*(int(part) for part in reversed(parts)))
    except (ValueError, OverflowError):
        raise NotTypedError(say("forms.no_day")) from None


def _text(ask: Ask, typed: MultiDict[str, str], programme: Programme) -> str:
    del programme
    value = " ".join(typed.get(ask.name, "").split())
    if len(value) > LONGEST:
        raise NotTypedError(say("forms.too_long", most=LONGEST))
    return value


def _number(ask: Ask, typed: MultiDict[str, str], programme: Programme) -> int | None:
    text = _text(ask, typed, programme)
    if text and not DIGITS.fullmatch(text):
        raise NotTypedError(say("forms.no_number"))
    return int(text) if text else None


def pence(text: str) -> int:
    """Return pounds that were typed as whole pence.

    Raises
    ------
    NotTypedError
        If it is no amount of money; says what to write.
    """
    found = POUNDS.fullmatch(text)
    if not found:
        raise NotTypedError(say("begin.no_pounds"))
    return int(found[1].replace(",", "")) * 100 + int((found[2] or "").ljust(2, "0"))


def _pounds(ask: Ask, typed: MultiDict[str, str], programme: Programme) -> int | None:
    text = _text(ask, typed, programme)
    return pence(text) if text else None


def _lines(ask: Ask, typed: MultiDict[str, str], programme: Programme) -> tuple[str, ...]:
    del programme
    every = tuple(filter(None, map(str.strip, typed.get(ask.name, "").splitlines())))
    if len(every) > MOST_LINES or any(len(line) > LONGEST for line in every):
        raise NotTypedError(say("forms.too_many", most=MOST_LINES, longest=LONGEST))
    return every


_READ: Final[Mapping[str, Callable[[Ask, MultiDict[str, str], Programme], Any]]] = {
    "choice": _chosen,
    "one": _chosen,
    "ticks": _ticked,
    "day": _day,
    "text": _text,
    "number": _number,
    "lines": _lines,
    "pounds": _pounds,
}
