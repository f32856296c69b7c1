"""A calendar fetched over TLS itself: whose certificate is trusted, and where it never leads."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from tests.web.certificates import Certificate, a_certificate
from tests.web.test_fetching import CALENDAR, NO_ANSWER, NOT_PUBLIC, PUBLIC
from web import fetching
from web.fetching import FetchError, Network, Pinned, fetched

NAME = "cal.example"


@dataclass
class Served:
    """A server behind TLS, and every path it was asked for."""

    asked: list[str] = field(default_factory=list)

    def network(self) -> Network:
        """Return a network in which names of tests are this machine, and all else is itself."""
        return Network(_look_up, _connection)


def _look_up(host: str) -> Sequence[str]:
    return [PUBLIC] if host.endswith(".example") else Network().look_up(host)


def _connection(host: str, address: str) -> HTTPConnection:
    # The product's own connection, with its own trust: only where it leads to is ours.
    return Pinned(host, {PUBLIC: "127.0.0.1"}.get(address, address))


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    """Return the server's certificate, for one name."""
    return a_certificate(NAME, tmp_path_factory.mktemp("certificates"))


@pytest.fixture
def served(certificate: Certificate, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    """Serve a calendar behind TLS on this machine."""
    found = Served()

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append(self.path)
            _, _, onward = self.path.partition("/to/")
            self.send_response(302 if onward else 200)
            if onward:
                self.send_header("Location", onward)
            self.end_headers()
            self.wfile.write(CALENDAR)

        def log_message(self, *told: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Answers)
    server.socket = certificate.shown.wrap_socket(
        server.socket, server_side=True, do_handshake_on_connect=False
    )
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    monkeypatch.setattr(fetching, "PORT", server.server_port)
    yield found
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def _trusted(certificate: Certificate, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.file))


def refused(address: str, served: Served) -> str:
    """Return why nothing is fetched from an address."""
    with pytest.raises(FetchError) as found:
        fetched(address, served.network())
    return str(found.value)


@pytest.mark.usefixtures("_trusted")
def test_a_trusted_certificate_for_the_name_is_enough(served: Served) -> None:
    assert (fetched(f"https://{NAME}/mine.ics?key=1", served.network()), served.asked) == (
        CALENDAR,
        ["/mine.ics?key=1"],
    )


def test_a_certificate_nobody_trusts_ends_it_before_anything_is_asked(served: Served) -> None:
    """The path of such an address is often a secret."""
    assert (refused(f"https://{NAME}/secret.ics", served), served.asked) == (NO_ANSWER, [])


@pytest.mark.usefixtures("_trusted")
def test_a_trusted_certificate_for_another_name_ends_it_too(served: Served) -> None:
    assert (refused("https://other.example/secret.ics", served), served.asked) == (NO_ANSWER, [])


@pytest.mark.usefixtures("_trusted")
@pytest.mark.parametrize(
    "inside",
    ["127.0.0.1", "[::1]", "10.0.0.1", "169.254.169.254", "[::ffff:127.0.0.1]", "2130706433"],
)
def test_what_it_leads_on_to_is_never_within_anybodys_network(inside: str, served: Served) -> None:
    # when
    said = refused(f"https://{NAME}/to/https://{inside}/secret", served)

    # then: the first was asked, and nothing else
    assert (said, served.asked) == (NOT_PUBLIC, [f"/to/https://{inside}/secret"])


@pytest.mark.usefixtures("_trusted")
def test_what_it_leads_on_to_wants_a_certificate_of_its_own(served: Served) -> None:
    # when
    said = refused(f"https://{NAME}/to/https://other.example/mine.ics", served)

    # then
    assert (said, served.asked) == (NO_ANSWER, ["/to/https://other.example/mine.ics"])


@pytest.mark.usefixtures("_trusted")
def test_what_it_leads_on_to_under_its_own_name_is_fetched(served: Served) -> None:
    assert fetched(f"https://{NAME}/to/https://{NAME}/mine.ics", served.network()) == CALENDAR
