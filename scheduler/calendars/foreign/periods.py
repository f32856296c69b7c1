"""Periods as calendar files write them: from a moment to another, or for a length."""

from datetime import UTC, datetime

from scheduler.calendars.foreign.lengths import length_in
from scheduler.calendars.foreign.lines import Line
from scheduler.calendars.foreign.refused import NotUnderstoodError
from scheduler.calendars.foreign.values import ZonesTold, when_in


def period_in(text: str, line: Line, zones: ZonesTold) -> tuple[datetime, datetime]:
    """Return the period of a text: from a moment to another, or for a length."""
    begin, _, end = text.partition("/")
    start = when_in(begin, line, zones)
    closes = (
        length_in(end, line).after(start)
        if end.lstrip("+-").upper().startswith("P")
        else when_in(end, line, zones)
    )
    if not isinstance(start, datetime) or not isinstance(closes, datetime):
        raise NotUnderstoodError(line.number, f"holds no period for {line.name}")
    if closes.astimezone(UTC) < start.astimezone(UTC):
        raise NotUnderstoodError(line.number, "ends a period before it begins")
    return start, closes
