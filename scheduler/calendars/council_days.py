"""Local holidays, school holidays and in-service days of councils, from a table or a calendar."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from icalendar import Calendar

from scheduler.typed_days import instead

COLUMNS: Final = ("council", "first", "last", "kind", "name", "source", "checked")
LOCAL_HOLIDAY: Final = "local holiday"
NO_SCHOOL: Final = "no-school"
"""The name by which hours speak of days without school: "Mon-Fri 14:45-15:30 not no-school"."""
KINDS: Final = (LOCAL_HOLIDAY, "school holiday", "in-service day")
ONE_DAY: Final = timedelta(days=1)


class CouncilDaysError(ValueError):
    """A file of councils' days cannot be read at all; says what to do."""


@dataclass(frozen=True)
class CouncilDays:
    """Days of one council, with who said so."""

    council: str
    first: date
    last: date
    kind: str
    name: str
    source: str


@dataclass(frozen=True)
class ReadDays:
    """What a file of councils' days holds."""

    days: tuple[CouncilDays, ...]
    not_known: tuple[str, ...]
    """Councils the file names without a single day."""
    refused: tuple[str, ...]
    """What was not understood, a sentence for each row."""

    def known_to(self) -> dict[str, date]:
        """Return the last day known of each council: nothing is known beyond it."""
        return {each.council: each.last for each in sorted(self.days, key=lambda each: each.last)}


def read_council_days(path: Path, *, council: str = "", source: str = "") -> ReadDays:
    """Return the days in a .csv of the template's columns, or in a council's own .ics.

    Raises
    ------
    CouncilDaysError
        If the file is neither, or its header is not the template's.
    """
    is_calendar = path.suffix.lower() == ".ics"
    if is_calendar and not council:
        msg = f"{path.name} does not say whose days it holds; name the council with --area"
        raise CouncilDaysError(msg)
    told = _from_calendar(path, council, source) if is_calendar else _from_table(path)
    days: list[CouncilDays] = []
    empty: list[str] = []
    refused: list[str] = []
    for where, row in told:
        wrong = "; ".join(_wrong(row))
        if wrong:
            refused.append(f"{where}: {wrong}.")
        elif row["first"]:
            days.append(_days(row, source))
        else:
            empty.append(row["council"])
    known = {each.council for each in days}
    return ReadDays(tuple(days), tuple(c for c in empty if c not in known), tuple(refused))


def _from_table(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines, restval="")
        if tuple(reader.fieldnames or ()) != COLUMNS:
            msg = f"{path.name} line 1: the header has to be {','.join(COLUMNS)}"
            raise CouncilDaysError(msg)
        for row in reader:
            yield f"line {reader.line_num}", {name: row[name].strip() for name in COLUMNS}


def _from_calendar(path: Path, council: str, source: str) -> Iterator[tuple[str, dict[str, str]]]:
    try:
        found = Calendar.from_ical(path.read_bytes())
    except ValueError as refused:
        msg = f"{path.name} is no calendar: {refused}"
        raise CouncilDaysError(msg) from refused
    for number, event in enumerate(found.walk("VEVENT"), start=1):
        yield f"entry {number}", _row(event, council, source)


def _row(event: Any, council: str, source: str) -> dict[str, str]:  # noqa: ANN401 - icalendar's
    name = str(event.get("SUMMARY", ""))
    told = dict.fromkeys(COLUMNS, "") | {"council": council, "name": name, "source": source}
    try:
        first, last = map(str, _span(event))
    except ValueError:
        first, last = "that nobody can read", ""
    again = "a rule that repeats it" if "RRULE" in event else ""
    return told | {"kind": _kind_of(name), "first": again or first, "last": last}


def _span(event: Any) -> tuple[date, date]:  # noqa: ANN401 - icalendar's
    """Return the first and last day of an entry; its end is the day after the last."""
    first = event.start if type(event.start) is date else event.start.date()
    last = event.end - ONE_DAY if type(event.end) is date else event.end.date()
    return first, max(first, last)


def _kind_of(name: str) -> str:
    """Return what kind of day an entry of a school calendar is, by its name."""
    plain = name.casefold()
    if "service" in plain or "inset" in plain:
        return "in-service day"
    return LOCAL_HOLIDAY if "local" in plain or "public" in plain else "school holiday"


def _wrong(row: dict[str, str]) -> Iterator[str]:
    if not row["council"]:
        yield "it names no council"
    if row["first"] and row["kind"] not in KINDS:
        yield f'kind "{row["kind"]}" is none of: {", ".join(KINDS)}'
    wrong = [_no_day(row, column) for column in ("first", "last") if _is_wrong(row[column])]
    yield from wrong
    if not wrong and row["first"] and row["last"] and row["last"] < row["first"]:
        yield f"last {row['last']} is before first {row['first']}; swap them or correct one"


def _is_wrong(text: str) -> bool:
    try:
        return bool(text) and date.fromisoformat(text).isoformat() != text
    except ValueError:
        return True


def _no_day(row: dict[str, str], column: str) -> str:
    advice = (
        instead(row[column], lambda text: not _is_wrong(text))
        or "2027-10-11, one row for each year"
    )
    return f'{column} "{row[column]}" is no day; write it as {advice}'


def _days(row: dict[str, str], source: str) -> CouncilDays:
    first = date.fromisoformat(row["first"])
    last = date.fromisoformat(row["last"]) if row["last"] else first
    checked = f" (checked {row['checked']})" if row["checked"] else ""
    told = (row["source"] or source) + checked
    return CouncilDays(row["council"], first, last, row["kind"], row["name"], told)


def as_programme(days: Iterable[CouncilDays]) -> dict[str, list[dict[str, Any]]]:
    """Return days as a programme has them: local holidays, and days without school.

    Those come twice, since only the organiser knows what they are for: as days to avoid, and by
    name and council, for hours of people to go by.
    """
    told = sorted(days, key=lambda each: (each.first, each.council))
    local = [
        _holiday(each, day) for each in told if each.kind == LOCAL_HOLIDAY for day in _each(each)
    ]
    schools = [_avoided(each) for each in told if each.kind != LOCAL_HOLIDAY]
    return {"local_holidays": local, "dates_to_avoid": schools, "named_days": _by_name(told)}


def _by_name(told: list[CouncilDays]) -> list[dict[str, Any]]:
    """Return the days without school of each council under one name; none outside them is known."""
    schools = [each for each in told if each.kind != LOCAL_HOLIDAY]
    by_council = {c: [e for e in schools if e.council == c] for c in sorted(_councils(schools))}
    return [
        {
            "code": NO_SCHOOL,
            "area": council,
            "source": next((each.source for each in own if each.source), ""),
            "known_from": str(min(each.first for each in own)),
            "known_until": str(max(each.last for each in own)),
            "days": [{"first": str(each.first), "last": str(each.last)} for each in own],
        }
        for council, own in by_council.items()
    ]


def _councils(days: Iterable[CouncilDays]) -> set[str]:
    return {each.council for each in days}


def _each(days: CouncilDays) -> Iterator[date]:
    for number in range((days.last - days.first).days + 1):
        yield days.first + number * ONE_DAY


def _holiday(days: CouncilDays, day: date) -> dict[str, str]:
    told = {"name": days.name, "area": days.council, "source": days.source}
    return {"day": str(day), **{name: value for name, value in told.items() if value}}


def _avoided(days: CouncilDays) -> dict[str, str]:
    note = ", ".join(filter(None, (days.name or days.kind, days.council, days.source)))
    return {"first": str(days.first), "last": str(days.last), "note": note}
