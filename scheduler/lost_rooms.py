"""Rooms that were lost since a plan was made, and which of its sessions were to be held there."""

from collections.abc import Iterator
from typing import Final

from scheduler.plan import Chosen, Plan
from scheduler.programme import Programme
from scheduler.sentences import counted, listed
from scheduler.spoken_days import spoken_days
from scheduler.venues import Venue
from scheduler.words import Days

LOST: Final = "it was lost"
"""Why a venue is shut that was lost, as why-not says it."""


def lost_rooms(before: Programme, plan: Plan, now: Programme) -> Iterator[str]:
    """Say which rooms a plan counted on are lost now, and how many sessions that takes the room of.

    Parameters
    ----------
    before
        The programme the plan was made from.
    """
    known = {venue.code: venue.closed for venue in before.venues}
    for venue in now.venues:
        for days in venue.closed:
            if days.note == LOST and days not in known.get(venue.code, ()):
                there = [one for one in plan.sessions if _is_there(one, venue, days)]
                ahead = [one for one in there if one.start.date() >= now.planning_day]
                if ahead:
                    yield _told(now, venue, days, ahead)


def _is_there(chosen: Chosen, venue: Venue, days: Days) -> bool:
    return chosen.venue == venue.code and chosen.start.date() in days


def _told(programme: Programme, venue: Venue, days: Days, there: list[Chosen]) -> str:
    labels = {project.code: project.label for project in programme.projects}
    groups = listed(list(dict.fromkeys(labels.get(one.project, one.project) for one in there)))
    when = spoken_days(days.first, days.last)
    were = "was" if len(there) == 1 else "were"
    many = counted(len(there), "session")
    return f"{venue.label} is lost, {when}: {many} of {groups} {were} to be held there."
