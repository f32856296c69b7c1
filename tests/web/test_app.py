"""The pages as a whole: what they load, what they let browsers do, and whom they answer."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from flask import Flask

from web.app import create_app
from web.protection import policy

LOADED = """
import sys
from pathlib import Path
from web.app import create_app
client = create_app(Path(sys.argv[1])).test_client()
assert client.get("/rules/spacing").status_code == 200
print(sorted(name for name in ("ortools", "pandas") if name in sys.modules))
"""


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    """Return pages that hold nothing yet."""
    made = create_app(tmp_path)
    made.config["TESTING"] = True
    return made


def test_the_pages_never_load_the_solver(tmp_path: Path) -> None:
    """A process that loads it takes 90 MB more and stops answering while it works."""
    words = [sys.executable, "-c", LOADED, str(tmp_path)]

    done = subprocess.run(words, capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"


def test_the_pages_say_that_they_answer(app: Flask) -> None:
    assert app.test_client().get("/healthz").json == {"status": "ok"}


@pytest.mark.parametrize("path", ["/", "/rules", "/nothing/here", "/healthz", "/static/icon.svg"])
def test_every_answer_tells_browsers_what_to_refuse(app: Flask, path: str) -> None:
    headers = app.test_client().get(path, buffered=True).headers

    nonce = re.search("'nonce-([^']+)'", headers["Content-Security-Policy"])
    assert nonce is not None
    assert headers["Content-Security-Policy"] == policy(nonce[1])
    assert {name: headers[name] for name in EXPECTED} == EXPECTED


EXPECTED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex",
}


def test_a_nonce_is_used_once(app: Flask) -> None:
    client = app.test_client()

    first, second = (client.get("/").headers["Content-Security-Policy"] for _ in range(2))

    assert first != second


def test_no_page_holds_styles_or_handlers_of_its_own(app: Flask) -> None:
    text = app.test_client().get("/").text

    assert re.findall(r"""\s(?:style|on[a-z]+)=["']""", text) == []


def test_built_styles_may_be_kept_for_a_year(app: Flask) -> None:
    client = app.test_client()
    styles = re.search(r'<link rel="stylesheet" href="([^"]+)">', client.get("/").text)

    assert styles is not None
    answer = client.get(styles[1], buffered=True)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (
        200,
        "public, max-age=31536000, immutable",
    )


def test_a_style_that_has_gone_is_not_remembered_as_gone(app: Flask) -> None:
    answer = app.test_client().get("/static/build/main-000000000000.css")

    assert (answer.status_code, answer.headers["Cache-Control"]) == (404, "private, no-store")


def buttons(app: Flask) -> list[str]:
    """Return the address behind each button."""
    rules = [rule for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())]
    first = (re.sub(r"<any\((\w+)[^>]*>", r"\1", rule.rule) for rule in rules)
    return [re.sub("<int:[a-z]+>", "0", re.sub("<[a-z]+>", "c" * 22, path)) for path in first]


def test_no_button_works_from_a_page_of_somebody_else(app: Flask) -> None:
    client = app.test_client()

    answers = {path: client.post(path) for path in buttons(app)}

    assert {path: answer.status_code for path, answer in answers.items()} == dict.fromkeys(
        answers, 400
    )
    assert len(answers) == 41
    assert all("This page has been open too long" in answer.text for answer in answers.values())


def test_a_button_works_from_our_own_page(app: Flask) -> None:
    client = app.test_client()
    token = re.search('name="csrf_token" value="([^"]+)"', client.get("/").text)
    assert token is not None

    answer = client.post("/programmes", data={"csrf_token": token[1]})

    assert answer.status_code == 422


def test_the_cookie_stays_with_our_own_pages(app: Flask) -> None:
    cookie = app.test_client().get("/").headers["Set-Cookie"]

    assert [part.strip() for part in cookie.split(";")[1:]] == [
        "HttpOnly",
        "Path=/",
        "SameSite=Strict",
    ]


def test_under_a_name_that_is_not_ours_nothing_is_shown(app: Flask) -> None:
    """A page from elsewhere can give its own name our address, and would read what stands here."""
    answer = app.test_client().get("/", headers={"Host": "evil.example"})

    assert (answer.status_code, answer.text.count("These pages answer on this machine only")) == (
        400,
        1,
    )


def test_a_name_that_was_added_is_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMONGROUND_HOSTS", "plans.example")

    answer = create_app(tmp_path).test_client().get("/", headers={"Host": "plans.example"})

    assert answer.status_code == 200


def test_what_goes_wrong_with_us_is_said_in_plain_words(tmp_path: Path) -> None:
    app = create_app(tmp_path)

    @app.get("/broken")
    def broken() -> str:
        raise ZeroDivisionError

    answer = app.test_client().get("/broken")

    assert (answer.status_code, answer.text.count("Something went wrong")) == (500, 2)
    assert "ZeroDivisionError" not in answer.text
