"""Says at the end of what the command line prints what a word of ours in it means."""

from textwrap import wrap
from typing import Final

from web.wording import say

WIDTH: Final = 79
OURS: Final = ("put to it",)
"""Words that nobody knows who has not read the glossary."""


def with_meanings(text: str) -> str:
    """Return a text with what each word of ours in it means, below it."""
    said = text.casefold()
    told = (say(f"meanings.{word.replace(' ', '_')}") for word in OURS if word in said)
    return "\n\n".join((text, *("\n".join(wrap(meaning, WIDTH)) for meaning in told)))
