"""Who was to come to each session when the organiser's calendar was last written.

It is kept beside that calendar, for the organiser alone. So somebody swapped for somebody else
counts as a change there, as RFC 5546 (2.1.4) lets the organiser decide, and in nobody else's.
"""

from collections.abc import Mapping
from typing import Final

from scheduler.calendars.feeds import coded
from scheduler.calendars.held import NO_RESERVES, sessions_held
from scheduler.calendars.plan_entries import uid_of
from scheduler.plan import Plan
from scheduler.programme import Programme

KIND: Final = "attendance"
READER: Final = "organiser"


def attendance_file(programme: Programme, plan: Plan) -> tuple[str, bytes]:
    """Return the file that keeps who is to come, a line a session: its identity, then codes."""
    rows = (f"{uid}\t{codes}\n" for uid, codes in sorted(_attendance(programme, plan).items()))
    return _name(programme), "".join(rows).encode()


def swapped(programme: Programme, plan: Plan, sent: Mapping[str, bytes]) -> frozenset[str]:
    """Return the identities of sessions to which others are to come than was kept before."""
    kept = sent.get(_name(programme), b"").decode()
    before = dict(row.split("\t", 1) for row in kept.splitlines() if "\t" in row)
    now = _attendance(programme, plan)
    return frozenset(uid for uid, codes in now.items() if before.get(uid, codes) != codes)


def _attendance(programme: Programme, plan: Plan) -> dict[str, str]:
    every = sessions_held(programme, plan, NO_RESERVES)
    return {
        uid_of(held, READER): " ".join(sorted(each.person for each in held.chosen.there))
        for held in every
    }


def _name(programme: Programme) -> str:
    return f"{coded(KIND, programme.name)}.txt"
