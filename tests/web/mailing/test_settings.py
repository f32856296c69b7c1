"""Settings of a mail server: off without them, and refused where they would give anything away."""

from pathlib import Path

import pytest

from scheduler.errors import ProgrammeError
from tests.web.mailing.given import written_settings
from tests.web.mailing.server import PASSWORD, USER
from web.mailing.settings import account_at, settings_place


def refusal(place: Path) -> str:
    """Return why settings are refused."""
    with pytest.raises(ProgrammeError) as refused:
        account_at(place)
    return str(refused.value)


def test_nothing_is_set_up_where_there_are_no_settings(tmp_path: Path) -> None:
    assert account_at(settings_place(tmp_path)) is None


def test_a_variable_names_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMONGROUND_MAIL", str(tmp_path / "mine.toml"))

    assert settings_place(tmp_path / "home") == tmp_path / "mine.toml"


def test_the_password_comes_from_a_file_of_its_owner_alone(tmp_path: Path) -> None:
    account = account_at(written_settings(tmp_path, 2525))

    assert account is not None
    assert (account.settings.user, account.password) == (USER, PASSWORD)
    assert PASSWORD not in repr(account)


def test_the_password_may_come_from_a_variable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given
    place = written_settings(tmp_path, 2525)
    (tmp_path / "mail-password").chmod(0o644)
    monkeypatch.setenv("COMMONGROUND_MAIL_PASSWORD", "another")

    # when
    account = account_at(place)

    # then
    assert account is not None
    assert account.password == "another"  # noqa: S105


def test_a_password_that_others_can_read_is_refused(tmp_path: Path) -> None:
    place = written_settings(tmp_path, 2525)
    (tmp_path / "mail-password").chmod(0o640)

    assert refusal(place) == (
        "mail.toml: password_file can be read by others; keep it to yourself: "
        "chmod 600 mail-password."
    )


def test_settings_that_others_can_change_are_refused(tmp_path: Path) -> None:
    place = written_settings(tmp_path, 2525)
    place.chmod(0o622)

    assert refusal(place) == (
        "mail.toml can be changed by others; let nobody else: chmod 600 mail.toml."
    )


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (['password = "x"'], 'mail.toml line 5: password "x" is no field here'),
        (['security = "none"', 'host = "mail.example.org"'], "lets everybody on the way read"),
        (['security = "ssl"'], 'security "ssl"'),
        (["port = 70000"], "port"),
        (
            ['host = "smtp..example.org"'],
            'mail.toml: host "smtp..example.org" is no name of a server',
        ),
        ([f'host = "{"x" * 70}.org"'], "is no name of a server; write one such as"),
        (['sender = "mòrag@example.org"'], 'sender "mòrag@example.org" is no address'),
        (['sender = "a@b> SIZE=1"'], 'sender "a@b> SIZE=1" is no address'),
        (['user = "mòrag"', 'password_file = "mail-password"'], 'user "mòrag" holds letters'),
        (['host = "mail.example.org"', 'user = "team"'], "has no password"),
        (['certificate = "nowhere.pem"'], "certificate is not there; check the name"),
        (['password_file = "nowhere"'], "password_file is not there; check the name"),
    ],
)
def test_what_is_wrong_is_said_with_its_field(tmp_path: Path, lines: list[str], says: str) -> None:
    # given: lines in place of those of the same name
    place = written_settings(tmp_path, 2525)
    names = {line.split(" ", maxsplit=1)[0] for line in lines}
    kept = [
        line
        for line in place.read_text().splitlines()
        if line.split(" ", maxsplit=1)[0] not in names | {"user", "password_file"}
    ]
    place.write_text("\n".join((*kept, *lines)))

    # then
    assert says in refusal(place)


def test_a_password_that_cannot_be_said_is_refused_and_not_shown(tmp_path: Path) -> None:
    place = written_settings(tmp_path, 2525)
    (tmp_path / "mail-password").write_text("pässword")

    assert refusal(place) == (
        "mail.toml: password_file holds letters a mail server cannot be told; "
        "choose a password without accents."
    )
