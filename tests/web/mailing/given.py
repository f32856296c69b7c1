"""An account at the mail server of the tests, and messages of an invented plan to send."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from scheduler.calendars.mail import messages, who_is_mailed
from tests.scheduler.calendars.test_nobody_elses import CALENDARS
from tests.web.mailing.server import CERTIFICATE, PASSWORD, USER, Conduct
from web.mailing.parcels import Parcel, parcels_of
from web.mailing.settings import MailAccount, MailSettings


def an_account(port: int, conduct: Conduct, *, password: str = PASSWORD) -> MailAccount:
    """Return an account at the server of the tests."""
    settings = MailSettings(
        host="localhost",
        port=port,
        security=conduct.security,
        user=USER if conduct.asks_for_password else "",
        certificate=CERTIFICATE.name,
        seconds=2,
    )
    return MailAccount(settings, CERTIFICATE.parent, password)


def written_settings(folder: Path, port: int, *, more: Sequence[str] = ()) -> Path:
    """Write settings of the server of the tests, its password in a file of its owner alone."""
    folder.mkdir(parents=True, exist_ok=True)
    secret = folder / "mail-password"
    secret.write_text(f"{PASSWORD}\n")
    secret.chmod(0o600)
    lines = (
        'host = "localhost"',
        f"port = {port}",
        f'user = "{USER}"',
        'password_file = "mail-password"',
        f'certificate = "{CERTIFICATE}"',
        "seconds = 2",
        *more,
    )
    place = folder / "mail.toml"
    place.write_text("\n".join(lines))
    return place


@cache
def the_parcels() -> tuple[Parcel, ...]:
    """Return what would be sent to a group of twenty, one session each."""
    made = (each for code in who_is_mailed(CALENDARS) for each in messages(CALENDARS, code))
    return parcels_of(CALENDARS, made)
