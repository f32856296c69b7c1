"""What people were sent before, where the folder of it is lost: how the next messages count on.

Only numbers are known of what was sent. So a message can be given a higher count than they had,
on the facilitator's word that its plan is the one that holds; nothing does so by itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from scheduler.calendars.from_plan import PlanCalendars
from scheduler.calendars.replies.matching import Invited
from scheduler.files.reply_record import ReplyRecord
from web.mailing.accepted import AcceptedLog
from web.mailing.content import told_of
from web.mailing.parcels import Parcel, parcels_of
from web.taking_replies import every_message

UNKNOWN: Final = 1000
"""Where nobody knows how often a session has changed: more often than any has."""

Counts = Mapping[tuple[str, str], int]
"""The least count of changes, by person and identity of the session."""


def counting_on(
    calendars: PlanCalendars, record: ReplyRecord, log: AcceptedLog
) -> tuple[PlanCalendars, Counts]:
    """Return calendars whose messages are newer than what was sent, and where they count on."""
    parcels = parcels_of(calendars, every_message(calendars, record))
    counts = _counts(parcels, log)
    return replace(calendars, counts=counts), counts


def told_of_others(
    calendars: PlanCalendars, parcels: Sequence[Parcel], log: AcceptedLog
) -> tuple[str, ...]:
    """Return who was sent a session that no message is about now, by name."""
    told, covered = log.latest().keys(), {each.wording.of for each in parcels}
    gone = told - covered
    sessions = Invited(calendars).sessions
    return tuple(
        person.label
        for person in calendars.programme.people
        if person.email and any(told_of(person.email, uid) in gone for uid in sessions)
    )


def _counts(parcels: Sequence[Parcel], log: AcceptedLog) -> Counts:
    latest, is_whole = log.latest(), log.is_whole
    counts: dict[tuple[str, str], int] = {}
    for each in parcels:
        told = latest.get(each.wording.of)
        if told and each.wording.is_behind(told):
            counts[each.person.code, each.uid] = told.sequence + 1
        elif not told and not is_whole and each.wording.sequence < UNKNOWN:
            counts[each.person.code, each.uid] = UNKNOWN
    return counts
