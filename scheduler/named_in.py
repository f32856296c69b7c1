"""Who is named in a session of a plan, who comes to it, and who is driven otherwise than before."""

from collections.abc import Mapping

from scheduler.plan import Chosen, WayTaken
from scheduler.sentences import listed


def named_in(chosen: Chosen | None) -> tuple[str, ...]:
    """Return everybody who comes to a session or is said to be absent, by code."""
    if chosen is None:
        return ()
    return (*(c.person for c in chosen.there), *(a.person for a in chosen.absent))


def comes_to(chosen: Chosen | None, code: str) -> bool:
    """Say whether somebody comes to a session."""
    return way_of(chosen, code) is not None


def lifts_changed(
    before: Chosen | None, after: Chosen | None, *, code: str, names: Mapping[str, str]
) -> list[str]:
    """Return who drives somebody now, and whom they drive, where it is not as before.

    Nothing where they did not come before or do not come now: they hear of that.
    """
    was, now = way_of(before, code), way_of(after, code)
    if was is None or now is None:
        return []
    told = []
    if now.driver != was.driver:
        driver = names.get(now.driver, now.driver)
        told.append(f"{driver} drives them now" if driver else "nobody drives them any more")
    if new := [names.get(each, each) for each in now.drives if each not in was.drives]:
        told.append(f"they drive {listed(new)} now")
    if gone := [names.get(each, each) for each in was.drives if each not in now.drives]:
        told.append(f"they no longer drive {listed(gone)}")
    return told


def way_of(chosen: Chosen | None, code: str) -> WayTaken | None:
    """Return how somebody comes to a session; None where they do not."""
    there = chosen.there if chosen else ()
    return next((each.way for each in there if each.person == code), None)
