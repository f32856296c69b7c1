"""Files out: each is written beside its place and moved there whole, never left half done."""

import json
import os
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from scheduler.words import Word

USUAL: Final = 0o666
"""Who may read and change a file, where the system does not narrow it."""
PRIVATE: Final = 0o600
_AS_THEY_ARE: Final = frozenset({str, int, bool, type(None), date, datetime})
"""Kinds of values that are written as they are."""
_SPELL: Final = re.compile(r'\{"start":"[^"]*","end":"[^"]*"')
"""A spell as `model_dump_json` writes it: no other word of a programme has moments."""
_IN_UTC: Final = 'Z"'
"""How a moment in UTC ends there; in what is written here it ends in +00:00."""
AT_ONCE: Final = 64
"""How many words are written in one go: the whole of a large programme is many megabytes."""


def json_text(word: Word, *, brief: bool) -> str:
    """Return words as JSON: the same bytes for the same words, fields in the order of their kind.

    Parameters
    ----------
    brief
        Leave out what is as if nothing had been said.
    """
    tree = word.model_dump(mode="python", exclude_defaults=brief)
    return json.dumps(tree, indent=1, ensure_ascii=False, default=_as_json) + "\n"


def canonical_pieces(word: Word) -> Iterator[str]:
    """Give words as JSON with nothing left out and names in alphabetical order, piece by piece.

    A whole number is written the same however it came in, so that equal words are equal texts.
    Of a large programme the whole text is many megabytes.
    """
    opens = "{"
    for name in sorted(type(word).model_fields):
        yield f"{opens}{json.dumps(name)}: "
        value, opens = getattr(word, name), ", "
        if isinstance(value, tuple) and value and isinstance(value[0], Word):
            opened = "["
            for first in range(0, len(value), AT_ONCE):
                yield opened + _in_order(value[first : first + AT_ONCE])
                opened = ", "
            yield "]"
        else:
            yield _canonical(word.model_dump(mode="python", include={name})[name])
    yield "}"


def _in_order(words: tuple[Word, ...]) -> str:
    """Return some words one after another, by what reads and writes JSON fastest."""
    text = ",".join([each.model_dump_json() for each in words])
    told = _SPELL.sub(_with_offset, text) if _IN_UTC in text else text
    return _CANONICAL.encode(_READS.decode(f"[{told}]"))[1:-1]


def _with_offset(spell: re.Match[str]) -> str:
    return spell[0].replace(_IN_UTC, '+00:00"')


def _number(written: str) -> float:
    """Return a number, a whole one as such."""
    number = float(written)
    return int(number) if number.is_integer() else number


def _canonical(tree: object) -> str:
    return _CANONICAL.encode(_whole(tree))


def _whole(value: object) -> object:
    """Return the same with 50.0 as 50: one came from a default, the other through a file."""
    if isinstance(value, dict):
        return {
            key: each if type(each) in _AS_THEY_ARE else _whole(each) for key, each in value.items()
        }
    if isinstance(value, list | tuple):
        return [each if type(each) in _AS_THEY_ARE else _whole(each) for each in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def save(files: Mapping[Path, str], *, is_private: bool = False) -> None:
    """Write some files: all of them beside their places first, then each into its place.

    Parameters
    ----------
    is_private
        Let nobody but their owner read them.
    """
    drafts = {place: place.with_name(f".{place.name}.{uuid4().hex[:8]}") for place in files}
    try:
        for place, draft in drafts.items():
            _write(draft, files[place], PRIVATE if is_private else USUAL)
        for place, draft in drafts.items():
            draft.replace(place)
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)


def _write(place: Path, text: str, mode: int) -> None:
    descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as written:
        written.write(text)
        written.flush()
        os.fsync(written.fileno())


def _as_json(value: Any) -> Any:  # noqa: ANN401 - what JSON has no word for
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, set | frozenset):
        return sorted(value)
    msg = f"{value!r} cannot be saved: JSON has no {type(value).__name__}"
    raise TypeError(msg)


_CANONICAL: Final = json.JSONEncoder(sort_keys=True, ensure_ascii=False, default=_as_json)
_READS: Final = json.JSONDecoder(parse_float=_number)
