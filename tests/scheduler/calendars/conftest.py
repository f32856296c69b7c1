"""The three foreign readers, ready for the tests of calendars."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.readers.readers import (
    Reader,
    Verdict,
    build_libical_check,
    libical_reader,
    libical_verdict,
    read_with_ical,
    read_with_ical_js,
)


@pytest.fixture(scope="session")
def libical_check(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the program that asks libical, compiled once."""
    return build_libical_check(tmp_path_factory.mktemp("libical"))


@pytest.fixture(params=["libical", "ical.js", "ical"])
def reader(request: pytest.FixtureRequest) -> Reader:
    """Return each foreign reader in turn."""
    if request.param == "libical":
        return libical_reader(request.getfixturevalue("libical_check"))
    return {"ical.js": read_with_ical_js, "ical": read_with_ical}[request.param]


@pytest.fixture
def verdict(libical_check: Path, tmp_path: Path) -> Callable[[bytes], Verdict]:
    """Return what asks libical's rule checker about the bytes of a file."""
    file = tmp_path / "asked.ics"

    def ask(content: bytes) -> Verdict:
        file.write_bytes(content)
        return libical_verdict(libical_check, file)

    return ask
