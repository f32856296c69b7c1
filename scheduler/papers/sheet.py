"""One sheet of paper, or what is said or sent in its place: headings with lines under each."""

from dataclasses import dataclass
from typing import Literal

SheetKind = Literal["card", "large", "letter", "text", "call", "poster", "radio"]
"""Card for the fridge, page in large type, letter, text message, what to say on the phone,
poster, what to say on the radio."""


@dataclass(frozen=True)
class Block:
    """A heading, which may be empty, and lines under it."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """What goes out in one way to one reader."""

    kind: SheetKind
    title: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()
    """What only the organiser should read: by when to post it, when it is safe to ring."""

    def text(self) -> str:
        """Return it as plain text, the organiser's notes left out."""
        parts = ["\n".join(filter(None, (each.heading, *each.lines))) for each in self.blocks]
        return "\n\n".join([*filter(None, (self.title, *parts))]) + "\n"
