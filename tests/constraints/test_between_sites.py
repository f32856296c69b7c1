"""On a day with two sites there is time to get from one to the other, and to rest."""

from datetime import datetime
from functools import partial

import numpy as np
import pytest
from numpy.typing import NDArray

from constraints.between_sites import TOWN_HALL, BetweenSites
from scheduler.by_road import minutes_between
from scheduler.constraint import Earlier, Objection
from scheduler.grid import utc_minute
from scheduler.journeys import Water
from scheduler.programme import Session
from scheduler.samples import AFTERWARDS, HALL, PROGRAMME, TOWN, WISH, at
from scheduler.ties import Reading
from scheduler.venues import ONLINE, Venue
from tests.constraints.tied import said_of, tied

ISLE = TOWN.model_copy(update={"code": "isle", "name": "The Isle", "landmass": "Isle"})
PLACES = (*PROGRAMME.places, ISLE)
ISLE_HALL = TOWN_HALL.model_copy(update={"code": "isle-hall", "place": "isle"})
NOWHERE = TOWN_HALL.model_copy(update={"code": "nowhere", "place": ""})
VENUES = (HALL, TOWN_HALL, ISLE_HALL, NOWHERE)
PLACED = PROGRAMME.model_copy(update={"places": PLACES, "venues": VENUES})
ELEVEN = at("Tuesday 8 June 2027 11:00")
STARTS = (
    *(at(f"Tuesday 8 June 2027 {hour}") for hour in ("11:29", "11:30", "12:07", "12:08")),
    at("Wednesday 9 June 2027 11:10"),
)


def said(
    start: datetime, after: Venue, before: Venue = HALL, session: Session = AFTERWARDS
) -> Objection | None:
    """Return what is said of a session after another, which ended at eleven."""
    then = Earlier(at("Tuesday 8 June 2027 09:00"), ELEVEN, before)
    given = {"programme": PLACED, "start": start, "session": session, "venue": after}
    return said_of(BetweenSites(), earlier=then, **given)


def read(start: datetime, end: datetime, venue: Venue, by: Reading) -> NDArray[np.int64]:
    codes = [each.code for each in (*VENUES, ONLINE)]
    told = {
        "same_day": 1,
        "day": start.date().toordinal(),
        "opens": utc_minute(start),
        "closes": utc_minute(end),
        "venue": codes.index(venue.code),
    }
    return np.array([told[by]], dtype=np.int64)


@pytest.mark.parametrize("after", [*VENUES, ONLINE], ids=lambda venue: venue.code)
@pytest.mark.parametrize("start", STARTS, ids=str)
def test_the_tie_allows_what_the_check_allows(start: datetime, after: Venue) -> None:
    (made,) = tied(BetweenSites()).shared_days
    before = partial(read, at("Tuesday 8 June 2027 09:00"), ELEVEN, HALL)

    allowed = made(PLACED).allows(before, partial(read, start, start, after))

    assert allowed.tolist() == [said(start, after) is None]


def test_the_way_takes_38_minutes_and_the_break_half_an_hour() -> None:
    found = [said(start, TOWN_HALL) is None for start in STARTS[:4]]

    assert found == [False, False, False, True]


def test_in_the_same_room_only_the_break_counts() -> None:
    assert [said(start, HALL) is None for start in STARTS[:2]] == [False, True]


@pytest.mark.parametrize("after", [ISLE_HALL, NOWHERE], ids=["over water", "not known"])
def test_where_nobody_knows_the_way_no_time_is_enough(after: Venue) -> None:
    late = at("Tuesday 8 June 2027 20:00")

    assert said(late, after) is not None


def test_sessions_that_need_not_share_a_day_are_not_asked_about() -> None:
    assert said(STARTS[0], TOWN_HALL, session=WISH) is None


def test_the_way_around_a_sea_loch_is_not_known() -> None:
    """A guess once went straight over a loch between two halls on one landmass."""
    (west, east) = (each for each in PROGRAMME.places if each.code in {HALL.place, TOWN.code})
    ends = [(place.latitude or 0, place.longitude or 0) for place in (west, east)]
    middle = [sum(each) / 2 for each in zip(*ends, strict=True)]
    across = tuple((middle[0] + lat, middle[1] + lon) for lat, lon in ((-1, 1), (1, -1)))
    along = tuple((middle[0] + lat, middle[1] + lon) for lat, lon in ((1, 1), (2, 1)))
    crossed, passed = (
        PLACED.model_copy(update={"waters": (Water(name="Loch Glen", points=points),)})
        for points in (across, along)
    )

    assert minutes_between(crossed, HALL, TOWN_HALL) is None
    assert minutes_between(passed, HALL, TOWN_HALL) == minutes_between(PLACED, HALL, TOWN_HALL)


def test_a_place_without_a_position_is_no_way() -> None:
    blank = TOWN.model_copy(update={"latitude": None})
    programme = PLACED.model_copy(update={"places": (PROGRAMME.places[0], blank)})

    assert minutes_between(programme, HALL, TOWN_HALL) is None


def test_whether_there_is_water_between_is_not_guessed() -> None:
    blank = tuple(place.model_copy(update={"landmass": ""}) for place in PROGRAMME.places)
    programme = PLACED.model_copy(update={"places": blank})

    assert minutes_between(programme, HALL, TOWN_HALL) is None
