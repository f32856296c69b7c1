"""One collection on a calendar server (CalDAV, RFC 4791), asked about our own entries alone.

Four requests of HTTP are all it takes. The client `caldav` would bring twelve packages along for
them, and changes an entry's count by itself.
"""

import re
import ssl
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Final
from urllib.parse import SplitResult, urlsplit

from scheduler.calendars.as_written import is_as_written
from web.terminal import RefusedError

VARIABLE: Final = "COMMONGROUND_CALDAV_PASSWORD"
"""The environment variable that may hold the password."""
HERE: Final = frozenset({"localhost", "127.0.0.1", "::1"})
"""Names of this machine, to which nothing travels that anybody could read on the way."""
PATIENCE_SECONDS: Final = 30
ABOUT_THE_ADDRESS: Final = frozenset({200, 207, 404, 405, 410})
"""Answers of what a calendar is asked for, that say what is at its address."""
MOST_BYTES: Final = 1_000_000
"""Most that is read of an answer."""

_CALENDAR: Final = re.compile(rb"<(?:[\w.-]+:)?calendar(?:\s[^>]*)?/?>")
_WHAT_IS_IT: Final = (
    b'<?xml version="1.0" encoding="utf-8"?>'
    b'<propfind xmlns="DAV:"><prop><resourcetype/></prop></propfind>'
)


class ServerError(RefusedError):
    """The calendar server cannot be used, or not now; says what to do."""


class OvertakenError(Exception):
    """Somebody else changed an entry meanwhile, or it is one the server does not take."""


class AlteredError(OvertakenError):
    """What was put there stands there otherwise: somebody changed it at once, or the server."""


@dataclass(frozen=True)
class Account:
    """Where a collection is, and who may write to it."""

    address: str
    user: str
    password: str


@dataclass(frozen=True)
class Entry:
    """An entry as the server keeps it now."""

    mark: str
    """Its ETag: another one whenever anything in it changed."""
    content: bytes = b""
    """What stands in it; left out where it is as we last saw it."""


@dataclass(frozen=True)
class _Answer:
    status: int
    mark: str
    content: bytes


