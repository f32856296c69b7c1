"""Names compared as people mean them: "The Glen Council" and "GLEN COUNCIL" are one."""

import re
from functools import lru_cache
from typing import Final

_APOSTROPHES = re.compile("['\u2018\u2019]")
_NOT_LETTERS = re.compile(r"[\W_]+")
NOTHING_SAID: Final = frozenset({"", "?", "unknown", "not known", "n/a", "tbc", "fixme"})
"""What people type where they do not know."""


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """Return a name without capitals, punctuation and the word "the", to compare it."""
    words = _NOT_LETTERS.sub(" ", _APOSTROPHES.sub("", name.casefold())).split()
    return " ".join(word for word in words if word != "the")


def is_same_name(one: str, other: str) -> bool:
    """Say whether two names mean the same; a name not given is the same as none."""
    return plain_name(one) == plain_name(other) != ""


def is_said(text: str) -> bool:
    """Say whether a text says anything: "unknown" stands for a blank."""
    return text.strip().casefold() not in NOTHING_SAID
