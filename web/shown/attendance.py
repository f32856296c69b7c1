"""How many come to a session, and how many of them are not yet sure to."""

from scheduler.plan import Chosen
from web.wording import say


def attendance(chosen: Chosen) -> str:
    """Return it without a full stop: "All 6 come", "15 of 16 surely come; 1 is not yet sure"."""
    come, of = len(chosen.coming), len(chosen.coming) + len(chosen.absent)
    if not chosen.counts:
        expected = len(chosen.expected)
        return say("session.not_counted", come=expected, of=expected + len(chosen.absent))
    if chosen.breaks:
        # Whom what was promised shuts out is not told; nobody is said to come for certain.
        return say("session.expected", come=come, of=of)
    unsure = sum(not coming.sure for coming in chosen.coming)
    if not unsure:
        return say("session.some_come" if chosen.absent else "session.all_come", come=come, of=of)
    name = "session.one_unsure" if unsure == 1 else "session.some_unsure"
    return say(name, sure=come - unsure, of=of, unsure=unsure)
