"""Calendar programs too heavy for every test run, asked before a release: `make conformance`.

A line for each program. One that is not here is named, with what brings it: nothing is taken for
right that nobody asked.
"""

import importlib.util
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from tempfile import TemporaryDirectory
from typing import Any

from scheduler.calendars.feeds import project_feed
from scheduler.calendars.from_plan import PlanCalendars, Reader
from tests.scheduler.calendars.lives import TWO_ROOMS, a_life
from tests.scheduler.calendars.sessions import TEAM, a_year_of_sessions

NOT_ASKED = {
    "Thunderbird": "nothing here drives it yet; its engine, ical.js, is asked in every test run",
    "KCalendarCore": "nothing here drives it yet",
}
PATIENCE_SECONDS = 30


def main() -> int:
    """Ask every program that is here; say which are not, and return 1 if any reads us wrong."""
    wrong = 0
    if importlib.util.find_spec("radicale") and importlib.util.find_spec("caldav"):
        with radicale() as address:
            for what, is_right in asked_of_radicale(address):
                wrong += not is_right
                _say(f"Radicale: {what}: {'right' if is_right else 'WRONG'}")
    else:
        _say("Radicale: not here, so not asked; `make conformance` installs it")
    for program, why in NOT_ASKED.items():
        _say(f"{program}: not asked: {why}")
    return int(wrong > 0)


@contextmanager
def radicale() -> Iterator[str]:
    """Run the server on this machine for a while, with a folder of its own."""
    with TemporaryDirectory() as folder, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        words = [sys.executable, "-m", "radicale", "--config", ""]
        words += ["--server-hosts", f"127.0.0.1:{port}", "--auth-type", "none"]
        words += ["--storage-filesystem-folder", folder, "--logging-level", "error"]
        server = subprocess.Popen(words)
        try:
            _await(port)
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
            server.wait()


def asked_of_radicale(address: str) -> Iterator[tuple[str, bool]]:
    """Keep our calendars there and read them back, over CalDAV."""
    # Imported here: everything else in this folder works without it.
    import caldav  # noqa: PLC0415

    with caldav.DAVClient(url=address, username="invented", password="") as client:
        home = client.principal()
        yield "a year of sessions, each at its hour", _keeps_the_hours(home.make_calendar("year"))
        yield "the life of a session, one entry at its end", _lives(home.make_calendar("life"))


def _keeps_the_hours(kept: Any) -> bool:  # noqa: ANN401 - caldav says little of its types
    year = a_year_of_sessions()
    for session in year:
        _keep(kept, project_feed([session], name="Year", organiser=TEAM))
    found = [
        event.icalendar_component["dtstart"].dt.astimezone(UTC)
        for month in range(1, 13)
        for event in kept.search(
            start=datetime(2027, month, 15, tzinfo=UTC),
            end=datetime(2027, month, 15, tzinfo=UTC) + timedelta(days=1),
            event=True,
        )
    ]
    return found == [session.start.astimezone(UTC) for session in year]


def _lives(kept: Any) -> bool:  # noqa: ANN401
    sent: dict[str, bytes] = {}
    counted = []
    for _, plan in a_life():
        calendars = PlanCalendars(TWO_ROOMS, plan, sent)
        for invitation in calendars.invitations("P-01"):
            if invitation.entry.start.month == 1:
                _keep(kept, invitation.content)
        sent.update([calendars.of(Reader("person", "P-01"))])
        (event,) = kept.events()
        counted.append(int(event.icalendar_component["sequence"]))
    status = str(event.icalendar_component["status"])
    return (counted, status) == ([0, 1, 2, 2, 3], "CANCELLED")


def _keep(kept: Any, content: bytes) -> None:  # noqa: ANN401
    from caldav import Event  # noqa: PLC0415

    # The client would count one change more of its own accord.
    Event(kept.client, data=_stored(content), parent=kept).save(increase_seqno=False)


def _stored(content: bytes) -> str:
    """Return a message as a calendar is kept: without its METHOD (RFC 4791, 4.1)."""
    lines = content.decode().split("\r\n")
    return "\r\n".join(line for line in lines if not line.startswith("METHOD:"))


def _await(port: int) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    msg = f"Radicale did not answer at port {port} within {PATIENCE_SECONDS} seconds"
    raise TimeoutError(msg)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
