"""From a document to words of the programme, with everything that does not fit."""

import json
import re
from collections.abc import Iterator
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from scheduler.files.findings import Finding, Path, shown, suggestion
from scheduler.files.kinds import fields_beside
from scheduler.files.mending import Mending
from scheduler.files.remedies import DAY, MOMENT, WHOLE_NUMBER, YES_OR_NO, remedy_for
from scheduler.files.soundness import unsound
from scheduler.words import Word

W = TypeVar("W", bound=Word)

ONLY_DIGITS = re.compile(r"[-+.\d]+")


class Reading(Generic[W]):
    """A document being understood: the word it makes without faulty places, and the findings."""

    def __init__(self, model: type[W], tree: Any, damaged: frozenset[Path]) -> None:  # noqa: ANN401
        self.model = model
        self.mending = Mending(tree)
        self.findings: list[Finding] = []
        for path in damaged:
            self.mending.leave_out(path)
        self.word: W | None = None
        self._note(list(unsound(tree)))
        self._read()

    def at(self, findings: Iterator[Finding]) -> tuple[Finding, ...]:
        """Return findings about the word as ones about the document; what was left out has none."""
        placed = (
            Finding(self.mending.original(found.path), found.value, found.remedy)
            for found in findings
        )
        return tuple(found for found in placed if not self.mending.is_about_a_gap(found.path))

    def _read(self) -> None:
        """Validate, leave out what does not fit, and begin again until the rest does."""
        is_left = True
        while is_left and self.word is None:
            left = self.mending.left
            try:
                word = self.model.model_validate_json(json.dumps(left))
            except ValidationError as refused:
                is_left = self._note(list(self._misfits(refused)))
                continue
            read = word.model_dump(mode="json")
            loose = [
                Finding(self.mending.original(f.path), f.value, f.remedy)
                for f in _loose(left, read)
            ]
            is_left = self._note(loose)
            self.word = None if loose else word

    def _note(self, found: list[Finding]) -> bool:
        """Keep new findings, leave out where they are, and say whether anything is left."""
        known = {finding.path for finding in self.findings} | self.mending.removed
        once = {finding.path: finding for finding in reversed(found)}
        self.findings += [each for path, each in reversed(once.items()) if path not in known]
        before = self.mending.gaps
        left = [self.mending.leave_out(path) for path in once]
        # A fault whose place cannot be left out would be found for ever.
        return all(left) and self.mending.gaps > before

    def _misfits(self, refused: ValidationError) -> Iterator[Finding]:
        errors = refused.errors(include_url=False)
        spoilt = {error["loc"][:n] for error in errors for n in range(len(error["loc"]))}
        for error in errors:
            # Of a list with a fault in it, pydantic says that it is too short as well.
            if error["type"] == "too_short" and error["loc"] in spoilt:
                continue
            path = self._path(error["loc"], is_missing=error["type"] == "missing")
            value = "" if error["type"] == "missing" else shown(error["input"])
            if error["type"] == "extra_forbidden" or error["loc"][-1:] == ("[key]",):
                named = suggestion(str(path[-1]), fields_beside(self.model, path))
                yield Finding(path, value, f"is no field here; {named}")
            else:
                field, context = str(path[-1]) if path else "", error.get("ctx", {})
                remedy = remedy_for(error["type"], value, context=context, field=field)
                yield Finding(path, value, remedy)

    def _path(self, loc: Path, *, is_missing: bool) -> Path:
        """Return where an error stands in the document, without names of types among its parts."""
        path: Path = ()
        here = self.mending.tree
        for part in loc[:-1] if is_missing else loc:
            step = self.mending.position(path, part) if isinstance(part, int) else part
            if _has(here, step):
                path, here = (*path, step), here[step]
        return (*path, loc[-1]) if is_missing else path


def _has(here: Any, part: str | int) -> bool:  # noqa: ANN401 - any part of a document
    if isinstance(here, dict):
        return part in here
    return isinstance(here, list) and isinstance(part, int) and part < len(here)


def _loose(given: Any, read: Any, *, path: Path = ()) -> Iterator[Finding]:  # noqa: ANN401
    """Find values taken for something else: "30" for 30, 1 for true, 5 for a day of 1970."""
    if isinstance(given, dict) and isinstance(read, dict):
        for name in (name for name in given if name in read):
            yield from _loose(given[name], read[name], path=(*path, name))
    elif isinstance(given, list) and isinstance(read, list):
        for position, (one, other) in enumerate(zip(given, read, strict=True)):
            yield from _loose(one, other, path=(*path, position))
    elif remedy := _mistaken(given, read):
        if remedy == WHOLE_NUMBER:
            remedy = remedy_for(
                "int", shown(given), context={}, field=str(path[-1]) if path else ""
            )
        yield Finding(path, shown(given), remedy)


def _mistaken(given: object, read: object) -> str:
    """Return what to say of a value that was read as another kind of value; empty if it was not."""
    if isinstance(read, bool) or isinstance(given, bool):
        kind = YES_OR_NO if isinstance(read, bool) else WHOLE_NUMBER
        return kind if type(read) is not type(given) else ""
    if isinstance(read, int | float):
        return WHOLE_NUMBER if isinstance(given, str) else ""
    # A date is written back as text, and digits alone never come back the same.
    was_counted = isinstance(given, int | float)
    was_counted |= isinstance(given, str) and bool(ONLY_DIGITS.fullmatch(given.strip()))
    changed = was_counted and str(read) != str(given).strip()
    return (MOMENT if "T" in str(read) else DAY) if changed else ""
