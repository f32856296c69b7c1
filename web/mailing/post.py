"""One conversation with a mail server: each message to one person, and what became of it."""

import re
import smtplib
import ssl
from dataclasses import dataclass
from types import TracebackType
from typing import Final, Literal, Self

from web.mailing.settings import MailAccount
from web.wording import say

Became = Literal["accepted", "refused", "later", "not known"]
"""What became of a message: taken by the server; refused for good, or for now; or nobody knows."""

HERE: Final = "[127.0.0.1]"
"""How this machine names itself: its own name is nobody's business."""
_DOT: Final = re.compile(rb"(?m)^\.")
_DONE: Final = 250
_FORWARDED: Final = 251
_GO_ON: Final = 354
_CLOSING: Final = 421
_FOR_GOOD: Final = 500
_NO_WAY_IN: Final[tuple[tuple[type[Exception], str], ...]] = (
    (smtplib.SMTPAuthenticationError, "no_login"),
    (smtplib.SMTPNotSupportedError, "not_offered"),
    (ssl.SSLError, "no_trust"),
    (UnicodeError, "letters"),
)


@dataclass(frozen=True)
class Outcome:
    """What became of one message."""

    became: Became
    code: int = 0
    """The number the server answered with. Its words may hold addresses and are thrown away."""


class MailStoppedError(Exception):
    """Nothing can be sent at the moment; says why and what to do."""


class ConnectionLostError(Exception):
    """The server went away before a message was handed over: it did not go out."""


class PostOffice:
    """A connection to a mail server."""

    def __init__(self, account: MailAccount) -> None:
        """Take the account; nothing is said to the server yet."""
        self._account = account
        self._client: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        """Open it, and prove who we are.

        Raises
        ------
        MailStoppedError
            If there is no way in.
        """
        settings = self._account.settings
        try:
            self._connect()
        except (OSError, smtplib.SMTPException, UnicodeError) as refused:
            self._leave()
            host = f"{settings.host}:{settings.port}"
            raise MailStoppedError(say(_no_way_in(refused), host=host)) from refused
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        self._leave()

    def hand_in(self, content: bytes, *, sender: str, to: str) -> Outcome:
        """Hand in a message to one person, and return what became of it.

        Raises
        ------
        ConnectionLostError
            If the server went away before it was handed over.
        MailStoppedError
            If the server takes nothing from us.
        """
        client = self._open()
        try:
            code, _ = client.mail(sender)
            if code not in {_DONE, _CLOSING}:
                raise MailStoppedError(say(_no_sender(code), code=code))
            if code == _DONE:
                code = _asked(client, to)
        except (OSError, smtplib.SMTPException) as lost:
            self._drop()
            raise ConnectionLostError from lost
        if code == _CLOSING:
            self._drop()
            raise ConnectionLostError
        return self._handed_over(client, content) if code == _GO_ON else _refusal(client, code)

    def _handed_over(self, client: smtplib.SMTP, content: bytes) -> Outcome:
        """Hand over the content itself: from its first byte on, a break leaves it unknown."""
        try:
            client.send(_DOT.sub(b"..", content) + b".\r\n")
            code, _ = client.getreply()
        except (OSError, smtplib.SMTPException):
            self._drop()
            return Outcome("not known")
        return Outcome("accepted", code) if code == _DONE else _refusal(client, code)

    def _connect(self) -> None:
        settings = self._account.settings
        trusted = ssl.create_default_context(cafile=self._account.certificate)
        to, waits = (settings.host, settings.port), float(settings.seconds)
        if settings.security == "tls":
            self._client = smtplib.SMTP_SSL(
                *to, local_hostname=HERE, timeout=waits, context=trusted
            )
        else:
            self._client = smtplib.SMTP(*to, local_hostname=HERE, timeout=waits)
        if settings.security == "starttls":
            self._client.starttls(context=trusted)
        # Where no name and password are asked for, nothing else says it.
        self._client.ehlo_or_helo_if_needed()
        if settings.user:
            self._client.login(settings.user, self._account.password)

    def _open(self) -> smtplib.SMTP:
        if self._client is None:
            raise ConnectionLostError
        return self._client

    def _leave(self) -> None:
        if self._client is None:
            return
        try:
            self._client.quit()
        except (OSError, smtplib.SMTPException):
            self._client.close()
        self._client = None

    def _drop(self) -> None:
        """Close it without a word: whoever went away would be waited for."""
        self._open().close()
        self._client = None


def _asked(client: smtplib.SMTP, to: str) -> int:
    """Ask whether it may go to somebody; return what the server answered last."""
    code, _ = client.rcpt(to)
    return client.docmd("DATA")[0] if code in {_DONE, _FORWARDED} else code


def _refusal(client: smtplib.SMTP, code: int) -> Outcome:
    # Where this cannot be said any more, whoever comes next finds the server gone.
    try:
        client.rset()
    except (OSError, smtplib.SMTPException):
        client.close()
    return Outcome("refused" if code >= _FOR_GOOD else "later", code)


def _no_sender(code: int) -> str:
    return "mailing.no_sender" if code >= _FOR_GOOD else "mailing.wait"


def _no_way_in(refused: Exception) -> str:
    for kind, name in _NO_WAY_IN:
        if isinstance(refused, kind):
            return f"mailing.{name}"
    return "mailing.no_server"
