"""Measures how the code is written, from its text alone, so that the bar can be tested."""

import ast
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from statistics import median

Function = ast.FunctionDef | ast.AsyncFunctionDef
VAGUE_NAMES = frozenset({"base", "common", "helpers", "utils"})
MOST_PARAMETERS, MOST_BY_PLACE = 5, 3
MOST_BY_PLACE_INSIDE = 4
"""A private function stands beside the few places that call it.

So it may take one more by place.
"""
BY_CONTRACT = frozenset({"check", "why_not"})
"""A constraint asks for what it reads; why-not is asked with the six things its contract names."""
NOT_THE_RULE = frozenset({"sources", "examples"})
"""What a rule file holds beside the rule: where it comes from, and its worked cases."""


@dataclass(frozen=True)
class Source:
    """One Python file: its path from the project's folder, and its text."""

    path: Path
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The file as Python reads it."""
        return ast.parse(self.text, str(self.path))

    @property
    def module(self) -> str:
        """The name it is imported by."""
        return ".".join(self.path.with_suffix("").parts).removesuffix(".__init__")

    @property
    def functions(self) -> Iterator[Function]:
        """Every function and method, also one inside another."""
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    def at(self, node: Function | ast.ClassDef) -> str:
        """Return where `node` begins, as `file:line name`."""
        return f"{self.path}:{node.lineno} {node.name}"


@dataclass(frozen=True, order=True)
class Length:
    """How many lines something has, and where it begins."""

    lines: int
    place: str


@dataclass(frozen=True)
class Bar:
    """The most lines that the middle one, nine in ten, and the longest of something may have."""

    middle: float
    nine_in_ten: int | None
    longest: int

    def breaches(self, lengths: Iterable[Length]) -> list[str]:
        """Return what is over the bar, in words, with the places to begin at."""
        ranked = sorted(lengths)
        if not ranked:
            return []
        return [*self._too_long(ranked), *self._too_long_mostly(ranked)]

    def _too_long(self, ranked: Sequence[Length]) -> Iterator[str]:
        for length in ranked:
            if length.lines > self.longest:
                yield f"{length.place}: {length.lines} lines, at most {self.longest}"

    def _too_long_mostly(self, ranked: Sequence[Length]) -> Iterator[str]:
        nine_in_ten = ranked[-(-len(ranked) * 9 // 10) - 1].lines
        middle = median(length.lines for length in ranked)
        longest = ", ".join(f"{length.place} ({length.lines})" for length in ranked[:-9:-1])
        if self.nine_in_ten is not None and nine_in_ten > self.nine_in_ten:
            yield f"nine in ten: {nine_in_ten} lines, at most {self.nine_in_ten}; see {longest}"
        if middle > self.middle:
            yield f"median: {middle:g} lines, at most {self.middle:g}; see {longest}"


def read_sources(root: Path, packages: Iterable[str]) -> list[Source]:
    """Return every Python file of `packages`, in the order of their paths."""
    files = (file for package in packages for file in sorted(root.glob(f"{package}/**/*.py")))
    return [Source(file.relative_to(root), file.read_text("utf-8")) for file in files]


def body_lengths(source: Source) -> list[Length]:
    """Return the length of each function's body, docstring apart, where it does something."""
    bodies = ((function, _without_docstring(function.body)) for function in source.functions)
    return [Length(_lines(body), source.at(function)) for function, body in bodies if _does(body)]


def module_lengths(sources: Iterable[Source]) -> list[Length]:
    """Return the length of each module that holds more than its docstring."""
    return [
        Length(len(source.text.splitlines()), f"{source.path}:1")
        for source in sources
        if _without_docstring(source.tree.body)
    ]


def rule_lengths(sources: Iterable[Source]) -> list[Length]:
    """Return the length of each rule file without its sources and its worked cases."""
    return [
        Length(length.lines - _lines_beside(source), length.place)
        for source in sources
        for length in module_lengths([source])
    ]


def crowded(source: Source) -> Iterator[str]:
    """Yield functions with too many parameters, or with too many that are told apart by place."""
    for function in source.functions:
        by_place, in_all = _parameters(function)
        if in_all > MOST_PARAMETERS and function.name not in BY_CONTRACT:
            yield f"{source.at(function)}: {in_all} parameters, at most {MOST_PARAMETERS}"
        most = MOST_BY_PLACE_INSIDE if function.name.startswith("_") else MOST_BY_PLACE
        if by_place > most and not _read_by_name(function):
            yield f"{source.at(function)}: {by_place} by place, keyword-only after {most}"


