"""The same work in several processes comes to the same, whatever becomes of one of them."""

import os
import signal
from multiprocessing import Pipe

import pytest

from scheduler.side_by_side import LostError, answer, processors, side_by_side


def square(number: int) -> int:
    """Return a number times itself, unless it is 13."""
    if number == 13:
        raise ValueError(number)
    return number * number


@pytest.mark.parametrize("processes", [1, 2, 3, 20])
def test_what_comes_out_is_in_order_whatever_the_number_of_processes(processes: int) -> None:
    found = side_by_side(square, range(10), processes=processes)

    assert found == [number * number for number in range(10)]


@pytest.mark.parametrize("first", [12, 13])
def test_what_a_process_raises_is_raised(first: int) -> None:
    with pytest.raises(ValueError, match="13"):
        side_by_side(square, range(first, first + 6), processes=2)


def test_a_process_that_is_ended_from_outside_is_missed() -> None:
    mother = os.getpid()

    def end(number: int) -> int:
        if os.getpid() != mother:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    with pytest.raises(LostError, match="ended by itself"):
        side_by_side(end, range(6), processes=2)


def test_a_process_sends_what_it_made_or_what_went_wrong() -> None:
    receiving, sending = Pipe(duplex=False)
    answer(sending, square, (2, 3))
    failing, broken = Pipe(duplex=False)
    answer(broken, square, (13,))

    assert receiving.recv() == [4, 9]
    assert isinstance(failing.recv(), ValueError)


def test_a_system_without_copies_has_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")

    assert processors() == 1
