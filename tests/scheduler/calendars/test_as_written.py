"""Whether a server shows what was put: its own notes do not count, anybody's words do."""

import pytest

from scheduler.calendars.as_written import count_in, is_as_written
from scheduler.calendars.feeds import kept_entry
from scheduler.calendars.from_plan import PlanCalendars, Reader
from tests.scheduler.calendars.lives import TWO_ROOMS
from tests.scheduler.calendars.plans import a_meeting, a_plan

(ENTRY,) = PlanCalendars(TWO_ROOMS, a_plan(a_meeting(1))).entries_for(Reader("project", "well"))
WRITTEN = kept_entry(ENTRY)
ALARM = b"BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT1H\r\nEND:VALARM\r\nEND:VEVENT"


@pytest.mark.parametrize(
    ("told", "instead"),
    [
        (b"", b""),
        (b"CLASS:PRIVATE\r\n", b"CLASS:\r\n PRIVATE\r\n"),
        (b"END:VEVENT", b"CREATED:20261201T090000Z\r\nEND:VEVENT"),
        (b"END:VEVENT", b"TRANSP:OPAQUE\r\nPRIORITY:0\r\nEND:VEVENT"),
        (b"VERSION:2.0", b"VERSION:2.0\r\nX-WR-CALNAME:Team"),
    ],
)
def test_what_a_server_writes_its_own_way_is_the_same(told: bytes, instead: bytes) -> None:
    assert is_as_written(WRITTEN.replace(told, instead), WRITTEN)


@pytest.mark.parametrize(
    ("told", "instead"),
    [
        (b"END:VEVENT", b"X-MY-NOTE:bring the key\r\nEND:VEVENT"),
        (b"END:VEVENT", ALARM),
        (b"END:VEVENT", b"TRANSP:TRANSPARENT\r\nEND:VEVENT"),
        (b"CLASS:PRIVATE\r\n", b""),
        (b"T103000", b"T110000"),
        (b"SEQUENCE:0", b"SEQUENCE:1"),
        (b"DTSTART;TZID=Europe/London", b"DTSTART"),
        (b"END:VEVENT", b""),
        (WRITTEN, b""),
        (WRITTEN, b"\xff\xfe"),
    ],
)
def test_what_anybody_writes_is_another_thing(told: bytes, instead: bytes) -> None:
    assert not is_as_written(WRITTEN.replace(told, instead), WRITTEN)


@pytest.mark.parametrize(
    ("content", "count"),
    [
        (WRITTEN, 0),
        (b"SEQUENCE;X-A=1:7\r\n", 7),
        (b"SEQUENCE:7\nSEQUENCE:12\n", 12),
        (b"X-SEQUENCE:7\r\nSEQUENCE:many\r\n", -1),
    ],
)
def test_count_is_read_whoever_wrote_it(content: bytes, count: int) -> None:
    assert count_in(content) == count
