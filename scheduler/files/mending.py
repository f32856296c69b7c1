"""Reading on past a fault: what is wrong is left out, so that everything else is still checked."""

from dataclasses import dataclass, field
from itertools import count, islice
from typing import Any, Final

from scheduler.files.findings import Path

STAND_INS: Final[dict[str, Any]] = {
    "name": "not given",
    "first_day": "2027-01-01",
    "last_day": "2027-12-31",
    "projects": [{"code": "not-given", "sessions": [{}]}],
    "sessions": [{}],
    "venue": "not-given",
    "out_minutes": 1,
    "from_place": "not given",
    "to_place": "not given",
    "out": [["08:00", "09:00"]],
    "back": [["16:00", "17:00"]],
    "day": "2027-01-01",
    "role": "not given",
    "language": "not given",
    "phone": "not given",
    "constraint": "not-given",
    "about": "not-given",
    "by": "not given",
    "on": "2027-01-01",
}
"""What stands for a field that must be there and is not. Nothing is ever said about a stand-in."""

CODED: Final = frozenset({"people", "venues", "places", "places_to_fill", "go_betweens"})
"""Lists whose items are mentioned by code."""


@dataclass
class Mending:
    """A document from which faulty places are left out, one by one, under their own paths."""

    tree: Any
    removed: set[Path] = field(default_factory=set)
    stand_ins: dict[Path, dict[str, Any]] = field(default_factory=dict)
    """Stand-ins by the place they stand in, then by field."""

    @property
    def left(self) -> Any:  # noqa: ANN401 - any document
        """What is left of the document."""
        return self._left(self.tree, ())

    @property
    def gaps(self) -> int:
        """How many places were left out or filled with stand-ins."""
        return len(self.removed) + sum(map(len, self.stand_ins.values()))

    @property
    def without_codes(self) -> frozenset[str]:
        """Lists of which something lost its code, so that nothing can be called unknown there."""
        return frozenset().union(*map(_lists_without_a_code, self.removed))

    def leave_out(self, path: Path) -> bool:
        """Leave a place out; if it must be there, put a stand-in or leave out what it is part of.

        Returns
        -------
        Whether anything of the document is left.
        """
        if not path:
            return False
        if any(self._is_gone(path[:n]) for n in range(1, len(path))):
            return True
        if path not in self.removed:
            self.removed.add(path)
            return True
        gaps, name = self.stand_ins.setdefault(path[:-1], {}), str(path[-1])
        if name not in gaps and name in {"code", *STAND_INS}:
            # Every stand-in code is another, so that none stands twice.
            gaps[name] = STAND_INS.get(name, f"not-given-{len(self.stand_ins)}")
            return True
        return self.leave_out(path[:-1])

    def original(self, path: Path) -> Path:
        """Return where a place of what is left stands in the document itself."""
        found: Path = ()
        for part in path:
            found = (*found, self.position(found, part) if isinstance(part, int) else part)
        return found

    def is_about_a_gap(self, path: Path) -> bool:
        """Say whether a place, in the document's own paths, lies in what was left out."""
        return any(path[:n] in self.removed for n in range(len(path) + 1))

    def position(self, within: Path, position: int) -> int:
        """Return which item of a list, in the document itself, is the given one of what is left."""
        if not self.removed:
            return position
        kept = (n for n in count() if (*within, n) not in self.removed)
        return next(islice(kept, position, None))

    def _is_gone(self, path: Path) -> bool:
        return path in self.removed and path[-1] not in self.stand_ins.get(path[:-1], {})

    def _left(self, value: Any, path: Path) -> Any:  # noqa: ANN401
        if isinstance(value, list):
            inner = enumerate(value)
            return [self._left(v, (*path, n)) for n, v in inner if (*path, n) not in self.removed]
        if not isinstance(value, dict):
            return value
        kept = {
            k: self._left(v, (*path, k)) for k, v in value.items() if (*path, k) not in self.removed
        }
        return kept | self.stand_ins.get(path, {})


def _lists_without_a_code(gap: Path) -> frozenset[str]:
    """Return the list that something coded is lost from: a gap is a code, an item or all of it."""
    is_code = gap[-1] == "code"
    is_item_or_list = isinstance(gap[-1], int) or gap[-1] in CODED
    return CODED.intersection(gap[-3:]) if is_code or is_item_or_list else frozenset()
