"""The page on the format shows what can be read."""

import json
import re
from pathlib import Path

import pytest

from constraints import registry
from scheduler.barriers import WHO
from scheduler.files.checks.named import words_of
from scheduler.files.columns import columns_of
from scheduler.files.folder import TABLES
from scheduler.people import NEEDS, ROLES
from tests.conftest import ROOT
from tests.scheduler.files.folders import read

PAGE = (ROOT / "docs/programme-format.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"<!-- (\S+) -->\n```\w+\n(.*?)```", PAGE, re.DOTALL))


def test_folder_on_the_page_can_be_read(tmp_path: Path) -> None:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    programme = read(tmp_path)

    assert programme.people[0].times.work == ("Mon-Fri 09:00-12:00; Sat 09:00-11:00",)
    assert programme.people[0].needs == ("step-free", "hearing loop")
    assert programme.venues[0].licensed.said_by == "caretaker"
    assert programme.lines[0].out == (("08:10", "08:55"), ("12:10", "12:55"))


def test_document_on_the_page_can_be_read(tmp_path: Path) -> None:
    (document,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    (tmp_path / "programme.json").write_text(document, encoding="utf-8")

    assert read(tmp_path / "programme.json").name == json.loads(document)["name"]


def test_every_column_is_on_the_page() -> None:
    rows = dict(re.findall(r"^\| `(\w+)\.csv` \| (.*) \|$", PAGE, re.MULTILINE))
    told = {name: set(re.findall(r"`([^`]+)`", row)) for name, row in rows.items()}

    missing = [
        f"{name}.csv: {column.header}"
        for name, model in TABLES.items()
        for column in columns_of(model).values()
        # The columns beside a fact's answer, and those of each need, are told of once for all.
        if not column.header.startswith("access.")
        and column.path[-1] not in {"said_by", "on", "note"}
        and column.header not in told[name]
    ]
    assert missing == []


@pytest.mark.parametrize("field", ["seasons", "keeps"])
def test_every_word_a_calendar_knows_is_on_the_page_and_no_other(field: str) -> None:
    words = PAGE.partition("### Words for seasons")[2].partition("\nSave tables")[0]
    told = dict(zip(("seasons", "keeps"), words.split("What somebody `keeps`"), strict=True))

    listed = re.findall(r"^`[a-z_]+`,.*?\n\n", told[field], re.DOTALL | re.MULTILINE)

    assert set(re.findall(r"`([a-z_]+)`", "".join(listed))) == words_of(registry(), field)


def test_every_barrier_is_on_the_page_in_its_order() -> None:
    (table,) = re.findall(r"\| `barrier` \|.*\n\|---\|---\|\n((?:\|.*\n)+)", PAGE)

    assert re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE) == list(WHO)


def test_every_word_for_a_role_or_a_need_is_on_the_page() -> None:
    (words,) = re.findall(r"### Words for roles and needs\n(.*?)\n### ", f"{PAGE}\n### ", re.DOTALL)
    roles, needs = words.split("A person's `needs`")

    assert re.findall(r"`([a-z ]+)`", roles)[1 : len(ROLES) + 1] == list(ROLES)
    assert re.findall(r"`([a-z -]+)`", needs)[: len(NEEDS)] == list(NEEDS)
