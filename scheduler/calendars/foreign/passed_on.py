"""What was read of a calendar file as text, to pass it from one process to another."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from scheduler.calendars.foreign.account import Account, BusyTimes, Question


def as_text(found: BusyTimes) -> str:
    """Return what was read, without the times nobody asked about."""
    told = {
        "busy": [[_written(each) for each in interval] for interval in found.busy],
        "questions": [_parts(each) for each in found.questions],
        "accounts": [_parts(each) for each in found.accounts],
        "remarks": found.remarks,
    }
    return json.dumps(told)


def from_text(text: str) -> BusyTimes:
    """Return what was read, from such a text.

    Raises
    ------
    ValueError
        If it is none.
    """
    told = json.loads(text)
    return BusyTimes(
        busy=tuple(
            (datetime.fromisoformat(start), datetime.fromisoformat(end))
            for start, end in told["busy"]
        ),
        questions=tuple(_question(each) for each in told["questions"]),
        accounts=tuple(_account(each) for each in told["accounts"]),
        remarks=tuple(told["remarks"]),
    )


def _parts(word: Account | Question) -> dict[str, Any]:
    return {name: _written(value) for name, value in asdict(word).items()}


def _written(value: Any) -> Any:  # noqa: ANN401 - a day, a moment, or what JSON has
    return value.isoformat() if isinstance(value, date) else value


def _question(told: Mapping[str, Any]) -> Question:
    start, end = _when(told["start"]), _when(told["end"])
    return Question(told["line"], start, end, told["about"])


def _account(told: Mapping[str, Any]) -> Account:
    day = date.fromisoformat(told["day"]) if told["day"] else None
    return Account(told["line"], day, told["outcome"], told["why"])


def _when(text: str) -> date | datetime:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
