"""How people get there and back.

Entered journeys and timetables first, guesses never over water.
"""

from itertools import product

import pytest

from scheduler.facts import NO, YES, Answer
from scheduler.people import Person, Travel
from scheduler.programme import Journey, Line, Programme, Water
from scheduler.samples import GLEN, HALL, ISHBEL, PROGRAMME, TOWN, at
from scheduler.venues import BY_PHONE, ONLINE, Venue
from scheduler.ways import NO_WAY, NOT_KNOWN, Way, choices, way_for
from tests.scheduler.summer import (
    FAR,
    coming_to,
    fortnight,
    planned,
    summer,
    with_person,
)

TIME = (at("Tuesday 8 June 2027 11:00"), at("Tuesday 8 June 2027 13:00"))
ON_FOOT = ISHBEL.model_copy(update={"travel": Travel(car=NO)})
ISLE = GLEN.model_copy(
    update={"code": "isle", "name": "The Isle", "landmass": "Isle", "postcode_district": "XX3"}
)
ISLANDER = ISHBEL.model_copy(update={"home": "isle"})
BUS = Line(
    name="252 bus",
    days="Mon-Fri",
    from_place="glen",
    to_place="town",
    out=(("08:30", "09:10"), ("10:00", "10:40"), ("10:30", "11:10")),
    back=(("12:50", "13:30"), ("13:30", "14:15"), ("16:00", "16:40")),
    pence=460,
    source="a timetable",
)


def way(person: Person = ISHBEL, venue: Venue = FAR, **given: object) -> Way:
    """Return a way to the town for a session from eleven to one on a Tuesday."""
    programme = summer(places=(GLEN, TOWN, ISLE), **given)
    return way_for(programme, person, venue, time=TIME)


# Guesses.


def test_a_drive_is_guessed_from_the_straight_line() -> None:
    # 16.6 km as the crow flies, 1.4 times that by road, 50 km an hour, 10 minutes more: 37.9
    # minutes.
    found = way()

    assert (found.by, found.out_minutes, found.back_minutes, found.estimated) == (
        "car",
        38,
        38,
        True,
    )


@pytest.mark.parametrize("means", ["car", "lift", "taxi"])
def test_only_who_has_a_car_a_lift_or_a_taxi_is_guessed_for(means: str) -> None:
    person = ISHBEL.model_copy(update={"travel": Travel.model_validate({means: YES})})

    assert way(person).by == means


def test_nobody_knows_how_somebody_without_any_would_travel() -> None:
    assert way(ON_FOOT) == NOT_KNOWN


def test_a_drive_is_never_guessed_over_water() -> None:
    assert way(ISLANDER) == NOT_KNOWN


def test_a_drive_is_never_guessed_where_it_is_not_known_what_land_a_place_is_on() -> None:
    unknown = TOWN.model_copy(update={"landmass": ""})

    assert way_for(summer(places=(GLEN, unknown)), ISHBEL, FAR, time=TIME) == NOT_KNOWN


def test_a_home_that_is_no_place_of_the_programme_is_not_guessed_from() -> None:
    assert way(ISHBEL.model_copy(update={"home": "elsewhere"})) == NOT_KNOWN


def test_a_place_without_a_position_is_not_guessed_to() -> None:
    nowhere = TOWN.model_copy(update={"latitude": None})

    assert way_for(summer(places=(GLEN, nowhere)), ISHBEL, FAR, time=TIME) == NOT_KNOWN


def test_a_venue_with_a_position_of_its_own_is_guessed_to_from_there() -> None:
    # On the door of Glen's own place: no distance, and the ten minutes that every drive takes.
    beside = FAR.model_copy(update={"latitude": 56.6, "longitude": -4.0})

    assert way(venue=beside).out_minutes == 10


@pytest.mark.parametrize(("venue", "by"), [(ONLINE, "on-line"), (BY_PHONE, "by phone")])
def test_nobody_travels_to_what_is_no_room(venue: Venue, by: str) -> None:
    assert way(ON_FOOT, venue) == Way(by=by)


# Entered journeys.


def test_an_entered_journey_takes_the_place_of_a_guess() -> None:
    entered = Journey(person="ishbel", venue="far", by="bus", out_minutes=50, back_minutes=60)

    found = way(journeys=(entered,))

    assert (found.by, found.out_minutes, found.back_minutes, found.estimated) == (
        "bus",
        50,
        60,
        False,
    )


@pytest.mark.parametrize(
    ("most", "by"), [(3, "bus"), (2, "community transport"), (None, "community transport")]
)
def test_a_way_with_fewer_changes_is_taken_by_whoever_cannot_make_more(
    most: int | None, by: str
) -> None:
    """The shorter bus was taken, and refused, though the minibus goes from door to door."""
    bus = Journey(person="ishbel", venue="far", by="bus", out_minutes=20, changes=3, pence=0)
    minibus = Journey(person="ishbel", venue="far", by="community transport", out_minutes=25)
    person = ISHBEL.model_copy(update={"travel": Travel(car=NO, most_changes=most)})

    assert way(person, journeys=(bus, minibus)).by == by


def test_a_journey_takes_as_long_back_as_out_where_nothing_else_is_said() -> None:
    found = way(journeys=(Journey(person="ishbel", venue="far", out_minutes=50),))

    assert found.back_minutes == 50


def test_a_journey_from_a_place_is_everybodys_who_lives_there() -> None:
    bus = Journey(from_place="The Glen", venue="far", by="bus", out_minutes=70)

    assert way(ON_FOOT, journeys=(bus,)).out_minutes == 70


