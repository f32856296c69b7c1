"""Safe hours: shown before the word is given, and kept to."""

from dataclasses import replace
from datetime import datetime

import pytest

from scheduler.calendars.wall_time import LONDON
from scheduler.contact import Contact
from tests.web.mailing.given import the_parcels
from web.mailing.hours import held_says, is_safe, outside, row_says
from web.mailing.parcels import Parcel


def at(day: int, clock: str) -> datetime:
    """Return a moment of June 2027, of which the 7th is a Monday."""
    return datetime.fromisoformat(f"2027-06-{day:02}T{clock}").replace(tzinfo=LONDON)


def safe_at(contact: Contact) -> Parcel:
    """Return a message to somebody with safe hours."""
    parcel = the_parcels()[0]
    return replace(parcel, person=parcel.person.model_copy(update={"contact": contact}))


@pytest.mark.parametrize(
    ("contact", "day", "clock", "safe"),
    [
        (Contact(), 7, "03:00", True),
        (Contact(hours=("Mon 10:00-12:00",)), 7, "10:00", True),
        (Contact(hours=("Mon 10:00-12:00",)), 7, "12:00", False),
        (Contact(hours=("Mon 10:00-12:00",)), 8, "10:30", False),
        (Contact(hours=("Mon 10:00-12:00", "Tue 10:00-11:00")), 8, "10:30", True),
        (Contact(hours=("Mon 22:00-02:00",)), 8, "01:30", True),
        (Contact(not_before="11:00"), 7, "10:59", False),
        (Contact(not_before="11:00"), 7, "11:00", True),
        (Contact(hours=("Mon 10:00-12:00",), not_before="11:00"), 7, "10:30", False),
        (Contact(hours=("whenever",)), 7, "10:30", False),
    ],
)
def test_hours_are_kept_to(contact: Contact, day: int, clock: str, *, safe: bool) -> None:
    assert is_safe(contact, at(day, clock)) is safe


def test_whoever_is_outside_is_named_with_when_unless_they_agreed() -> None:
    # given
    held = safe_at(Contact(hours=("Sat 10:00-10:15",), not_before="10:05"))
    other = the_parcels()[1]

    # then
    moment = at(7, "15:30")
    assert outside([held, other], moment) == (held,)
    assert outside([held, other], moment, anyway=["K-00"]) == ()
    assert held_says(held, moment) == (
        "Namely00 gets nothing now, at 15:30: it is safe for them only at these times: "
        "Sat 10:00-10:15; never before 10:05. Send again then."
    )
    assert row_says(held).endswith("(safe times: Sat 10:00-10:15; never before 10:05)")
