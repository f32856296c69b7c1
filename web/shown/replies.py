"""What people answered to invitations, as its page shows it to the facilitator alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from flask import url_for

from scheduler.calendars.from_plan import PlanCalendars
from scheduler.calendars.held import Held
from scheduler.calendars.mail import who_is_mailed
from scheduler.calendars.replies.answer import Answer
from scheduler.calendars.replies.matching import Invited
from scheduler.calendars.replies.spoken import Spoken, spoken_moment
from scheduler.files.reply_record import ReplyRecord, Round
from scheduler.sentences import listed
from web.forms import DAY_PARTS
from web.wording import say

GROUPS: Final = ("coming", "perhaps", "not coming")


@dataclass(frozen=True)
class ShownAnswer:
    """One answer with what somebody wrote beside it."""

    key: str
    says: str
    comment: str
    in_language: tuple[str, ...]
    """Whom to ask to speak with them in their language, where that is another than English."""
    why: str = ""
    """What speaks against it."""
    again: str = ""
    """Where to say that they cannot come, to see what planning again would do."""


@dataclass(frozen=True)
class ShownSession:
    """Who comes to one session, as they answered."""

    title: str
    lines: tuple[str, ...]
    answers: tuple[ShownAnswer, ...]
    """Those with something to read or to do."""


@dataclass(frozen=True)
class ShownReplies:
    """Everything that was answered."""

    last: Round | None
    """What came last."""
    mark: str
    """What stands for all that is shown: only that is taken out again."""
    doubted: tuple[ShownAnswer, ...]
    proposals: tuple[ShownAnswer, ...]
    sessions: tuple[ShownSession, ...]


def shown_replies(code: str, calendars: PlanCalendars, record: ReplyRecord) -> ShownReplies:
    """Return what was answered to the invitations of a plan, by its code in addresses."""
    showing = _Showing(code, calendars, record)
    return ShownReplies(
        last=record.rounds[-1] if record.rounds else None,
        mark=record.mark,
        doubted=tuple(showing.answer(each.answer, why=each.why) for each in record.doubted()),
        proposals=tuple(showing.answer(each, again=True) for each in record.proposals()),
        sessions=tuple(showing.sessions()),
    )


class _Showing:
    """A plan with the answers to it."""

    def __init__(self, code: str, calendars: PlanCalendars, record: ReplyRecord) -> None:
        self.code, self.record = code, record
        self.spoken = Spoken(calendars.programme, calendars.plan)
        self.invited = Invited(calendars)
        self.mailed = frozenset(who_is_mailed(calendars))

    def answer(self, answer: Answer, *, why: str = "", again: bool = False) -> ShownAnswer:
        """Return one answer as it is shown."""
        return ShownAnswer(
            key=answer.key,
            says=self._says(answer),
            comment=answer.comment,
            in_language=self.spoken.in_language(answer.person),
            why=why,
            again=self._again(answer) if again else "",
        )

    def sessions(self) -> Iterator[ShownSession]:
        """Give who comes to each session that has a date."""
        told = self.record.in_force()
        for (project, number), held in self.spoken.held.items():
            here = {seat[0]: a for seat, a in told.items() if seat[1:] == (project, number)}
            yield ShownSession(
                title=self.spoken.session(project, number),
                lines=tuple(self._lines(held, here)),
                answers=tuple(self._of_note(here)),
            )

    def _lines(self, held: Held, here: dict[str, Answer]) -> Iterator[str]:
        fresh = {code: each for code, each in here.items() if not self.invited.is_old(each)}
        for says in GROUPS:
            names = [self.spoken.person(c) for c, each in fresh.items() if each.says == says]
            if names:
                yield say(f"replies.{says.replace(' ', '_')}", names=listed(sorted(names)))
        old = [self._before(each) for code, each in here.items() if code not in fresh]
        if old:
            yield say("replies.old", names=listed(sorted(old)))
        expected = [each.person for each in held.chosen.there]
        silent = [code for code in expected if code not in here]
        for name, was_mailed in (("silent", True), ("not_mailed", False)):
            names = [self.spoken.person(c) for c in silent if self._was_mailed(c) == was_mailed]
            if names:
                yield say(f"replies.{name}", names=listed(sorted(names)))

    def _was_mailed(self, person: str) -> bool:
        """Say whether somebody was asked by mail: they chose so, and were sent what is theirs."""
        return person in self.mailed and self.invited.was_told(person)

    def _says(self, answer: Answer) -> str:
        old = self.invited.is_old(answer)
        return self.spoken.said_before(answer) if old else self.spoken.says(answer)

    def _before(self, answer: Answer) -> str:
        """Return who answered another date, and which."""
        name = self.spoken.person(answer.person)
        return f"{name} ({spoken_moment(answer.about)})" if answer.about else name

    def _of_note(self, here: dict[str, Answer]) -> Iterator[ShownAnswer]:
        for each in here.values():
            declines = each.says == "not coming" and not self.invited.is_old(each)
            if declines or each.comment:
                yield self.answer(each, again=declines)

    def _again(self, answer: Answer) -> str:
        held = self.spoken.held.get((answer.project, answer.number))
        if held is None:
            return ""
        day = held.start.date()
        typed = {"person": answer.person}
        typed |= {f"first-{part}": str(getattr(day, part)) for part in DAY_PARTS}
        form = url_for("replanning.ask", code=self.code, kind="away")
        return f"{form}?{urlencode(typed)}"
