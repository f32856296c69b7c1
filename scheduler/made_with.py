"""What a plan is made with: the packages whose version may change what it says."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from typing import Final, NamedTuple

MADE_WITH = (
    *("commonground", "ortools", "numpy", "pydantic"),
    *("hijridate", "pyluach", "sxtwl", "python-dateutil", "astral", "opening-hours-py"),
)
"""Packages whose version may change what a plan says."""


OWN: Final = "commonground"
_VERSION: Final = re.compile(r"[0-9][0-9A-Za-z.+!-]*")


class OtherVersion(NamedTuple):
    """A package of which another version is here than a plan was made with."""

    name: str
    made: str
    """The version the plan tells; empty where it tells none."""
    here: str
    """The version here; empty where a plan made here rests on no such package."""


def versions() -> dict[str, str]:
    """Return the version of each of them that is installed here."""
    return dict(_versions())


@cache
def _versions() -> tuple[tuple[str, str], ...]:
    return tuple((name, version(name)) for name in MADE_WITH)


def other_versions(told: Mapping[str, str]) -> tuple[OtherVersion, ...]:
    """Return which packages are here in other versions than a plan says it was made with.

    That is no fault of the plan, nor is it known to be one: what it says is checked all the same.
    """
    here = versions()
    return tuple(
        OtherVersion(name, told.get(name, ""), here.get(name, ""))
        for name in sorted(here.keys() | told.keys())
        if told.get(name) != here.get(name)
    )


def are_versions(told: Mapping[str, str]) -> bool:
    """Say whether a plan can have been made with what it tells.

    Each is a version, and a plan made by this very program names what this program names.
    """
    is_ours = told.get(OWN) == versions()[OWN]
    named = OWN in told and (not is_ours or told.keys() == versions().keys())
    return named and all(map(_VERSION.fullmatch, told.values()))
