"""Whether an answer is one to ours: the right session and person, and not too old."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import Literal

from scheduler.calendars.entry import CalendarEntry, is_session, session_uid
from scheduler.calendars.from_plan import PlanCalendars, Reader
from scheduler.calendars.mail import message_names
from scheduler.calendars.replies.answer import STANDINGS, Answer, Seat, latest
from scheduler.calendars.replies.beside import Beside, against
from scheduler.calendars.replies.reading import address_in
from scheduler.calendars.replies.told import NOT_READ, Found, Passed, Reply

Outcome = Beside | Literal["refused", "not understood", "not read", "no answer"]
"""What becomes of an answer: each has exactly one."""


@dataclass(frozen=True)
class Decided:
    """What became of one answer."""

    number: int
    """Which message of the file it stood in, from 1."""
    outcome: Outcome
    why: str = ""
    answer: Answer | None = None
    person: str = field(default="", compare=False)
    """In whose name it is, where that is somebody of this programme."""
    reply: Reply | None = field(default=None, compare=False)
    """What stood in the message."""
    passed: Passed | None = field(default=None, compare=False)
    """What is known of a message that holds no answer."""


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

    def was_told(self, person: str) -> bool:
        """Say whether it is known what somebody was sent last."""
        return self.calendars.name_for(Reader("person", person)) in self.calendars.sent

    def is_old(self, answer: Answer) -> bool:
        """Say whether an answer was to another date or place than holds now."""
        uid = session_uid(self.calendars.programme.name, answer.project, number=answer.number)
        entry = self.entry(answer.person, uid)
        if entry is None or entry.status == "CANCELLED" or entry.sequence != answer.sequence:
            return True
        return answer.about is not None and answer.about != entry.start

    def names(self, person: str, uid: str) -> frozenset[str]:
        """Return the names of the messages that somebody was sent about a session."""
        if person not in self._names_by_person:
            self._names_by_person[person] = message_names(self.calendars, person)
        return self._names_by_person[person].get(uid, frozenset())

    @cached_property
    def _names_by_person(self) -> dict[str, Mapping[str, frozenset[str]]]:
        return {}

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
    now: datetime
    known: dict[tuple[Seat, bool], Answer] = field(default_factory=dict)
    """The answer in force about each session; proposals apart."""

    def decide(self, reply: Reply) -> Decided:
        """Decide on one answer."""
        others = self._not_ours(reply)
        if others:
            return Decided(reply.number, "refused", others)
        people = self.invited.by_address.get(reply.attendee, ())
        person = people[0] if len(people) == 1 else ""
        refused = _not_one(people) or self._not_now(reply, person)
        if refused:
            return Decided(reply.number, "refused", refused, person=person, reply=reply)
        answer = self._answer(reply, person)
        place = (answer.seat, reply.method == "COUNTER")
        outcome, why = against(answer, self.known.get(place), now=self.now)
        doubt = _doubt(reply) or self._strange_thread(reply, person)
        if why and outcome == "asked":
            # Their clock cannot say whether it comes last; on the facilitator's word it does.
            answer = answer.model_copy(update={"written": self.now})
        if outcome == "used" and doubt:
            outcome, why = "asked", doubt
        elif outcome == "asked" and doubt:
            why = f"{doubt}, and {why}"
        if outcome == "used":
            self.known[place] = answer
        return Decided(reply.number, outcome, why, answer, person=person, reply=reply)

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
        if not self.invited.was_told(person):
            return "what they were sent last is not known here, so ask them which date they mean"
        other = _not_its_wording(reply, entry)
        if not other and reply.method == "REPLY" and reply.standing not in STANDINGS:
            return "it says neither yes nor no nor perhaps, so ask them"
        return other

    def _strange_thread(self, reply: Reply, person: str) -> str:
        """Return that it follows on from another message than ours to them; empty where not."""
        if not reply.thread or self.invited.names(person, reply.uid) & set(reply.thread):
            return ""
        return "it follows on from another message than those they were sent about this"

    def _answer(self, reply: Reply, person: str) -> Answer:
        project, number = self.invited.sessions[reply.uid]
        entry = self.invited.entry(person, reply.uid)
        is_proposal = reply.method == "COUNTER"
        return Answer(
            person=person,
            project=project,
            number=number,
            says="another time" if is_proposal else STANDINGS[reply.standing],
            sequence=reply.sequence,
            stamped=datetime.fromisoformat(reply.stamped),
            about=entry.start.astimezone(UTC) if entry else None,
            start=datetime.fromisoformat(reply.start) if reply.start else None,
            end=datetime.fromisoformat(reply.end) if reply.end else None,
            comment=reply.comment,
        )


def decided(
    found: Iterable[Found], invited: Invited, *, now: datetime, known: Iterable[Answer] = ()
) -> tuple[Decided, ...]:
    """Decide on every answer, the one written first before the others; told in order of the file.

    Parameters
    ----------
    now
        When they are read: none can have been written later.
    known
        Answers that were taken in before.
    """
    every = tuple(known)
    proposals = latest(each for each in every if each.says == "another time")
    answers = latest(each for each in every if each.says != "another time")
    matching = _Matching(invited, now)
    for is_proposal, taken in ((True, proposals), (False, answers)):
        matching.known |= {(seat, is_proposal): each for seat, each in taken.items()}
    replies: list[Reply] = []
    told: list[Decided] = []
    for each in found:
        if isinstance(each, Passed):
            told.append(Decided(each.number, _passed(each), each.why, passed=each))
        else:
            replies.append(each)
    replies.sort(key=lambda each: (each.sequence, each.stamped))
    told += [matching.decide(each) for each in replies]
    return tuple(sorted(told, key=lambda each: each.number))


def _passed(each: Passed) -> Outcome:
    if each.why == NOT_READ:
        return "not read"
    return "not understood" if each.why else "no answer"


def _not_its_wording(reply: Reply, entry: CalendarEntry) -> str:
    """Return why it is not to a session as it is held now; empty where it is."""
    if reply.sequence < entry.sequence:
        return "it answers an earlier date or place: the session has changed since, so ask them"
    if reply.sequence > entry.sequence:
        return "it answers a later change than is known here: name the folder it was sent from"
    if entry.status == "CANCELLED":
        return "the session is called off"
    if reply.about and datetime.fromisoformat(reply.about) != entry.start:
        return "it answers another date than holds now, so ask them"
    return ""


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
    if reply.is_disowned:
        return "a mail server found that its message is not from whom it says"
    return ""
