"""What is wrong with what was given: each fault with its place, its value and what to do."""

from dataclasses import dataclass

MOST_SHOWN = 80
"""Longest value shown in full, in characters."""


@dataclass(frozen=True)
class Fault:
    """One thing wrong in a file: where it stands, what stands there, and what to do."""

    file: str
    """Name of the file."""
    line: int | None
    """Line in the file, from 1; None where no line can be named."""
    field: str
    """Column or field; empty where the whole file is meant."""
    value: str
    """What stands there; empty where nothing does."""
    remedy: str
    """What is wrong with it and what to do, such as "is no number; write one"."""

    @property
    def says(self) -> str:
        """The fault in a sentence of one line."""
        place = f"{self.file} line {self.line}" if self.line else self.file
        value = f'"{_short(self.value)}"' if self.value else ""
        named = f"{place}: {self.field}" if self.field else place
        sentence = " ".join(filter(None, (named, value, self.remedy)))
        said = "".join(map(_printable, sentence))
        return said if said.endswith((".", "?")) else f"{said}."


class ProgrammeError(Exception):
    """What was given is refused; carries every fault found, not only the first."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        # One day of a cell may be the first and the last of a stretch, and is said once.
        self.faults = tuple(dict.fromkeys(faults))
        super().__init__("\n".join(fault.says for fault in self.faults))


def _short(value: str) -> str:
    return value if len(value) <= MOST_SHOWN else f"{value[:MOST_SHOWN]}..."


def _printable(character: str) -> str:
    """Show what would break the line, or could not be printed, by its number."""
    return character if character.isprintable() else f"\\u{ord(character):04x}"
