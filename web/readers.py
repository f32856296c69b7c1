"""For whom a calendar is, in words for the organiser."""

from scheduler.calendars.from_plan import Reader
from scheduler.programme import Programme


def reader_label(programme: Programme, reader: Reader) -> str:
    """Return for whom a reader's calendar is, such as "private, for Morag alone"."""
    if reader.kind == "organiser":
        return "for the organiser alone"
    if reader.kind == "project":
        return "for the whole group"
    if reader.kind == "venue":
        label = next(each.label for each in programme.venues if each.code == reader.code)
        return f"for the keeper of {label}"
    things = programme.workers if reader.kind == "worker" else programme.people
    label = next(each.label for each in things if each.code == reader.code)
    return f"private, for {label} alone"
