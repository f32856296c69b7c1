"""`commonground mail`: which messages are written, who is shown to get them, and what is sent."""

from email import message_from_bytes
from pathlib import Path

import pytest

from scheduler.contact import Contact
from scheduler.files import fingerprint
from scheduler.samples import ISHBEL, PROGRAMME, RORY
from tests.web.conftest import Planned
from tests.web.mailing.given import written_settings
from tests.web.mailing.server import Conduct, mail_server
from web.command import main
from web.plan_folder import plan_at, write_plan_folder

Said = pytest.CaptureFixture[str]
AGREED = ISHBEL.model_copy(
    update={"email": "ishbel@example.org", "contact": Contact(ways=("e-mail",))}
)
MAILED = PROGRAMME.model_copy(update={"people": (AGREED, RORY), "email": "team@example.org"})


@pytest.fixture
def mailed(planned: Planned, tmp_path: Path) -> Path:
    """Return the invented plan, as of a programme in which one person agreed to e-mail."""
    plan = plan_at(planned.folder)
    certificate = plan.certificate.model_copy(update={"programme": fingerprint(MAILED)})
    write_plan_folder(MAILED, plan.model_copy(update={"certificate": certificate}), tmp_path)
    return tmp_path


def test_one_message_a_person_and_session_is_written_and_none_sent(
    mailed: Path, capsys: Said
) -> None:
    # when
    out = mailed / "mail"
    ending = main(["mail", str(mailed), "--dry-run", str(out)])

    # then
    said = capsys.readouterr()
    (message,) = out.glob("*.eml")
    assert (ending, said.out) == (0, f"{message.name}  to Ishbel alone\n")
    assert message_from_bytes(message.read_bytes())["to"] == "ishbel@example.org"
    assert said.err.splitlines() == [
        "No message to Rory: no address, or they did not choose e-mail.",
        "Nothing was sent. Look at these files; --send lists who gets what before it sends.",
    ]


def test_by_which_names_messages_went_is_kept_though_their_words_change(mailed: Path) -> None:
    """Answers to them were doubted once the next were written, and not even the date moved."""
    # given
    out, names = mailed / "mail", []
    plan = plan_at(mailed)

    # when: the phone number to ring is another
    for phone in ("01632 960001", "01632 960002"):
        programme = MAILED.model_copy(update={"phone": phone})
        certificate = plan.certificate.model_copy(update={"programme": fingerprint(programme)})
        write_plan_folder(programme, plan.model_copy(update={"certificate": certificate}), mailed)
        main(["mail", str(mailed), "--dry-run", str(out)])
        (message,) = out.glob("*.eml")
        names.append(message_from_bytes(message.read_bytes())["message-id"])

    # then
    (kept,) = out.glob("messages-*.txt")
    assert len(set(names)) == 2
    assert [name in kept.read_text() for name in names] == [True, True]


def test_messages_written_twice_are_the_same(mailed: Path) -> None:
    # when
    out = mailed / "mail"
    written = []
    for _ in range(2):
        main(["mail", str(mailed), "--dry-run", str(out)])
        written.append({file.name: file.read_bytes() for file in out.iterdir()})

    # then
    assert written[0] == written[1]


def written(mailed: Path, said: Said) -> Path:
    """Write the messages, and return where they are."""
    out = mailed / "mail"
    main(["mail", str(mailed), "--dry-run", str(out)])
    said.readouterr()
    return out


