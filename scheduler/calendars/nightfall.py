"""When three stars are out: the end of the Jewish Sabbath and festivals."""

from datetime import date, datetime, timedelta
from functools import lru_cache

from scheduler.calendars.daylight import sun_down, sunset

DEGREES_DOWN = 8.5
"""How far below the horizon the sun is at nightfall, as Hebcal counts it."""

LONGEST_CUSTOM = timedelta(minutes=72)
"""After sunset, where the sun never goes so far down, as in Shetland in June."""


@lru_cache(maxsize=8192)
def nightfall(day: date, *, latitude: float, longitude: float) -> datetime:
    """Return when night falls on that day, in Europe/London time; defined on every day."""
    found = sun_down(day, DEGREES_DOWN, latitude=latitude, longitude=longitude)
    return found or sunset(day, latitude=latitude, longitude=longitude) + LONGEST_CUSTOM
