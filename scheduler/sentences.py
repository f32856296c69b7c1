"""Small pieces of plain English."""

import re
from collections.abc import Sequence

_AN = re.compile(
    r"(?-i:[AEFHILMNORSX](?=[A-Z]))|hour|honest|honour|heir"
    r"|(?!(?-i:[A-Z]{2})|one\b|once|uni(?!n|m)|us[aeiu]|eu|ut[eio]|ubi)[aeiou]",
    re.IGNORECASE,
)
"""How words begin before which "an" is said: by sound, not by letter."""


def with_article(thing: str) -> str:
    """Return a thing as one of its kind: "a village hall", "an office", "a university"."""
    return f"{'an' if _AN.match(thing) else 'a'} {thing}"


def listed(words: Sequence[str]) -> str:
    """Return some words as a list people would say: "a", "a and b", "a, b and c"."""
    if len(words) < 2:  # noqa: PLR2004
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def counted(number: int, thing: str, things: str = "") -> str:
    """Return a number of things in words: "1 session", "6 sessions"."""
    return f"{number} {thing if number == 1 else things or thing + 's'}"


def one_of(things: str) -> str:
    """Return the word for one of some things: "day" of "days", "person" of "people"."""
    return "person" if things == "people" else things.removesuffix("s")


def pounds(pence: int) -> str:
    """Return an amount of money: "£1,173.72"."""
    return f"£{pence // 100:,}.{pence % 100:02}"
