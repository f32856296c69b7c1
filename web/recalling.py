"""What a calendar on a server said, read there again where only its marks are remembered."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from scheduler.calendars.entry import CalendarEntry, CalendarError
from scheduler.calendars.feeds import project_feed
from scheduler.calendars.from_plan import PlanCalendars, Reader
from scheduler.calendars.sent import entries_sent
from web.calendar_server import Collection
from web.published import Published, Standing, file_of


def recalled(
    collection: Collection, memory: Published, calendars: PlanCalendars, *, reader: Reader
) -> PlanCalendars:
    """Return calendars that follow what stands on the server, and count on from there.

    Raises
    ------
    ServerError
        If the server cannot be used, or not now.
    """
    now = {entry.uid: entry for entry in calendars.entries_for(reader)}
    before = tuple(_before(collection, memory, now))
    content = project_feed(before, name="", organiser=calendars.organiser)
    return replace(calendars, sent={calendars.name_for(reader): content})


def _before(
    collection: Collection, memory: Published, now: Mapping[str, CalendarEntry]
) -> Iterator[CalendarEntry]:
    for uid, standing in memory.entries.items():
        if entry := _there(collection, uid, standing):
            count = max(standing.count, entry.sequence - standing.raised)
            yield replace(entry, sequence=count)
        elif uid in now:
            # Nobody knows what was said of it, so it counts as changed.
            yield replace(now[uid], sequence=standing.count + 1)


def _there(collection: Collection, uid: str, standing: Standing) -> CalendarEntry | None:
    """Return an entry as we put it there; None where it is not there, or is somebody else's."""
    if standing.is_gone:
        return None
    found = collection.look(file_of(uid), mark="")
    if found is None or found.mark != standing.mark:
        return None
    try:
        return next((each for each in entries_sent(found.content) if each.uid == uid), None)
    except CalendarError:
        return None
