"""What people answered to invitations, kept in a file beside the programme.

It is the facilitator's alone. Nothing that others are given is made from it, but for one thing: who
proposed another time is told, on the facilitator's word, that the date stays. Whatever was taken in
together can be taken out again together.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from scheduler.calendars.replies.answer import Answer, Seat, latest
from scheduler.errors import Fault, ProgrammeError
from scheduler.files.saving import json_text, save
from scheduler.words import Label, Text, Word

RECORD: Final = "replies.json"


class Doubted(Word):
    """An answer of which nobody is sure whom it is from."""

    answer: Answer
    """What it says."""
    why: Label
    """What speaks against it."""


class Round(Word):
    """What was taken in, or decided, in one go."""

    file: Label = ""
    """The file it came from; empty where the facilitator decided on something."""
    counts: Label = ""
    """How many messages were seen, used and not understood, in words."""
    answers: tuple[Answer, ...] = ()
    """Answers that hold."""
    doubted: tuple[Doubted, ...] = ()
    """Answers to ask about first."""
    remarks: tuple[Text, ...] = ()
    """What was refused or not understood, each with why."""
    closed: tuple[Label, ...] = ()
    """Keys of doubted answers and proposals that are decided on."""
    stays: tuple[Label, ...] = ()
    """Keys of proposals to which the answer is that the date stays."""

    @property
    def mark(self) -> str:
        """What stands for it once it is taken out again."""
        return _mark(self)


class ReplyRecord(Word):
    """Everything that was answered to the invitations of a programme."""

    rounds: tuple[Round, ...] = ()
    """In the order in which it came."""
    undone: tuple[Label, ...] = ()
    """Marks of rounds that were taken out again."""

    @property
    def mark(self) -> str:
        """What stands for all of it as it is: with anything taken in or out it is another."""
        return _mark(self)

    def lacks(self, other: "ReplyRecord") -> bool:
        """Say whether there are rounds in another that are not here, nor were taken out here."""
        return any(each.mark not in self.undone for each in {*other.rounds} - {*self.rounds})

    def answers(self) -> tuple[Answer, ...]:
        """Return every answer that was taken in, proposals among them."""
        return tuple(each for taken in self.rounds for each in taken.answers)

    def in_force(self) -> Mapping[Seat, Answer]:
        """Return whether people come, session by session, as they last said."""
        return latest(each for each in self.answers() if each.says != "another time")

    def doubted(self) -> tuple[Doubted, ...]:
        """Return the answers that are still to be asked about."""
        closed = self._closed()
        every = {each.answer.key: each for taken in self.rounds for each in taken.doubted}
        return tuple(each for key, each in every.items() if key not in closed)

    def proposals(self) -> tuple[Answer, ...]:
        """Return the proposed times that nobody has decided on."""
        closed = self._closed()
        last = latest(each for each in self.answers() if each.says == "another time")
        return tuple(each for each in last.values() if each.key not in closed)

    def staying(self) -> tuple[Answer, ...]:
        """Return the proposals to which the answer is that the date stays."""
        stays = {key for taken in self.rounds for key in taken.stays}
        return tuple(dict.fromkeys(each for each in self.answers() if each.key in stays))

    def _closed(self) -> set[str]:
        return {key for taken in self.rounds for key in taken.closed}


def replies_at(path: Path) -> Path:
    """Return where the answers to a programme stand: in its folder, or beside its document."""
    return path / RECORD if path.is_dir() else path.with_name(f"{path.stem}.{RECORD}")


def read_replies(place: Path) -> ReplyRecord:
    """Return what was answered so far.

    Raises
    ------
    ProgrammeError
        If it cannot be read.
    """
    if not place.exists():
        return ReplyRecord()
    try:
        return ReplyRecord.model_validate_json(place.read_text("utf-8"))
    except (ValidationError, UnicodeDecodeError) as wrong:
        remedy = "cannot be read; move it away, and take the answers in anew"
        raise ProgrammeError((Fault(place.name, None, "", "", remedy),)) from wrong


def add_round(place: Path, made: Callable[[ReplyRecord], Round]) -> ReplyRecord:
    """Take in one more round, and return all of it; all is written or nothing.

    Parameters
    ----------
    made
        The round that follows on what was answered so far; nobody adds another meanwhile.
    """
    with _alone(place):
        record = read_replies(place)
        more = made(record)
        # What is given in once more counts again.
        undone = tuple(each for each in record.undone if each != more.mark)
        return _kept(place, ReplyRecord(rounds=(*record.rounds, more), undone=undone))


def undo_round(place: Path, *, seen: str = "") -> ReplyRecord:
    """Take the last round out again, and return the rest.

    Parameters
    ----------
    seen
        The mark of what whoever says so was shown; empty where they mean the last, whatever it is.

    Raises
    ------
    LookupError
        If there is none, or something else stands there than was shown.
    """
    with _alone(place):
        record = read_replies(place)
        if not record.rounds or seen not in {"", record.mark}:
            raise LookupError(place)
        *rounds, last = record.rounds
        undone = tuple(dict.fromkeys((*record.undone, last.mark)))
        return _kept(place, ReplyRecord(rounds=tuple(rounds), undone=undone))


def take_over(place: Path, *earlier: Path) -> int:
    """Take the answers to earlier plans in before those there are; return how many rounds came.

    Parameters
    ----------
    earlier
        Where they stand. What was taken over before is not taken in twice, nor what was taken out
        again here or in any of them.
    """
    before = [read_replies(each) for each in earlier]
    with _alone(place):
        record = read_replies(place)
        undone = tuple(dict.fromkeys(each for one in (record, *before) for each in one.undone))
        more = (each for one in before for each in one.rounds if each.mark not in undone)
        rounds = tuple(dict.fromkeys((*more, *record.rounds)))
        here = {each.mark for each in rounds}
        taken = ReplyRecord(rounds=rounds, undone=tuple(e for e in undone if e not in here))
        if taken != record:
            _kept(place, taken)
    return len(rounds) - len(record.rounds)


def settled(record: ReplyRecord, key: str, *, is_theirs: bool) -> Round:
    """Return the round that decides on a doubted answer.

    Raises
    ------
    LookupError
        If there is none of that key.
    """
    found = next((each for each in record.doubted() if each.answer.key == key), None)
    if found is None:
        raise LookupError(key)
    return Round(answers=(found.answer,) if is_theirs else (), closed=(key,))


def answered(record: ReplyRecord, key: str, *, stays: bool) -> Round:
    """Return the round that decides on a proposed time.

    Raises
    ------
    LookupError
        If there is none of that key.
    """
    if key not in {each.key for each in record.proposals()}:
        raise LookupError(key)
    return Round(closed=(key,), stays=(key,) if stays else ())


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    """Wait until nobody else changes what stands there, and keep others waiting meanwhile."""
    if find_spec("fcntl") is None:
        # Windows has no such module.
        yield
        return
    import fcntl  # noqa: PLC0415

    # The folder itself is locked, so that no file of ours is left in it.
    folder = os.open(place.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _kept(place: Path, record: ReplyRecord) -> ReplyRecord:
    save({place: json_text(record, brief=True)}, is_private=True)
    return record


def _mark(told: Word) -> str:
    return sha256(json_text(told, brief=True).encode()).hexdigest()[:16]
