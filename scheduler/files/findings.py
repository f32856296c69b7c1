"""What a check found: where in the programme, what stands there, and what to do."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from scheduler.errors import MOST_SHOWN
from scheduler.other_words import our_word

Path = tuple[str | int, ...]
"""Where something stands in a programme: names of fields, and positions in lists from 0."""

FEW = 12
"""How many known words a remedy lists; with more it only offers the nearest."""


@dataclass(frozen=True)
class Finding:
    """One thing wrong at a place of the programme, whichever file and line that is."""

    path: Path
    value: str
    """What stands there, as people read it."""
    remedy: str
    """What is wrong with it and what to do."""


def shown(value: Any) -> str:  # noqa: ANN401 - whatever was typed
    """Return a value as people read it: text as it is, anything else as JSON, shortened."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return "" if value is None else text[: MOST_SHOWN + 1]


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return what to write for an unknown word: the nearest known one, else those there are."""
    words = {known_word.casefold(): known_word for known_word in known if known_word}
    ours = our_word(word)
    if ours in words:
        return f'did you mean "{words[ours]}"?'
    nearest = get_close_matches(word.casefold()[:MOST_SHOWN], words, n=1)
    if nearest:
        return f'did you mean "{words[nearest[0]]}"?'
    listed = ", ".join(sorted(words.values()))
    return f"there are: {listed}" if 0 < len(words) <= FEW else "add it or correct it"
