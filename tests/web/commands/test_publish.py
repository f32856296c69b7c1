"""`commonground publish`: what it says, what it refuses, and where it takes the password from."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from scheduler.contact import Contact, WayToTell
from scheduler.files import fingerprint
from scheduler.plan import Plan
from scheduler.programme import Programme
from scheduler.samples import GLEN
from tests.scheduler.calendars.lives import TWO_ROOMS
from tests.scheduler.calendars.plans import MORAG, a_meeting, a_plan
from tests.web.calendar_servers import Kept, a_calendar_server
from web.calendar_server import VARIABLE
from web.command import main
from web.home import default_home
from web.plan_folder import write_plan_folder
from web.published import forget_words_of

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


def words(
    server: Kept,
    folder: Path,
    *more: str,
    plan: Plan | None = None,
    programme: Programme = PROGRAMME,
) -> list[str]:
    """Return the command, for a plan that is written to a folder first."""
    made = plan or a_plan(a_meeting(1), a_meeting(2))
    certificate = made.certificate.model_copy(update={"programme": fingerprint(programme)})
    folder.mkdir(exist_ok=True)
    write_plan_folder(programme, made.model_copy(update={"certificate": certificate}), folder)
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
        main(words(server, tmp_path / "plan", *reader, "--together"))

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


def without(code: str) -> Programme:
    """Return the programme once somebody has left it."""
    projects = tuple(
        each.model_copy(update={"members": tuple(m for m in each.members if m != code)})
        for each in PROGRAMME.projects
    )
    people = tuple(person for person in PROGRAMME.people if person.code != code)
    return PROGRAMME.model_copy(update={"people": people, "projects": projects})


def choosing(code: str, *ways: WayToTell) -> Programme:
    """Return the programme once somebody has chosen other ways to be told."""
    chosen = {"contact": Contact(ways=ways)}
    people = tuple(
        person.model_copy(update=chosen) if person.code == code else person
        for person in PROGRAMME.people
    )
    return PROGRAMME.model_copy(update={"people": people})


@pytest.mark.parametrize(
    ("then", "why"),
    [
        (choosing("P-03", "phone call"), "P-03 chose other ways than a calendar"),
        (without("P-03"), "nobody of that code is in the programme any more"),
    ],
)
def test_what_is_there_is_taken_out_once_it_is_safe_no_more(
    then: Programme, why: str, server: Kept, tmp_path: Path, capsys: Said
) -> None:
    """Two private entries stayed on the server, and no command took them out."""
    # given
    main(words(server, tmp_path / "plan", "--for", "P-03"))
    capsys.readouterr()
    nobody = a_meeting(1).model_copy(update={"there": ()})

    # when
    again = words(server, tmp_path / "plan", "--for", "P-03", plan=a_plan(nobody), programme=then)
    ending = main(again)

    # then
    said = capsys.readouterr()
    assert (ending, server.entries) == (0, {})
    assert said.err == f"{why}, so what was put on the server is taken out\n"
    assert said.out == "private, for P-03 alone: 2 taken out.\n"
    assert list((tmp_path / "home" / "published").iterdir()) == []
    assert main(again) == 2


@pytest.mark.parametrize("then", [choosing("P-03", "phone call"), without("P-03")])
def test_what_stands_for_somebody_who_left_or_chose_otherwise_is_told_of_nobody(
    then: Programme, server: Kept, tmp_path: Path, capsys: Said
) -> None:
    """Nobody was told that two private entries still stood on the server."""
    # given: their calendar at an address of its own, and the group's
    own = words(server, tmp_path / "plan", "--for", "P-03")
    private = server.account.address.replace("sessions", "three")
    own[own.index("--caldav") + 1] = private
    main(own)
    capsys.readouterr()
    nobody = a_plan(a_meeting(1).model_copy(update={"there": ()}))

    # when
    main(words(server, tmp_path / "plan", plan=nobody, programme=then))

    # then
    place = private.rstrip("/")
    said = capsys.readouterr()
    assert said.err == (
        f"1 calendar that nobody is to have any more still stands at {place}. "
        f"Take out what is there: --caldav {place} --leftovers\n"
    )
    group = {path for path in server.entries if "/sessions/" in path}
    ours = words(server, tmp_path / "plan", "--leftovers", plan=nobody, programme=then)
    ours[ours.index("--caldav") + 1] = place
    assert [main(ours), main(ours)] == [0, 0]
    again = capsys.readouterr()
    assert (set(server.entries), again.err) == (group, "")
    assert again.out.splitlines() == [
        "For nobody who is to have it: 2 taken out.",
        f"{place}: nothing is there that nobody is to have any more.",
    ]


def test_leftovers_are_nothing_that_somebody_is_to_have_in_a_programme_opened_again(
    server: Kept, tmp_path: Path
) -> None:
    """A removed programme was opened again, and the whole group's calendar was taken out."""
    # given: the group's calendar, and that of somebody who then leaves
    main(words(server, tmp_path / "plan"))
    group = dict(server.entries)
    main(words(server, tmp_path / "plan", "--organiser", "--together"))
    own = words(server, tmp_path / "plan", "--for", "P-03")
    own[own.index("--caldav") + 1] = server.account.address.replace("sessions", "three")
    main(own)
    standing = dict(server.entries)
    forget_words_of(default_home(), PROGRAMME.name)

    # when
    main(words(server, tmp_path / "plan", "--leftovers"))
    kept = dict(server.entries)
    nobody = a_plan(a_meeting(1).model_copy(update={"there": ()}))
    left = words(server, tmp_path / "plan", "--leftovers", plan=nobody, programme=without("P-03"))
    left[left.index("--caldav") + 1] = own[own.index("--caldav") + 1]
    main(left)

    # then
    assert (kept, group.items() <= server.entries.items()) == (standing, True)
    assert [path for path in server.entries if "/three/" in path] == []


