"""Whether an answer is one to ours: the right session and person, and not too old."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Literal

from scheduler.calendars.entry import CalendarEntry, is_session, session_uid
from scheduler.calendars.from_plan import PlanCalendars, Reader
from scheduler.calendars.replies.answer import STANDINGS, Answer, latest
from scheduler.calendars.replies.reading import address_in
from scheduler.calendars.replies.told import Found, Passed, Reply

Outcome = Literal["used", "asked", "refused", "replaced", "not understood", "no answer"]
"""What becomes of an answer: each has exactly one."""


@dataclass(frozen=True)
class Decided:
    """What became of one answer."""

    number: int
    """Which message of the file it stood in, from 1."""
    outcome: Outcome
    why: str = ""
    answer: Answer | None = None


@dataclass(frozen=True)
class Invited:
    """The sessions people were invited to, as they were last told of them."""

    calendars: PlanCalendars

    @cached_property
    def by_address(self) -> Mapping[str, Sequence[str]]:
        """The codes of everybody who has an address."""
        found: dict[str, list[str]] = defaultdict(list)
        for person in self.calendars.joined():
            found[address_in(self.calendars.guest(person.code).address)].append(person.code)
        return found

    @cached_property
    def sessions(self) -> Mapping[str, tuple[str, int]]:
        """Project and number of every session by its identity."""
        programme = self.calendars.programme
        return {
            session_uid(programme.name, project.code, number=number): (project.code, number)
            for project in programme.projects
            for number in range(1, len(project.sessions) + 1)
        }

    def entry(self, person: str, uid: str) -> CalendarEntry | None:
        """Return what somebody was told of a session; None where they were not invited."""
        return self._told(person).get(uid)

    def is_old(self, answer: Answer) -> bool:
        """Say whether an answer was to another date or place than holds now."""
        uid = session_uid(self.calendars.programme.name, answer.project, number=answer.number)
        entry = self.entry(answer.person, uid)
        return entry is None or (entry.sequence, entry.status == "CANCELLED") != (
            answer.sequence,
            False,
        )

    @cached_property
    def organiser(self) -> str:
        """Whom answers go to."""
        return address_in(self.calendars.organiser.address)

    @cached_property
    def _by_person(self) -> dict[str, Mapping[str, CalendarEntry]]:
        return {}

    def _told(self, person: str) -> Mapping[str, CalendarEntry]:
        if person not in self._by_person:
            entries = self.calendars.entries_for(Reader("person", person))
            self._by_person[person] = {e.uid: e for e in entries if is_session(e.uid)}
        return self._by_person[person]


@dataclass
class _Matching:
    """Answers decided so far."""

    invited: Invited
    known: dict[tuple[str, str, int, bool], datetime] = field(default_factory=dict)
    """When the last answer about each session was written; proposals apart."""

    def decide(self, reply: Reply) -> Decided:
        """Decide on one answer."""
        refused = self._not_ours(reply)
        people = self.invited.by_address.get(reply.attendee, ())
        refused = refused or _not_one(people) or self._not_now(reply, people[0])
        if refused:
            return Decided(reply.number, "refused", refused)
        answer = self._answer(reply, people[0])
        place = (*answer.seat, reply.method == "COUNTER")
        if place in self.known and answer.stamped <= self.known[place]:
            return Decided(reply.number, "replaced", "a later answer is known", answer)
        doubt = _doubt(reply)
        if doubt:
            return Decided(reply.number, "asked", doubt, answer)
        self.known[place] = answer.stamped
        return Decided(reply.number, "used", "", answer)

    def _not_ours(self, reply: Reply) -> str:
        """Return why an answer is not to us; empty where it is."""
        if reply.uid not in self.invited.sessions:
            return "it is about a session that is not one of this programme"
        if reply.of_series:
            return "it is about one day of a series, and none of our sessions is one"
        if reply.organiser != self.invited.organiser:
            return "it answers somebody else's invitation, or does not say whose"
        return ""

    def _not_now(self, reply: Reply, person: str) -> str:
        """Return why it does not fit what somebody was told; empty where it does."""
        entry = self.invited.entry(person, reply.uid)
        if entry is None:
            return "whoever it is from was not invited to that session"
        if reply.sequence < entry.sequence:
            return "it answers an earlier date or place: the session has changed since, so ask them"
        if reply.sequence > entry.sequence:
            return "it answers a later change than is known here: name the folder it was sent from"
        if entry.status == "CANCELLED":
            return "the session is called off"
        if reply.method == "REPLY" and reply.standing not in STANDINGS:
            return "it says neither yes nor no nor perhaps, so ask them"
        return ""

    def _answer(self, reply: Reply, person: str) -> Answer:
        project, number = self.invited.sessions[reply.uid]
        is_proposal = reply.method == "COUNTER"
        return Answer(
            person=person,
            project=project,
            number=number,
            says="another time" if is_proposal else STANDINGS[reply.standing],
            sequence=reply.sequence,
            stamped=datetime.fromisoformat(reply.stamped),
            start=datetime.fromisoformat(reply.start) if reply.start else None,
            end=datetime.fromisoformat(reply.end) if reply.end else None,
            comment=reply.comment,
        )


def decided(
    found: Iterable[Found], invited: Invited, *, known: Iterable[Answer] = ()
) -> tuple[Decided, ...]:
    """Decide on every answer, the one written first before the others; told in order of the file.

    Parameters
    ----------
    known
        Answers that were taken in before.
    """
    every = tuple(known)
    proposals = latest(each for each in every if each.says == "another time")
    answers = latest(each for each in every if each.says != "another time")
    matching = _Matching(invited)
    for is_proposal, taken in ((True, proposals), (False, answers)):
        matching.known |= {(*seat, is_proposal): each.stamped for seat, each in taken.items()}
    replies: list[Reply] = []
    told: list[Decided] = []
    for each in found:
        if isinstance(each, Passed):
            told.append(Decided(each.number, _passed(each), each.why))
        else:
            replies.append(each)
    told += [matching.decide(each) for each in sorted(replies, key=lambda each: each.stamped)]
    return tuple(sorted(told, key=lambda each: each.number))


def _passed(each: Passed) -> Outcome:
    return "not understood" if each.why else "no answer"


def _not_one(people: Sequence[str]) -> str:
    if not people:
        return "whoever it is from is nobody of this programme, or has another address here"
    if len(people) > 1:
        return "several people have this address, so ask them whose answer it is"
    return ""


def _doubt(reply: Reply) -> str:
    """Return why nobody can be sure whom an answer is from; empty where its message agrees."""
    if not reply.senders:
        return "it came without its message, so nothing says whom it is from"
    if [f"mailto:{sender}" for sender in reply.senders] != [reply.attendee]:
        return "its message is from another address than theirs"
    return ""
