"""Times as people type them: weekly hours, rotas, opening hours, days of a timetable."""

from collections.abc import Callable, Iterator
from typing import Final

from scheduler.calendars.patterns import read_pattern
from scheduler.files.checks.walking import times
from scheduler.files.findings import Finding, Path
from scheduler.files.turned import reads, turned
from scheduler.places.opening import read_opening
from scheduler.programme import Programme
from scheduler.weekdays import weekdays_named

PATTERN: Final = (
    'is not understood; write hours such as "Mon-Fri 09:00-17:00" '
    'or a rota such as "4 on 4 off from 2027-01-04, 19:00-07:00"'
)
OPENING: Final = (
    'is not understood; write hours such as "Mo-Fr 09:00-22:00; Sa 10:00-16:00; PH off"'
)
WEEKDAYS: Final = 'is not understood; write days such as "Mon-Fri", "Tue, Thu" or "daily"'


def times_not_understood(programme: Programme) -> Iterator[Finding]:
    """Find texts that should say a time and do not."""
    for path, told in times(programme):
        for name in ("free", "work", "care", "if_need_be"):
            yield from _patterns((*path, name), getattr(told, name))
        if told.not_before and told.home_by and told.home_by <= told.not_before:
            remedy = f"is not after not_before {told.not_before}; swap them or correct one"
            yield Finding((*path, "home_by"), told.home_by, remedy)
    for n, worker in enumerate(programme.workers):
        yield from _patterns(("workers", n, "hours"), worker.hours)
    for n, venue in enumerate(programme.venues):
        if venue.opening:
            yield from _tried(
                ("venues", n, "opening"), venue.opening, by=read_opening, says=OPENING
            )
    for n, line in enumerate(programme.lines):
        yield from _tried(("lines", n, "days"), line.days, by=weekdays_named, says=WEEKDAYS)


def _patterns(path: Path, texts: tuple[str, ...]) -> Iterator[Finding]:
    for n, text in enumerate(texts):
        yield from _tried((*path, n), text, by=read_pattern, says=PATTERN)


def _tried(path: Path, text: str, *, by: Callable[[str], object], says: str) -> Iterator[Finding]:
    is_read = reads(by)
    if not is_read(text):
        yield Finding(path, text, turned(text, is_read) or says)
