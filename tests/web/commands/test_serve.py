"""`commonground serve` and `demo`: a browser finds the pages, and no solver is loaded for them."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from scheduler.files import read_plan
from web.command import main

PATIENCE_SECONDS = 60


def a_free_port() -> int:
    """Return a port nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        number: int = server.getsockname()[1]
        return number


@contextmanager
def serving(*words: str, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a command that serves, and end it."""
    with log.open("wb") as said:
        child = subprocess.Popen(
            [sys.executable, "-m", "web.command", *words],
            stdout=said,
            stderr=said,
            cwd=log.parent,
            env={**os.environ, "COMMONGROUND_HOME": str(log.parent / "home")},
            start_new_session=True,
        )
        try:
            yield child
        finally:
            os.killpg(child.pid, signal.SIGTERM)
            child.wait(timeout=PATIENCE_SECONDS)


def answer(child: subprocess.Popen[bytes], port: int) -> int:
    """Return the status of the first page, once it is served."""
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        asked = HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)
        try:
            asked.request("GET", "/")
            return asked.getresponse().status
        except ConnectionRefusedError:
            assert child.poll() is None
            assert time.monotonic() < until
            time.sleep(0.1)
        finally:
            asked.close()


def test_pages_are_served_until_stopped(tmp_path: Path) -> None:
    # given
    port, log = a_free_port(), tmp_path / "log"

    # when
    with serving("serve", "--port", str(port), log=log) as child:
        status = answer(child, port)

    # then
    assert (status, child.returncode) == (200, 0)
    assert log.read_text().splitlines()[0] == (
        f"Common Ground is at http://127.0.0.1:{port}/ (Ctrl+C stops it)"
    )


def test_demo_plans_the_example_shows_it_and_serves(tmp_path: Path) -> None:
    # given
    port, log = a_free_port(), tmp_path / "log"

    # when
    with serving("demo", "--port", str(port), "--out", str(tmp_path / "out"), log=log) as child:
        status = answer(child, port)

    # then
    plan = read_plan(tmp_path / "out" / "plan.json")
    assert (status, plan.possible, plan.programme in log.read_text()) == (200, True, True)


def test_demo_leaves_no_folder_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each run once left another folder with its plan among the temporary files."""
    # given
    port, rooms = a_free_port(), tmp_path / "rooms"
    rooms.mkdir()
    monkeypatch.setenv("TMPDIR", str(rooms))

    # when
    with serving("demo", "--port", str(port), log=tmp_path / "log") as child:
        status = answer(child, port)

    # then
    assert (status, list(rooms.iterdir())) == (200, [])


def test_process_that_serves_never_loads_the_solver() -> None:
    # given
    words = "import sys, web.commands.demo, web.jobs; print('ortools' in sys.modules)"

    # when
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)

    # then
    assert done.stdout == "False\n"


def test_port_somebody_else_listens_at_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    # given
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

        # when
        ending = main(["serve", "--port", str(port)])

    # then
    told = capsys.readouterr().err
    assert (ending, told) == (2, f"127.0.0.1:{port}: Address already in use; give another --port\n")


@pytest.mark.parametrize("told", ["0", "65536", "-1", "eight"])
def test_port_that_is_none_is_refused(told: str, capsys: pytest.CaptureFixture[str]) -> None:
    # when
    with pytest.raises(SystemExit) as refused:
        main(["serve", "--port", told])

    # then
    assert (refused.value.code, capsys.readouterr().out) == (2, "")
