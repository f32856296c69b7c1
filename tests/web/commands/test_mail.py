"""`commonground mail --dry-run`: which messages are written, and that none is sent."""

from email import message_from_bytes
from pathlib import Path

import pytest

from scheduler.contact import Contact
from scheduler.files import fingerprint
from scheduler.samples import ISHBEL, PROGRAMME, RORY
from tests.web.conftest import Planned
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
        "Nothing was sent: Common Ground cannot send mail yet. These are files to look at.",
    ]


def test_messages_written_twice_are_the_same(mailed: Path) -> None:
    # when
    out = mailed / "mail"
    written = []
    for _ in range(2):
        main(["mail", str(mailed), "--dry-run", str(out)])
        written.append({file.name: file.read_bytes() for file in out.iterdir()})

    # then
    assert written[0] == written[1]


def test_there_is_no_way_to_send(mailed: Path) -> None:
    with pytest.raises(SystemExit):
        main(["mail", str(mailed)])
