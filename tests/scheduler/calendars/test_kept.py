"""What is kept over a season, against what is kept on each of its days."""

from datetime import date
from pathlib import Path

from scheduler.calendars.kept import Kept, kept_between, kept_calendars, kept_on
from scheduler.calendars.named_feasts import Feasts
from scheduler.calendars.wall_time import days_from

TABLES = Path(__file__).parents[3] / "constraints" / "data"
HAWICK = (55.42, -2.79)
SEASON = (date(2026, 12, 20), date(2028, 1, 10))
ANOTHER: Feasts = (("something_else", date(2027, 1, 1)),)
"""Where any day is named at all, each day is looked at."""
NAMED: Feasts = (("eid_al_fitr", date(2027, 3, 10)), ("diwali", date(2027, 6, 1)))


def by_day(code: str, named: Feasts = ANOTHER) -> list[Kept]:
    """Return the stretches of each day of the season, as they are looked up one day at a time."""
    where = {"position": HAWICK, "calendars": kept_calendars(TABLES), "named": named}
    return [k for day in days_from(*SEASON) for k in kept_on(day, code, **where)]


def over_the_season(code: str, named: Feasts = ()) -> list[Kept]:
    """Return the stretches of the season, looked up at once."""
    calendars = kept_calendars(TABLES)
    return list(kept_between(SEASON, code, position=HAWICK, calendars=calendars, named=named))


def test_no_day_of_anything_that_can_be_kept_is_passed_over() -> None:
    calendars = kept_calendars(TABLES)
    codes = sorted(calendars.names | calendars.hours.keys())

    differing = [code for code in codes if over_the_season(code) != by_day(code)]

    assert len(codes) > 70
    assert differing == []


def test_a_day_somebody_named_is_looked_at_though_no_calendar_holds_it_for_possible() -> None:
    for code, _ in NAMED:
        assert over_the_season(code, NAMED) == by_day(code, NAMED) != by_day(code)
