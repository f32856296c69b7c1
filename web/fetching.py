"""A calendar fetched from an address that somebody typed, and nothing else reached by it.

The name is looked up once, every address it has is checked, and one of those is connected to: a
name that means something else a moment later changes nothing. What it leads on to is checked alike.
"""

import socket
import ssl
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from threading import Timer
from typing import Final
from urllib.parse import SplitResult, urljoin, urlsplit

from web.public_addresses import is_public
from web.wording import say

MOST_BYTES: Final = 1_000_000
"""Most that is fetched."""
MOST_SECONDS: Final = 10.0
"""Longest that a fetch may take, redirections and all."""
MOST_TURNS: Final = 3
"""How often an address may lead on to another."""
PORT: Final = 443
LONGEST: Final = 2_000
"""Longest address, in characters."""
FOUND: Final = 200
MOVED: Final = frozenset({301, 302, 303, 307, 308})


class FetchError(Exception):
    """A calendar cannot be fetched; says why, and nothing of what answered."""


class Pinned(HTTPSConnection):
    """A connection to one address, whatever its name may mean by now."""

    def __init__(self, host: str, address: str) -> None:
        """Take the name that the certificate has to bear, and the address that was checked."""
        self.trusts = ssl.create_default_context()
        super().__init__(host, PORT, timeout=MOST_SECONDS, context=self.trusts)
        self._address = address

    def connect(self) -> None:
        """Connect to the address."""
        plain = socket.create_connection((self._address, PORT), timeout=MOST_SECONDS)
        self.sock = self.trusts.wrap_socket(plain, server_hostname=self.host)


def _looked_up(host: str) -> Sequence[str]:
    found = socket.getaddrinfo(host, PORT, type=socket.SOCK_STREAM)
    return [str(address[0]) for *_, address in found]


@dataclass(frozen=True)
class Network:
    """How names are looked up and addresses connected to; tests have one of their own."""

    look_up: Callable[[str], Sequence[str]] = _looked_up
    connection: Callable[[str, str], HTTPConnection] = Pinned


def fetched(address: str, network: Network | None = None) -> bytes:
    """Return the calendar at an address.

    Raises
    ------
    FetchError
        If it is not on the open internet behind https, does not answer in time, or is too big.
    """
    through = network or Network()
    late = _Deadline()
    try:
        for _ in range(MOST_TURNS + 1):
            found, onward = _once(_allowed(address), through, late)
            if not onward:
                return found
            address = urljoin(address, onward)
    except (OSError, HTTPException, UnicodeError) as wrong:
        raise FetchError(say("fetch.no_answer")) from wrong
    finally:
        late.timer.cancel()
    raise FetchError(say("fetch.in_circles"))


class _Deadline:
    """Ends a connection that takes too long, however slowly it goes on answering."""

    def __init__(self) -> None:
        self._connection: HTTPConnection | None = None
        self.is_over = False
        self.timer = Timer(MOST_SECONDS, self._end)
        self.timer.daemon = True
        self.timer.start()

    def watch(self, connection: HTTPConnection) -> None:
        """Watch over a connection."""
        self._connection = connection
        if self.is_over:
            raise TimeoutError

    def _end(self) -> None:
        self.is_over = True
        sock = self._connection.sock if self._connection else None
        if sock is not None:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)


def _allowed(address: str) -> SplitResult:
    """Return an address taken apart, if it is one that may be asked for at all."""
    told = address.strip()
    if told.casefold().startswith("webcal://"):
        told = f"https://{told[len('webcal://') :]}"
    try:
        parts = urlsplit(told)
        port = parts.port
    except ValueError:
        raise FetchError(say("fetch.no_address")) from None
    is_plain = told.isascii() and told.isprintable() and " " not in told and len(told) <= LONGEST
    if parts.scheme != "https" or not parts.hostname or not is_plain:
        raise FetchError(say("fetch.no_address"))
    if parts.username is not None or parts.password is not None or port not in {None, PORT}:
        raise FetchError(say("fetch.no_port"))
    return parts


def _once(parts: SplitResult, through: Network, late: _Deadline) -> tuple[bytes, str]:
    """Ask once; return what is there, or where it leads on to."""
    host = str(parts.hostname)
    addresses = through.look_up(host)
    if not addresses or not all(map(is_public, addresses)):
        raise FetchError(say("fetch.not_public"))
    connection = through.connection(host, addresses[0])
    try:
        late.watch(connection)
        path = parts.path or "/"
        target = f"{path}?{parts.query}" if parts.query else path
        headers = {"Accept": "text/calendar", "Accept-Encoding": "identity"}
        connection.request("GET", target, headers=headers)
        late.watch(connection)
        with connection.getresponse() as response:
            return _answer(response, late, connection)
    finally:
        connection.close()


def _answer(
    response: HTTPResponse, late: _Deadline, connection: HTTPConnection
) -> tuple[bytes, str]:
    if response.status in MOVED:
        onward = response.getheader("Location", "")
        if not onward:
            raise FetchError(say("fetch.no_answer"))
        return b"", onward
    if response.status != FOUND or response.getheader("Content-Encoding", "identity") != "identity":
        raise FetchError(say("fetch.no_answer"))
    content = response.read(MOST_BYTES + 1)
    late.watch(connection)
    if len(content) > MOST_BYTES:
        raise FetchError(say("fetch.too_big", most=MOST_BYTES // 1_000_000))
    return content, ""