@pytest.fixture
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what is kept on this machine apart."""
    place = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("COMMONGROUND_HOME", str(place))
    return place


def word_of(lines: str) -> str:
    """Return the word that a list ends with."""
    return lines.rpartition("--word ")[2].strip()


def test_nothing_is_sent_while_no_server_is_set_up(mailed: Path, home: Path, capsys: Said) -> None:
    # given
    out = written(mailed, capsys)

    # when
    ending = main(["mail", str(mailed), "--send", str(out)])

    # then
    assert (ending, capsys.readouterr().err) == (
        2,
        (
            f"sending is switched off: there is no {home}/mail.toml; "
            "docs/mail.md says what stands in it\n"
        ),
    )


def test_who_gets_what_is_shown_first_and_sent_only_on_the_word(
    mailed: Path, home: Path, capsys: Said
) -> None:
    # given
    out, conduct = written(mailed, capsys), Conduct()
    (message,) = out.glob("*.eml")
    with mail_server(conduct) as port:
        written_settings(home, port)

        # when
        looked = main(["mail", str(mailed), "--send", str(out)])
        shown = capsys.readouterr()
        before = list(conduct.taken)
        sent = main(["mail", str(mailed), "--send", str(out), "--word", word_of(shown.err)])
        told = capsys.readouterr()
        again = main(["mail", str(mailed), "--send", str(out), "--word", word_of(shown.err)])

    # then
    assert (looked, sent, again) == (0, 0, 0)
    listed = f"Ishbel: Living well: Session, Tuesday 5 January 2027  ({message.name})\n"
    assert (shown.out, shown.err.splitlines()[-1][:16]) == (listed, "Nothing was sent")
    assert "@" not in shown.out + shown.err + told.out + told.err
    assert (before, told.out) == ([], f"{listed}1 message taken by the mail server.\n")
    assert conduct.taken == [("team@example.org", "ishbel@example.org", message.read_bytes())]
    assert capsys.readouterr().out == (
        "1 message sent before; nobody gets these again.\n0 messages taken by the mail server.\n"
    )


def test_another_word_sends_nothing(mailed: Path, home: Path, capsys: Said) -> None:
    # given
    out, conduct = written(mailed, capsys), Conduct()
    with mail_server(conduct) as port:
        written_settings(home, port)

        # when
        ending = main(["mail", str(mailed), "--send", str(out), "--word", "12345678"])

    # then
    assert (ending, conduct.asked) == (2, [])
    assert capsys.readouterr().err.startswith("That is not the word for these messages")


def test_a_message_that_was_changed_by_hand_is_not_sent(
    mailed: Path, home: Path, capsys: Said
) -> None:
    # given
    out = written(mailed, capsys)
    (message,) = out.glob("*.eml")
    message.write_bytes(message.read_bytes().replace(b"Subject: ", b"Subject: No "))
    (out / "of-old.eml").write_bytes(b"To: rory@example.org\r\n\r\n")
    written_settings(home, 2525)

    # when
    ending = main(["mail", str(mailed), "--send", str(out)])

    # then
    assert (ending, capsys.readouterr().err.splitlines()) == (
        2,
        [
            f"{message.name}: is not there, or not what the plan and its programme say now",
            "Nothing was sent. Write them with --dry-run, look at them, then send.",
        ],
    )


def test_what_is_not_known_to_have_gone_out_is_asked_about_and_sent_again_on_their_word(
    mailed: Path, home: Path, capsys: Said
) -> None:
    # given: the server goes away once it has the message
    out, conduct = written(mailed, capsys), Conduct(drops={1: "after"})
    with mail_server(conduct) as port:
        written_settings(home, port)
        command = ["mail", str(mailed), "--send", str(out)]
        main(command)
        word = word_of(capsys.readouterr().err)

        # when
        endings = [main([*command, "--word", word])]
        broke = capsys.readouterr().err
        endings.append(main(command))
        listed = capsys.readouterr().out
        endings.append(main([*command, "--again", "ishbel", "--word", word]))

    # then
    assert (endings, len(conduct.taken)) == ([2, 0, 0], 1)
    assert broke.startswith("Ishbel: the connection broke while")
    assert listed.startswith("Not known whether it went out, so ask Ishbel: ")


def test_one_of_both_has_to_be_chosen(mailed: Path) -> None:
    with pytest.raises(SystemExit):
        main(["mail", str(mailed)])


def test_messages_that_were_never_written_are_asked_for(mailed: Path, capsys: Said) -> None:
    # when
    ending = main(["mail", str(mailed), "--send", "mail-out"])

    # then
    told = "mail-out is no folder yet; write the messages first: --dry-run mail-out"
    assert (ending, capsys.readouterr().err.strip()) == (2, told)
