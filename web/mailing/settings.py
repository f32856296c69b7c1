"""Through which mail server messages go out. Without its settings nothing is ever sent."""

import os
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from pydantic import Field

from scheduler.errors import Fault, ProgrammeError
from scheduler.files.toml_document import read_toml
from scheduler.files.typed import Reading
from scheduler.words import Label, Word

NAME: Final = "mail.toml"
PLACE: Final = "COMMONGROUND_MAIL"
"""The variable that names the file of settings, where it is not among what is kept here."""
PASSWORD: Final = "COMMONGROUND_MAIL_PASSWORD"  # noqa: S105 - the name of a variable
"""The variable that may hold the password."""
OWN: Final = frozenset({"localhost", "127.0.0.1", "::1"})
"""Names of this machine, to which nothing has to be kept secret on the way."""
READABLE: Final = stat.S_IRWXG | stat.S_IRWXO
_ADDRESS: Final = re.compile(r"[!-;=?A-~]+@[!-;=?A-~]+")
"""Signs of the English keyboard but for spaces and angle brackets, and one @ between them."""
WRITABLE: Final = stat.S_IWGRP | stat.S_IWOTH


class MailSettings(Word):
    """A mail server, and how to speak to it."""

    host: Label
    """The name of the server, such as smtp.example.org."""
    port: int = Field(default=587, ge=1, le=65535)
    """587 for starttls, 465 for tls."""
    security: Literal["starttls", "tls", "none"] = "starttls"
    """How what is said is kept from others; none only to a server on this machine."""
    user: Label = ""
    """The name of the account; empty where the server asks for none."""
    sender: Label = ""
    """The address that messages which cannot be delivered go back to; empty takes the
    programme's."""
    password_file: Label = ""
    """The file that holds the password, for its owner alone; one beside these settings by name."""
    certificate: Label = ""
    """The file of the certificate of a server of one's own that no public authority vouches for."""
    seconds: int = Field(default=20, ge=1, le=120)
    """How long to wait for an answer of the server."""


@dataclass(frozen=True)
class MailAccount:
    """A mail server with the password to it, which is never shown and never written down."""

    settings: MailSettings
    folder: Path
    """Where the settings stand: other files are named from here."""
    password: str = field(default="", repr=False)

    @property
    def certificate(self) -> Path | None:
        """The file of the server's own certificate, if one is named."""
        named = self.settings.certificate
        return self.folder / named if named else None


def settings_place(home: Path) -> Path:
    """Return where the settings are, or would be."""
    told = os.environ.get(PLACE)
    return Path(told) if told else home / NAME


def account_at(place: Path) -> MailAccount | None:
    """Return the account messages go out through; None while none is set up.

    Raises
    ------
    ProgrammeError
        If the settings cannot be used; carries every fault found.
    """
    if not place.exists():
        return None
    if place.stat().st_mode & WRITABLE:
        raise _refused(place, "", f"can be changed by others; let nobody else: chmod 600 {NAME}")
    settings = _read(place)
    if settings.security == "none" and settings.host not in OWN:
        remedy = "lets everybody on the way read what is sent; write starttls or tls"
        raise _refused(place, "security", remedy, value=settings.security)
    account = MailAccount(settings, place.parent, _password(place, settings))
    _refuse_unsayable(place, account)
    if account.certificate and not account.certificate.is_file():
        raise _refused(place, "certificate", "is not there; check the name", value="")
    if settings.user and not account.password:
        remedy = f"has no password; name a password_file, or set {PASSWORD}"
        raise _refused(place, "user", remedy)
    return account


def _refuse_unsayable(place: Path, account: MailAccount) -> None:
    """Refuse what a mail server cannot be told, before anything is begun."""
    settings = account.settings
    try:
        settings.host.encode("idna")
    except UnicodeError:
        remedy = "is no name of a server; write one such as smtp.example.org"
        raise _refused(place, "host", remedy, value=settings.host) from None
    if settings.sender and not _ADDRESS.fullmatch(settings.sender):
        remedy = "is no address a mail server can be told; write one such as team@example.org"
        raise _refused(place, "sender", remedy, value=settings.sender)
    if not settings.user.isascii():
        remedy = "holds letters a mail server cannot be told; write the name without accents"
        raise _refused(place, "user", remedy, value=settings.user)
    if not account.password.isascii():
        remedy = "holds letters a mail server cannot be told; choose a password without accents"
        raise _refused(place, "password_file" if settings.password_file else PASSWORD, remedy)


def _read(place: Path) -> MailSettings:
    document = read_toml(place)
    if not document.is_whole:
        raise ProgrammeError(document.faults)
    reading = Reading(MailSettings, document.tree, document.damaged)
    faults = (*document.faults, *document.faults_of(tuple(reading.findings)))
    if faults or reading.word is None:
        raise ProgrammeError(faults)
    return reading.word


def _password(place: Path, settings: MailSettings) -> str:
    told = os.environ.get(PASSWORD, "")
    if told or not settings.password_file:
        return told
    file = place.parent / settings.password_file
    if not file.is_file():
        raise _refused(place, "password_file", "is not there; check the name")
    if file.stat().st_mode & READABLE:
        remedy = f"can be read by others; keep it to yourself: chmod 600 {file.name}"
        raise _refused(place, "password_file", remedy)
    return file.read_text("utf-8").strip()


def _refused(place: Path, name: str, remedy: str, *, value: str = "") -> ProgrammeError:
    return ProgrammeError((Fault(place.name, None, name, value, remedy),))
