"""Where answers lie: one file, a mailbox of many messages, a Maildir folder."""

import mailbox
from email import message_from_bytes
from pathlib import Path

import pytest

from scheduler.calendars.replies import sources
from scheduler.calendars.replies.reading import read_message
from scheduler.calendars.replies.sources import messages_at, messages_in
from scheduler.errors import ProgrammeError
from tests.scheduler.calendars.replies.written_replies import GOOGLE, KDE, OUTLOOK, mailed

THREE = [mailed(GOOGLE), mailed(OUTLOOK), mailed(KDE)]


def standings(messages: tuple[bytes, ...]) -> list[str]:
    """Return what the answers in some messages say."""
    found = (each for number, told in enumerate(messages) for each in read_message(number, told))
    return [getattr(each, "standing", "") for each in found]


def test_a_mailbox_that_another_program_wrote_is_taken_apart(tmp_path: Path) -> None:
    # given: written by the standard library, with lines in a body that look like a new message
    box = mailbox.mbox(tmp_path / "inbox.mbox")
    for each in THREE:
        box.add(message_from_bytes(each.replace(b"Morag has", b"From here Morag has")))
    box.close()

    # when
    found = messages_at(tmp_path / "inbox.mbox")

    # then
    assert standings(found) == ["DECLINED", "TENTATIVE", "DECLINED"]


def test_a_maildir_folder_is_read_from_both_its_parts(tmp_path: Path) -> None:
    # given
    box = mailbox.Maildir(tmp_path / "inbox")
    keys = [box.add(message_from_bytes(each)) for each in THREE]
    seen = box[keys[0]]
    seen.set_subdir("cur")
    box[keys[0]] = seen
    (tmp_path / "inbox" / "new" / "elsewhere").symlink_to(tmp_path / "secret")

    # when
    found = messages_at(tmp_path / "inbox")

    # then
    assert sorted(standings(found)) == ["DECLINED", "DECLINED", "TENTATIVE"]


def test_a_single_file_is_one_message() -> None:
    assert messages_in(GOOGLE, name="a.ics") == (GOOGLE,)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b" \r\n", "a.eml is empty; save the message or the mailbox again."),
        (b"x" * 101, "a.eml has more than 0 MB; give a folder with the answers alone."),
        (b"From a\n\nFrom b\nx\n\nFrom c\nx\n", "a.eml holds more than 1 messages"),
    ],
)
def test_what_is_empty_or_too_much_is_refused(
    content: bytes, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given
    monkeypatch.setattr(sources, "MOST_MAILBOX", 100)
    monkeypatch.setattr(sources, "MOST_MESSAGES", 1)

    # when
    with pytest.raises(ProgrammeError) as refused:
        messages_in(content, name="a.eml")

    # then
    assert str(refused.value).startswith(says)


def test_a_folder_of_messages_saved_one_by_one_is_read(tmp_path: Path) -> None:
    # given
    for name, content in zip(("a.eml", "b.EML", "c.ics"), THREE, strict=True):
        (tmp_path / name).write_bytes(content)
    (tmp_path / "notes.txt").write_text("not a message")
    (tmp_path / "d.eml").symlink_to(tmp_path / "notes.txt")

    # then
    assert standings(messages_at(tmp_path)) == ["DECLINED", "TENTATIVE", "DECLINED"]


def test_a_folder_without_messages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProgrammeError, match="holds no messages"):
        messages_at(tmp_path)
