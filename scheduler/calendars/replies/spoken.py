"""Answers in words, for the facilitator alone: what was read, and what became of it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from types import MappingProxyType
from typing import Final

from scheduler.calendars.foreign.spoken_busy import spoken_time
from scheduler.calendars.held import Held, sessions_held
from scheduler.calendars.mail import spoken_when
from scheduler.calendars.plan_entries import bare_entry
from scheduler.calendars.replies.answer import STANDINGS, Answer, Says
from scheduler.calendars.replies.matching import Decided, Outcome
from scheduler.calendars.replies.reading import address_in
from scheduler.calendars.replies.told import Passed
from scheduler.calendars.told_places import own_contact
from scheduler.calendars.wall_time import LONDON
from scheduler.people import Person
from scheduler.plan import Plan
from scheduler.programme import Programme
from scheduler.sentences import counted
from scheduler.spoken_days import spoken_day

STRANGER: Final = "somebody we do not know"
OURSELVES: Final = "your own address"

REST: Final[tuple[tuple[Outcome, str], ...]] = (
    ("asked", "to ask about"),
    ("refused", "refused"),
    ("replaced", "followed by a later one"),
    ("known", "known already"),
    ("not read", "not read"),
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

THEY: Final[Mapping[Says, str]] = MappingProxyType(
    {
        "coming": "they come",
        "perhaps": "they perhaps come",
        "not coming": "they do not come",
        "another time": "they propose another time",
    }
)


def spoken_moment(moment: datetime) -> str:
    """Return a moment in words: "Friday 15 January 2027 at 10:30"."""
    there = moment.astimezone(LONDON)
    return f"{spoken_day(there.date())} at {there:%H:%M}"


def counts_line(told: Sequence[Decided], *, messages: int) -> str:
    """Return how many messages were seen, used and not understood, and what of the rest."""
    counts = Counter(each.outcome for each in told)
    rest = [f"{counts[outcome]} {says}" for outcome, says in REST if counts[outcome]]
    seen = f"{counted(messages, 'message')} seen"
    known = (seen, f"{counts['used']} used", f"{counts['not understood']} not understood")
    return f"{', '.join((*known, *rest))}."


def remark_lines(told: Sequence[Decided], spoken: "Spoken") -> Iterator[str]:
    """Give each answer that was not taken in, by its message, with why and what it says."""
    unread = [each.number for each in told if each.outcome == "not read"]
    if unread:
        yield (
            f"{counted(len(unread), 'message')} not read, from message {unread[0]} on: reading "
            "took too long. Save the answers alone, and give them in a few at a time."
        )
    for each in told:
        if each.outcome == "refused":
            yield f"Message {each.number} was not taken in: {each.why}.{spoken.said_in(each)}"
        if each.outcome == "replaced":
            yield f"Message {each.number} counts no more: {each.why}.{spoken.said_in(each)}"
        if each.outcome == "not understood":
            yield f"Message {each.number} was not understood, so look at it yourself: {each.why}."
    yield from _to_read(told, spoken)


def _to_read(told: Sequence[Decided], spoken: "Spoken") -> Iterator[str]:
    """Give each message that is no answer of a calendar, those of people we know first."""
    found = [(spoken.sender(e.passed), e.passed) for e in told if e.passed and not e.why]
    for who, passed in sorted(found, key=lambda each: each[0] in {STRANGER, OURSELVES}):
        when = spoken_day(date.fromisoformat(passed.day)) if passed.day else "without a date"
        what = f'"{passed.subject}"' if passed.subject else "without a subject"
        about = f"from {who}, {when}, {what}"
        yield f"Message {passed.number} is no answer from a calendar, so read it yourself: {about}."


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

    @cached_property
    def addresses(self) -> Mapping[str, str]:
        """What those are called who have an address, by it; our own is among them."""
        found: dict[str, list[str]] = {}
        for each in self.people.values():
            found.setdefault(address_in(each.email), []).append(each.label)
        own = {address_in(self.programme.email): OURSELVES}
        return {**{at: " or ".join(names) for at, names in found.items()}, **own}

    def sender(self, passed: Passed) -> str:
        """Return whom a message says it is from."""
        return self.addresses.get(passed.sender, STRANGER) if passed.sender else STRANGER

    def says(self, answer: Answer) -> str:
        """Return what somebody answered."""
        what = f"{COMES[answer.says]} {self.session(answer.project, answer.number)}"
        proposed = self._proposed(answer)
        return f"{self.person(answer.person)} {what}{proposed}."

    def said_before(self, answer: Answer) -> str:
        """Return what somebody answered about a date or place that holds no more."""
        about = f"of {spoken_moment(answer.about)}" if answer.about else "before this changed"
        now = self.session(answer.project, answer.number)
        return (
            f"{self.person(answer.person)} said {about} that {THEY[answer.says]}. Now it is {now}."
        )

    def said_in(self, decided: Decided) -> str:
        """Return, as sentences after another, what was not taken in; empty of strangers' words."""
        reply = decided.reply
        if reply is None or not decided.person:
            return ""
        says = "another time" if reply.method == "COUNTER" else STANDINGS.get(reply.standing)
        what = f" says that {THEY[says]}" if says else " gives no answer that is known"
        about = f" on {spoken_moment(datetime.fromisoformat(reply.about))}" if reply.about else ""
        wrote = f" They wrote, to you alone: {reply.comment}" if reply.comment else ""
        return f" It is in the name of {self.person(decided.person)}, and{what}{about}.{wrote}"

    def in_language(self, code: str) -> tuple[str, ...]:
        """Return whom to ask to speak with somebody in their language."""
        person = self.people.get(code)
        return tuple(own_contact(self.programme, person)) if person else ()

    def _proposed(self, answer: Answer) -> str:
        if answer.start is None or answer.end is None or answer.start >= answer.end:
            return ""
        return f": {spoken_time((answer.start, answer.end))}"
