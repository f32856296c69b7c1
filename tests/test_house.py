"""The house style, measured: a figure that slips is named here with its file and line."""

import json
import re
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from gzip import compress
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.conftest import ROOT, needs, shared_data
from tests.style_bar import (
    Bar,
    Length,
    Source,
    body_lengths,
    crowded,
    import_cycle,
    imports,
    module_lengths,
    read_sources,
    rule_lengths,
    undocumented,
    vague,
)

FUNCTION_BAR = Bar(middle=6, nine_in_ten=18, longest=40)
MODULE_BAR = Bar(middle=90, nine_in_ten=None, longest=300)
COMPILED = Path("scheduler/kernel.py")
"""Compiled loops call one another, and what is compiled is kept file by file: they share one."""
COMPILED_LINES = 550
RULE_BAR = Bar(middle=70, nine_in_ten=None, longest=150)
RULE_FILE_BAR = Bar(middle=105, nine_in_ten=None, longest=150)
STYLES_BYTES = 15_000  # of the 30 KB that a participant's first page may weigh, gzip

SOURCES = read_sources(ROOT, ("scheduler", "constraints", "web"))
RULES = [
    source
    for source in SOURCES
    if source.path.parent == Path("constraints") and source.path.stem != "__init__"
]

# Written so that this file does not hold what it looks for.
MACHINE_PATH = re.compile(r"(?<![\w.:/-])/(?:root|work|home/\w+|Users/\w+)/[\w.-]")
FOREIGN_ASSET = re.compile(
    r"""<(?:link|image|use)\b[^>]*?\shref\s*=\s*["']?(?:https?:)?//
      | \b(?:src|srcset|poster)\s*=\s*["']?(?:https?:)?//
      | (?:url\(|@import|\bimport\b|\bfetch\()\s*["']?(?:https?:)?//""",
    re.IGNORECASE | re.VERBOSE,
)
ASSET_FILES = frozenset({".css", ".html", ".jinja", ".js", ".mjs", ".scss", ".svg"})
BRAND = re.compile(r"@font-face|gds transport|crown|crest|url\((?![\"']?data:)", re.IGNORECASE)
REGISTRY = re.compile(
    r'^\s*--(?:extra-)?(?:index|find)|"resolved"\s*:.*|\w+://[^\s"]*\.(?:tgz|whl)', re.MULTILINE
)


def tracked_files() -> Iterator[tuple[Path, str]]:
    """Yield each text file of the project, kept or about to be, with its path from the top."""
    needs("git")
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(listing, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file():
            yield Path(name), (ROOT / name).read_bytes().decode("utf-8", errors="ignore")


def hits(pattern: re.Pattern[str], path: Path, text: str) -> list[str]:
    """Return where `pattern` stands in `text`, as `file:line` with what was found."""
    found = pattern.finditer(text)
    return [f"{path}:{text.count(chr(10), 0, hit.start()) + 1}: {hit[0].strip()}" for hit in found]


def built_css() -> str:
    """Return the styles as browsers get them."""
    manifest = needs("styles")
    name: str = json.loads(manifest.read_text())["main.css"]
    return (manifest.parent / name).read_text("utf-8")


def solver_imports(source: Source) -> list[str]:
    """Return where `source` imports the solver itself."""
    lines = imports(source).items()
    return [
        f"{source.path}:{line} {name}" for name, line in lines if name.split(".")[0] == "ortools"
    ]


def planted(text: str, path: str = "scheduler/planted.py") -> Source:
    """Return a file that holds `text`, for the measures to find fault with."""
    return Source(Path(path), textwrap.dedent(text))


def holds_everywhere(breaches: list[str]) -> None:
    """Fail with every place that breaks a rule, one a line."""
    assert breaches == [], "\n" + "\n".join(breaches)


# The code as it stands.


def test_functions_are_short() -> None:
    lengths = [length for source in SOURCES for length in body_lengths(source)]

    holds_everywhere(FUNCTION_BAR.breaches(lengths))


def test_modules_are_short() -> None:
    plain = [source for source in SOURCES if source.path != COMPILED]

    holds_everywhere(MODULE_BAR.breaches(module_lengths(plain)))


def test_the_compiled_loops_are_not_much_longer() -> None:
    (loops,) = module_lengths([source for source in SOURCES if source.path == COMPILED])

    assert loops.lines <= COMPILED_LINES


def test_rule_files_are_short() -> None:
    holds_everywhere(RULE_FILE_BAR.breaches(module_lengths(RULES)))


def test_rules_are_short_apart_from_their_worked_cases() -> None:
    holds_everywhere(RULE_BAR.breaches(rule_lengths(RULES)))


@pytest.mark.parametrize("measure", [crowded, undocumented, vague])
def test_every_file_passes(measure: Callable[[Source], Iterator[str]]) -> None:
    holds_everywhere([breach for source in SOURCES for breach in measure(source)])


def test_no_modules_import_one_another() -> None:
    holds_everywhere(import_cycle(SOURCES))


def test_no_page_imports_the_solver() -> None:
    pages = [source for source in SOURCES if source.path.parts[0] == "web"]

    holds_everywhere([hit for source in pages for hit in solver_imports(source)])


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    holds_everywhere([hit for file in tracked_files() for hit in hits(MACHINE_PATH, *file)])


def test_no_page_loads_anything_from_elsewhere() -> None:
    files = [file for file in tracked_files() if file[0].suffix in ASSET_FILES]

    holds_everywhere([hit for file in files for hit in hits(FOREIGN_ASSET, *file)])


def test_locks_hold_no_address_of_a_registry() -> None:
    locks = [
        Path("package-lock.json"),
        *(p.relative_to(ROOT) for p in (ROOT / "requirements").iterdir()),
    ]

    holds_everywhere(
        [hit for lock in locks for hit in hits(REGISTRY, lock, (ROOT / lock).read_text())]
    )


def test_built_styles_have_nothing_that_belongs_to_government() -> None:
    holds_everywhere(hits(BRAND, Path("main.css"), built_css()))


def test_built_styles_are_small() -> None:
    weight = len(compress(built_css().encode(), mtime=0))

    assert weight <= STYLES_BYTES, f"main.css: {weight} bytes with gzip"


def test_only_the_product_is_packed_and_its_styles_with_it(tmp_path: Path) -> None:
    styles = needs("styles").parent

    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)

    packed = ZipFile(next(tmp_path.glob("*.whl"))).namelist()
    folders = {name.split("/")[0] for name in packed if ".dist-info/" not in name}
    assert folders == {source.path.parts[0] for source in SOURCES} | {"web"}
    holds_everywhere([name for name in packed if name.startswith("web/styles")])
    assert {name for name in packed if name.startswith("web/static/build/")} == {
        f"web/static/build/{file.name}" for file in styles.iterdir()
    }


