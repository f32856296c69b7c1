"""Water that no guess crosses."""

from collections.abc import Iterable

import numpy as np

from scheduler.journeys import Water
from scheduler.timetables.walks import crosses
from scheduler.venues import Place


def crosses_water(one: Place, other: Place, waters: Iterable[Water]) -> bool:
    """Say whether the straight line between two places crosses water.

    Never where a position is not known: nothing is guessed there anyway.
    """
    places = (one.latitude, one.longitude, other.latitude, other.longitude)
    known = [each for each in places if each is not None]
    if len(known) < len(places):
        return False
    north, east, south, west = np.array(known)
    return bool(crosses((north, east), (south, west), [water.points for water in waters]))
