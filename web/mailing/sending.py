"""Messages sent one after another, so that a run that broke off can be gone on with."""

import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime

from web.mailing.accepted import AcceptedLog
from web.mailing.parcels import Parcel
from web.mailing.post import ConnectionLostError, MailStoppedError, Outcome, PostOffice
from web.mailing.settings import MailAccount
from web.wording import say


@dataclass
class Sent:
    """What became of some messages."""

    accepted: list[Parcel] = field(default_factory=list)
    failed: list[tuple[Parcel, Outcome]] = field(default_factory=list)
    left: list[Parcel] = field(default_factory=list)
    """Those that were not tried, or whose turn did not come."""
    stopped: str = ""
    """Why no more could be sent, and what to do; empty where nothing stood in the way."""

    def failures(self) -> Iterator[str]:
        """Give for each message that was not taken who it was for, and what to do."""
        for parcel, outcome in self.failed:
            yield failure_says(parcel, outcome)


@dataclass(frozen=True)
class Standing:
    """How messages stand before they are sent."""

    new: tuple[Parcel, ...]
    accepted: tuple[Parcel, ...]
    not_known: tuple[Parcel, ...]
    """Begun, and nobody knows whether they went out."""
    behind: tuple[Parcel, ...] = ()
    """Older than what the same people were told since: their calendars would not take these in."""

    @classmethod
    def of(cls, parcels: Sequence[Parcel], log: AcceptedLog) -> "Standing":
        """Look up how each stands."""
        latest = log.latest()
        states = ("new", "accepted", "not known", "behind")
        by_state: dict[str, list[Parcel]] = {state: [] for state in states}
        for each in parcels:
            is_behind = each.wording.is_behind(latest.get(each.wording.of))
            by_state["behind" if is_behind else log.state(each.key)].append(each)
        return cls(*(tuple(by_state[state]) for state in by_state))


def send(
    parcels: Sequence[Parcel],
    account: MailAccount,
    log: AcceptedLog,
    *,
    seconds: float | None = None,
) -> Sent:
    """Send messages that were never handed over before, each once.

    Parameters
    ----------
    seconds
        After how long no further one is begun; None goes on to the last.
    """
    sent, ends = Sent(), None if seconds is None else time.monotonic() + seconds
    todo = Standing.of(parcels, log).new
    with ExitStack() as offices:
        counter = _Counter(account, log, offices)
        for number, parcel in enumerate(todo):
            late = ends is not None and time.monotonic() >= ends
            try:
                outcome = None if late else counter.take(parcel)
            except MailStoppedError as stopped:
                sent.stopped = str(stopped)
                sent.left = list(todo[number:])
                break
            _note(sent, parcel, outcome)
            if outcome and outcome.became == "not known":
                # Whatever broke it may break the next as well: better one to ask about than all.
                sent.stopped, sent.left = say("mailing.lost"), list(todo[number + 1 :])
                break
    return sent


def failure_says(parcel: Parcel, outcome: Outcome) -> str:
    """Return what became of a message that was not taken, and what to do."""
    name = f"mailing.{outcome.became.replace(' ', '_')}"
    ways = say("mailing.ways", ways=parcel.other_ways) if parcel.other_ways else say("mailing.ask")
    return say(name, name=parcel.person.label, about=parcel.subject, code=outcome.code, ways=ways)


def _note(sent: Sent, parcel: Parcel, outcome: Outcome | None) -> None:
    if outcome is None:
        sent.left.append(parcel)
    elif outcome.became == "accepted":
        sent.accepted.append(parcel)
    else:
        sent.failed.append((parcel, outcome))


@dataclass
class _Counter:
    """Where messages are handed in, one at a time; it opens anew where the server closes early."""

    account: MailAccount
    log: AcceptedLog
    offices: ExitStack
    office: PostOffice | None = None
    taken: int = 0
    """How many were answered over this connection."""

    def take(self, parcel: Parcel) -> Outcome | None:
        """Hand in a message; None where somebody else is about to."""
        if not parcel.to.isascii():
            return Outcome("refused")
        if not self.log.claim(parcel.key, parcel.wording):
            return None
        try:
            outcome = self._handed_in(parcel)
        except MailStoppedError:
            self.log.release(parcel.key)
            raise
        except UnicodeError as refused:
            # The content is handed over as bytes: so this was before it, and nothing went out.
            self.log.release(parcel.key)
            raise MailStoppedError(say("mailing.letters")) from refused
        if outcome.became == "accepted":
            self.log.accept(parcel.key, parcel.wording, datetime.now(UTC))
        elif outcome.became != "not known":
            self.log.release(parcel.key)
        return outcome

    def _handed_in(self, parcel: Parcel) -> Outcome:
        sender = self.account.settings.sender or parcel.sender
        while True:
            if self.office is None:
                self.office, self.taken = self.offices.enter_context(PostOffice(self.account)), 0
            try:
                outcome = self.office.hand_in(parcel.content, sender=sender, to=parcel.to)
            except ConnectionLostError:
                self.office = None
                # Many servers take only so many messages before one has to come anew.
                if not self.taken:
                    raise MailStoppedError(say("mailing.lost")) from None
                continue
            self.taken += 1
            return outcome
