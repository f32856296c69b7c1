"""Ctrl+C while a plan is made: the best plan so far, or a sentence that there is none."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scheduler.progress import Enough, Progress
from scheduler.samples import PROGRAMME
from tests.conftest import ROOT
from tests.web.given import written
from web.command import main
from web.stopping import Stop, stoppable

LOOKING = Progress("A region", "Finding dates.", 1, 4)
WHOLE = Progress("A region", "Every group has its dates.", 2, 4, has_plan=True)
SHORT = 0.01

PLANNING = """
import sys
from pathlib import Path
import web.planned
from scheduler.progress import Progress
from scheduler.side_by_side import side_by_side

def slow(thing):
    import time
    time.sleep(60)

def make_plan(programme, constraints, told):
    told(Progress("A region", "Under way.", 0, 1, has_plan=sys.argv[2] == "whole"))
    return side_by_side(slow, range(4), processes=2)

web.planned.make_plan = make_plan
from web.command import main
sys.exit(main(["plan", sys.argv[1], "--out", sys.argv[3]]))
"""
"""Planning that takes long, in two processes, with a whole plan or with none."""


def pressed(stop: Stop) -> None:
    """Press Ctrl+C, and wait until it is heard."""
    os.kill(os.getpid(), signal.SIGINT)
    while not stop.is_asked:
        time.sleep(SHORT)


def test_planning_ends_with_the_best_plan_so_far(capsys: pytest.CaptureFixture[str]) -> None:
    """It ended with a traceback and nothing saved, though it was said that one may stop there."""
    heard: list[Progress] = []

    with stoppable(heard.append) as stop:
        stop.hear(LOOKING)
        stop.hear(WHOLE)
        pressed(stop)
        with pytest.raises(Enough):
            stop.hear(WHOLE)

    assert heard == [LOOKING, WHOLE]
    assert capsys.readouterr().err.startswith("Stopping. The best plan so far is now written out")


def test_afterwards_ctrl_c_is_what_it_was() -> None:
    before = signal.getsignal(signal.SIGINT)

    with stoppable(lambda _: None):
        pass

    assert signal.getsignal(signal.SIGINT) == before


@pytest.mark.parametrize(
    ("kind", "presses", "says"),
    [
        ("none", 1, ["Stopped, as you asked. There was no plan yet, so nothing is written."]),
        (
            "whole",
            2,
            [
                (
                    "Stopping. The best plan so far is now written out and checked. "
                    "Press Ctrl+C once more to stop at once, without it."
                ),
                "Stopped at once, as you asked. Nothing is written.",
            ],
        ),
    ],
)
def test_with_no_plan_yet_or_pressed_twice_it_ends_at_once_with_a_sentence(
    tmp_path: Path, kind: str, presses: int, says: list[str]
) -> None:
    # given
    place, out = written(PROGRAMME, tmp_path / "p.json"), tmp_path / "out"
    words = [sys.executable, "-c", PLANNING, str(place), kind, str(out)]
    with subprocess.Popen(
        words, cwd=ROOT, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as planning:
        assert planning.stderr is not None
        assert planning.stderr.readline() == "A region: Under way.\n"

        # when: as a terminal does, which sends it to every process of the command
        told = []
        for _ in range(presses):
            os.killpg(planning.pid, signal.SIGINT)
            told.append(planning.stderr.readline().rstrip())

        # then
        assert (told, planning.wait(10)) == (says, 130)
        assert (planning.stderr.read(), list(out.iterdir())) == ("", [])


def test_any_command_stopped_ends_without_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("web.commands.costs.run", stopped)
    place = str(written(PROGRAMME, tmp_path / "p.json"))

    ending = main(["costs", place, place])

    assert (ending, capsys.readouterr().err) == (130, "Stopped, as you asked.\n")