@pytest.mark.parametrize(("car", "by"), [(YES, "car"), (NO, "not known")])
def test_a_drive_from_a_place_is_only_theirs_who_drive(car: object, by: str) -> None:
    drive = Journey(from_place="glen", venue="far", by="car", out_minutes=30)
    person = ISHBEL.model_copy(update={"travel": Travel.model_validate({"car": car})})

    assert way(person, journeys=(drive,)).by == by


@pytest.mark.parametrize(("step_free", "by"), [("yes", "bus"), ("no", "car"), ("unknown", "car")])
def test_a_bus_that_is_not_known_to_be_step_free_is_no_way_for_who_needs_it(
    step_free: str, by: str
) -> None:
    bus = {"person": "ishbel", "venue": "far", "by": "bus", "out_minutes": 50}
    person = ISHBEL.model_copy(update={"needs": ("step-free",)})

    found = way(person, journeys=(Journey.model_validate({**bus, "step_free": step_free}),))

    assert found.by == by


def test_the_shortest_of_several_ways_is_taken_then_the_simplest_then_the_cheapest() -> None:
    entered = tuple(
        Journey(person="ishbel", venue="far", by="bus", out_minutes=m, changes=c, pence=p)
        for m, c, p in ((50, 1, 100), (40, 1, 300), (40, 0, 400), (40, 0, 350))
    )

    found = way(journeys=entered)

    assert (found.minutes, found.changes, found.pence) == (40, 0, 350)


# Lines.


def test_a_line_is_taken_there_in_time_and_back_after_with_the_walk() -> None:
    # Arriving at 10:40 leaves time for the walk; the bus at 12:50 is gone, the next leaves at
    # 13:30.
    found = way(ON_FOOT, lines=(BUS,))

    assert (found.by, found.pence, found.source) == ("bus", 460, "a timetable")
    assert (found.leaves, found.home) == (
        at("Tuesday 8 June 2027 09:57"),
        at("Tuesday 8 June 2027 14:18"),
    )


@pytest.mark.parametrize(
    ("what", "given"),
    [
        ("there and none back", {"back": (("08:00", "08:40"),)}),
        ("back and none there", {"out": (("10:50", "11:30"),)}),
        ("on other days", {"days": "Sat,Sun"}),
        ("later in the year", {"first_day": TIME[0].date().replace(month=7)}),
        ("earlier in the year", {"last_day": TIME[0].date().replace(month=5)}),
    ],
)
def test_a_line_that_does_not_run_is_no_way_at_all(what: str, given: dict[str, object]) -> None:
    line = BUS.model_copy(update=given)

    assert way(ON_FOOT, lines=(line,)) == NO_WAY, what


def test_who_has_a_car_drives_where_the_bus_does_not_run() -> None:
    line = BUS.model_copy(update={"days": "Sun"})

    assert way(lines=(line,)).by == "car"


def test_a_line_to_another_place_is_no_line() -> None:
    assert way(ON_FOOT, HALL, lines=(BUS,)) == NOT_KNOWN


def test_a_line_may_lead_to_a_venue_itself() -> None:
    line = BUS.model_copy(update={"to_place": "far"})

    assert way(ON_FOOT, lines=(line,)).by == "bus"


# In a plan.


def without_car(programme: Programme) -> Programme:
    """Return the programme with Flora, who lives in the town, without a car."""
    return with_person("flora", programme, travel=Travel(car=NO))


def test_who_gets_there_and_not_back_is_not_expected() -> None:
    back_too_soon = BUS.model_copy(
        update={"from_place": "town", "to_place": "glen", "back": (("12:00", "12:40"),)}
    )
    programme = fortnight(lines=(back_too_soon,), venues=(HALL,))

    plan = planned(without_car(programme))

    assert coming_to(plan) == ("ishbel", "una", "mairi", "rory", "neil")
    assert plan.sessions[0].absent[0].reasons == (
        "Flora cannot get to Glen Hall and home again that day.",
    )


def test_who_would_cross_water_comes_but_is_not_counted_on() -> None:
    programme = fortnight(places=(GLEN, TOWN, ISLE), venues=(HALL,))

    plan = planned(with_person("flora", programme, home="isle"))

    flora = next(each for each in plan.sessions[0].coming if each.person == "flora")
    assert (flora.way.by, flora.way.out_minutes, flora.sure) == ("not known", None, False)
    assert (plan.final, [question.asks for question in plan.questions]) == (
        False,
        [
            (
                "How could Flora get to Glen Hall and home again? "
                "Enter a journey there and back, or say yes to a taxi."
            )
        ],
    )


@pytest.mark.parametrize("answer", [*Answer])
def test_nobody_without_car_lift_or_taxi_comes_on_a_guess(answer: Answer) -> None:
    """Over every answer to each of the three, in every combination: only a plain yes guesses."""
    town = HALL.model_copy(update={"place": "town"})
    for means in product(Answer, repeat=2):
        facts = dict(zip(("car", "lift", "taxi"), (*means, answer), strict=True))
        person = ISHBEL.model_copy(update={"travel": Travel.model_validate(facts)})

        guess = choices(PROGRAMME, person, town).estimate

        assert (guess is not None) == (Answer.YES in facts.values()), facts


def test_no_guess_crosses_a_sea_loch_and_nobody_counts_on_who_would_have_to() -> None:
    """With a car and eight kilometres as the crow flies: how they come is not known, so ask."""
    loch = Water(name="Loch Glen", points=((56.0, -4.45), (57.5, -4.45)))
    far = TOWN.model_copy(update={"latitude": GLEN.latitude, "longitude": -4.9})
    dry = PROGRAMME.model_copy(update={"places": (GLEN, far)})
    wet = dry.model_copy(update={"waters": (loch,)})
    person = ISHBEL.model_copy(update={"travel": Travel(car=YES)})
    town = HALL.model_copy(update={"place": "town"})

    assert choices(dry, person, town).estimate is not None
    assert choices(wet, person, town).estimate is None
