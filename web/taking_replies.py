"""Answers to invitations taken in: read where they do no harm, decided on, and kept."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from scheduler.calendars.from_plan import PlanCalendars
from scheduler.calendars.mail import Message, messages, messages_that_dates_stay, who_is_mailed
from scheduler.calendars.replies.limited import answers_in
from scheduler.calendars.replies.matching import Decided, Invited, decided
from scheduler.calendars.replies.spoken import Spoken, counts_line, remark_lines
from scheduler.files.reply_record import Doubted, ReplyRecord, Round, add_round

MOST_REMARKS: Final = 100
"""Most answers of which it is said why they were not taken in."""
LONGEST: Final = 100


def take_in(found: Sequence[bytes], calendars: PlanCalendars, place: Path, *, file: str) -> Round:
    """Take in the answers in some messages, and return what became of them.

    Parameters
    ----------
    place
        Where the answers to the programme stand.
    file
        What the messages came from, as people call it.
    """
    read, invited = answers_in(found), Invited(calendars)
    spoken = Spoken(calendars.programme, calendars.plan)

    def made(record: ReplyRecord) -> Round:
        told = decided(read, invited, now=datetime.now(UTC), known=record.answers())
        return Round(
            file=file[:LONGEST],
            counts=counts_line(told, messages=len(found)),
            answers=tuple(e.answer for e in told if e.answer and e.outcome == "used"),
            doubted=tuple(_doubted(told)),
            remarks=_few(tuple(remark_lines(told, spoken))),
        )

    return add_round(place, made).rounds[-1]


def _doubted(told: Iterable[Decided]) -> Iterator[Doubted]:
    for each in told:
        if each.answer and each.outcome == "asked":
            yield Doubted(answer=each.answer, why=each.why)


def _few(remarks: tuple[str, ...]) -> tuple[str, ...]:
    """Return as many remarks as anybody reads, and how many more there are."""
    more = len(remarks) - MOST_REMARKS
    if more <= 0:
        return remarks
    return (*remarks[:MOST_REMARKS], f"{more} more like these: give fewer messages in at once.")


def every_message(calendars: PlanCalendars, record: ReplyRecord) -> tuple[Message, ...]:
    """Return every message of a plan, and those that answer who proposed another time."""
    invited = (each for code in who_is_mailed(calendars) for each in messages(calendars, code))
    return (*invited, *messages_that_dates_stay(calendars, record.staying()))
