"""Answers in words, for the facilitator alone: what was read, and what became of it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Final

from scheduler.calendars.foreign.spoken_busy import spoken_time
from scheduler.calendars.held import Held, sessions_held
from scheduler.calendars.mail import spoken_when
from scheduler.calendars.plan_entries import bare_entry
from scheduler.calendars.replies.answer import Answer, Says
from scheduler.calendars.replies.matching import Decided, Outcome
from scheduler.calendars.told_places import own_contact
from scheduler.people import Person
from scheduler.plan import Plan
from scheduler.programme import Programme
from scheduler.sentences import counted

REST: Final[tuple[tuple[Outcome, str], ...]] = (
    ("asked", "to ask about"),
    ("refused", "refused"),
    ("replaced", "known already or followed by a later one"),
    ("no answer", "without an answer"),
)
"""What becomes of an answer that is neither used nor not understood."""

COMES: Final[Mapping[Says, str]] = MappingProxyType(
    {
        "coming": "is coming to",
        "perhaps": "is perhaps coming to",
        "not coming": "is not coming to",
        "another time": "proposes another time for",
    }
)


def counts_line(told: Sequence[Decided], *, messages: int) -> str:
    """Return how many messages were seen, used and not understood, and what of the rest."""
    counts = Counter(each.outcome for each in told)
    rest = [f"{counts[outcome]} {says}" for outcome, says in REST if counts[outcome]]
    seen = f"{counted(messages, 'message')} seen"
    known = (seen, f"{counts['used']} used", f"{counts['not understood']} not understood")
    return f"{', '.join((*known, *rest))}."


def remark_lines(told: Sequence[Decided]) -> Iterator[str]:
    """Give each answer that was refused or not understood, by its message, with why."""
    for each in told:
        if each.outcome == "refused":
            yield f"Message {each.number} was not taken in: {each.why}."
        if each.outcome == "not understood":
            yield f"Message {each.number} was not understood, so look at it yourself: {each.why}."


@dataclass(frozen=True)
class Spoken:
    """The names that answers are told with."""

    programme: Programme
    plan: Plan

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """Everybody by code."""
        return {each.code: each for each in self.programme.people}

    @cached_property
    def held(self) -> Mapping[tuple[str, int], Held]:
        """The sessions that have a date, by project and number."""
        every = sessions_held(self.programme, self.plan, {})
        return {(each.project.code, each.chosen.number): each for each in every}

    def person(self, code: str) -> str:
        """Return what somebody is called."""
        return self.people[code].label if code in self.people else code

    def session(self, project: str, number: int) -> str:
        """Return a session with its day and hours."""
        held = self.held.get((project, number))
        if held is None:
            return "a session that has no date any more"
        return f"{held.title} ({spoken_when(bare_entry(held))})"

    def says(self, answer: Answer) -> str:
        """Return what somebody answered."""
        what = f"{COMES[answer.says]} {self.session(answer.project, answer.number)}"
        proposed = self._proposed(answer)
        return f"{self.person(answer.person)} {what}{proposed}."

    def in_language(self, code: str) -> tuple[str, ...]:
        """Return whom to ask to speak with somebody in their language."""
        person = self.people.get(code)
        return tuple(own_contact(self.programme, person)) if person else ()

    def _proposed(self, answer: Answer) -> str:
        if answer.start is None or answer.end is None or answer.start >= answer.end:
            return ""
        return f": {spoken_time((answer.start, answer.end))}"
