"""Answers as other programs write them: modelled by hand on what each is known to send."""

from email.message import EmailMessage
from email.policy import SMTP

from scheduler.calendars.entry import session_uid
from scheduler.calendars.from_plan import PlanCalendars
from scheduler.contact import Contact
from scheduler.plan import Plan
from scheduler.programme import Programme
from tests.scheduler.calendars.plans import CALUM, EILIDH, MORAG, PROGRAMME, a_meeting, a_plan

AGREED = MORAG.model_copy(update={"contact": Contact(ways=("calendar", "e-mail"))})
MAILED = PROGRAMME.model_copy(update={"people": (AGREED, CALUM, EILIDH)})
JANUARY = a_plan(a_meeting(1))


def handed_out(programme: Programme, plan: Plan = JANUARY) -> PlanCalendars:
    """Return the calendars of a plan after everybody was sent theirs."""
    return PlanCalendars(programme, plan, dict(PlanCalendars(programme, plan).all()))


CALENDARS = handed_out(MAILED)
UID = session_uid(MAILED.name, "well", number=1)

PARTS = {
    "UID": UID,
    "DTSTAMP": "20251101T090000Z",
    "ORGANIZER": "mailto:team@example.org",
    "ATTENDEE;PARTSTAT=ACCEPTED": "mailto:morag@example.org",
    "SEQUENCE": "0",
    "DTSTART": "20270115T103000Z",
    "DTEND": "20270115T130000Z",
}
"""What a plain answer holds."""


def calendar(*lines: str, method: str = "REPLY") -> bytes:
    """Return a calendar with one entry."""
    whole = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Other//Program//EN", f"METHOD:{method}")
    entry = ("BEGIN:VEVENT", *lines, "END:VEVENT")
    return "\r\n".join((*whole, *entry, "END:VCALENDAR", "")).encode()


def answer(says: str = "ACCEPTED", method: str = "REPLY", **changes: str | None) -> bytes:
    """Return an answer in which some parts are others, or missing where None is given."""
    parts: dict[str, str | None] = dict(PARTS)
    parts.pop("ATTENDEE;PARTSTAT=ACCEPTED")
    parts[f"ATTENDEE;PARTSTAT={says}"] = "mailto:morag@example.org"
    for name, value in changes.items():
        told = next((each for each in parts if each.startswith(name)), name)
        parts[told] = value
    return calendar(*(f"{n}:{value}" for n, value in parts.items() if value), method=method)


def mailed(content: bytes, *, sender: str = "morag@example.org", **head: str) -> bytes:
    """Return an answer in a message, as most programs put it there: twice."""
    message = EmailMessage(policy=SMTP)
    message["From"] = f"Morag <{sender}>"
    message["To"] = "team@example.org"
    message["Subject"] = head.get("subject", "Accepted: Living well")
    message.set_content("Morag has accepted.")
    message.add_alternative(
        content, maintype="text", subtype="calendar", params={"method": "REPLY"}, cte="base64"
    )
    message.add_attachment(content, maintype="application", subtype="ics", filename="invite.ics")
    return message.as_bytes()


GOOGLE = calendar(
    "DTSTART:20270115T103000Z",
    "DTEND:20270115T130000Z",
    "DTSTAMP:20251101T101112Z",
    "ORGANIZER;CN=Invented Trust:mailto:team@example.org",
    f"UID:{UID}",
    "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED;CN=morag@example.or",
    ' g;X-NUM-GUESTS=0;X-RESPONSE-COMMENT="Not, then":mailto:morag@example.org',
    "COMMENT:Not\\, then",
    "CREATED:20261123T090000Z",
    "LAST-MODIFIED:20251101T101112Z",
    "SEQUENCE:0",
    "STATUS:CONFIRMED",
    "SUMMARY:Living well: Meeting",
    "TRANSP:OPAQUE",
)
OUTLOOK = calendar(
    'ATTENDEE;PARTSTAT=TENTATIVE;CN="Morag":MAILTO:Morag@Example.org',
    "COMMENT;LANGUAGE=en-GB:",
    f"UID:{UID}",
    'ORGANIZER;CN="Invented Trust":MAILTO:team@example.org',
    "SUMMARY;LANGUAGE=en-GB:Tentative: Living well: Meeting",
    "DTSTART;TZID=GMT Standard Time:20270115T103000",
    "DTEND;TZID=GMT Standard Time:20270115T130000",
    "CLASS:PRIVATE",
    "PRIORITY:5",
    "DTSTAMP:20251101T101112Z",
    "TRANSP:OPAQUE",
    "STATUS:CONFIRMED",
    "SEQUENCE:0",
    "X-MICROSOFT-CDO-APPT-SEQUENCE:0",
    "X-MICROSOFT-DISALLOW-COUNTER:FALSE",
)
THUNDERBIRD = calendar(
    "CREATED:20261123T000000Z",
    "LAST-MODIFIED:20251101T101112Z",
    "DTSTAMP:20251101T101112Z",
    f"UID:{UID}",
    "SUMMARY:Living well: Meeting",
    "STATUS:TENTATIVE",
    "ORGANIZER;CN=Invented Trust:mailto:team@example.org",
    "ATTENDEE;CN=Morag;PARTSTAT=ACCEPTED;RSVP=TRUE:mailto:morag@example.org",
    "DTSTART;TZID=Europe/London:20270115T103000",
    "DTEND;TZID=Europe/London:20270115T130000",
    "CLASS:PRIVATE",
)
KDE = calendar(
    "ORGANIZER;CN=Invented Trust:MAILTO:team@example.org",
    "DTSTAMP:20251101T101112Z",
    "ATTENDEE;CN=Morag;RSVP=FALSE;PARTSTAT=DECLINED;ROLE=REQ-PARTICIPANT;CUTYPE=INDIVIDUA",
    " L;X-UID=94:mailto:morag@example.org",
    f"UID:{UID}",
    "DTSTART;TZID=Europe/London:20270115T103000",
    "DTEND;TZID=Europe/London:20270115T130000",
)
