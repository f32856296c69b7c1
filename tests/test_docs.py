"""The front door and the pages in `docs` say what is so: links lead somewhere, commands do this."""

import csv
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from constraints import registry
from tests.conftest import ROOT, shared_data
from web.terminal import Ending

README = ROOT / "README.md"
DOCS = ROOT / "docs"
PAGES = [README, *sorted(DOCS.glob("*.md"))]
FOR_BUILDERS = [DOCS / f"{name}.md" for name in ("decisions", "how-to-add-a-constraint")]

HOUSE_WORDS = (
    *("programme", "project", "session", "person", "worker", "venue", "start"),
    *("candidate", "way", "plan", "constraint", "breach", "offer"),
)
"""One word for one thing: the words that code, files and pages share."""

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\((?!https?://|mailto:)([^)#\s]+)")
COMMAND = re.compile(r"\bcommonground\s+([a-z][a-z-]*)")
DEFINED = re.compile(r"^ *- \*\*([^*]+)\*\*:", re.MULTILINE)
SHOWN_FILE = re.compile(r"^<!-- (\S+) -->\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PLACE = re.compile(r"(?:scheduler|constraints|web|tests|docs|examples|benchmarks)/[\w./-]+")
OTHER_WORDS = re.compile(
    r"\b(?:events?|instances?|entit(?:y|ies)|penalt(?:y|ies)|scores?)\b", re.IGNORECASE
)
"""Words that others use for what we call something else."""

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


@dataclass(frozen=True)
class Shown:
    """A command a page shows, and what it is said to print; `...` stands for lines left out."""

    words: tuple[str, ...]
    prints: tuple[str, ...]


def text(page: Path) -> str:
    """Return what stands on a page."""
    return page.read_text("utf-8")


def prose(page: Path) -> str:
    """Return what a page says in words, code left out."""
    return SPAN.sub("", FENCE.sub("", text(page)))


def fences(page: Path, language: str) -> list[str]:
    """Return the blocks of a page in one language."""
    return [block for told, block in FENCE.findall(text(page)) if told == language]


def section(page: Path, heading: str) -> str:
    """Return what stands under a heading of the second rank."""
    return text(page).split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


def commands(part: str) -> Iterator[Shown]:
    """Go through the commands that part of a page shows, in order."""
    for language, block in FENCE.findall(part):
        for shown in block.split("$ ")[1:] if language == "console" else ():
            line, *prints = shown.splitlines()
            told = (each for each in prints if each.strip() not in {"", "..."})
            yield Shown(tuple(shlex.split(line)), tuple(told))


def run(words: tuple[str, ...], folder: Path) -> list[str]:
    """Run a command as a page shows it, and return the lines it prints."""
    program = str(Path(sys.executable).with_name(words[0]))
    ran = subprocess.run(
        [program, *words[1:]], cwd=folder, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.splitlines()


def rows_of(table: Path) -> int:
    """Return how many rows a table has beside its head."""
    with table.open(encoding="utf-8-sig", newline="") as lines:
        return sum(1 for _ in csv.DictReader(lines))


def never_said(shown: Shown, lines: list[str]) -> list[str]:
    """Return what a page says a command prints and it does not, at least not in that order."""
    left = iter(lines)
    return [line for line in shown.prints if line not in left]


# What pages say of the project.


@every_page
def test_links_lead_to_files_that_are_there(page: Path) -> None:
    led_to = {page.parent / link for link in LINK.findall(FENCE.sub("", text(page)))}

    assert [place.name for place in sorted(led_to) if not place.exists()] == []


@every_page
def test_places_in_the_project_that_are_named_are_there(page: Path) -> None:
    named = {
        place.rstrip("./") for span in SPAN.findall(text(page)) for place in PLACE.findall(span)
    }

    assert [place for place in sorted(named) if not (ROOT / place).exists()] == []


@every_page
def test_pages_use_no_other_words_for_our_things(page: Path) -> None:
    assert OTHER_WORDS.findall(prose(page)) == []


@every_page
def test_commands_that_are_named_exist(page: Path) -> None:
    code = "\n".join((*SPAN.findall(text(page)), *fences(page, "console"), *fences(page, "sh")))
    named = set(COMMAND.findall(code))

    lines = run(("commonground", "--help"), ROOT)
    listed = {found[1] for line in lines if (found := re.match(r" {4}([a-z][a-z-]*)", line))}

    assert named - listed == set()


@pytest.mark.parametrize("page", FOR_BUILDERS, ids=lambda page: page.name)
def test_names_in_code_letters_are_names_in_the_code(page: Path) -> None:
    files = (
        file for package in ("scheduler", "constraints") for file in (ROOT / package).rglob("*.py")
    )
    code = "\n".join((*map(text, files), *registry()))
    named = [span for span in SPAN.findall(text(page)) if re.fullmatch(r"[A-Za-z]\w+", span)]

    assert [name for name in named if not re.search(rf"\b{name}\b", code)] == []


def test_constraints_named_in_pairs_are_constraints() -> None:
    part = section(
        DOCS / "decisions.md", "12. Two files where a rule concerns one person and everybody"
    )
    named = SPAN.findall(part)

    assert len(named) == 8
    assert [name for name in named if name not in registry()] == []


# The glossary.


@pytest.mark.parametrize("word", HOUSE_WORDS)
def test_every_word_of_the_house_is_in_use_and_explained(word: str) -> None:
    code = "\n".join(text(file) for file in (ROOT / "scheduler").glob("*.py"))

    assert re.search(rf"\b{word}s?\b", code)
    assert word in DEFINED.findall(text(DOCS / "glossary.md"))


def test_the_glossary_explains_each_word_in_one_place() -> None:
    words = DEFINED.findall(text(DOCS / "glossary.md"))
    degrees = {"unknown", "right"}  # a degree of objection each, and a word of its own

    assert {word for word in words if words.count(word) > 1} <= degrees


# The front door.


def test_readme_begins_with_two_commands() -> None:
    first = fences(README, "sh")[0]

    assert [line.split("#")[0].strip() for line in first.splitlines()] == ["make demo", "make test"]
    assert set(re.findall(r"^(demo|test):", text(ROOT / "Makefile"), re.MULTILINE)) == {
        "demo",
        "test",
    }


def test_readme_lists_every_way_a_command_ends() -> None:
    listed = {int(number) for number in re.findall(r"^\| (\d+) \|", text(README), re.MULTILINE)}

    assert listed == {ending.value for ending in Ending}


def test_readme_counts_what_stands_in_the_example() -> None:
    said = re.search(r"(\w+) people, (\d+) venues, (\w+) sessions", text(README))
    example = ROOT / "examples" / "rural"
    people, venues = (rows_of(example / f"{name}.csv") for name in ("people", "venues"))
    sessions = text(example / "programme.toml").count("[[projects.sessions]]")

    assert said is not None
    assert said.groups() == ({16: "sixteen"}.get(people), str(venues), {6: "six"}.get(sessions))


def test_the_demo_prints_what_readme_shows() -> None:
    (shown,) = commands(section(README, "What the demo shows"))

    assert never_said(shown, run(shown.words, ROOT)) == []


def test_the_steps_of_readme_print_what_it_shows(tmp_path: Path) -> None:
    shutil.copy(shared_data("places", "newport", "venues.geojson"), tmp_path / "newport.geojson")
    for name, content in SHOWN_FILE.findall(text(README)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, "utf-8")
    steps = [
        s
        for s in commands(section(README, "Your own group, step by step"))
        if s.words[0] != "mkdir"
    ]

    missing = {shown.words[1]: never_said(shown, run(shown.words, tmp_path)) for shown in steps}

    expected = ("import", "plan", "why-not", "audit", "calendar", "print", "observances")
    assert missing == {command: [] for command in expected}


# The story of a constraint.


def test_the_code_of_the_story_stands_in_the_file_it_tells_of() -> None:
    story = fences(DOCS / "how-to-add-a-constraint.md", "python")
    file = text(ROOT / "constraints" / "venue_notice.py")

    assert len(story) == 6
    assert [block for block in story if block not in file] == []


def test_the_commands_of_the_story_do_what_it_says() -> None:
    tests, page = commands(text(DOCS / "how-to-add-a-constraint.md"))

    found = run((*tests.words, "--collect-only"), ROOT)

    assert [line for line in found if "venue_notice" in line] != []
    assert never_said(page, run(page.words, ROOT)) == []
