"""`commonground replies`: what is read of answers, and that nobody else's things change."""

from pathlib import Path
from shutil import copy, copytree

import pytest

from scheduler.calendars.entry import session_uid
from scheduler.files import fingerprint
from tests.scheduler.calendars.replies.written_replies import answer, mailed
from tests.scheduler.calendars.test_nobody_elses import PLAN as PLAN_OF_TWENTY
from tests.scheduler.calendars.test_nobody_elses import TWENTY
from web.command import main
from web.plan_folder import write_plan_folder
from web.terminal import Ending

Said = pytest.CaptureFixture[str]
UID = session_uid(TWENTY.name, "group", number=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the plan of a group of twenty, written down."""
    # Their homes are no places of a programme that is read from a file.
    people = tuple(each.model_copy(update={"home": ""}) for each in TWENTY.people)
    venues = tuple(each.model_copy(update={"place": ""}) for each in TWENTY.venues)
    programme = TWENTY.model_copy(update={"people": people, "venues": venues})
    made_from = {"programme": fingerprint(programme)}
    certificate = PLAN_OF_TWENTY.certificate.model_copy(update=made_from)
    plan = PLAN_OF_TWENTY.model_copy(update={"certificate": certificate})
    write_plan_folder(programme, plan, tmp_path)
    # They were sent what it says.
    assert main(["mail", str(tmp_path), "--dry-run", str(tmp_path / "sent")]) == Ending.DONE
    return tmp_path


def of(number: int, says: str = "DECLINED", *, sender: str = "", **changes: str) -> bytes:
    """Return the answer of one of the twenty, in a message."""
    address = f"mail{number:02}@example.org"
    parts = {"UID": UID, "ATTENDEE": f"mailto:{address}", **changes}
    content = answer(says, **parts)
    return mailed(content, sender=sender or address)


def read(folder: Path, *messages: bytes, words: tuple[str, ...] = ()) -> int:
    """Give the command some messages as a mailbox."""
    box = folder / "inbox.mbox"
    box.write_bytes(b"".join(b"From x\n" + each + b"\n\n" for each in messages))
    return call(folder, str(box), *words)


def call(folder: Path, *words: str) -> int:
    """Call the command, with what people were sent."""
    return main(["replies", str(folder), *words, "--sent", str(folder / "sent")])


def test_answers_are_counted_and_told_to_the_facilitator(folder: Path, capsys: Said) -> None:
    # when
    ending = read(
        folder,
        of(3, COMMENT="My knee again"),
        of(4, "ACCEPTED"),
        of(5, "ACCEPTED", sender="mail06@example.org"),
        of(6, "ACCEPTED", UID="other@example.org"),
        b"Subject: hello\n\nhello",
    )

    # then
    said = capsys.readouterr().out.splitlines()
    session = "Living well: Meeting (Friday 15 January 2027, 10:30 to 13:00)"
    key = said[5].split("--yes ")[1].split()[0]
    assert (ending, said) == (
        0,
        [
            (
                "inbox.mbox: 5 messages seen, 2 used, 0 not understood, 1 to ask about, "
                "1 refused, 1 without an answer."
            ),
            "Message 4 was not taken in: it is about a session that is not one of this programme.",
            (
                "Message 5 is no answer from a calendar, so read it yourself: from somebody we do "
                'not know, without a date, "hello".'
            ),
            "To ask about before they count",
            (
                f"  Namely05 is coming to {session}. "
                "But its message is from another address than theirs."
            ),
            f"    Ask them, then --yes {key} or --no {key}",
            "Who comes, as they answered",
            f"  Namely03 is not coming to {session}.",
            "    They wrote, to you alone: My knee again",
            "    Nobody here speaks Speech03 yet. Please ring, and we will find somebody.",
            "    To see what planning again would do, give replan --change a file with:",
            "      [[away]]",
            '      person = "K-03"',
            "      first = 2027-01-15",
            f"  Namely04 is coming to {session}.",
        ],
    )


def test_nobody_elses_calendar_feed_or_message_changes_because_of_an_answer(
    folder: Path, capsys: Said
) -> None:
    # given
    before = everything(folder)

    # when: one declines with a word beside it, another proposes another time
    read(
        folder,
        of(3, COMMENT="My knee again"),
        of(4, method="COUNTER", DTSTART="20270116T100000Z", DTEND="20270116T120000Z"),
    )

    # then
    capsys.readouterr()
    after = everything(folder)
    assert len(before) > 60
    assert after == before
    kept = (folder / "programme" / "replies.json").read_text()
    assert "My knee again" in kept
    assert not any(b"My knee again" in content for content in after.values())


def mail(folder: Path) -> dict[str, bytes]:
    """Return every message there is, with the calendars they follow, by name."""
    out = folder / "out"
    main(["mail", str(folder), "--dry-run", str(out)])
    return {file.name: file.read_bytes() for file in out.iterdir()}


def everything(folder: Path) -> dict[str, bytes]:
    """Return everything that is made for anybody, by name."""
    out = folder / "out"
    main(["calendar", str(folder), "--out", str(out), "--invites"])
    main(["print", str(folder), "--out", str(out)])
    return mail(folder)


def test_a_doubtful_answer_counts_only_on_the_facilitators_word(folder: Path, capsys: Said) -> None:
    # given
    read(folder, of(5, "ACCEPTED", sender="mail06@example.org"))
    key = capsys.readouterr().out.split("--yes ")[1].split()[0]

    # when
    endings = [call(folder, "--yes", key)]
    counted = capsys.readouterr().out
    endings += [
        call(folder, "--undo"),
        call(folder, "--no", key),
    ]
    left_out = capsys.readouterr().out
    endings.append(call(folder, "--yes", key))

    # then
    assert endings == [0, 0, 0, 2]
    assert "Namely05 is coming" in counted
    assert left_out.splitlines()[-1] == "Nobody has answered yet."
    assert capsys.readouterr().err.startswith("Nothing of that key is open")


def test_whoever_proposed_another_time_is_told_alone_that_the_date_stays(
    folder: Path, capsys: Said
) -> None:
    # given
    before = mail(folder)
    capsys.readouterr()
    read(folder, of(4, method="COUNTER", DTSTART="20270116T100000Z", DTEND="20270116T120000Z"))
    said = capsys.readouterr().out

    # when
    call(folder, "--stays", said.split("--stays ")[1].split(".")[0])
    after = mail(folder)

    # then
    assert (
        "Namely04 proposes another time for Living well: Meeting (Friday 15 January 2027, 10:30 to "
        "13:00): on Saturday 16 January 2027 from 10:00 to 12:00." in said
    )
    (more,) = after.keys() - before.keys()
    assert {name: after[name] for name in before} == before
    assert b"To: mail04@example.org\r\n" in after[more]
    assert b"Subject: The date stays: Living well: Meeting" in after[more]
    assert b'method="DECLINECOUNTER"' in after[more]


def test_undoing_what_is_not_there_is_refused(folder: Path, capsys: Said) -> None:
    assert call(folder, "--undo") == 2
    assert capsys.readouterr().err.startswith("Nothing of that key is open")


def test_where_nothing_was_sent_nothing_is_taken_in(folder: Path, capsys: Said) -> None:
    # given
    (folder / "empty").mkdir()
    (folder / "a.eml").write_bytes(of(4, "ACCEPTED"))
    given = ["replies", str(folder), str(folder / "a.eml")]

    # when
    with pytest.raises(SystemExit):
        main(given)
    without = capsys.readouterr().err
    ending = main([*given, "--sent", str(folder / "empty")])

    # then
    assert "the following arguments are required: --sent" in without
    assert ending == Ending.REFUSED
    assert "so nobody can tell which date an answer is to" in capsys.readouterr().err
    assert not (folder / "programme" / "replies.json").exists()


def test_what_was_answered_to_an_earlier_plan_is_taken_over_once(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, capsys: Said
) -> None:
    """A plan written to another folder did not find earlier answers."""
    # given: answers to one plan, and another folder with some of its own
    read(folder, of(3))
    new = tmp_path_factory.mktemp("new")
    for name in ("plan.json", "programme", "sent"):
        place = folder / name
        (copytree if place.is_dir() else copy)(place, new / name)
    (new / "programme" / "replies.json").unlink()
    nothing = call(new)
    told = capsys.readouterr().err
    read(new, of(4, "ACCEPTED"))
    capsys.readouterr()

    # when
    endings = [call(new, "--earlier", str(folder)) for _ in range(2)]

    # then
    said = capsys.readouterr().out
    assert (nothing, endings, "--earlier" in told) == (0, [0, 0], True)
    assert str(new / "programme" / "replies.json") in told
    assert said.count("1 round of earlier answers taken over.") == 1
    assert said.count("The earlier answers were taken over before.") == 1
    assert said.count("Namely03 is not coming to") == said.count("Namely04 is coming to") == 2


def test_an_earlier_plan_without_answers_is_refused(
    folder: Path, tmp_path: Path, capsys: Said
) -> None:
    (tmp_path / "other").mkdir()

    ending = call(folder, "--earlier", str(tmp_path / "other"))

    assert (ending, "no answers are kept in" in capsys.readouterr().err) == (Ending.REFUSED, True)
