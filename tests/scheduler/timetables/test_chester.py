"""The case the product has to surface: it can be done by bus, and asks far too much of somebody."""

from itertools import product

from constraints import registry
from constraints.travel import Travel as TravelRule
from scheduler.planner import make_plan
from scheduler.samples import at
from scheduler.way_taken import way_taken
from scheduler.ways import NOT_KNOWN, way_for
from scheduler.ways_in_bulk import Ways
from tests.scheduler.timetables.chester import VENUE, WALKER, chester

TIME = (at("Tuesday 15 August 2023 10:00"), at("Tuesday 15 August 2023 12:30"))
TOLD = (
    "Leave home at 07:44: 1 07:46 from Vicar's Lane (Stop G), 08:27 at Wrexham Bus Station 7, "
    "then 27 08:45 from Wrexham Bus Station 4, 09:03 at Caergwrle Railway Station, "
    "then LT7 09:19 from Caergwrle Railway Station, 09:23 at Maesteg."
)


def test_whoever_leaves_at_a_quarter_to_eight_for_ten_is_home_at_a_quarter_to_four() -> None:
    way = way_for(chester(), WALKER, VENUE, time=TIME)

    assert way.leaves == at("Tuesday 15 August 2023 07:44")
    assert way.home == at("Tuesday 15 August 2023 15:45")
    assert (way.out_minutes, way.back_minutes, way.changes, way.by) == (136, 195, 2, "bus")
    assert way.source == "ITO World (20230808_144629)"


def test_the_plan_tells_it_leg_by_leg_and_what_it_means_to_run_over() -> None:
    way = way_taken(way_for(chester(), WALKER, VENUE, time=TIME))

    assert way.told.startswith(TOLD)
    assert "Going home: LT7 14:42 from Ye Olde Talbot Inn" in way.told
    assert way.told.count("home at 15:45") == 3
    assert "If the session runs over by 30 minutes, they are home at 15:45." in way.told


def test_the_rule_on_travel_says_that_it_asks_too_much() -> None:
    anybody = WALKER.model_copy(
        update={"travel": WALKER.travel.model_copy(update={"most_minutes": None})}
    )
    programme = chester(people=(anybody,))
    way = way_for(programme, anybody, VENUE, time=TIME)

    objection = TravelRule().check(programme, anybody, VENUE, way)

    assert objection is not None
    assert objection.organiser == (
        "Gwen would travel 195 minutes one way to Cymau Hall; 90 is the most."
    )


def test_a_plan_is_made_by_the_timetable_and_passes_its_own_audit() -> None:
    plan = make_plan(chester(), registry())

    (coming,) = plan.sessions[0].coming
    assert coming.way.leaves == at("Tuesday 15 August 2023 07:44")
    assert coming.way.told.startswith(TOLD)


def test_in_bulk_and_one_by_one_ways_are_the_same() -> None:
    programme = chester()
    starts = [
        at(f"Tuesday 15 August 2023 {hour:02}:{minute}")
        for hour, minute in product(range(8, 17), ("00", "30"))
    ]
    times = [(start, start.replace(hour=start.hour + 2)) for start in starts]

    found = Ways.of(programme, venues=[VENUE], people=[WALKER], times=times)

    for number, time in enumerate(times):
        bulk, own = found.way(number, 0, 0), way_for(programme, WALKER, VENUE, time=time)
        assert (bulk.by, bulk.out_minutes, bulk.back_minutes, bulk.changes) == (
            own.by,
            own.out_minutes,
            own.back_minutes,
            own.changes,
        )


def test_on_a_day_the_timetable_does_not_hold_nobody_knows() -> None:
    time = (at("Tuesday 30 April 2024 10:00"), at("Tuesday 30 April 2024 12:30"))

    assert way_for(chester(), WALKER, VENUE, time=time) == NOT_KNOWN