class Collection:
    """A collection of entries, each under a name that we gave it."""

    def __init__(self, account: Account) -> None:
        """Take who asks; nothing is sent yet.

        Raises
        ------
        ServerError
            If the address is none to which a password may be sent.
        """
        parts = _checked(account.address)
        self._path = parts.path if parts.path.endswith("/") else f"{parts.path}/"
        told = b64encode(f"{account.user}:{account.password}".encode()).decode()
        self._headers = {"Authorization": f"Basic {told}", "Accept-Encoding": "identity"}
        host, port = str(parts.hostname), parts.port
        self._connection = (
            HTTPConnection(host, port, timeout=PATIENCE_SECONDS)
            if parts.scheme == "http"
            else HTTPSConnection(
                host, port, timeout=PATIENCE_SECONDS, context=ssl.create_default_context()
            )
        )

    def check(self) -> None:
        """Make sure that it is a calendar.

        Raises
        ------
        ServerError
            If it is none, or nothing may be asked.
        """
        kind = {"Depth": "0", "Content-Type": "application/xml; charset=utf-8"}
        found = self._ask("PROPFIND", "", kind, _WHAT_IS_IT)
        if found.status not in ABOUT_THE_ADDRESS:
            raise _unusable(found.status)
        if found.status != HTTPStatus.MULTI_STATUS or not _CALENDAR.search(found.content):
            raise ServerError(
                f"{self._path}: no calendar is there ({found.status}); "
                "give the address of one collection, as the server shows it"
            )

    def look(self, name: str, *, mark: str) -> Entry | None:
        """Return an entry, its content only where its mark is another; None where there is none."""
        known = {"If-None-Match": mark} if mark else {}
        found = self._ask("GET", name, known)
        if found.status in {404, 410}:
            return None
        if found.status == HTTPStatus.NOT_MODIFIED:
            return Entry(mark)
        if found.status != HTTPStatus.OK:
            raise _unusable(found.status)
        if not found.mark or found.mark.startswith("W/"):
            raise ServerError(
                "the server tells no strong ETag, so nobody could know whether somebody else "
                "changed an entry there; use another server"
            )
        return Entry(found.mark, found.content)

    def put(self, name: str, content: bytes, *, over: str) -> str:
        """Put an entry there and return its mark.

        Parameters
        ----------
        over
            The mark of what it takes the place of; empty where nothing may be there yet.

        Raises
        ------
        OvertakenError
            If something else is there, or the server does not take this.
        AlteredError
            If it was taken, no mark was told, and by then something else stands there.
        """
        only = {"If-Match": over} if over else {"If-None-Match": "*"}
        kind = {"Content-Type": "text/calendar; charset=utf-8"}
        done = self._ask("PUT", name, only | kind, content)
        if done.status in {403, 404, 409, 412}:
            raise OvertakenError(str(done.status))
        if done.status not in {200, 201, 204}:
            raise _unusable(done.status)
        if done.mark and not done.mark.startswith("W/"):
            return done.mark
        # RFC 4791, 5.3.4: a server that changes what it was given tells no mark with the answer.
        found = self.look(name, mark="")
        if found is None:
            raise OvertakenError("404")
        if not is_as_written(found.content, content):
            raise AlteredError
        return found.mark

    def delete(self, name: str, *, mark: str) -> None:
        """Take an entry out, if it is still as it was; one that is gone already is fine.

        Raises
        ------
        OvertakenError
            If it is not as it was.
        """
        done = self._ask("DELETE", name, {"If-Match": mark})
        if done.status in {403, 409, 412}:
            raise OvertakenError(str(done.status))
        if done.status not in {200, 204, 404, 410}:
            raise _unusable(done.status)

    def close(self) -> None:
        """Hang up."""
        self._connection.close()

    def _ask(
        self, method: str, name: str, headers: Mapping[str, str], body: bytes | None = None
    ) -> _Answer:
        try:
            self._connection.request(
                method, f"{self._path}{name}", body, {**self._headers, **headers}
            )
            with self._connection.getresponse() as response:
                content = response.read(MOST_BYTES + 1)
                answer = _Answer(response.status, response.getheader("ETag", ""), content)
        except ssl.SSLCertVerificationError as wrong:
            raise ServerError(
                f"the server's certificate is not trusted ({wrong.verify_message}); "
                "nothing was sent"
            ) from wrong
        except (OSError, HTTPException) as wrong:
            raise ServerError(
                "the server did not answer, or not in time; try again later"
            ) from wrong
        if len(content) > MOST_BYTES:
            raise ServerError(
                "the server answers with more than an entry can hold; nothing is taken"
            )
        return answer


def _checked(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        is_one = parts.port != 0 and bool(parts.hostname) and address.isascii()
    except ValueError:
        is_one = False
    if not is_one or not address.isprintable() or " " in address:
        raise ServerError(f'"{address}" is no address; give one such as https://cal.example/team/')
    if parts.username is not None or parts.query or parts.fragment:
        raise ServerError("leave name, password, ? and # out of the address; --user tells the name")
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in HERE):
        raise ServerError(
            f"{parts.hostname}: a password is sent over https only; begin with https://"
        )
    return parts


def _unusable(status: int) -> ServerError:
    if status == HTTPStatus.UNAUTHORIZED:
        return ServerError(
            f"the server takes this name or password for a wrong one ({status}); the name is told "
            f"by --user, the password by --password-file or else by {VARIABLE}"
        )
    if status == HTTPStatus.FORBIDDEN:
        return ServerError(f"the server lets this user do nothing here ({status})")
    if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:
        return ServerError(
            f"the server leads on to another address ({status}); a password is not sent after it: "
            "give that address"
        )
    return ServerError(f"the server answers {status}; try again later")
