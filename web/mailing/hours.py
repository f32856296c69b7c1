"""When it is safe for somebody to get a message: shown beforehand, and kept to when sending."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from scheduler.calendars.wall_time import LONDON, PatternError
from scheduler.calendars.weekly_hours import WeeklyHours
from scheduler.contact import Contact
from web.mailing.parcels import Parcel
from web.wording import say


def now() -> datetime:
    """Return this moment, as clocks show it here."""
    return datetime.now(LONDON)


def safe_times(contact: Contact) -> str:
    """Return when somebody may get something; empty where they named no hours."""
    earliest = [f"never before {contact.not_before}"] if contact.not_before else []
    return "; ".join((*contact.hours, *earliest))


def is_safe(contact: Contact, moment: datetime) -> bool:
    """Say whether somebody may get something at a moment; hours nobody can read are never."""
    if contact.not_before and f"{moment:%H:%M}" < contact.not_before:
        return False
    try:
        return not contact.hours or any(_holds(hours, moment) for hours in contact.hours)
    except PatternError:
        return False


def outside(
    parcels: Iterable[Parcel], moment: datetime, *, anyway: Collection[str] = ()
) -> tuple[Parcel, ...]:
    """Return the messages to those outside their safe hours, but for people let through by code."""
    return tuple(
        each
        for each in parcels
        if each.person.code not in anyway and not is_safe(each.person.contact, moment)
    )


def held_says(parcel: Parcel, moment: datetime) -> str:
    """Return whom a message is kept from for now, and when it may go."""
    times = safe_times(parcel.person.contact)
    return say("mailing.held", name=parcel.person.label, times=times, now=f"{moment:%H:%M}")


def row_says(parcel: Parcel) -> str:
    """Return who gets what, with the hours that are safe for them."""
    times = safe_times(parcel.person.contact)
    row = say("mailing.who_row", name=parcel.person.label, about=parcel.subject)
    return f"{row} ({say('mailing.safe', times=times)})" if times else row


def _holds(hours: str, moment: datetime) -> bool:
    day = moment.date()
    # A night that began yesterday reaches into today.
    spells = WeeklyHours.parse(hours).busy_between(day - timedelta(days=1), day)
    return any(start <= moment < end for start, end in spells)
