"""A year of a place: seasons, holidays, courtesy days and events, and the days nothing takes."""

from datetime import date

from scheduler.people import Season
from scheduler.programme import LocalHoliday
from scheduler.samples import GLEN, ISHBEL, PROGRAMME, PROJECT, RORY, on
from scheduler.words import Days
from scheduler.year_here import YearHere, year_here
from tests.conftest import ROOT

TABLES = ROOT / "constraints" / "data"
NOTHING_ON: dict[str, object] = dict.fromkeys(
    ("land_year", "holidays", "courtesy_days", "local_events", "dates_to_avoid"), False
)


def of(**given: object) -> YearHere:
    """Return the year of the invented programme, from January 2027, with some fields its own."""
    return year_here(PROGRAMME.model_copy(update=given), TABLES)


def told(year: YearHere, month: int) -> list[tuple[str, str, str]]:
    """Return what touches a month: its kind, name and first day."""
    return [
        (each.kind, each.name, f"{each.first:%a %-d %b}")
        for each in year.months[month - 1].stretches
    ]


def test_a_year_begins_with_the_month_of_the_first_day_and_has_twelve() -> None:
    year = of(first_day=on("Wednesday 3 March 2027"))

    months = [month.first for month in year.months]
    assert (months[0], months[-1], len(months)) == (date(2027, 3, 1), date(2028, 2, 1), 12)


def test_holidays_and_courtesy_days_stand_in_every_year() -> None:
    assert told(of(), 3) == [
        ("courtesy day", "Eid al-Fitr", "Tue 9 Mar"),
        ("courtesy day", "Good Friday", "Fri 26 Mar"),
        ("holiday", "Good Friday", "Fri 26 Mar"),
        ("courtesy day", "Easter Sunday", "Sun 28 Mar"),
    ]


def test_days_nothing_takes_are_counted() -> None:
    """Of March 2027 both days of Eid, Good Friday and Easter Sunday are taken."""
    march = of().months[2]

    assert (march.days, march.free_days) == (31, 27)


def test_rules_that_are_switched_off_take_no_day() -> None:
    year = of(constraints=NOTHING_ON)

    assert [month.stretches for month in year.months] == [()] * 12
    assert not year.is_full


def test_a_season_stands_with_its_source_and_names_nobody() -> None:
    lambs = {"seasons": (Season(activity="lambing_hill_blackface"),)}
    year = of(
        people=(ISHBEL.model_copy(update=lambs), RORY),
        constraints={**NOTHING_ON, "land_year": {}},
    )

    (season,) = year.months[3].stretches
    assert (season.name, season.first, season.last, season.degree) == (
        "lambing",
        date(2027, 4, 15),
        date(2027, 5, 20),
        3,
    )
    assert season.source[:5] == "GWCT "
    assert "Ishbel" not in str(year)


def test_a_season_somebody_keeps_private_stands_nowhere() -> None:
    shepherd = ISHBEL.model_copy(
        update={"seasons": (Season(activity="shearing"),), "share_reasons": False}
    )
    year = of(people=(shepherd, RORY))

    assert [kind for month in year.months for kind, _, _ in told(year, month.first.month)].count(
        "season"
    ) == 0


def test_a_season_of_the_whole_project_and_own_days_of_no_known_season_stand_too() -> None:
    own = Season(activity="kelp", begins=date(2027, 6, 3), ends=date(2027, 6, 9))
    peats = Season(activity="peat_cutting", begins=date(2027, 6, 1), ends=date(2027, 6, 4))
    year = of(
        projects=(PROJECT.model_copy(update={"seasons": (own, peats)}),),
        constraints={**NOTHING_ON, "land_year": {}},
    )

    june = year.months[5].stretches
    assert [(each.name, each.degree) for each in june] == [("peat cutting", 1), ("kelp", 2)]
    assert [each.source[:8] for each in june] == ["own days", "own days"]
    assert (june[0].takes_the_day, june[1].takes_the_day) == (False, True)


def test_local_holidays_days_to_avoid_and_how_far_they_are_known() -> None:
    year = of(
        local_holidays=(
            LocalHoliday(day=on("Monday 14 June 2027"), name="Fair Monday", area="glen"),
            LocalHoliday(day=on("Monday 7 June 2027"), area="Far Council", source="invented"),
        ),
        dates_to_avoid=(Days(first=on("Monday 21 June 2027"), last=on("Tuesday 22 June 2027")),),
    )

    assert told(year, 6) == [
        ("holiday", "local holiday in Far Council", "Mon 7 Jun"),
        ("holiday", "Fair Monday in The Glen", "Mon 14 Jun"),
        ("day to avoid", "a day the programme keeps free", "Mon 21 Jun"),
    ]
    assert (year.local_holidays_known_to, of().local_holidays_known_to) == (
        on("Monday 14 June 2027"),
        None,
    )


def test_events_near_the_groups_stand_there_and_those_nobody_dated_are_told() -> None:
    hawick = GLEN.model_copy(update={"name": "Hawick", "council": "Scottish Borders"})
    year = of(places=(hawick,))

    events = [each for each in told(year, 6) if each[0] == "local event"]
    assert events == [
        ("local event", "Hawick Common-Riding", "Fri 11 Jun"),
        ("local event", "Selkirk Common Riding", "Fri 18 Jun"),
    ]
    assert [each.festival_id for each in year.undated] == [
        "braw_lads_gathering",
        "jethart_callants",
        "peebles_beltane",
    ]


def test_a_project_that_belongs_nowhere_has_the_events_of_every_place() -> None:
    langholm = GLEN.model_copy(update={"name": "Langholm", "council": "Dumfries and Galloway"})
    year = of(places=(langholm,), projects=(PROJECT.model_copy(update={"near": ""}),))

    assert ("local event", "Langholm Common Riding", "Fri 30 Jul") in told(year, 7)


def test_what_is_expected_only_says_so() -> None:
    year = of(
        first_day=on("Monday 1 January 2029"),
        constraints={**NOTHING_ON, "holidays": {}},
    )

    assert told(year, 1)[0] == ("holiday", "New Year's Day (expected)", "Mon 1 Jan")


def test_a_year_all_of_whose_days_are_taken_is_full() -> None:
    days = Days(first=on("Friday 1 January 2027"), last=on("Friday 31 December 2027"))

    assert of(dates_to_avoid=(days,)).is_full
