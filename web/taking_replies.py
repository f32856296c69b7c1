"""Answers to invitations taken in: read where they do no harm, decided on, and kept."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from scheduler.calendars.from_plan import PlanCalendars
from scheduler.calendars.mail import Message, messages, messages_that_dates_stay, who_is_mailed
from scheduler.calendars.replies.limited import answers_in
from scheduler.calendars.replies.matching import Invited, decided
from scheduler.calendars.replies.spoken import counts_line, remark_lines
from scheduler.files.reply_record import Doubted, ReplyRecord, Round, add_round, read_replies

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
    known = read_replies(place).answers()
    told = decided(answers_in(found), Invited(calendars), known=known)
    taken = Round(
        file=file[:LONGEST],
        counts=counts_line(told, messages=len(found)),
        answers=tuple(e.answer for e in told if e.answer and e.outcome == "used"),
        doubted=tuple(
            Doubted(answer=e.answer, why=e.why) for e in told if e.answer and e.outcome == "asked"
        ),
        remarks=tuple(remark_lines(told))[:MOST_REMARKS],
    )
    add_round(place, taken)
    return taken


def every_message(calendars: PlanCalendars, record: ReplyRecord) -> tuple[Message, ...]:
    """Return every message of a plan, and those that answer who proposed another time."""
    invited = (each for code in who_is_mailed(calendars) for each in messages(calendars, code))
    return (*invited, *messages_that_dates_stay(calendars, record.staying()))
