"""Planning in the background: started, watched, stopped, and known after a restart."""

import fcntl
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from scheduler.programme import Programme
from scheduler.progress import Progress
from scheduler.samples import PROGRAMME
from tests.web.given import IMPOSSIBLE, written
from web.job_files import CANCEL, LOCK, PROCESS, add_progress
from web.jobs import REFUSED_SAYS, SAYS, Job, JobError, State, start

PATIENCE_SECONDS = 60
SLEEPER = "import sys, time; time.sleep(60)"


def settled(job: Job) -> State:
    """Wait until a job is no longer under way, and return how it stands then."""
    return awaited(job, lambda state: state.name not in {"queued", "running"})


def awaited(job: Job, wanted: Callable[[State], bool]) -> State:
    """Wait until a job stands as wanted, and return how that is."""
    until = time.monotonic() + PATIENCE_SECONDS
    while not wanted(state := job.state()):
        assert time.monotonic() < until, state
        time.sleep(0.05)
    return state


def a_folder(place: Path, programme: Programme = PROGRAMME) -> Path:
    """Return a job's folder with its programme."""
    written(programme, place / "programme.json")
    return place


def a_stubborn_job(folder: Path) -> tuple[Job, subprocess.Popen[bytes]]:
    """Return a job whose child listens to nobody: it sleeps, holding the lock as planning does."""
    with (folder / LOCK).open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        child = subprocess.Popen([sys.executable, "-c", SLEEPER], pass_fds=(lock.fileno(),))
    (folder / PROCESS).write_text(str(child.pid))
    return Job(folder), child


@pytest.mark.parametrize("programme", [PROGRAMME, IMPOSSIBLE])
def test_job_ends_with_a_plan(programme: Programme, tmp_path: Path) -> None:
    # when
    job = start(a_folder(tmp_path, programme))
    begun = job.state().name
    state = settled(job)

    # then
    assert begun in {"queued", "running"}
    assert (state.name, state.says) == ("done", SAYS["done"])
    assert state.progress[0].says == "Asking every rule about every date and room."


def test_job_is_known_to_a_web_server_that_was_started_again(tmp_path: Path) -> None:
    # given
    words = (
        "import sys; from pathlib import Path; from web.jobs import start; start(Path(sys.argv[1]))"
    )

    # when: whoever started it is gone at once
    subprocess.run([sys.executable, "-c", words, str(a_folder(tmp_path))], check=True, timeout=60)

    # then
    assert settled(Job(tmp_path)).name == "done"


def test_programme_with_faults_fails_with_each_of_them(tmp_path: Path) -> None:
    # given
    (tmp_path / "programme.json").write_text(json.dumps({"name": "x"}))

    # when
    state = settled(start(tmp_path))

    # then
    assert (state.name, state.says, len(state.faults)) == ("failed", REFUSED_SAYS, 3)


def test_child_that_dies_is_noticed_and_told_in_plain_words(tmp_path: Path) -> None:
    # given
    job = start(a_folder(tmp_path))

    # when
    os.kill(int((tmp_path / PROCESS).read_text()), signal.SIGKILL)

    # then
    state = settled(job)
    assert (state.name, state.says) == ("failed", SAYS["failed"])


def test_number_of_a_dead_child_given_to_another_process_deceives_nobody(tmp_path: Path) -> None:
    # given: the number written there is that of this very test
    (tmp_path / PROCESS).write_text(str(os.getpid()))
    (tmp_path / LOCK).touch()

    # when
    Job(tmp_path).cancel(grace_seconds=0)
    time.sleep(0.3)

    # then: the job is known to be over, and this test still runs
    assert Job(tmp_path).state() == State("cancelled", SAYS["cancelled"])


def test_job_that_is_stopped_ends_by_itself(tmp_path: Path) -> None:
    # given
    job = start(a_folder(tmp_path))

    # when
    job.cancel()

    # then
    state = settled(job)
    assert (state.name, state.says) == ("cancelled", SAYS["cancelled"])
    assert not (tmp_path / "plan.json").exists()


def test_child_that_does_not_listen_is_ended(tmp_path: Path) -> None:
    # given
    job, child = a_stubborn_job(tmp_path)
    under_way = job.state().name

    # when
    job.cancel(grace_seconds=0.2)
    child.wait(timeout=PATIENCE_SECONDS)

    # then
    assert (under_way, child.returncode) == ("queued", -signal.SIGKILL)
    assert job.state().name == "cancelled"


def test_child_that_has_a_plan_is_given_time_to_keep_it(tmp_path: Path) -> None:
    # given
    job, child = a_stubborn_job(tmp_path)
    add_progress(tmp_path, Progress("A region", "Every group has its dates.", 2, 4, has_plan=True))

    # when
    job.cancel(grace_seconds=0.1)
    time.sleep(0.4)

    # then
    assert (job.is_alive(), child.poll()) == (True, None)
    child.kill()
    child.wait()


def test_stopping_one_child_never_ends_the_next_in_its_folder(tmp_path: Path) -> None:
    """Stopped and begun again within five seconds, the second run was ended by the first's stop."""
    # given
    job, child = a_stubborn_job(tmp_path)
    job.cancel(grace_seconds=0.3)
    child.kill()
    child.wait()

    # when
    _, another = a_stubborn_job(tmp_path)
    time.sleep(0.6)

    # then
    assert (job.is_alive(), another.poll()) == (True, None)
    another.kill()
    another.wait()


def test_job_that_is_ended_is_gone_when_that_returns(tmp_path: Path) -> None:
    # given
    job, child = a_stubborn_job(tmp_path)

    # when
    job.end()

    # then
    assert (job.is_alive(), child.wait(timeout=PATIENCE_SECONDS)) == (False, -signal.SIGKILL)


def test_job_that_is_over_needs_no_end(tmp_path: Path) -> None:
    # when
    Job(tmp_path).end()

    # then
    assert Job(tmp_path).state().name == "cancelled"


def test_job_under_way_is_not_started_twice(tmp_path: Path) -> None:
    # given
    job, child = a_stubborn_job(a_folder(tmp_path))

    # when
    with pytest.raises(JobError) as refused:
        start(tmp_path)

    # then
    assert str(refused.value) == (
        f"{tmp_path}: planning is already under way here; wait for it, or stop it"
    )
    child.kill()
    child.wait()
    assert not job.is_alive()


def test_job_without_a_programme_is_refused(tmp_path: Path) -> None:
    with pytest.raises(JobError) as refused:
        start(tmp_path)
    assert str(refused.value) == (
        f"{tmp_path}: there is no programme.json to plan; write it there first"
    )


def test_job_started_again_forgets_how_it_ended_before(tmp_path: Path) -> None:
    # given
    folder = a_folder(tmp_path)
    (folder / CANCEL).touch()
    (folder / "refused.json").write_text("{}")

    # then
    assert settled(start(folder)).name == "done"


def test_job_nobody_started_is_still_to_come(tmp_path: Path) -> None:
    assert Job(a_folder(tmp_path)).state() == State("queued", SAYS["queued"])
