"""Messages from anybody, read where they can do no harm: in a child that is soon stopped."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from typing import Final

from scheduler.calendars.foreign.letters import MOST_BYTES
from scheduler.calendars.foreign.limited import MOST_WAIT, TOO_MUCH
from scheduler.calendars.replies.told import Found, Passed, from_parts

Numbered = tuple[int, bytes]
"""A message, and which of its file it is."""

BATCH_BYTES: Final = 4_000_000
"""Most that one child is given, in bytes; a single larger message goes alone."""
BATCH: Final = 250
TOO_BIG: Final = f"has more than {MOST_BYTES // 1_000_000} MB"


def answers_in(messages: Sequence[bytes]) -> tuple[Found, ...]:
    """Return what every message says, in their order; none costs another its reading."""
    found: list[Found] = []
    for batch in _batches(messages):
        found += _read(batch)
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


def _read(batch: Sequence[Numbered]) -> list[Found]:
    big = [number for number, content in batch if len(content) > MOST_BYTES]
    fit = [each for each in batch if each[0] not in big]
    told = _in_child(fit) if fit else []
    found: list[Found] = [Passed(number, TOO_BIG) for number in big]
    if told is not None:
        return [*found, *told]
    if len(fit) == 1:
        return [*found, Passed(fit[0][0], TOO_MUCH)]
    # One of them is too much: halves find which, and the others are read.
    half = len(fit) // 2
    return [*found, *_read(fit[:half]), *_read(fit[half:])]


def _in_child(batch: Sequence[Numbered]) -> list[Found] | None:
    """Return what a child read; None where it came to no end."""
    lengths = json.dumps([(number, len(content)) for number, content in batch])
    sent = b"".join((f"{lengths}\n".encode(), *(content for _, content in batch)))
    words = [sys.executable, "-m", "scheduler.calendars.replies.child"]
    try:
        done = subprocess.run(  # noqa: S603 - our own words, and no shell
            words, input=sent, capture_output=True, check=False, timeout=MOST_WAIT
        )
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        return None
    return [from_parts(each) for each in json.loads(done.stdout)]
