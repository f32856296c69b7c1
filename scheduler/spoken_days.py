"""Days and hours as people say them: "Tuesday 4 May 2027", "from 09:00 to 17:00"."""

from datetime import UTC, date, datetime

from scheduler.calendars.wall_time import LONDON


def spoken_day(day: date) -> str:
    """Return a day in words, such as "Tuesday 4 May 2027"."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def spoken_days(first: date, last: date) -> str:
    """Return days in words: "from Thursday 15 April to Thursday 20 May 2027"; one day by itself."""
    if first == last:
        return f"on {spoken_day(first)}"
    begin = spoken_day(first)
    if first.year == last.year:
        begin = begin.removesuffix(f" {first.year}")
    return f"from {begin} to {spoken_day(last)}"


def in_the_year(first: date, last: date) -> str:
    """Return days without weekday or year: "15 April to 20 May", "9 to 10 March", "3 May"."""
    end = f"{last.day} {last:%B}"
    if first == last:
        return end
    same_month = (first.year, first.month) == (last.year, last.month)
    return f"{first.day} to {end}" if same_month else f"{first.day} {first:%B} to {end}"


def spoken_hour(minute: int) -> str:
    """Return a moment, in minutes since 1970 UTC, as the clock in Scotland shows it: "09:00"."""
    return f"{datetime.fromtimestamp(minute * 60, tz=UTC).astimezone(LONDON):%H:%M}"


def spoken_hours(stretch: tuple[int, int]) -> str:
    """Return a stretch in minutes since 1970 UTC in words: "from 09:00 to 17:00"."""
    begin, end = map(spoken_hour, stretch)
    return f"from {begin} to {end}"
