"""What no field holds: endless nesting, characters nobody can see, absurd numbers."""

import re
from collections.abc import Iterator
from math import isfinite
from typing import Any

from scheduler.files.findings import Finding, Path, shown

DEEPEST = 20
"""Most levels of lists and tables within one another; a programme has nine."""
LARGEST = 10**12
"""Largest number, far above any minutes or pence."""
RIGHTS = frozenset({"assistance", "interpreter", "no_go"})
"""Fields in which blanks, taken for nothing, would leave somebody without what is their right."""
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""Control characters but tab and line ends, and halves of characters."""


def unsound(tree: Any) -> Iterator[Finding]:  # noqa: ANN401 - any document
    """Find what no field could take."""
    waiting: list[tuple[Path, Any]] = [((), tree)]
    while waiting:
        path, value = waiting.pop()
        remedy = _remedy(path, value)
        if remedy:
            yield Finding(path, "" if isinstance(value, dict | list) else shown(value), remedy)
        else:
            waiting.extend(((*path, part), inner) for part, inner in _parts(value))


def _parts(value: Any) -> list[tuple[str | int, Any]]:  # noqa: ANN401
    if isinstance(value, dict):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, list) else []


def _remedy(path: Path, value: Any) -> str:  # noqa: ANN401
    if len(path) > DEEPEST:
        return "is nested too deeply; write it flatter"
    words = [word for word in (*path[-1:], value) if isinstance(word, str)]
    if any(map(UNSEEN.search, words)):
        return "holds a character that cannot be seen or saved; type it again"
    if isinstance(value, str) and value and not value.strip() and RIGHTS.intersection(path):
        return "is only blanks; write what is meant, or leave it out"
    if isinstance(value, int | float) and not (isfinite(value) and abs(value) <= LARGEST):
        return f"is no number of this world; write one below {LARGEST}"
    return ""
