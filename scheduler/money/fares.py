"""What a journey costs that nobody entered a fare for, and who rides free."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from scheduler.money.rates import KM_PER_MILE, rate_for, rides_free
from scheduler.money.taxis import tariff_of

if TYPE_CHECKING:
    from scheduler.people import Person
    from scheduler.programme import Programme
    from scheduler.way import Way

TAXI_PENCE_PER_KM: Final = 150
"""What a taxi is taken to cost where no tariff is known: an assumption, not a fact."""


def free_ways(programme: "Programme", person: "Person") -> frozenset[str]:
    """Return by what somebody rides free; a card nobody asked about counts for nothing."""
    has_card = person.travel.free_bus.is_yes and rides_free(programme, "bus")
    return frozenset({"bus"} if has_card else ())


def free_of_charge(way: "Way") -> "Way":
    """Return the same way for somebody who rides free."""
    return replace(way, pence=0, fare_known=True)


def guessed_fare(programme: "Programme", by: str, km: float, *, council: str) -> int:
    """Return what so many road kilometres there, and the same back, cost about, in pence."""
    assumed = programme.estimate
    if by == "taxi":
        tariff = tariff_of(council) if assumed.taxi_pence_per_km is None else None
        if tariff is not None:
            return 2 * tariff.pence(km)
        per_km = assumed.taxi_pence_per_km
        return round(2 * km * (TAXI_PENCE_PER_KM if per_km is None else per_km))
    if by != "car":
        return 0
    if assumed.mileage_pence_per_km is not None:
        return round(2 * km * assumed.mileage_pence_per_km)
    rate = rate_for(programme, "mileage")
    return 0 if rate is None else round(2 * km / KM_PER_MILE * rate.pence)
