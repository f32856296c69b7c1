"""On which days the services of a feed run, and which days the feed holds."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from scheduler.errors import Fault
from scheduler.timetables.rows import Row, Tables, read_day

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MOST_DAYS = 1_100
"""The longest a service is followed: three years, far beyond any timetable."""
DAY = "is no day; write it as 20270504"


def days_of_services(tables: Tables) -> Mapping[str, frozenset[date]]:
    """Return the days each service runs: its weekdays, with days added and taken out."""
    days: dict[str, set[date]] = {}
    needs = ("service_id", "start_date", "end_date", *WEEKDAYS)
    for row in tables.rows("calendar.txt", needs, required=False):
        days.setdefault(row.text("service_id"), set()).update(_weekly(row))
    for row in tables.rows(
        "calendar_dates.txt", ("service_id", "date", "exception_type"), required=False
    ):
        _except(row, days.setdefault(row.text("service_id"), set()))
    if not days:
        remedy = "is missing or empty, and so is calendar_dates.txt; no trip runs on any day"
        tables.faults.add(Fault("calendar.txt", None, "", "", remedy))
    return {service: frozenset(own) for service, own in days.items()}


def _weekly(row: Row) -> Iterator[date]:
    first, last = row.read("start_date", read_day, DAY), row.read("end_date", read_day, DAY)
    if first is None or last is None:
        return
    if (last - first).days > MOST_DAYS:
        row.wrong("end_date", "is more than three years after start_date; correct it")
        return
    runs = [row.text(weekday) == "1" for weekday in WEEKDAYS]
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        if runs[day.weekday()]:
            yield day


def _except(row: Row, days: set[date]) -> None:
    day = row.read("date", read_day, DAY)
    if day is None:
        return
    if row.text("exception_type") == "1":
        days.add(day)
    elif row.text("exception_type") == "2":
        days.discard(day)
    else:
        row.wrong("exception_type", "is neither 1 (added) nor 2 (taken out)")


def validity(tables: Tables, services: Mapping[str, frozenset[date]]) -> tuple[str, date, date]:
    """Return what a feed is called, and the first and last day it holds."""
    every = frozenset[date]().union(*services.values())
    if not every:
        remedy = "has no day on which anything runs; ask the publisher for the feed again"
        tables.faults.add(Fault("calendar.txt", None, "", "", remedy))
        return "", date.min, date.min
    name, first, last = tables.path.stem, min(every), max(every)
    for row in tables.rows("feed_info.txt", ("feed_publisher_name",), required=False):
        version = row.text("feed_version")
        name = row.text("feed_publisher_name") + (f" ({version})" if version else "")
        if row.text("feed_start_date"):
            first = row.read("feed_start_date", read_day, DAY) or first
        if row.text("feed_end_date"):
            last = row.read("feed_end_date", read_day, DAY) or last
    return name, first, last