# What is not here is left out by name, and in CI by nobody.


def test_missing_data_skips_the_test_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REQUIRE_ALL", raising=False)

    with pytest.raises(pytest.skip.Exception) as skipped:
        shared_data("no", "such.csv")

    assert skipped.value.msg == "no no/such.csv in COMMONGROUND_DATA"


def test_missing_data_fails_the_test_where_everything_is_required(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("REQUIRE_ALL", "1")

    with pytest.raises(pytest.fail.Exception) as failed:
        shared_data("no", "such.csv")

    assert failed.value.msg == (
        "no no/such.csv in COMMONGROUND_DATA, and REQUIRE_ALL=1 lets no check be left out"
    )


# The measures themselves: each must see what it is there to see.


def test_a_body_is_measured_without_its_docstring() -> None:
    source = planted(
        """
        def shortlist():
            '''Return the venues worth asking.

            In the order of their names.
            '''
            # The comment is not part of the first statement.
            found = [
                1,
            ]
            return found
        """
    )

    assert body_lengths(source) == [Length(4, "scheduler/planted.py:2 shortlist")]


def test_a_body_that_does_nothing_does_not_count_as_a_short_function() -> None:
    source = planted(
        """
        def check(self):
            '''Return what speaks against it.'''

        class NothingOpen(Exception):
            def __str__(self): pass
        """
    )

    assert body_lengths(source) == []


def test_a_module_of_a_docstring_alone_does_not_count_as_a_short_module() -> None:
    empty = planted('"""Rules, one a file."""\n', "constraints/__init__.py")
    full = planted('"""Keep clear."""\n\nDAYS = 3\n', "constraints/clear.py")

    assert module_lengths([empty, full]) == [Length(3, "constraints/clear.py:1")]


def test_one_function_over_the_longest_is_named() -> None:
    lengths = [*(Length(2, f"a.py:{line} f") for line in range(99)), Length(41, "a.py:120 long")]

    assert FUNCTION_BAR.breaches(lengths) == ["a.py:120 long: 41 lines, at most 40"]


def test_nine_in_ten_and_the_median_are_named_with_the_longest() -> None:
    lengths = [Length(3, "a.py:1 f"), Length(7, "a.py:5 g"), Length(19, "a.py:14 h")]

    longest = "a.py:14 h (19), a.py:5 g (7), a.py:1 f (3)"
    assert FUNCTION_BAR.breaches(lengths) == [
        f"nine in ten: 19 lines, at most 18; see {longest}",
        f"median: 7 lines, at most 6; see {longest}",
    ]


def test_lengths_on_the_bar_are_not_over_it() -> None:
    lengths = [Length(6, "a.py:1 f")] * 8 + [Length(18, "a.py:9 g"), Length(40, "a.py:30 h")]

    assert FUNCTION_BAR.breaches(lengths) == []


def test_too_many_parameters_are_named_and_self_is_not_counted() -> None:
    source = planted(
        """
        class Plan:
            def keep(self, session, venue, *, start, end, group): ...
            def move(self, session, venue, *, start, end, group, why): ...
            def swap(self, one, other, third, fourth): ...
            def _swap(self, one, other, third, fourth): ...
        """
    )

    assert list(crowded(source)) == [
        "scheduler/planted.py:4 move: 6 parameters, at most 5",
        "scheduler/planted.py:5 swap: 4 by place, keyword-only after 3",
    ]


def test_a_check_may_ask_for_what_it_reads_in_any_order() -> None:
    source = planted("class Lambing:\n    def check(self, start, venue, person): ...\n")

    assert list(crowded(source)) == []


def test_public_names_without_a_docstring_are_named() -> None:
    source = planted(
        """
        class Venue:
            def open(self): ...
            def _closed(self): ...
            def __len__(self): '''Return the seats.'''

        class _Private:
            def free(self): ...

        @overload
        def shortlist(venues): ...
        """
    )

    assert list(undocumented(source)) == [
        "scheduler/planted.py:1: no docstring",
        "scheduler/planted.py:2 Venue: no docstring",
        "scheduler/planted.py:3 open: no docstring",
    ]


def test_a_module_named_for_nothing_is_named() -> None:
    assert list(vague(planted("", "web/utils.py"))) == [
        "web/utils.py:1: named for nothing it holds"
    ]


def test_a_round_of_imports_is_found_through_relative_and_absolute_names() -> None:
    plan = planted("from .venues import Venue\n", "scheduler/plan.py")
    venues = planted("from scheduler import grid\n", "scheduler/venues.py")
    grid = planted("import scheduler.plan\n", "scheduler/grid.py")

    assert set(import_cycle([plan, venues, grid])) == {
        "scheduler.plan",
        "scheduler.venues",
        "scheduler.grid",
    }
    assert import_cycle([plan, venues]) == []


def test_a_package_and_a_module_inside_it_are_not_a_round() -> None:
    package = planted("from scheduler.plan import Plan\n", "scheduler/__init__.py")
    plan = planted("from scheduler.venues import Venue\n", "scheduler/plan.py")

    assert import_cycle([package, plan, planted("", "scheduler/venues.py")]) == []


def test_the_solver_is_found_where_a_page_imports_it() -> None:
    page = planted("import flask\nfrom ortools.sat.python import cp_model\n", "web/plan.py")

    assert solver_imports(page) == ["web/plan.py:2 ortools.sat.python.cp_model"]


@pytest.mark.parametrize(
    "place", ["/ro" + "ot/plan.json", "/ho" + "me/ann/plans", "/wo" + "rk/main"]
)
def test_a_place_on_a_machine_is_found(place: str) -> None:
    text = f"first line\nread it from {place}"

    assert [hit.split(": ")[0] for hit in hits(MACHINE_PATH, Path("a.md"), text)] == ["a.md:2"]


@pytest.mark.parametrize(
    "plain",
    [
        "https://example.org/wo" + "rk/plans",
        "/project/ho" + "me/",
        "examples/rural",
        "web/wo" + "rk/a",
    ],
)
def test_an_address_of_a_page_is_not_a_place_on_a_machine(plain: str) -> None:
    assert hits(MACHINE_PATH, Path("a.md"), plain) == []


@pytest.mark.parametrize(
    "asset",
    [
        '<link rel="stylesheet" href="https://cdn.example/a.css">',
        '<script src="//cdn.example/a.js"></script>',
        "@import 'https://fonts.example/a.css';",
        "src: url(https://fonts.example/a.woff2)",
    ],
)
def test_an_asset_from_elsewhere_is_found(asset: str) -> None:
    assert len(hits(FOREIGN_ASSET, Path("page.html"), f"<p>\n{asset}")) == 1


@pytest.mark.parametrize(
    "own", ['<a href="https://example.org/">', '<link rel="icon" href="/static/a.svg">']
)
def test_a_link_and_an_asset_of_our_own_are_not_from_elsewhere(own: str) -> None:
    assert hits(FOREIGN_ASSET, Path("page.html"), own) == []


@pytest.mark.parametrize(
    "line",
    ["--index-url https://a.example/simple", '"resolved": "https://a.example/sass-1.tgz"'],
)
def test_an_address_of_a_registry_is_found(line: str) -> None:
    assert len(hits(REGISTRY, Path("lock"), line)) == 1


@pytest.mark.parametrize("css", ["@font-face{", ".govuk-footer__crown{", "url(/assets/a.png)"])
def test_what_belongs_to_government_is_found(css: str) -> None:
    assert len(hits(BRAND, Path("main.css"), css)) == 1
