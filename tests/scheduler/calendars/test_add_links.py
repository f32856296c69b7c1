"""Links that add one session to a calendar on the web: what they hold, and what they do not."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from scheduler.calendars.add_links import google_link, outlook_link
from tests.scheduler.calendars.sessions import a_session

SUMMER = replace(
    a_session(),
    start=a_session().start.replace(month=7),
    end=a_session().end.replace(month=7),
    title="Còmhradh & tea\r\nX-EVIL:1",
    join_link="https://meet.example.org/a?b=1&c=2",
)
TEXT = (
    "Bus 1 at 09:40 from the square.\nHome by bus 1 at 13:05.\n"
    "https://meet.example.org/a?b=1&c=2\nMorag: 01632 960 123"
)


def parts(link: str) -> dict[str, str]:
    """Return what a link holds."""
    return {name: value for name, (value,) in parse_qs(urlsplit(link).query).items()}


def test_google_reads_the_session_in_utc() -> None:
    assert parts(google_link(SUMMER)) == {
        "action": "TEMPLATE",
        "text": "Còmhradh & tea X-EVIL:1",
        "dates": "20270715T093000Z/20270715T123000Z",
        "location": "Invented Hall, Glen Example",
        "details": TEXT,
    }


def test_outlook_reads_the_same() -> None:
    assert parts(outlook_link(SUMMER)) == {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": "Còmhradh & tea X-EVIL:1",
        "startdt": "2027-07-15T09:30:00Z",
        "enddt": "2027-07-15T12:30:00Z",
        "location": "Invented Hall, Glen Example",
        "body": TEXT,
    }


def test_neither_holds_anybodys_address() -> None:
    links = google_link(a_session()) + outlook_link(a_session())

    assert ("mailto" in links, "%40" in links, "@" in links) == (False, False, False)
