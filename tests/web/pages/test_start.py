"""The start page: an example, one's own files, and what was opened before."""

from io import BytesIO
from os import utime
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from scheduler.files import write_programme
from tests.web.pages.sites import kept_as_made
from tests.web.plans import PLAN, TWO_SESSIONS
from web.store import OPENED, Store


def test_nothing_opened_yet_is_said_in_words(client: FlaskClient) -> None:
    text = client.get("/").text

    assert text.count("None yet. What you open is kept here, on this machine alone") == 1


def test_files_of_a_programme_lead_to_its_page(client: FlaskClient, tmp_path: Path) -> None:
    write_programme(TWO_SESSIONS, tmp_path / "a.json")

    with (tmp_path / "a.json").open("rb") as document:
        answer = client.post("/programmes", data={"files": (document, "a.json")})

    assert answer.status_code == 303
    assert client.get(answer.location).text.count("<h1") == 1
    assert client.get("/").text.count(f'href="{answer.location}"') == 1


def test_programmes_of_one_name_are_told_apart(client: FlaskClient, store: Store) -> None:
    """Two of one name, opened on one day, could not be told from one another."""
    first, second = store.keep(TWO_SESSIONS), store.keep(TWO_SESSIONS)
    utime(first.folder / OPENED, (1_780_000_000, 1_780_000_000))
    utime(second.folder / OPENED, (1_780_003_660, 1_780_003_660))
    kept_as_made(store, TWO_SESSIONS, PLAN, of=second.code)

    text = client.get("/").text

    rows = [row.split("</li>")[0] for row in text.split(f">{TWO_SESSIONS.name}</a>")[1:]]
    people = f"{len(TWO_SESSIONS.people)} people"
    assert [row.partition(", ")[2].partition(". ")[2][: len(people)] for row in rows] == [
        people
    ] * 2
    assert [row.count(", 1 plan.") for row in rows] == [1, 0]
    assert len({row.partition(". ")[0] for row in rows}) == 2


def test_refused_files_show_every_fault_and_nothing_is_kept(
    client: FlaskClient, store: Store
) -> None:
    text = b'{"name": "A", "first_day": "soon", "last_day": "late", "projects": []}'

    answer = client.post("/programmes", data={"files": (BytesIO(text), "a.json")})

    assert (answer.status_code, store.programmes()) == (422, ())
    assert answer.text.count('<li><a href="#files">programme.json line 1:') == 3
    assert answer.text.count("<title>Error: ") == 1


def test_files_that_are_too_large_are_refused_in_words(app: Flask, store: Store) -> None:
    usual = app.config["MAX_CONTENT_LENGTH"]
    app.config["MAX_CONTENT_LENGTH"] = 1000
    large = BytesIO(b" " * 2000)

    answer = app.test_client().post("/programmes", data={"files": (large, "a.json")})

    assert usual == 20 * 1024 * 1024
    assert (answer.status_code, store.programmes()) == (413, ())
    assert answer.text.count('<h1 class="govuk-heading-l">These files are too large</h1>') == 1


def test_words_that_look_like_a_page_stay_words(client: FlaskClient, store: Store) -> None:
    """A name may hold anything; a page must show it and never run it."""
    sly = TWO_SESSIONS.model_copy(update={"name": "<script>alert('{{ 7*7 }}')</script>"})
    kept = store.keep(sly)

    text = client.get(f"/programmes/{kept.code}").text

    assert "<script>alert" not in text
    assert text.count("<h1") == 1


@pytest.mark.parametrize("name", ["rural/..", "unknown", "..%2f..", ""])
def test_an_example_that_is_none_is_not_found(client: FlaskClient, name: str) -> None:
    assert client.post(f"/examples/{name}").status_code == 404
