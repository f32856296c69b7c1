"""Files with so many times that the two readers' are not listed: reckoned here by arithmetic.

What is right where a clock skips an hour is said by RFC 5545: a time of a series that the clock
does not show is read as any other such time, with the offset before the gap (3.3.10, 3.3.5), and
what a rule and another line name twice is one time (3.8.5.3). Both readers list the skipped hour
and the hour it falls upon, which is the same moment: one more than there are.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.scheduler.calendars.foreign.test_corpus import Span, files, times

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LONDON, DENVER, BUDAPEST = map(ZoneInfo, ("Europe/London", "America/Denver", "Europe/Budapest"))

EVERY_HOUR = "ical-net-mit/Recurrence__Hourly1.ics"
EVERY_FOUR_HOURS = "ical-net-mit/Recurrence__HourlyInterval2.ics"
EVERY_HALF_HOUR = "ical-net-mit/Recurrence__MinutelyInterval1.ics"
WEEKDAYS = "node-ical-apache2/fixtures__badRRULE.ics"

SKIPPED = {EVERY_HOUR: 1, EVERY_HALF_HOUR: 2}
"""How many times the clock skips in spring, and the readers therefore list once more."""


def wall(text: str) -> datetime:
    """Return what a clock on a wall shows, such as "2007-06-21 08:00"."""
    return datetime.fromisoformat(text)


def shown(first: datetime, step: timedelta, closes: datetime) -> Iterator[datetime]:
    """Give what the clock on the wall shows, step by step."""
    while first < closes:
        yield first
        first += step


def hourly() -> Iterator[Span]:
    """Give nine hours each, from 21 June 2007, on the clock the file describes itself.

    It goes back at 2 on the last Sunday of October and forward at 2 on the first of April.
    """
    winter, summer = wall("2007-10-28 02:00"), wall("2008-04-06 03:00")
    for each in shown(wall("2007-06-21 08:00"), HOUR, wall("2008-06-21 00:00")):
        behind = 5 if winter <= each < summer else 4
        start = (each + behind * HOUR).replace(tzinfo=UTC)
        yield start, start + 9 * HOUR


def in_london(step: timedelta) -> Iterator[Span]:
    """Give a day each, from 9 April 2007 at 7, on nobody's clock and so on London's.

    A day later the hands stand as they stood, whatever the clock did meanwhile.
    """
    for each in shown(wall("2007-04-09 07:00"), step, wall("2008-04-09 00:00")):
        start = each.replace(tzinfo=LONDON).astimezone(UTC)
        there = start.astimezone(LONDON).replace(tzinfo=None)
        yield start, (there + DAY).replace(tzinfo=LONDON).astimezone(UTC)


def on_weekdays() -> Iterator[Span]:
    """Give two on each weekday in Denver from 3 September 2020, and one in Budapest."""
    for each in shown(wall("2020-09-03 09:40"), DAY, wall("2021-09-04 00:00")):
        if each.weekday() < 5 and each.date() != wall("2020-10-15 00:00").date():
            start = each.replace(tzinfo=DENVER).astimezone(UTC)
            yield start, start + timedelta(minutes=10)
            yield start + timedelta(minutes=10), start + HOUR
    for each in shown(wall("2020-11-02 07:20"), DAY, wall("2021-09-04 00:00")):
        off = wall("2020-12-21 00:00") <= each < wall("2020-12-26 00:00")
        off = off or wall("2020-12-28 00:00") <= each < wall("2021-01-02 00:00")
        if each.weekday() < 5 and not off:
            start = each.replace(tzinfo=BUDAPEST).astimezone(UTC)
            yield start, start


RECKONED: dict[str, Callable[[], Iterator[Span]]] = {
    EVERY_HOUR: hourly,
    EVERY_FOUR_HOURS: lambda: in_london(4 * HOUR),
    EVERY_HALF_HOUR: lambda: in_london(HOUR / 2),
    WEEKDAYS: on_weekdays,
}


@pytest.mark.parametrize("name", RECKONED)
def test_each_of_very_many_times_is_found_to_the_second(name: str) -> None:
    # given
    expected = sorted(set(RECKONED[name]()), key=str)

    # when
    found = times(name)

    # then
    assert found == expected


def test_the_readers_have_as_many_but_for_the_skipped_hour_they_list_twice() -> None:
    listed = {row["file"]: row["n"] for row in files("agreed") if "busy" not in row}

    counted = {name: len(times(name)) + SKIPPED.get(name, 0) for name in RECKONED}

    assert counted == listed
