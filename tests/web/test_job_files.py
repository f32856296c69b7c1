"""What stands in a job's folder."""

from pathlib import Path

from scheduler.errors import Fault
from scheduler.progress import Progress
from web.job_files import PROGRESS, add_progress, progress_so_far, refusal, write_refusal

FIRST = Progress("Ciad cheum: fàilte\u2028", "Looking.", 0, 2)
SECOND = Progress("group", "Weighing.", 1, 2)


def test_progress_is_read_as_it_was_added(tmp_path: Path) -> None:
    # when
    add_progress(tmp_path, FIRST)
    add_progress(tmp_path, SECOND)

    # then
    assert progress_so_far(tmp_path) == (FIRST, SECOND)


def test_line_still_being_written_is_left_out(tmp_path: Path) -> None:
    # given
    add_progress(tmp_path, FIRST)
    with (tmp_path / PROGRESS).open("ab") as lines:
        lines.write('{"project": "fà'.encode()[:-1])

    # then
    assert progress_so_far(tmp_path) == (FIRST,)


def test_job_that_has_not_begun_has_no_progress(tmp_path: Path) -> None:
    assert progress_so_far(tmp_path) == ()


def test_refusal_is_read_as_it_was_written(tmp_path: Path) -> None:
    # given
    fault = Fault("people.csv", 4, "home", "glne", 'is nowhere; did you mean "glen"?')

    # when
    write_refusal(tmp_path, (fault, fault))

    # then
    assert list(refusal(tmp_path)) == [fault.says, fault.says]
