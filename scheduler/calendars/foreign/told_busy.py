"""What a calendar file says of when somebody is busy, in lines and as cells of a table."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from scheduler.calendars.foreign.account import Account, BusyTimes, Outcome, Question
from scheduler.calendars.foreign.spoken_busy import busy_cell, spoken_question
from scheduler.sentences import counted
from scheduler.spoken_days import spoken_day

THROWN_AWAY: Final = (
    "Only when each begins and ends is kept: titles, places and people were thrown away."
)
REST: Final[tuple[tuple[Outcome, str], ...]] = (
    ("asked", "to ask about"),
    ("free", "that leave them free or take up no time"),
    ("elsewhen", "outside these days"),
    ("replaced", "replaced by a later version"),
)
"""What becomes of an entry that is neither used nor not understood."""


def busy_lines(found: BusyTimes, file: str) -> Iterator[str]:
    """Give the report of a file: the counts, what to ask, and whatever was not understood."""
    yield counts_line(found, file)
    yield from (not_understood_line(each) for each in not_understood(found))
    yield from found.remarks
    yield from (question_line(each) for each in found.questions)
    yield THROWN_AWAY


def cell_lines(found: BusyTimes) -> Iterator[str]:
    """Give what belongs under `times.busy` in people.csv, and perhaps under `times.away`."""
    away = [each for each in found.questions if each.about == "all day"]
    if away:
        days = "; ".join(f"{each.start}/{each.end}" for each in away)
        yield f"If they say that those whole days are taken, times.away: {days}"
    yield f"times.busy: {busy_cell(found.busy)}"


def counts_line(found: BusyTimes, file: str) -> str:
    """Return how many entries were seen, used and not understood, and what of the rest."""
    counts = Counter(each.outcome for each in found.accounts)
    rest = [f"{counts[outcome]} {says}" for outcome, says in REST if counts[outcome]]
    seen = counted(len(found.accounts), "entry", "entries")
    known = [f"{seen} seen", f"{counts['used']} used", f"{counts['not understood']} not understood"]
    return f"{file}: {', '.join((*known, *rest))}."


def not_understood(found: BusyTimes) -> Iterator[Account]:
    """Give the entries that were not understood."""
    return (each for each in found.accounts if each.outcome == "not understood")


def not_understood_line(account: Account) -> str:
    """Return which entry was not understood and why, by its line and its day."""
    day = f" of {spoken_day(account.day)}" if account.day else ""
    return f"Not understood, so ask: the entry at line {account.line}{day}: {account.why}."


def question_line(question: Question) -> str:
    """Return what to ask."""
    when = spoken_question(question)
    if question.about == "all day":
        return f"Ask whether they are taken {when} (line {question.line})."
    why = "is only pencilled in" if question.about == "pencilled in" else "has no known time zone"
    return f"Ask whether they are taken {when} (line {question.line}), which {why}."
