"""JSON documents in, each field with the line it stands on."""

import json
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path as FilePath
from types import MappingProxyType
from typing import Any

from scheduler.errors import Fault
from scheduler.files.document import Document, Spot
from scheduler.files.findings import Path
from scheduler.files.plain_text import read_text

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')
INNER: Mapping[str, list[Any]] = MappingProxyType({"{": [None], "[": [0]})
MOST_DIGITS = 30
"""Longest whole number read as one; a longer one stays text and is refused as no number."""


def read_json(path: FilePath) -> Document:
    """Return a JSON document with where its fields stand, or what is wrong with the file."""
    text = read_text(path)
    if isinstance(text, Fault):
        return Document(None, dict, (text,), is_whole=False)
    repeated: list[str] = []
    try:
        tree = json.loads(
            text, object_pairs_hook=partial(_object, repeated), parse_int=_whole_number
        )
    except json.JSONDecodeError as refused:
        remedy = f"cannot be read as JSON from here on ({refused.msg}); it may be cut short"
        return Document(
            None, dict, (Fault(path.name, refused.lineno, "", "", remedy),), is_whole=False
        )
    except RecursionError:
        fault = Fault(path.name, None, "", "", "is nested too deeply; write it flatter")
        return Document(None, dict, (fault,), is_whole=False)
    return Document(tree, partial(spots_of, text, path.name), _twice(repeated, path.name))


def spots_of(text: str, file: str) -> Mapping[Path, Spot]:
    """Return the line of every field and list item of a JSON text."""
    ends = [found.start() for found in re.finditer("\n", text)]
    places = _places(text)
    return {path: Spot(file, bisect_left(ends, begin) + 1) for path, begin in places} | {
        (): Spot(file)
    }


def _places(text: str) -> Iterator[tuple[Path, int]]:
    """Give where each field's name and each list item begins, reading token by token.

    `within` is the way into the part being read: a position in a list, a name in an object, and
    None where an object's next name is awaited.
    """
    within: list[Any] = []
    for found in TOKEN.finditer(text):
        mark = found[0]
        if mark in "}]":
            within.pop()
        elif mark == ",":
            within[-1] = within[-1] + 1 if isinstance(within[-1], int) else None
        elif within and within[-1] is None:
            within[-1] = json.loads(mark)
            yield tuple(within), found.start()
        elif mark != ":":
            if within and isinstance(within[-1], int):
                yield tuple(within), found.start()
            within += INNER.get(mark, [])


def _object(repeated: list[str], pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    repeated.extend(name for name, times in Counter(name for name, _ in pairs).items() if times > 1)
    return dict(pairs)


def _twice(names: list[str], file: str) -> tuple[Fault, ...]:
    remedy = "stands twice in the same place; keep one of them"
    return tuple(Fault(file, None, name, "", remedy) for name in names)


def _whole_number(digits: str) -> int | str:
    return int(digits) if len(digits) <= MOST_DIGITS else digits
