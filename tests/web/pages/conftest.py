"""The pages as tests open them: alone, with nobody's own folder, or in a browser."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import needs
from tests.web.pages.sites import Site, a_calendar_read, awaited, planned, say_what_changed, served
from web.app import create_app
from web.beside import look_for_alternatives
from web.store import Store


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    """Return pages that hold nothing yet; buttons work without a token."""
    made = create_app(tmp_path / "home")
    made.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    return made


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Return a browser without a screen."""
    return app.test_client()


@pytest.fixture
def store(app: Flask) -> Store:
    """Return what the pages keep."""
    kept: Store = app.extensions["store"]
    return kept


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve pages that already hold the plans of three examples, with what became different."""
    app = create_app(tmp_path_factory.mktemp("home"))
    store: Store = app.extensions["store"]
    plans = {name: planned(store, name) for name in ("rural", "impossible", "multi-site")}
    look_for_alternatives(plans["rural"].alternatives, plans["rural"].programme())
    awaited(plans["rural"].alternatives)
    say_what_changed(plans)
    with served(app) as address:
        yield Site(app, address, plans, a_calendar_read(store, plans["rural"]))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Open the system's browser."""
    binary = needs("browser")
    needs("styles")
    flags = ["--disable-dev-shm-usage", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=str(binary), args=flags)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a wide page."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        yield context.new_page()


@pytest.fixture
def page_without_scripts(browser: Browser) -> Iterator[Page]:
    """Open a page that runs no scripts."""
    with browser.new_context(java_script_enabled=False, accept_downloads=True) as context:
        yield context.new_page()
