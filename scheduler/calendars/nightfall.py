"""When three stars are out: the end of the Jewish Sabbath and festivals."""

from datetime import date, datetime, timedelta
from functools import lru_cache

from astral import Observer
from astral.sun import dusk

from scheduler.calendars.daylight import sunset
from scheduler.calendars.wall_time import LONDON

DEGREES_DOWN = 8.5
"""How far below the horizon the sun is at nightfall, as Hebcal counts it."""

LONGEST_CUSTOM = timedelta(minutes=72)
"""After sunset, where the sun never goes so far down, as in Shetland in June."""


@lru_cache(maxsize=8192)
def nightfall(day: date, *, latitude: float, longitude: float) -> datetime:
    """Return when night falls on that day, in Europe/London time; defined on every day."""
    sets = sunset(day, latitude=latitude, longitude=longitude)
    try:
        found = dusk(Observer(latitude, longitude), day, depression=DEGREES_DOWN, tzinfo=LONDON)
    except ValueError:
        return sets + LONGEST_CUSTOM
    # Past midnight astral gives the night before: in Unst on 25 July it is 00:09.
    return found if found > sets else found + timedelta(days=1)
