"""A small calendar server of our own, for tests: it keeps entries, knows ETags, and can fail."""

import ssl
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from threading import Thread
from typing import ClassVar

from web.calendar_server import Account

CALENDAR = (
    b'<multistatus xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><response><propstat><prop>'
    b"<resourcetype><collection/><C:calendar/></resourcetype></prop></propstat></response>"
    b"</multistatus>"
)


@dataclass
class Kept:
    """What the server keeps, and how it behaves."""

    entries: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    """By path: the mark, and what stands there."""
    seen: list[tuple[str, str]] = field(default_factory=list)
    """Every request: its method and its path."""
    tells_mark: bool = True
    """Whether it tells the mark of what was just put there."""
    then: tuple[bytes, bytes] | None = None
    """Words that are at once others in whatever is put there."""
    hears_only: int | None = None
    """How many more changes it takes in before it hangs up without an answer."""
    answers: dict[str, int] = field(default_factory=dict)
    """A status to answer with, by method, whatever was asked."""
    scheme: str = "http"
    port: int = 0

    marks: ClassVar[Iterator[int]] = count(1)

    @property
    def account(self) -> Account:
        """Who may write to it."""
        return Account(f"{self.scheme}://localhost:{self.port}/team/sessions", "team", "a secret")

    def keep(self, path: str, content: bytes) -> str:
        """Keep something under a new mark."""
        mark = f'"{next(self.marks)}"'
        self.entries[path] = (mark, content)
        return mark

    def contents(self) -> list[bytes]:
        """Return what stands there, by path."""
        return [content for _, (_, content) in sorted(self.entries.items())]

    def edited(self, told: bytes, instead: bytes) -> None:
        """Change words in every entry, as somebody with a calendar program would."""
        for path, (_, content) in list(self.entries.items()):
            self.keep(path, content.replace(told, instead))


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    kept: Kept

    def do_PROPFIND(self) -> None:
        self._serve(lambda: self._say(207, CALENDAR))

    def do_GET(self) -> None:
        self._serve(self._look)

    def do_PUT(self) -> None:
        self._serve(self._put)

    def do_DELETE(self) -> None:
        self._serve(self._delete)

    def log_message(self, *told: object) -> None:
        pass

    def _serve(self, answer: object) -> None:
        self.body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        self.kept.seen.append((self.command, self.path))
        right = b64encode(b"team:a secret").decode()
        if self.headers["Authorization"] != f"Basic {right}":
            self._say(401)
        elif self.command in self.kept.answers:
            self._say(self.kept.answers[self.command])
        else:
            assert callable(answer)
            answer()

    def _look(self) -> None:
        found = self.kept.entries.get(self.path)
        if found is None:
            self._say(404)
        elif self.headers["If-None-Match"] == found[0]:
            self._say(304, mark=found[0])
        else:
            self._say(200, found[1], mark=found[0])

    def _put(self) -> None:
        found = self.kept.entries.get(self.path)
        if not self._may(found):
            self._say(412)
            return
        mark = self.kept.keep(self.path, self.body)
        if self.kept.then:
            self.kept.keep(self.path, self.body.replace(*self.kept.then))
        if self._hangs_up():
            return
        self._say(204 if found else 201, mark=mark if self.kept.tells_mark else "")

    def _delete(self) -> None:
        found = self.kept.entries.get(self.path)
        if found is None or not self._may(found):
            self._say(412 if found else 404)
            return
        del self.kept.entries[self.path]
        self._say(204)

    def _may(self, found: tuple[str, bytes] | None) -> bool:
        if self.headers["If-None-Match"] == "*":
            return found is None
        return found is not None and self.headers["If-Match"] == found[0]

    def _hangs_up(self) -> bool:
        if self.kept.hears_only is None:
            return False
        self.kept.hears_only -= 1
        self.close_connection = self.kept.hears_only < 1
        return self.close_connection

    def _say(self, status: int, content: bytes = b"", mark: str = "") -> None:
        self.send_response(status)
        if mark:
            self.send_header("ETag", mark)
        if status == 302:
            self.send_header("Location", "https://elsewhere.example/")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def a_calendar_server(behind: ssl.SSLContext | None = None) -> Iterator[Kept]:
    """Run the server on this machine for a while, behind TLS where it is told with what."""
    kept = Kept(scheme="https" if behind else "http")
    handler = type("Handler", (_Handler,), {"kept": kept})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    kept.port = server.server_port
    if behind:
        server.socket = behind.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield kept
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
