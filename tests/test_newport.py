"""Real input: the named places of an OpenStreetMap extract of Newport, January to June 2027.

The extract is brought from elsewhere and never copied here (`docs/decisions.md`); these tests say
so and stop where it is absent. Days kept clear were looked up in a printed calendar.
"""

from datetime import date
from functools import lru_cache

from constraints import registry
from scheduler.audit import audit
from scheduler.places.importing import import_venues
from scheduler.planner import make_plan
from scheduler.venues import Venue
from tests.conftest import shared_data
from tests.newport import newport_programme

CLOSED_DAYS = (
    date(2027, 3, 26),  # Good Friday
    date(2027, 3, 29),  # Easter Monday
    date(2027, 5, 3),  # early May bank holiday
    date(2027, 5, 31),  # spring bank holiday
    date(2027, 3, 28),  # Easter Sunday
    date(2027, 5, 2),  # Orthodox Easter
    date(2027, 2, 6),  # Lunar New Year
)


def test_plan_on_a_real_map_is_proven_and_sound() -> None:
    programme = newport_programme(_imported())

    plan = make_plan(programme, registry())

    assert plan.possible
    assert all(level.proven for level in plan.order)
    assert audit(programme, plan, registry()) == ()
    assert len(plan.sessions) == 4
    assert not {chosen.start.date() for chosen in plan.sessions} & set(CLOSED_DAYS)
    licensed = {venue.code for venue in programme.venues if venue.licensed.is_yes}
    assert not {chosen.venue for chosen in plan.sessions} & licensed


@lru_cache(maxsize=1)
def _imported() -> tuple[Venue, ...]:
    extract = shared_data("places", "newport", "venues.geojson")
    rows = import_venues(extract, place="newport").rows
    return tuple(row.venue for row in rows if row.venue)
