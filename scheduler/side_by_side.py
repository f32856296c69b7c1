"""Does the same work for each of many things in several processes, with the same result as in one.

Each process is a copy of this one at that moment. Only what comes out is handed back.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from multiprocessing.context import ForkProcess

Thing = TypeVar("Thing")
Made = TypeVar("Made")

FEWEST: Final = 4
"""Of fewer things each process would have too little to do."""


class LostError(Exception):
    """A process ended without handing anything back."""


def processors() -> int:
    """Return how many processes this machine can run at once, 1 where none can be copied."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def side_by_side(
    work: Callable[[Thing], Made], things: Sequence[Thing], *, processes: int
) -> list[Made]:
    """Return what the work makes of each thing, in order, whatever the number of processes.

    Raises
    ------
    LostError
        If a process was ended from outside.
    Exception
        Whatever the work raises.
    """
    if processes == 1 or len(things) < FEWEST:
        return [work(thing) for thing in things]
    lots = [things[number::processes] for number in range(processes)]
    with _copies(work, lots[1:]) as copies:
        made = [[work(thing) for thing in lots[0]], *(_received(each) for each in copies)]
    return [made[number % processes][number // processes] for number in range(len(things))]


@contextmanager
def _copies(
    work: Callable[[Thing], Made], lots: Sequence[Sequence[Thing]]
) -> Iterator[list[Connection]]:
    context = get_context("fork")
    ends: list[Connection] = []
    copies: list[ForkProcess] = []
    try:
        for lot in lots:
            receiving, sending = context.Pipe(duplex=False)
            copy = context.Process(target=answer, args=(sending, work, lot), daemon=True)
            _begin(copy)
            sending.close()
            ends.append(receiving)
            copies.append(copy)
        yield ends
    finally:
        for copy, end in zip(copies, ends, strict=True):
            end.close()
            copy.terminate()
            copy.join()


def _begin(copy: "ForkProcess") -> None:
    """Start a copy from which Ctrl+C is kept: it is for whoever began it, who ends it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        copy.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def answer(end: Connection, work: Callable[[Thing], Made], things: Sequence[Thing]) -> None:
    """Do the work for some things and send what comes out, or what it raises."""
    try:
        end.send([work(thing) for thing in things])
    except Exception as error:  # noqa: BLE001 - it is raised again by whoever asked
        end.send(error)
    end.close()


def _received(end: Connection) -> list[Made]:
    try:
        found = end.recv()
    except EOFError:
        msg = "a process that was planning ended by itself; plan again, with fewer processes"
        raise LostError(msg) from None
    if isinstance(found, Exception):
        raise found
    made: list[Made] = found
    return made
