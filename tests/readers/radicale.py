"""A calendar server that is not ours, Radicale, run on this machine and asked over CalDAV."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from scheduler.calendars.feeds import project_feed
from scheduler.calendars.from_plan import PlanCalendars, Reader
from scheduler.plan import Plan
from tests.scheduler.calendars.lives import TWO_ROOMS, a_life
from tests.scheduler.calendars.sessions import TEAM, a_year_of_sessions
from web.calendar_server import Account, Collection
from web.published import published_at
from web.publishing import Outcome, Publishing

PATIENCE_SECONDS = 30
ORGANISER = Reader("organiser")
TODAY = date(2026, 12, 1)


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
    from caldav.davclient import DAVClient  # noqa: PLC0415

    with DAVClient(url=address, username="invented", password="") as client:
        home = cast("Any", client).principal()
        yield "a year of sessions, each at its hour", _keeps_the_hours(home.make_calendar("year"))
        yield "a guest's session, one entry at its end", _lives(home.make_calendar("life"))
        with TemporaryDirectory() as memory:
            ours = _Published(home.make_calendar("organiser"), Path(memory))
            yield "the organiser's session as published, 0 to 4, one entry, off", ours.lives()
            yield "what somebody changed there is left until the word", ours.is_left_alone()
            yield "what is long called off is taken out, and nothing else", ours.is_taken_out()


class _Published:
    """The organiser's calendar of January's session, put there as `commonground publish` does."""

    def __init__(self, kept: Any, home: Path) -> None:  # noqa: ANN401 - caldav has no types
        self._kept = kept
        self._home = home

    def publish(self, plan: Plan, *, today: date = TODAY, overwrite: bool = False) -> Outcome:
        """Bring the collection there into step."""
        account = Account(str(self._kept.url), "invented", "")
        memory = published_at(self._home, account.address, "organiser")
        collection, outcome = Collection(account), Outcome()
        calendars = PlanCalendars(TWO_ROOMS, plan, memory.sent)
        Publishing(collection, memory, today, overwrite).run(calendars, ORGANISER, outcome)
        collection.close()
        return outcome

    def january(self) -> list[tuple[int, str]]:
        """Return how often January's session changed, and how firm it is, an entry each."""
        found = [event.icalendar_component for event in self._kept.events()]
        ours = [each for each in found if each["dtstart"].dt.month == 1]
        return [(int(each["sequence"]), str(each["status"])) for each in ours]

    def lives(self) -> bool:
        """Replay the life of the session."""
        seen = []
        for _, plan in a_life():
            self.publish(plan)
            seen.append(self.january())
        firm = [[(count, "CONFIRMED")] for count in range(4)]
        return seen == [*firm, [(4, "CANCELLED")]]

    def is_left_alone(self) -> bool:
        """Change the entry there, as somebody with a calendar program would."""
        last = a_life()[-1][1]
        (event,) = [
            e for e in self._kept.events() if e.icalendar_component["dtstart"].dt.month == 1
        ]
        event.icalendar_component["status"] = "TENTATIVE"
        event.save(increase_seqno=False)
        left = self.publish(last).left
        before = self.january()
        self.publish(last, overwrite=True)
        # Ours counts on from what it takes the place of: programs pass by what counts no higher.
        return (len(left), before, self.january()) == (1, [(4, "TENTATIVE")], [(5, "CANCELLED")])

    def is_taken_out(self) -> bool:
        """Publish again a month later."""
        last = a_life()[-1][1]
        done = self.publish(last, today=TODAY + timedelta(days=30)).done
        return (done["taken out"], self.january(), len(self._kept.events())) == (1, [], 1)


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
    from caldav.calendarobjectresource import Event  # noqa: PLC0415

    # The client would count one change more of its own accord.
    event = cast("Any", Event(kept.client, data=_stored(content), parent=kept))
    event.save(increase_seqno=False)


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
