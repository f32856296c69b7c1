"""The life of a session as a calendar program follows it: invited, moved, called off."""

from dataclasses import dataclass, field
from typing import Any

from icalendar import Calendar

from scheduler.calendars.from_plan import PlanCalendars, Reader
from scheduler.plan import Coming
from tests.scheduler.calendars.lives import TWO_ROOMS, a_life
from tests.scheduler.calendars.plans import BY_BUS, a_meeting, a_plan


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


def organisers_life() -> list[tuple[str, list[tuple[str, int, str]]]]:
    """Return what the organiser's calendar shows of the session after each plan, file by file."""
    sent: dict[str, bytes] = {}
    organiser, shown = Reader("organiser"), []
    for name, plan in a_life():
        calendars = PlanCalendars(TWO_ROOMS, plan, sent)
        written = (calendars.of(organiser), *calendars.beside(organiser))
        again = PlanCalendars(TWO_ROOMS, plan, sent | dict(written))
        assert (again.of(organiser), *again.beside(organiser)) == written
        sent.update(written)
        january = [e for e in calendars.entries_for(organiser) if e.start.month == 1]
        shown.append((name, [(e.uid[:8], e.sequence, str(e.status)) for e in january]))
    return shown


def test_organiser_has_one_entry_that_counts_a_swap_as_well() -> None:
    # when
    life = organisers_life()

    # then
    (uid,) = {event[0] for _, events in life for event in events}
    assert life == [
        ("invited", [(uid, 0, "CONFIRMED")]),
        ("moved", [(uid, 1, "CONFIRMED")]),
        ("elsewhere", [(uid, 2, "CONFIRMED")]),
        ("somebody swapped", [(uid, 3, "CONFIRMED")]),
        ("called off", [(uid, 4, "CANCELLED")]),
    ]


def test_swap_of_like_for_like_is_counted_for_the_organiser_and_shown_nowhere() -> None:
    """Where as many come in the same ways, nothing that any calendar shows has changed."""
    # given
    before = a_plan(a_meeting(7, coming=(Coming(person="P-02", way=BY_BUS),)))
    after = a_plan(a_meeting(7, coming=(Coming(person="P-01", way=BY_BUS),)))
    readers = [Reader("organiser"), Reader("project", "well"), Reader("venue", "hall")]
    first = PlanCalendars(TWO_ROOMS, before)
    sent = dict(file for reader in readers for file in (first.of(reader), *first.beside(reader)))

    # when
    then = PlanCalendars(TWO_ROOMS, after, sent)

    # then
    assert [[e.sequence for e in then.entries_for(reader)] for reader in readers] == [
        [1],
        [0],
        [0],
    ]
    (told,) = [e.description_lines for e in then.entries_for(readers[0])]
    assert [told] == [e.description_lines for e in first.entries_for(readers[0])]


def test_calendar_kept_without_who_was_to_come_counts_no_swap() -> None:
    """Files of before this was kept: what is not known is not taken for a change."""
    # given
    _, (_, plan), *_ = a_life()
    calendars = PlanCalendars(TWO_ROOMS, plan)
    sent = dict([calendars.of(Reader("organiser"))])

    # then
    (entry,) = PlanCalendars(TWO_ROOMS, plan, sent).entries_for(Reader("organiser"))
    assert entry.sequence == 0


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


def test_whoever_is_swapped_out_learns_nothing_of_who_comes_instead() -> None:
    """Their calendar is the same, byte for byte, whether their place is taken or stays empty."""
    # given
    (_, invited), *_ = a_life()
    eilidh = Reader("person", "P-03")
    sent = dict([PlanCalendars(TWO_ROOMS, invited).of(eilidh)])
    (session,) = invited.sessions
    stays = session.coming[0]
    taken = (stays, Coming(person="P-02", way=BY_BUS))

    # when
    files = [
        PlanCalendars(TWO_ROOMS, a_plan(a_meeting(1, coming=coming, absent=())), sent).of(eilidh)
        for coming in ((stays,), taken)
    ]

    # then
    assert files[0] == files[1]
    assert files[0][1].count(b"STATUS:CANCELLED") == files[0][1].count(b"BEGIN:VEVENT") == 1
