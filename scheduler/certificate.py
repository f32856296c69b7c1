"""What a plan was made from and with, so that anybody can make it again."""

from collections.abc import Sequence
from functools import cache
from importlib.metadata import version

from scheduler.audited_proof import FOUND, PROVEN
from scheduler.choosing import Desk
from scheduler.files.programmes import fingerprint
from scheduler.plan import Certificate
from scheduler.programme import Programme
from scheduler.put_first import decisions

MADE_WITH = (
    *("commonground", "ortools", "numpy", "pydantic"),
    *("hijridate", "pyluach", "sxtwl", "python-dateutil", "astral", "opening-hours-py"),
)
"""Packages whose version may change what a plan says."""


def certificate_for(programme: Programme, desks: Sequence[Desk], *, proven: bool) -> Certificate:
    """Return the certificate of a plan made at some desks."""
    return Certificate(
        programme=fingerprint(programme),
        versions=dict(_versions()),
        settings={rule.name(): rule.settings() for rule in desks[0].rules} if desks else {},
        put_first=decisions(programme),
        method=PROVEN if proven else FOUND,
        candidates=sum(desk.candidates for desk in desks),
        open_candidates=sum(columns.places for desk in desks for columns in desk.columns),
        ended_by="proof" if proven else "work limit",
    )


@cache
def _versions() -> tuple[tuple[str, str], ...]:
    return tuple((name, version(name)) for name in MADE_WITH)
