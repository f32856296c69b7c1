"""Whether an entry keeps its owner away, leaves them free, or has to be asked about."""

from typing import Final, Literal

from scheduler.calendars.foreign.parts import Part

Standing = Literal["busy", "asked", "free"]
"""What an entry says of its owner; one that is only pencilled in has to be asked about."""

FREE: Final = frozenset({"FREE"})
PENCILLED: Final = frozenset({"TENTATIVE"})


def standing_of(part: Part, method: str, owner: str) -> Standing:
    """Return what an entry says of its owner.

    Parameters
    ----------
    method
        What the file is sent for: a cancellation, a proposal; empty for a calendar.
    owner
        The owner's e-mail address; empty where it is not known.
    """
    outlook = part.value("X-MICROSOFT-CDO-BUSYSTATUS")
    answer = _answer(part, owner)
    if "CANCELLED" in part.value("STATUS") or method == "CANCEL":
        return "free"
    if part.value("TRANSP") == "TRANSPARENT" or outlook in FREE or answer == "DECLINED":
        return "free"
    is_proposal = method == "COUNTER" or part.value("STATUS") == "TENTATIVE"
    if is_proposal or outlook in PENCILLED or answer in PENCILLED:
        return "asked"
    return "busy"


def _answer(part: Part, owner: str) -> str:
    """Return what the owner answered, if that can be told; anybody else's answer is their own."""
    guests = list(part.lines.get("ATTENDEE", ()))
    if owner:
        address = f"mailto:{owner}".casefold()
        guests = [each for each in guests if each.value.casefold() == address]
    if len(guests) != 1:
        return ""
    return guests[0].parameter("PARTSTAT").upper()
