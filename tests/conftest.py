"""What tests find around them: readers of calendars, a browser, foreign data, built styles."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent
"""The folder the project stands in."""

THINGS: Mapping[str, tuple[Path, str]] = MappingProxyType(
    {
        "browser": (Path("/usr/bin/chromium-headless-shell"), "make system"),
        "compiler": (Path("/usr/bin/gcc"), "make system"),
        "libical": (Path("/usr/include/libical/ical.h"), "make system"),
        "git": (ROOT / ".git", "git clone"),
        "openssl": (Path("/usr/bin/openssl"), "make system"),
        "node": (ROOT / ".venv/bin/node", "make setup"),
        "ical.js": (ROOT / "node_modules/ical.js/dist/ical.js", "make setup"),
        "styles": (ROOT / "web/static/build/manifest.json", "make setup"),
    }
)
"""Where each thing a test may need is, and what brings it."""

# The same cases on every run: a failure today can be looked at again tomorrow.
settings.register_profile("house", derandomize=True, deadline=None)
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep timetables that tests read where nobody else finds them."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("COMMONGROUND_CACHE", str(tmp_path_factory.mktemp("timetables")))
        yield


def needs(thing: str) -> Path:
    """Return where `thing` is, one of THINGS; without it the test is skipped, or fails in CI."""
    place, bringer = THINGS[thing]
    return _there(place, f"{thing} is not here; `{bringer}` brings it")


def shared_data(*inside: str) -> Path:
    """Return the folder of data from elsewhere, or a place inside it; without it as `needs`.

    The environment variable COMMONGROUND_DATA names the folder; a relative one starts at the
    project's own.
    """
    folder = ROOT / os.environ.get("COMMONGROUND_DATA", "../shared/data")
    place = folder.joinpath(*inside)
    return _there(place, f"no {'/'.join(inside) or 'data'} in COMMONGROUND_DATA")


def _there(place: Path, reason: str) -> Path:
    if place.exists():
        return place
    if os.environ.get("REQUIRE_ALL") == "1":
        pytest.fail(f"{reason}, and REQUIRE_ALL=1 lets no check be left out", pytrace=False)
    pytest.skip(reason, allow_module_level=True)
