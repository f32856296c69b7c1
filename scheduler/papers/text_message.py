"""A text message in parts that each fit one: 160 characters, or 70 where one needs more room."""

from typing import Final

# The 128 characters of the default alphabet (3GPP TS 23.038, 6.2.1), escape and the Greek
# capitals included; those of its extension take the room of two.
_DEFAULT: Final = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENSION: Final = frozenset("^{}\\[~]|€\f")
MOST: Final = 160
MOST_WIDE: Final = 70
"""Where one character is not in that alphabet, each takes sixteen bits of the same 1,120."""


def room_taken(text: str) -> tuple[int, int]:
    """Return how much room a text takes, and how much there is in one message."""
    if all(c in _DEFAULT or c in _EXTENSION for c in text):
        return len(text) + sum(c in _EXTENSION for c in text), MOST
    return len(text.encode("utf-16-le")) // 2, MOST_WIDE


def fits(text: str) -> bool:
    """Say whether a text fits one message."""
    taken, most = room_taken(text)
    return taken <= most


def parted(text: str) -> tuple[str, ...]:
    """Return a text in parts that each fit one message, cut between words where it can be."""
    parts: list[str] = []
    now = ""
    for word in text.split():
        longer = f"{now} {word}" if now else word
        if fits(longer):
            now = longer
            continue
        parts += [now] if now else []
        *whole, now = _cut(word)
        parts += whole
    return tuple([*parts, now] if now else parts)


def _cut(word: str) -> list[str]:
    """Return a word in pieces that each fit; one piece where the word does."""
    pieces, now = [], ""
    for sign in word:
        if not fits(now + sign):
            pieces.append(now)
            now = ""
        now += sign
    return [*pieces, now]
