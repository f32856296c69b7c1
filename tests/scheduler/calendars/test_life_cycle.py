"""The life of a session as a calendar program follows it: invited, moved, called off."""

from dataclasses import dataclass, field
from typing import Any

from icalendar import Calendar

from scheduler.calendars.from_plan import PlanCalendars, Reader
from tests.scheduler.calendars.lives import TWO_ROOMS, a_life


@dataclass
class Diary:
    """A calendar program that does as RFC 5546 says: one entry a UID, the later message wins."""

    entries: dict[str, Any] = field(default_factory=dict)

    def take(self, content: bytes) -> None:
        """Take in a message."""
        calendar = Calendar.from_ical(content)
        for event in calendar.walk("VEVENT"):
            known = self.entries.get(str(event["uid"]))
            if known is None or _age(event) >= _age(known):
                self.entries[str(event["uid"])] = event
            if str(calendar["method"]) == "CANCEL":
                assert str(event["status"]) == "CANCELLED"


def _age(event: Any) -> tuple[int, Any]:  # noqa: ANN401 - the library's values have thirty kinds
    return int(event["sequence"]), event["dtstamp"].dt


def lived_by(person: str) -> list[tuple[str, list[tuple[str, str, int, str]]]]:
    """Return what a person's diary shows of the session after each plan."""
    sent: dict[str, bytes] = {}
    diary, shown = Diary(), []
    for name, plan in a_life():
        calendars = PlanCalendars(TWO_ROOMS, plan, sent)
        for invitation in calendars.invitations(person):
            # February, in whose favour January is called off, is another session.
            if invitation.entry.start.month == 1:
                diary.take(invitation.content)
        sent.update([calendars.of(Reader("person", person))])
        events = [
            (
                str(each["uid"])[:8],
                f"{each['dtstart'].dt:%d %H:%M} {str(each['location']).partition(',')[0]}",
                int(each["sequence"]),
                str(each["status"]),
            )
            for each in diary.entries.values()
        ]
        shown.append((name, events))
    return shown


def test_who_stays_has_one_entry_whose_changes_count_up_to_its_end() -> None:
    # when
    life = lived_by("P-01")

    # then: that somebody else was swapped changes nothing they read, and tells them nothing
    (uid,) = {event[0] for _, events in life for event in events}
    assert life == [
        ("invited", [(uid, "15 10:30 Glen Hall", 0, "CONFIRMED")]),
        ("moved", [(uid, "22 10:30 Glen Hall", 1, "CONFIRMED")]),
        ("elsewhere", [(uid, "22 10:30 Glen Barn", 2, "CONFIRMED")]),
        ("somebody swapped", [(uid, "22 10:30 Glen Barn", 2, "CONFIRMED")]),
        ("called off", [(uid, "22 10:30 Glen Barn", 3, "CANCELLED")]),
    ]


def test_who_is_swapped_out_has_it_called_off_and_who_comes_in_is_invited() -> None:
    # when
    out, came_in = lived_by("P-03"), lived_by("P-02")

    # then
    assert [(events[0][2], events[0][3]) for _, events in out] == [
        (0, "CONFIRMED"),
        (1, "CONFIRMED"),
        (1, "CONFIRMED"),  # on-line, whatever the room
        (2, "CANCELLED"),
        (2, "CANCELLED"),
    ]
    assert [[event[2:] for event in events] for _, events in came_in] == [
        [],
        [],
        [],
        [(0, "CONFIRMED")],
        [(1, "CANCELLED")],
    ]
    assert out[0][1][0][0] == came_in[-1][1][0][0]
