"""Messages from anybody, read where they can do no harm: in a child that is soon stopped."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Final

from scheduler.calendars.foreign.child import MOST_SECONDS
from scheduler.calendars.foreign.letters import MOST_BYTES
from scheduler.calendars.foreign.limited import MOST_WAIT, TOO_MUCH
from scheduler.calendars.replies.told import NOT_READ, Found, Passed, from_parts

Numbered = tuple[int, bytes]
"""A message, and which of its file it is."""

BATCH_BYTES: Final = 4_000_000
"""Most that one child is given, in bytes; a single larger message goes alone."""
BATCH: Final = 250
MOST_PROCESSOR: Final = 10.0
"""Most processor time that all the messages given in at once may take, in seconds."""
MOST_TOTAL: Final = 20.0
"""Longest that anybody waits for all of them, in seconds."""
TOO_BIG: Final = f"has more than {MOST_BYTES // 1_000_000} MB"


@dataclass
class _Purse:
    """What reading some messages may take, and how much of it is left."""

    processor: float
    until: float

    @property
    def wait(self) -> float:
        """How long the next child may be waited for; nothing where all is spent."""
        return min(MOST_WAIT, self.until - monotonic()) if self.processor > 0 else 0.0


def answers_in(messages: Sequence[bytes]) -> tuple[Found, ...]:
    """Return what every message says, in their order; what there was no time for is said so."""
    found: list[Found] = []
    purse = _Purse(MOST_PROCESSOR, monotonic() + MOST_TOTAL)
    for batch in _batches(messages):
        found += _read(batch, purse)
    return tuple(sorted(found, key=lambda each: each.number))


def _batches(messages: Sequence[bytes]) -> Iterator[list[Numbered]]:
    batch: list[Numbered] = []
    size = 0
    for number, content in enumerate(messages, start=1):
        if batch and (size + len(content) > BATCH_BYTES or len(batch) >= BATCH):
            yield batch
            batch, size = [], 0
        batch.append((number, content))
        size += len(content)
    if batch:
        yield batch


def _read(batch: Sequence[Numbered], purse: _Purse) -> list[Found]:
    if purse.wait <= 0:
        return [Passed(number, NOT_READ) for number, _ in batch]
    big = [number for number, content in batch if len(content) > MOST_BYTES]
    fit = [each for each in batch if each[0] not in big]
    told = _in_child(fit, purse) if fit else []
    found: list[Found] = [Passed(number, TOO_BIG) for number in big]
    if told is not None:
        return [*found, *told]
    if len(fit) == 1:
        return [*found, Passed(fit[0][0], TOO_MUCH)]
    # One of them is too much: halves find which, and the others are read.
    half = len(fit) // 2
    return [*found, *_read(fit[:half], purse), *_read(fit[half:], purse)]


def _in_child(batch: Sequence[Numbered], purse: _Purse) -> list[Found] | None:
    """Return what a child read; None where it came to no end."""
    lengths = json.dumps([(number, len(content)) for number, content in batch])
    sent = b"".join((f"{lengths}\n".encode(), *(content for _, content in batch)))
    words = [sys.executable, "-m", "scheduler.calendars.replies.child"]
    begun = monotonic()
    try:
        done = subprocess.run(  # noqa: S603 - our own words, and no shell
            words, input=sent, capture_output=True, check=False, timeout=purse.wait
        )
    except subprocess.TimeoutExpired:
        purse.processor -= MOST_SECONDS
        return None
    if done.returncode:
        # How much it took is not known; no more than it was let, nor than went by.
        purse.processor -= min(MOST_SECONDS, monotonic() - begun)
        return None
    told = json.loads(done.stdout)
    purse.processor -= told["processor"]
    return [from_parts(each) for each in told["found"]]
