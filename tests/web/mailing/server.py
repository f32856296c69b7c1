"""A mail server of this machine for the tests: a real one, with STARTTLS, names and passwords.

It can refuse people, and go away in the middle. The certificate beside it is an invented one, for
the tests alone.
"""

import base64
import socketserver
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Literal, cast

CERTIFICATE = Path(__file__).with_name("invented.pem")
USER, PASSWORD = "team@example.org", "not a secret"

Drop = Literal["", "before", "within", "after"]
"""When the server goes away: before the content, within it, or once it has all and said nothing."""


@dataclass
class Conduct:
    """How the server behaves, and what it was handed."""

    security: Literal["starttls", "tls", "none"] = "starttls"
    asks_for_password: bool = True
    offers_tls: bool = True
    answers: dict[str, int] = field(default_factory=dict)
    """What it answers to a recipient by address, in place of 250."""
    to_content: int = 250
    """What it answers to the content."""
    to_sender: int = 250
    drops: dict[int, Drop] = field(default_factory=dict)
    """At which message, from 1, it goes away and when."""
    most: int = 1_000
    """How many it takes over one connection before it closes with 421."""
    taken: list[tuple[str, str, bytes]] = field(default_factory=list)
    """Sender, recipient and content of each message it took."""
    asked: list[str] = field(default_factory=list)
    """Every command it was given, without passwords."""
    begun: int = 0
    """How many messages were begun."""


class _Conversation(socketserver.StreamRequestHandler):
    """One connection."""

    disable_nagle_algorithm = True

    def handle(self) -> None:
        self.conduct = cast("_Server", self.server).conduct
        self.is_secret = self.conduct.security == "tls"
        self.is_known = not self.conduct.asks_for_password
        self.sender = self.to = self.line = ""
        self.here = 0
        self.is_greeted = False
        with suppress(OSError, ValueError):
            if self.is_secret:
                self._secure()
            self._say(220, "invented")
            while self._answer(self.rfile.readline().decode("ascii").rstrip("\r\n")):
                pass
        if self.connection is not self.request:
            self.rfile.close()
            self.wfile.close()
            self.connection.close()

    def _answer(self, line: str) -> bool:
        """Answer a command; say whether the connection stays open."""
        verb = line.split(" ", maxsplit=1)[0].upper()
        self.conduct.asked.append(verb + ("" if verb == "AUTH" else line[len(verb) :]))
        does = getattr(self, f"_{verb.lower()}", None)
        if not line:
            return False
        if verb == "QUIT":
            self._say(221, "bye")
            return False
        if does is None:
            self._say(500, "what?")
            return True
        self.line = line
        return bool(does())

    def _ehlo(self) -> bool:
        self.is_greeted = True
        offers = ["invented"]
        if self.conduct.security == "starttls" and self.conduct.offers_tls and not self.is_secret:
            offers.append("STARTTLS")
        elif self.conduct.asks_for_password:
            offers.append("AUTH PLAIN")
        for each in offers[:-1]:
            self.wfile.write(f"250-{each}\r\n".encode())
        self._say(250, offers[-1])
        return True

    def _starttls(self) -> bool:
        self._say(220, "go on")
        self._secure()
        return True

    def _auth(self) -> bool:
        told = base64.b64decode(self.line.split(" ")[2]).decode().split("\0")
        self.is_known = told == ["", USER, PASSWORD]
        self._say(*((235, "welcome") if self.is_known else (535, f"<{told[1]}> is not known")))
        return True

    def _mail(self) -> bool:
        if not self.is_greeted:
            self._say(503, "say EHLO first")
            return True
        if not self.is_known:
            self._say(530, "who are you?")
            return True
        if self.here >= self.conduct.most:
            self._say(421, "come again")
            return False
        self.sender = self.line.partition("<")[2].partition(">")[0]
        self._say(self.conduct.to_sender, "sender")
        return True

    def _rcpt(self) -> bool:
        self.to = self.line.partition("<")[2].partition(">")[0]
        self._say(self.conduct.answers.get(self.to, 250), f"<{self.to}> that one")
        return True

    def _data(self) -> bool:
        self.conduct.begun += 1
        self.here += 1
        drop = self.conduct.drops.get(self.conduct.begun, "")
        if drop == "before":
            return False
        self._say(354, "go on")
        if drop == "within":
            self.rfile.read(10)
            return False
        content = b""
        while (read := self.rfile.readline()) != b".\r\n":
            if not read:
                return False
            content += read.removeprefix(b".")
        if drop == "after":
            return False
        if self.conduct.to_content == 250:
            self.conduct.taken.append((self.sender, self.to, content))
        self._say(self.conduct.to_content, "content")
        return True

    def _rset(self) -> bool:
        self._say(250, "forgotten")
        return True

    def _say(self, code: int, words: str) -> None:
        self.wfile.write(f"{code} {words}\r\n".encode())

    def _secure(self) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        self.connection = context.wrap_socket(self.connection, server_side=True)
        self.rfile = self.connection.makefile("rb")
        self.wfile = self.connection.makefile("wb", buffering=0)
        self.is_secret = True
        self.is_greeted = False


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    conduct: Conduct


@contextmanager
def mail_server(conduct: Conduct) -> Iterator[int]:
    """Run a mail server for a while, and give its port."""
    with _Server(("127.0.0.1", 0), _Conversation) as server:
        server.conduct = conduct
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield int(server.server_address[1])
        finally:
            server.shutdown()
            thread.join()
