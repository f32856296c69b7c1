"""The columns of a table: one for each plain field, named with dots as people say it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, get_args, get_origin

from scheduler.facts import Fact
from scheduler.files.cells import cell_of, elements, joined, text_of
from scheduler.files.findings import Path
from scheduler.files.forms import FORMS, RUNS
from scheduler.files.kinds import core, is_word, item_kind, options
from scheduler.words import Word

WHOLE = re.compile(r"(-?\d{1,18})(?:\.0*)?", re.ASCII)
DECIMAL = re.compile(r"-?\d{1,18}(\.\d{1,30})?([eE][-+]?\d{1,3})?", re.ASCII)
IN_POUNDS = re.compile(r"\d{1,15}\.\d\d", re.ASCII)
"""How pounds are written: no spreadsheet gives whole pence two zeros after a point."""
YES_OR_NO = MappingProxyType({"yes": True, "true": True, "no": False, "false": False})


@dataclass(frozen=True)
class Column:
    """One column: the field it fills, and what that field holds."""

    header: str
    """What stands above it: `times.work`."""
    path: Path
    """The field, from the row's item inwards."""
    kind: Any
    """What the field holds."""
    default: object
    """What an empty cell means."""
    is_required: bool

    @property
    def is_number(self) -> bool:
        """Say whether it holds numbers, which may begin with a minus."""
        return self.kind in {int, float}

    def read(self, cell: str) -> Any:  # noqa: ANN401 - as JSON would have it
        """Return what a cell stands for, as JSON has it; its text where it is not understood."""
        held = item_kind(self.kind)
        if self.header.endswith("pence") and IN_POUNDS.fullmatch(cell):
            return cell
        if held is None:
            return _plain(text_of(cell), self.kind)
        form = RUNS if get_origin(held) is tuple else FORMS.get(held)
        found = elements(text_of(cell))
        return [form.read(each) if form else _plain(each, held) for each in found]

    def refuses(self, cell: str) -> str:
        """Return what is wrong with a cell that is not to be read; empty where it is."""
        del cell
        return ""

    def write(self, item: Word) -> str:
        """Return the cell of one item; empty where its field is as if nothing had been said."""
        value: Any = item
        for part in self.path:
            value = value.get(part) if isinstance(value, dict) else getattr(value, str(part), None)
        if value is None or (value == self.default and not self.is_required):
            return ""
        return str(value) if self.is_number else cell_of(self._text(value))

    def _text(self, value: Any) -> str:  # noqa: ANN401 - whatever the field holds
        held = item_kind(self.kind)
        if held is not None:
            form = RUNS if get_origin(held) is tuple else FORMS.get(held)
            return joined(form.text(each) if form else each for each in value)
        if isinstance(value, bool):
            return "yes" if value else "no"
        return str(value)


@cache
def columns_of(model: type[Word]) -> Mapping[str, Column]:
    """Return the columns of a table of such items, by what stands above them in lower case."""
    return MappingProxyType({each.header.casefold(): each for each in _within(model, ())})


def _within(model: type[Word], path: Path) -> Iterator[Column]:
    for name, known in model.model_fields.items():
        kind = core(known.annotation)
        if kind is Fact:
            yield from _of_fact((*path, name), default="unknown")
        elif is_word(kind):
            yield from _within(kind, (*path, name))
        elif get_origin(kind) is dict:
            for key in options(core(get_args(kind)[0])):
                yield from _of_fact((*path, name, key), default=None)
        else:
            yield _column(
                (*path, name), kind, default=known.default, is_required=known.is_required()
            )


def _of_fact(path: Path, *, default: str | None) -> Iterator[Column]:
    """Give a fact's answer the field's own name, and who said so, when and what else beside it."""
    for column in _within(Fact, path):
        part = column.path[-1]
        if part == "answer":
            yield Column(
                ".".join(map(str, path)), column.path, column.kind, default, is_required=False
            )
        else:
            yield column


def _column(path: Path, kind: Any, *, default: object, is_required: bool) -> Column:  # noqa: ANN401
    return Column(".".join(map(str, path)), path, kind, default, is_required)


def _plain(text: str, kind: Any) -> Any:  # noqa: ANN401 - as JSON would have it
    if kind is bool:
        return YES_OR_NO.get(text.casefold(), text)
    if kind is int and (whole := WHOLE.fullmatch(text)):
        return int(whole[1])
    if kind is float and DECIMAL.fullmatch(text):
        return float(text)
    return next((word for word in options(kind) if word.casefold() == text.casefold()), text)
