"""A calendar fetched from an address: from the open internet, once, and nothing else by it."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Event, Thread

import pytest

from web import fetching
from web.fetching import FetchError, Network, fetched

PUBLIC = "93.184.216.34"
CALENDAR = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
NOT_PUBLIC = (
    "That address is not on the open internet, so nothing is fetched from it; "
    "download the file and choose it here"
)
NO_ANSWER = "No calendar came from that address; check it, or download the file and choose it here"
NO_ADDRESS = "Write an address that begins with https://, as the calendar program shows it"


@dataclass
class Asked:
    """A network in which every name leads to a server of this machine, and what was asked of it."""

    port: int
    means: dict[str, list[str]] = field(default_factory=dict)
    looked_up: list[str] = field(default_factory=list)
    connected: list[tuple[str, str]] = field(default_factory=list)

    def network(self) -> Network:
        """Return it as it is fetched through."""
        return Network(self._look_up, self._connection)

    def _look_up(self, host: str) -> list[str]:
        self.looked_up.append(host)
        return self.means.get(host, [PUBLIC])

    def _connection(self, host: str, address: str) -> HTTPConnection:
        self.connected.append((host, address))
        return HTTPConnection("127.0.0.1", self.port, timeout=5)


class Answers(BaseHTTPRequestHandler):
    """What the server of this machine answers, by the path."""

    seen: dict[str, str]
    """The headers of what was asked last."""
    hold = Event()

    def do_GET(self) -> None:
        """Answer."""
        type(self).seen = {name.lower(): value for name, value in self.headers.items()}
        what = self.path.partition("?")[0]
        if what == "/slow":
            self.hold.wait()
        if what.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/to/"))
            self.end_headers()
            return
        status = {"/gone": 410, "/nowhere": 302}.get(what, 200)
        self.send_response(status)
        if what == "/packed":
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(b"x" * 1_000_001 if what == "/big" else CALENDAR)

    def log_message(self, *told: object) -> None:
        """Say nothing."""


@contextmanager
def answering() -> Iterator[Asked]:
    """Serve answers at an address of this machine for a while."""
    server = HTTPServer(("127.0.0.1", 0), Answers)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield Asked(server.server_port)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def asked() -> Iterator[Asked]:
    """Return a network with a server."""
    with answering() as found:
        yield found


def refused(address: str, asked: Asked) -> str:
    """Return why nothing is fetched from an address."""
    with pytest.raises(FetchError) as found:
        fetched(address, asked.network())
    return str(found.value)


@pytest.mark.parametrize("scheme", ["https", "HTTPS", "webcal"])
def test_a_calendar_is_fetched(scheme: str, asked: Asked) -> None:
    found = fetched(f"{scheme}://cal.example/mine.ics?key=1", asked.network())

    assert (found, asked.connected) == (CALENDAR, [("cal.example", PUBLIC)])


def test_nothing_of_ours_is_sent_along(asked: Asked) -> None:
    fetched("https://cal.example/mine.ics", asked.network())

    assert Answers.seen.keys() == {"host", "accept", "accept-encoding"}


def test_a_name_is_looked_up_once_and_its_address_connected_to(asked: Asked) -> None:
    """A name that means something else a moment later gains nothing by it."""
    fetched("https://cal.example/mine.ics", asked.network())

    assert (asked.looked_up, asked.connected) == (["cal.example"], [("cal.example", PUBLIC)])


@pytest.mark.parametrize(
    "means", [["127.0.0.1"], ["::1"], [PUBLIC, "10.0.0.1"], ["::ffff:127.0.0.1"], []]
)
def test_a_name_that_leads_into_anybodys_network_is_not_followed(
    means: list[str], asked: Asked
) -> None:
    asked.means["inside.example"] = means

    assert (refused("https://inside.example/", asked), asked.connected) == (NOT_PUBLIC, [])


def test_what_an_address_leads_on_to_is_checked_as_well(asked: Asked) -> None:
    asked.means["inside.example"] = ["169.254.169.254"]

    said = refused("https://cal.example/to/https://inside.example/secret", asked)

    assert (said, asked.connected) == (NOT_PUBLIC, [("cal.example", PUBLIC)])


def test_what_an_address_leads_on_to_is_fetched(asked: Asked) -> None:
    found = fetched("https://cal.example/to//mine.ics", asked.network())

    assert found == CALENDAR


def test_an_address_may_not_lead_on_to_one_without_a_lock(asked: Asked) -> None:
    assert refused("https://cal.example/to/http://cal.example/mine.ics", asked) == NO_ADDRESS


def test_going_in_circles_ends(asked: Asked) -> None:
    said = refused("https://cal.example/to//to//to//to//to//mine.ics", asked)

    assert said.startswith("That address leads on to others too often")


@pytest.mark.parametrize(
    "address",
    [
        *("http://cal.example/", "file:///etc/hostname", "ftp://cal.example/", "cal.example", ""),
        *("https://", "https://cal.example/a b", "https://cal.example:x/", "https://[::1"),
        *("https://cal.éxample/", f"https://cal.example/{'a' * 2_000}", "gopher://127.0.0.1"),
    ],
)
def test_what_is_no_such_address_is_not_looked_up(address: str, asked: Asked) -> None:
    assert (refused(address, asked), asked.looked_up) == (NO_ADDRESS, [])


@pytest.mark.parametrize(
    "address", ["https://cal.example:8443/", "https://me@cal.example/", "https://a:b@cal.example/"]
)
def test_no_other_port_and_no_name_or_password(address: str, asked: Asked) -> None:
    assert refused(address, asked) == (
        "An address with a name, a password or a port in it is not fetched from"
    )


@pytest.mark.parametrize("path", ["gone", "packed", "nowhere"])
def test_an_answer_that_is_no_calendar_is_said_without_its_words(path: str, asked: Asked) -> None:
    assert refused(f"https://cal.example/{path}", asked) == NO_ANSWER


def test_too_much_is_not_taken(asked: Asked) -> None:
    assert refused("https://cal.example/big", asked).startswith("More than 1 MB came from")


def test_an_answer_that_never_comes_is_not_waited_for(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "MOST_SECONDS", 0.1)

    said = refused("https://cal.example/slow", asked)

    Answers.hold.set()
    assert said == NO_ANSWER


def test_nobody_at_home_is_said_alike() -> None:
    assert refused("https://cal.example/", Asked(port=1)) == NO_ANSWER


def test_by_itself_a_fetch_goes_to_the_checked_address_and_wants_its_certificate(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With no network handed in, names are looked up by the system: localhost is nobody's."""
    monkeypatch.setattr(fetching, "PORT", 1)

    with pytest.raises(FetchError) as refused_by_name:
        fetched("https://localhost/")
    with pytest.raises(OSError, match="refused"):
        fetching.Pinned("cal.example", "127.0.0.1").connect()

    assert str(refused_by_name.value) == NOT_PUBLIC
    context = fetching.Pinned("cal.example", "127.0.0.1").trusts
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)
