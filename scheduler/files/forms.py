"""Short forms for what takes several fields, so that it fits in a cell and can be typed."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Generic, TypeVar

from pydantic import TypeAdapter

from scheduler.feasts import NamedFeast
from scheduler.people import Season
from scheduler.venues import DatedLicence
from scheduler.words import Days, Spell

T = TypeVar("T")

DAY: Final = r"\d{4}-\d\d-\d\d"
SPELL: Final = re.compile(r"([^/]+)/([^/]+)")
DAYS: Final = re.compile(rf"({DAY})(?:/({DAY}))?(?:\s+(.+))?", re.DOTALL)
LICENCE: Final = re.compile(rf"({DAY})(?:/({DAY}))?(?:\s+([^|]+?))?(?:\s*\|\s*(.+))?", re.DOTALL)
SEASON: Final = re.compile(
    rf"(\S+)(?:\s+in\s+([^\d/]+?))?(?:\s+({DAY})?/({DAY})?)?(?:\s+tups\s+({DAY})?/({DAY})?)?",
    re.IGNORECASE,
)
FEAST: Final = re.compile(rf"(\S+)\s+({DAY})")
RUN: Final = re.compile(r"(\d\d:\d\d)\s*-\s*(\d\d:\d\d)")


@dataclass(frozen=True)
class Form(Generic[T]):
    """How one kind of thing is written in a cell."""

    kind: Any
    pattern: re.Pattern[str]
    parse: Callable[[re.Match[str]], Any]
    write: Callable[[T], str]

    def read(self, text: str) -> Any:  # noqa: ANN401 - as JSON would have it
        """Return what a text stands for as JSON has it; the text where it is not understood."""
        if text.startswith("{"):
            return _json(text)
        found = self.pattern.fullmatch(text.strip())
        return self.parse(found) if found else text

    def text(self, thing: T) -> str:
        """Return a thing in its short form, or as JSON where that would lose something."""
        written = self.write(thing)
        if self._understood(written) == thing:
            return written
        return TypeAdapter[T](self.kind).dump_json(thing, exclude_defaults=True).decode()

    def is_read(self, text: str) -> bool:
        """Say whether a text stands for such a thing."""
        return self._understood(text) is not None

    def _understood(self, text: str) -> T | None:
        try:
            return TypeAdapter[T](self.kind).validate_json(json.dumps(self.read(text)))
        except ValueError:
            return None


def _json(text: str) -> Any:  # noqa: ANN401
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _given(**fields: str | None) -> dict[str, str]:
    return {name: value for name, value in fields.items() if value}


def _spell(found: re.Match[str]) -> dict[str, str]:
    return _given(start=found[1].strip(), end=found[2].strip())


def _days(found: re.Match[str]) -> dict[str, str]:
    return _given(first=found[1], last=found[2] or found[1], note=found[3])


def _licence(found: re.Match[str]) -> dict[str, str]:
    return _given(first=found[1], last=found[2] or found[1], what=found[3], source=found[4])


def _season(found: re.Match[str]) -> dict[str, str]:
    activity, region, begins, ends, tups_in, tups_out = found.groups()
    told = _given(activity=activity, region=region, begins=begins, ends=ends)
    return {**told, **_given(tups_in=tups_in, tups_out=tups_out)}


def _days_text(days: Days | DatedLicence) -> str:
    return f"{days.first}" if days.first == days.last else f"{days.first}/{days.last}"


def _licence_text(days: DatedLicence) -> str:
    source = f" | {days.source}" if days.source else ""
    return f"{_days_text(days)} {days.what}{source}"


def _season_text(season: Season) -> str:
    what = f"{season.activity} in {season.region}" if season.region else season.activity
    own = f" {season.begins or ''}/{season.ends or ''}"
    tups = f" tups {season.tups_in or ''}/{season.tups_out or ''}"
    return what + (own if own != " /" else "") + (tups if tups != " tups /" else "")


def _moment(moment: datetime) -> str:
    return moment.isoformat(sep=" ", timespec="minutes")


FORMS: Final[Mapping[Any, Form[Any]]] = {
    Spell: Form[Spell](Spell, SPELL, _spell, lambda s: f"{_moment(s.start)}/{_moment(s.end)}"),
    Days: Form[Days](Days, DAYS, _days, lambda days: f"{_days_text(days)} {days.note}".strip()),
    Season: Form[Season](Season, SEASON, _season, _season_text),
    NamedFeast: Form[NamedFeast](
        NamedFeast,
        FEAST,
        lambda found: _given(festival=found[1], day=found[2]),
        lambda feast: f"{feast.festival} {feast.day}",
    ),
    DatedLicence: Form[DatedLicence](DatedLicence, LICENCE, _licence, _licence_text),
}
"""How things of several fields are written in a cell, by kind."""

RUNS: Final = Form[tuple[str, str]](
    tuple[str, str], RUN, lambda found: list(found.groups()), "-".join
)
"""How a run of a bus or ferry is written: leaves and arrives."""