def test_nobody_is_told_of_what_another_programme_keeps(
    server: Kept, tmp_path: Path, capsys: Said
) -> None:
    # given
    main(words(server, tmp_path / "plan", "--for", "P-03"))
    other = without("P-03").model_copy(update={"name": "Another programme"})
    nobody = a_plan(a_meeting(1).model_copy(update={"there": ()}))
    capsys.readouterr()

    # when
    main(
        words(
            server,
            tmp_path / "plan",
            "--project",
            "well",
            "--together",
            plan=nobody,
            programme=other,
        )
    )

    # then
    assert capsys.readouterr().err == ""


def test_a_code_that_is_empty_is_refused_and_not_taken_for_the_organiser(
    server: Kept, tmp_path: Path
) -> None:
    ending = main(words(server, tmp_path / "plan", "--for", ""))

    assert (ending, server.entries) == (2, {})


def test_everything_of_a_reader_is_taken_out_at_the_word(
    server: Kept, tmp_path: Path, capsys: Said
) -> None:
    # given: something of somebody else's, and one of ours that somebody changed
    server.keep("/team/sessions/dentist.ics", b"somebody's own")
    asked = words(server, tmp_path / "plan")
    main(asked)
    (january,) = (path for path, (_, told) in server.entries.items() if b"20270115T" in told)
    server.keep(january, b"changed")
    capsys.readouterr()

    # when
    endings = [main([*asked, "--withdraw"]), main([*asked, "--withdraw", "--overwrite"])]

    # then
    said = capsys.readouterr()
    assert (endings, list(server.entries)) == ([2, 0], ["/team/sessions/dentist.ics"])
    assert said.err.splitlines()[0] == (
        f"{MEETING}: somebody changed it there, so it was left as it is. "
        "--overwrite takes it out all the same."
    )


def test_nothing_remembered_is_not_called_taken_out(
    server: Kept, tmp_path: Path, capsys: Said
) -> None:
    # when
    ending = main([*words(server, tmp_path / "plan"), "--withdraw"])

    # then
    assert (ending, server.seen) == (2, [])
    assert capsys.readouterr().err.startswith(
        "for the whole group: nothing is remembered here of such a calendar at that address"
    )


def test_two_readers_calendars_are_mixed_at_the_word_alone(
    server: Kept, tmp_path: Path, capsys: Said
) -> None:
    """How somebody is picked up stood in the calendar of the whole group."""
    # given
    group = words(server, tmp_path / "plan")
    own = words(server, tmp_path / "plan", "--for", "P-03")
    main(group)
    address = server.account.address.replace("localhost", "LOCALHOST") + "/"
    own[own.index("--caldav") + 1] = address
    before = dict(server.entries)
    capsys.readouterr()

    # when
    ending = main(own)

    # then
    assert (ending, server.entries) == (2, before)
    assert capsys.readouterr().err == (
        f"{address} is where another calendar is kept: for the whole group. Give an address of "
        "its own to each, or keep them in one place with --together\n"
    )
    beside = words(server, tmp_path / "plan", "--organiser")
    endings = [main([*beside, "--together"]), main(beside), main([*beside, "--withdraw"])]
    assert (endings, server.entries) == ([0, 0, 0], before)


def test_taking_out_one_readers_calendar_leaves_what_is_anothers(
    server: Kept, tmp_path: Path
) -> None:
    """A session has one name in the group's calendar and in that of somebody who comes."""
    # given
    main(words(server, tmp_path / "plan"))
    before = dict(server.entries)
    own = words(server, tmp_path / "plan", "--for", "P-03")
    main([*own, "--together"])

    # when
    ending = main([*own, "--withdraw", "--overwrite"])

    # then
    assert (ending, server.entries) == (0, before)


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
