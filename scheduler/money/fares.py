"""What a journey costs that nobody entered a fare for, and who rides free."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from scheduler.money.rates import KM_PER_MILE, rate_for, rides_free
from scheduler.money.taxis import least_pence, tariff_of
from scheduler.sentences import pounds

if TYPE_CHECKING:
    from scheduler.estimate import Estimate
    from scheduler.people import Person
    from scheduler.programme import Programme
    from scheduler.way import Way

TARIFFS: Final = "the council tariffs looked up"
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
        return _taxi_pence(assumed, km) if tariff is None else 2 * tariff.pence(km)
    if by != "car":
        return 0
    if assumed.mileage_pence_per_km is not None:
        return round(2 * km * assumed.mileage_pence_per_km)
    rate = rate_for(programme, "mileage")
    return 0 if rate is None else round(2 * km / KM_PER_MILE * rate.pence)


def guessed_by(programme: "Programme", by: str, *, council: str, day: date) -> str:
    """Return which version of which rate a guessed journey goes by, or whose assumption it is."""
    assumed = programme.estimate
    if by == "taxi":
        tariff = tariff_of(council) if assumed.taxi_pence_per_km is None else None
        return _assumed_taxi(assumed) if tariff is None else tariff.source
    rate = rate_for(programme, "mileage") if by == "car" else None
    if assumed.mileage_pence_per_km is not None:
        return f"{pounds(assumed.mileage_pence_per_km)} a kilometre, as the programme assumes"
    return "guessed, by no rate" if rate is None else rate.version(day)


def _assumed_taxi(assumed: "Estimate") -> str:
    """Return what a taxi is taken to cost where no tariff is known, and who assumes it."""
    own = assumed.taxi_pence_per_km
    by_km = f"{pounds(TAXI_PENCE_PER_KM if own is None else own)} a kilometre"
    who = "our own assumption" if own is None else "as the programme assumes"
    if assumed.taxi_least_pence is not None:
        return f"{by_km}, {who}, and at least {pounds(assumed.taxi_least_pence)} each way"
    least = f"{pounds(least_pence())} each way, the dearest first charge of {TARIFFS}"
    return f"{by_km}, {who}, and at least {least}"


def _taxi_pence(assumed: "Estimate", km: float) -> int:
    """Return what so many road kilometres there, and the same back, cost without a tariff."""
    per_km, least = assumed.taxi_pence_per_km, assumed.taxi_least_pence
    by_length = round(2 * km * (TAXI_PENCE_PER_KM if per_km is None else per_km))
    return max(by_length, 2 * (least_pence() if least is None else least))
