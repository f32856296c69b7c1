"""What was read of somebody's calendar, kept beside a programme until it is put in or dropped."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from secrets import token_urlsafe
from typing import Final

from constraints import registry
from scheduler.calendars.foreign.account import About, BusyTimes, Question
from scheduler.calendars.foreign.passed_on import as_text, from_text
from scheduler.calendars.wall_time import Interval
from scheduler.files.busy_record import times_from
from scheduler.files.busy_saved import Saved, save_busy
from scheduler.files.saving import save
from scheduler.words import Days
from web import job_files
from web.store import KeptProgramme, NotKeptError

DRAFT: Final = "busy-draft.json"
YES: Final = "yes"


@dataclass(frozen=True)
class Asked:
    """One thing to ask: every time of one entry that has to be asked about for one reason."""

    name: str
    """What its answer is sent under."""
    about: About
    line: int
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class BusyDraft:
    """What was read of one calendar of one person: when it begins and ends, and nothing else."""

    code: str
    person: str
    calendar: str
    found: BusyTimes

    def asked(self) -> tuple[Asked, ...]:
        """Return what has to be asked, entry by entry."""
        groups: dict[tuple[int, About], list[Question]] = {}
        for each in self.found.questions:
            groups.setdefault((each.line, each.about), []).append(each)
        return tuple(
            Asked(f"answer-{number}", about, line, tuple(questions))
            for number, ((line, about), questions) in enumerate(groups.items(), start=1)
        )

    def put_into(self, kept: KeptProgramme, answers: Mapping[str, str]) -> Saved:
        """Put it into a programme, with whatever was asked and is so; then forget it."""
        said = [
            question
            for each in self.asked()
            if answers.get(each.name) == YES
            for question in each.questions
        ]
        away = tuple(days for each in said if (days := _days(each)))
        busy = (*self.found.busy, *(hours for each in said if (hours := _hours(each))))
        new = times_from(self.person, self.calendar, busy=busy, away=away)
        saved = save_busy(kept.folder / job_files.PROGRAMME, new, registry())
        forget(kept)
        return saved


def keep(kept: KeptProgramme, person: str, *, calendar: str, found: BusyTimes) -> BusyDraft:
    """Keep what was read, in place of whatever was read before."""
    draft = BusyDraft(token_urlsafe(16), person, calendar, found)
    told = {"code": draft.code, "person": person, "calendar": calendar, "found": as_text(found)}
    save({_place(kept): json.dumps(told)})
    return draft


def draft_of(kept: KeptProgramme, code: str) -> BusyDraft:
    """Return what was read.

    Raises
    ------
    NotKeptError
        If it was put in, dropped, or something else was read since.
    """
    try:
        told = json.loads(_place(kept).read_text("utf-8"))
    except FileNotFoundError:
        raise NotKeptError(code) from None
    if told["code"] != code:
        raise NotKeptError(code)
    return BusyDraft(code, told["person"], told["calendar"], from_text(told["found"]))


def forget(kept: KeptProgramme) -> None:
    """Forget what was read."""
    _place(kept).unlink(missing_ok=True)


def _place(kept: KeptProgramme) -> Path:
    return kept.folder / DRAFT


def _days(question: Question) -> Days | None:
    if isinstance(question.start, datetime) or isinstance(question.end, datetime):
        return None
    first: date = question.start
    return Days(first=first, last=question.end)


def _hours(question: Question) -> Interval | None:
    if isinstance(question.start, datetime) and isinstance(question.end, datetime):
        return question.start, question.end
    return None