def undocumented(source: Source) -> Iterator[str]:
    """Yield the public names that do not say what they mean."""
    if not ast.get_docstring(source.tree):
        yield f"{source.path}:1: no docstring"
    for node in _public(source.tree.body):
        if not ast.get_docstring(node):
            yield f"{source.at(node)}: no docstring"


def vague(source: Source) -> Iterator[str]:
    """Yield the module if its name says nothing of what it holds."""
    if source.path.stem in VAGUE_NAMES:
        yield f"{source.path}:1: named for nothing it holds"


def imports(source: Source) -> dict[str, int]:
    """Return every name that is imported, in full, with the line it is imported on."""
    found: dict[str, int] = {}
    for node in ast.walk(source.tree):
        for name in _imported(node, source):
            found.setdefault(name, node.lineno)  # type: ignore[attr-defined] # imports have one
    return found


def import_cycle(sources: Iterable[Source]) -> list[str]:
    """Return one round of modules that import one another, empty if there is none."""
    by_name = {source.module: source for source in sources}
    graph = {name: _known(imports(source), by_name) - {name} for name, source in by_name.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def _without_docstring(body: list[ast.stmt]) -> list[ast.stmt]:
    first = body[0] if body else None
    told = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    return body[1:] if told else body


def _does(body: list[ast.stmt]) -> bool:
    return any(not isinstance(statement, ast.Pass) for statement in body)


def _lines_beside(source: Source) -> int:
    assigned = (node for node in ast.walk(source.tree) if isinstance(node, ast.AnnAssign))
    return sum(
        _lines([node])
        for node in assigned
        if isinstance(node.target, ast.Name) and node.target.id in NOT_THE_RULE
    )


def _lines(body: list[ast.stmt]) -> int:
    return (body[-1].end_lineno or 0) - body[0].lineno + 1


def _parameters(function: Function) -> tuple[int, int]:
    """Return how many parameters are told apart by place, and how many there are."""
    listed = function.args
    placed = [*listed.posonlyargs, *listed.args]
    by_place = sum(1 for each in placed if each.arg not in {"self", "cls"})
    gathered = sum(1 for each in (listed.vararg, listed.kwarg) if each)
    return by_place, by_place + len(listed.kwonlyargs) + gathered


def _read_by_name(function: Function) -> bool:
    # A constraint's `check` is asked by the names of its parameters, and Python's own special
    # methods are asked by place: neither has a say in it. Compiled code knows places only.
    return function.name == "check" or _special(function) or _is_compiled(function)


def _is_compiled(function: Function) -> bool:
    return any(isinstance(d, ast.Name) and d.id == "compiled" for d in function.decorator_list)


def _special(node: Function | ast.ClassDef) -> bool:
    return node.name.startswith("__") and node.name.endswith("__")


def _public(body: Iterable[ast.stmt]) -> Iterator[Function | ast.ClassDef]:
    for node in body:
        if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_"):
            if not _documented_elsewhere(node):
                yield node
            if isinstance(node, ast.ClassDef):
                yield from _public(node.body)


def _documented_elsewhere(node: Function | ast.ClassDef) -> bool:
    """Return whether a decorator says that the meaning stands with another function."""
    named = {ast.unparse(each).split(".")[-1] for each in node.decorator_list}
    return bool(named & {"overload", "override", "setter"})


def _imported(node: ast.AST, source: Source) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [f"{_origin(node, source)}.{alias.name}" for alias in node.names]
    return []


def _origin(node: ast.ImportFrom, source: Source) -> str:
    if not node.level:
        return node.module or ""
    package = source.path.parts[: len(source.path.parts) - node.level]
    return ".".join([*package, *([node.module] if node.module else [])])


def _known(names: Iterable[str], modules: Iterable[str]) -> set[str]:
    """Return the modules behind imported names: the name itself, or what it is taken from."""
    known = set(modules)
    return {name if name in known else name.rpartition(".")[0] for name in names} & known
