"""`commonground publish`: what it says, what it refuses, and where it takes the password from."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from scheduler.contact import Contact
from scheduler.files import fingerprint
from scheduler.plan import Plan
from scheduler.samples import GLEN
from tests.scheduler.calendars.lives import TWO_ROOMS
from tests.scheduler.calendars.plans import MORAG, a_meeting, a_plan
from tests.web.calendar_servers import Kept, a_calendar_server
from web.command import main
from web.commands.publish import VARIABLE
from web.plan_folder import write_plan_folder

Said = pytest.CaptureFixture[str]
CHOSE_LETTERS = MORAG.model_copy(update={"contact": Contact(ways=("letter",))})
PROGRAMME = TWO_ROOMS.model_copy(
    update={"people": (CHOSE_LETTERS, *TWO_ROOMS.people[1:]), "places": (GLEN,)}
)

MEETING = "Living well: Meeting, Friday 15 January 2027"


@pytest.fixture
def server() -> Iterator[Kept]:
    """Return a calendar server on this machine."""
    with a_calendar_server() as kept:
        yield kept


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMONGROUND_HOME", str(tmp_path / "home"))
    monkeypatch.setenv(VARIABLE, "a secret")


def words(server: Kept, folder: Path, *more: str, plan: Plan | None = None) -> list[str]:
    """Return the command, for a plan that is written to a folder first."""
    made = plan or a_plan(a_meeting(1), a_meeting(2))
    certificate = made.certificate.model_copy(update={"programme": fingerprint(PROGRAMME)})
    folder.mkdir(exist_ok=True)
    write_plan_folder(PROGRAMME, made.model_copy(update={"certificate": certificate}), folder)
    at = ["--caldav", server.account.address, "--user", "team"]
    return ["publish", str(folder), *at, *(more or ("--project", "well"))]


def test_what_was_done_is_said_in_a_line(server: Kept, tmp_path: Path, capsys: Said) -> None:
    # when
    asked = words(server, tmp_path / "plan")
    endings = [main(asked), main(asked)]

    # then
    assert (endings, capsys.readouterr().out.splitlines()) == (
        [0, 0],
        ["for the whole group: 2 new.", "for the whole group: 2 as they were."],
    )


def test_each_reader_has_a_memory_of_their_own(server: Kept, tmp_path: Path, capsys: Said) -> None:
    # when
    for reader in (("--organiser",), ("--venue", "hall"), ("--for", "P-03")):
        main(words(server, tmp_path / "plan", *reader))

    # then
    assert capsys.readouterr().out.splitlines() == [
        "for the organiser alone: 2 new.",
        "for the keeper of Glen Hall: 2 new.",
        "private, for P-03 alone: 2 new.",
    ]


def test_what_was_left_is_said_with_what_to_do(server: Kept, tmp_path: Path, capsys: Said) -> None:
    # given
    main(words(server, tmp_path / "plan", plan=a_plan(a_meeting(1))))
    server.edited(b"STATUS:CONFIRMED", b"STATUS:TENTATIVE")
    capsys.readouterr()

    # when
    again = words(server, tmp_path / "plan", plan=a_plan(a_meeting(1)))
    endings = [main(again), main([*again, "--overwrite"])]

    # then
    said = capsys.readouterr()
    assert endings == [2, 0]
    assert said.err == (
        f"{MEETING}: somebody changed it there, so it was left as it is. "
        "--overwrite puts ours in its place.\n"
    )
    assert said.out.splitlines()[-1] == "for the whole group: 1 changed."


def test_run_that_is_cut_short_says_how_far_it_came_and_that_it_can_go_on(
    server: Kept, tmp_path: Path, capsys: Said
) -> None:
    # given
    server.hears_only = 2

    # when
    ending = main(words(server, tmp_path / "plan"))

    # then
    assert (ending, capsys.readouterr().err.splitlines()) == (
        2,
        [
            "1 new.",
            "the server did not answer, or not in time; try again later",
            "What was done is remembered: the same command goes on from there.",
        ],
    )


def test_whoever_chose_other_ways_has_nothing_kept_on_a_server(
    server: Kept, tmp_path: Path, capsys: Said
) -> None:
    # when
    ending = main(words(server, tmp_path / "plan", "--for", "P-01"))

    # then
    assert (ending, server.seen) == (2, [])
    assert capsys.readouterr().err == (
        "Morag chose other ways than a calendar, so none is kept on a server\n"
    )


def test_password_comes_from_a_file_that_nobody_else_may_read(
    server: Kept, tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given
    monkeypatch.delenv(VARIABLE)
    file = tmp_path / "password"
    file.write_text("a secret\n", "utf-8")
    asked = words(server, tmp_path / "plan")
    from_file = [*asked, "--password-file", str(file)]

    # when
    file.chmod(0o640)
    endings = [main(asked), main(from_file)]
    file.chmod(0o600)
    endings.append(main(from_file))

    # then
    assert (endings, capsys.readouterr().err.splitlines()) == (
        [2, 2, 0],
        [
            f"no password: set {VARIABLE}, or name a file that holds it with --password-file",
            f"{file}: others may read this file; make it yours alone: chmod 600",
        ],
    )


def test_name_that_no_server_knows_is_refused(server: Kept, tmp_path: Path, capsys: Said) -> None:
    # when
    ending = main([*words(server, tmp_path / "plan"), "--user", "a:b"])

    # then
    assert (ending, server.seen) == (2, [])
    assert capsys.readouterr().err == (
        '--user "a:b" is no name a server knows: leave : out of it\n'
    )
