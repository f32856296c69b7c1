"""What a plan is made with: the packages whose version may change what it says."""

from functools import cache
from importlib.metadata import version

MADE_WITH = (
    *("commonground", "ortools", "numpy", "pydantic"),
    *("hijridate", "pyluach", "sxtwl", "python-dateutil", "astral", "opening-hours-py"),
)
"""Packages whose version may change what a plan says."""


def versions() -> dict[str, str]:
    """Return the version of each of them that is installed here."""
    return dict(_versions())


@cache
def _versions() -> tuple[tuple[str, str], ...]:
    return tuple((name, version(name)) for name in MADE_WITH)
