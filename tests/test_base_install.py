"""What the product needs while it runs is in what a bare installation brings."""

import ast
import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

from scheduler.made_with import MADE_WITH

ROOT = Path(__file__).parent.parent
PRODUCT = ("scheduler", "constraints", "web")
FOR_SOME = {"cafein"}
"""Packages asked for where they are used and only if they are there."""


def brought() -> set[str]:
    """Return the packages that a bare installation brings, without those of any extra."""
    locked = (ROOT / "requirements" / "base.txt").read_text("utf-8")
    return set(re.findall(r"^([a-z0-9_.-]+)==", locked, flags=re.MULTILINE))


def imported() -> Iterator[tuple[str, str]]:
    """Give every package that the product imports, with the file that does."""
    for part in PRODUCT:
        for file in sorted((ROOT / part).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                yield from ((name, f"{file.relative_to(ROOT)}") for name in _names(node))


def _names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [each.name.split(".")[0] for each in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [node.module.split(".")[0]]
    return []


def test_a_plan_tells_only_versions_of_what_a_bare_installation_has() -> None:
    assert set(MADE_WITH) - brought() == {"commonground"}


def test_the_product_imports_nothing_that_only_the_tests_ask_for() -> None:
    brings, bare = packages_distributions(), brought() | FOR_SOME
    ours = {*PRODUCT, *sys.stdlib_module_names}
    missing = {
        f"{where}: {name}"
        for name, where in imported()
        if name not in ours
        and not bare & {each.lower().replace("_", "-") for each in brings.get(name, [name])}
    }
    assert missing == set()
