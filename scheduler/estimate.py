"""How a journey nobody entered is guessed: assumptions, each of which a programme may replace."""

from pydantic import Field

from scheduler.words import Minutes, Pence, Word


class Estimate(Word):
    """How a journey nobody entered is guessed for those with a car, a lift or a taxi.

    Assumptions, not facts.
    """

    road_factor: float = Field(default=1.4, ge=1, le=5)
    """Road length over straight line."""
    km_per_hour: float = Field(default=50, gt=0, le=130)
    """Average speed on the road."""
    extra_minutes: Minutes = 10
    """Added to each leg for getting in, parking and finding the door."""
    walk_km_per_hour: float = Field(default=4, gt=0, le=10)
    """How fast people walk to and from stops."""
    walk_minutes: Minutes = 15
    """The longest walk to or from a stop, for somebody who did not say."""
    change_minutes: Minutes = 5
    """Time needed to change vehicles, for somebody who did not say."""
    taxi_pence_per_km: Pence | None = None
    """Taxi fare for each road kilometre, both ways counted; empty takes the tariff of the council
    the person lives in where one is known, else 150.
    """
    taxi_least_pence: Pence | None = None
    """What a taxi takes at least for each trip, where no tariff is known; empty takes the dearest
    first charge of the tariffs that are.
    """
    mileage_pence_per_km: Pence | None = None
    """Mileage paid for each road kilometre in a car, both ways counted; empty takes the rate of the
    programme or of the dated table.
    """
