"""A file or folder as it was read, with where each part of it stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from scheduler.errors import Fault
from scheduler.files.findings import Finding, Path


@dataclass(frozen=True)
class Spot:
    """Where something stands: a file, a line, and whether that line is a row of a table."""

    file: str
    line: int | None = None
    is_row: bool = False


@dataclass(frozen=True)
class Document:
    """Everything read, before any of it is understood."""

    tree: Any
    """Tables, lists, text, numbers, true and false, as JSON has them."""
    spots: Callable[[], Mapping[Path, Spot]]
    """Works out where parts stand; asked only when there is something to say."""
    faults: tuple[Fault, ...] = ()
    """What went wrong in reading."""
    damaged: frozenset[Path] = field(default_factory=frozenset)
    """Places whose faults are already among `faults`."""
    is_whole: bool = True
    """Whether every file could be read; if not, nothing can be called unknown."""

    def faults_of(self, findings: tuple[Finding, ...]) -> tuple[Fault, ...]:
        """Return findings with their files, lines and fields."""
        spots = self.spots() if findings else {}
        return tuple(self._fault(finding, spots) for finding in findings)

    def _fault(self, finding: Finding, spots: Mapping[Path, Spot]) -> Fault:
        path = finding.path
        begun = next(path[:n] for n in range(len(path), -1, -1) if path[:n] in spots)
        spot = spots[begun]
        named = column_name(path[len(begun) :]) if spot.is_row else field_name(path, self.tree)
        return Fault(spot.file, spot.line, named, finding.value, finding.remedy)


def column_name(path: Path) -> str:
    """Return the column that a place in a row stands in, such as `times.work`."""
    names: list[str] = []
    for part in path:
        if isinstance(part, int):
            break
        names.append(part)
    return ".".join(names).removesuffix(".answer")


def field_name(path: Path, tree: Any) -> str:  # noqa: ANN401 - any part of a document
    """Return a place as people read it: `people[ishbel].home`, by number from 1 without codes."""
    name, here = "", tree
    for part in path:
        here = _inside(here, part)
        name += f"[{_label(here, part)}]" if isinstance(part, int) else f".{part}"
    return name.removeprefix(".")


def _inside(here: Any, part: str | int) -> Any:  # noqa: ANN401 - any part of a document
    try:
        return here[part]
    except (KeyError, IndexError, TypeError):
        return None


def _label(item: Any, position: int) -> str:  # noqa: ANN401 - any part of a document
    code = item.get("code") if isinstance(item, dict) else None
    return code if isinstance(code, str) and code else str(position + 1)
