"""Two real Scottish timetables as they are registered, and what is wrong with spoilt ones."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from scheduler.errors import ProgrammeError
from scheduler.timetables.feed import Feed, StepFree
from scheduler.timetables.network import network_of
from scheduler.timetables.reading import read_timetable
from scheduler.timetables.transxchange import read_transxchange
from tests.conftest import shared_data

NAIRN = "txc-highland-252A-nairn.xml"
ALFORD = "txc-SVRABAO421-inverurie-alford.xml"


def real(name: str) -> Feed:
    return read_transxchange(shared_data("places", "scotland", name), nation="scotland")


def clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}"


# The school bus of Nairn.


def test_the_school_bus_runs_on_school_days_only() -> None:
    nairn = real(NAIRN)
    afternoon, friday = (nairn.services[trip.service] for trip in nairn.trips)

    assert date(2024, 9, 3) in afternoon  # a Tuesday in term
    assert date(2024, 9, 6) not in afternoon  # a Friday: it runs at 12:40 then
    assert date(2024, 9, 6) in friday
    assert date(2024, 9, 17) not in afternoon  # an in-service day, a Tuesday
    assert date(2024, 10, 15) not in afternoon  # in the October break, a Tuesday
    assert date(2025, 1, 2) not in afternoon  # a bank holiday in Scotland, a Thursday


def test_it_holds_no_longer_than_its_school_holidays_are_known() -> None:
    # The service is registered to the end of 2025; the last holiday it knows is Easter's.
    nairn = real(NAIRN)

    assert (nairn.first_day, nairn.last_day) == (date(2024, 8, 20), date(2025, 4, 21))


def test_it_leaves_the_academy_at_ten_to_four_and_at_twenty_to_one_on_fridays() -> None:
    nairn = real(NAIRN)

    assert [(trip.line, trip.by, clock(trip.calls[0].departs)) for trip in nairn.trips] == [
        ("252A", "bus", "15:50"),
        ("252A", "bus", "12:40"),
    ]
    assert nairn.stops[2].name == "Nairn, Nairn Academy"
    assert {trip.calls[0].sets_down for trip in nairn.trips} == {1}


def test_a_road_drawn_off_the_coast_of_africa_is_not_believed() -> None:
    """The real document of Nairn draws its road at 0.86 degrees north, 0.29 east."""
    assert np.isnan(network_of(real(NAIRN)).latitude).all()


# The Saturday bus from Inverurie to Alford.


def test_the_saturday_bus_runs_on_saturdays_and_is_known_to_be_step_free() -> None:
    alford = real(ALFORD)

    days = {day.weekday() for own in alford.services.values() for day in own}
    assert days == {5}
    assert {trip.step_free for trip in alford.trips} == {StepFree.YES}
    assert len(alford.trips) == 16
    assert (alford.first_day, alford.last_day) == (date(2019, 8, 19), date(2021, 8, 19))


def test_its_journeys_take_as_long_as_their_links() -> None:
    trip = next(trip for trip in real(ALFORD).trips if trip.code == "7601")

    # 120 + 60 + 60 + 480 + 120 + 60 + 60 + 60 + 60 + 60 + 60 + 60 seconds, from 10:45.
    assert clock(trip.calls[0].departs) == "10:45"
    assert clock(trip.calls[-1].arrives) == "11:06"


def test_where_its_stops_are_a_table_may_say(tmp_path: Path) -> None:
    table = tmp_path / "naptan.csv"
    table.write_text(
        "ATCOCode,Latitude,Longitude\n630030262,57.284,-2.374\n630030252,,\n", encoding="utf-8"
    )
    path = shared_data("places", "scotland", ALFORD)

    network = read_timetable(path, nation="scotland", stops=table)

    known = ~np.isnan(network.latitude)
    assert network.stop_code[known].tolist() == ["630030262"]
    assert network.latitude[known].tolist() == [57.284]


# What is wrong is named.

SMALL = """<TransXChange xmlns="http://www.transxchange.org.uk/">
<ServicedOrganisations><ServicedOrganisation><OrganisationCode>school</OrganisationCode>
<WorkingDays><DateRange><StartDate>2027-03-01</StartDate><EndDate>2027-03-31</EndDate></DateRange>
</WorkingDays></ServicedOrganisation></ServicedOrganisations>
<StopPoints>
<AnnotatedStopPointRef><StopPointRef>G</StopPointRef><CommonName>Glen</CommonName>
<Location><Longitude>-4.0</Longitude><Latitude>56.6</Latitude></Location></AnnotatedStopPointRef>
<AnnotatedStopPointRef><StopPointRef>T</StopPointRef><CommonName>Town</CommonName>
</AnnotatedStopPointRef>
</StopPoints>
<JourneyPatternSections><JourneyPatternSection id="s">
<JourneyPatternTimingLink><From><WaitTime>PT1M</WaitTime><StopPointRef>G</StopPointRef></From>
<To><StopPointRef>T</StopPointRef><WaitTime>PT2M</WaitTime></To><RunTime>PT1H5M</RunTime>
</JourneyPatternTimingLink>
<JourneyPatternTimingLink><From><StopPointRef>T</StopPointRef></From>
<To><Activity>setDown</Activity><StopPointRef>G</StopPointRef></To><RunTime>PT30M</RunTime>
</JourneyPatternTimingLink>
</JourneyPatternSection></JourneyPatternSections>
<Services><Service><ServiceCode>one</ServiceCode>
<Lines><Line id="l"><LineName>1</LineName></Line></Lines>
<OperatingPeriod><StartDate>2027-03-01</StartDate><EndDate>2027-04-30</EndDate></OperatingPeriod>
<OperatingProfile><RegularDayType><DaysOfWeek/></RegularDayType></OperatingProfile>
<Mode>ferry</Mode>
<StandardService><JourneyPattern id="p"><JourneyPatternSectionRefs>s</JourneyPatternSectionRefs>
</JourneyPattern></StandardService></Service></Services>
<VehicleJourneys><VehicleJourney><VehicleJourneyCode>a</VehicleJourneyCode>
<ServiceRef>one</ServiceRef><LineRef>l</LineRef><JourneyPatternRef>p</JourneyPatternRef>
<DepartureTime>23:30:00</DepartureTime></VehicleJourney>
<VehicleJourney><OperatingProfile/><VehicleJourneyCode>b</VehicleJourneyCode>
<ServiceRef>one</ServiceRef><LineRef>l</LineRef><VehicleJourneyRef>a</VehicleJourneyRef>
<DepartureTime>10:00:00</DepartureTime></VehicleJourney></VehicleJourneys>
</TransXChange>"""
PROFILE = "<OperatingProfile/>"


def small(folder: Path, old: str = "", new: str = "") -> Feed:
    path = folder / "small.xml"
    assert old in SMALL
    path.write_text(SMALL.replace(old, new, 1) if old else SMALL, encoding="utf-8")
    return read_transxchange(path, nation="scotland")


def days_of_b(folder: Path, profile: str) -> frozenset[date]:
    feed = small(folder, PROFILE, f"<OperatingProfile>{profile}</OperatingProfile>")
    return feed.services["b"]


def test_a_journey_waits_where_it_is_told_to_and_may_end_after_midnight(tmp_path: Path) -> None:
    trip = small(tmp_path).trips[0]

    assert [(clock(c.arrives), clock(c.departs)) for c in trip.calls] == [
        ("23:30", "23:31"),
        ("24:36", "24:38"),
        ("25:08", "25:08"),
    ]
    assert (trip.by, trip.line, trip.calls[-1].picks_up) == ("ferry", "1", 1)


def test_a_journey_like_another_follows_its_pattern(tmp_path: Path) -> None:
    assert [len(trip.calls) for trip in small(tmp_path).trips] == [3, 3]


def test_without_weekdays_it_runs_every_day(tmp_path: Path) -> None:
    assert len(small(tmp_path).services["a"]) == 61


@pytest.mark.parametrize(
    ("profile", "runs", "rests"),
    [
        (
            "<RegularDayType><DaysOfWeek><Weekend/><Monday/></DaysOfWeek></RegularDayType>",
            date(2027, 3, 6),
            date(2027, 3, 9),
        ),
        (
            (
                "<ServicedOrganisationDayType><DaysOfOperation><WorkingDays>"
                "<ServicedOrganisationRef>school</ServicedOrganisationRef></WorkingDays>"
                "</DaysOfOperation></ServicedOrganisationDayType>"
            ),
            date(2027, 3, 31),
            date(2027, 4, 1),
        ),
        (
            (
                "<RegularDayType><DaysOfWeek><Saturday/></DaysOfWeek></RegularDayType>"
                "<SpecialDaysOperation><DaysOfOperation><DateRange><StartDate>2027-03-09</StartDate>"
                "<EndDate>2027-03-10</EndDate></DateRange></DaysOfOperation></SpecialDaysOperation>"
            ),
            date(2027, 3, 10),
            date(2027, 3, 11),
        ),
        (
            (
                "<BankHolidayOperation><DaysOfNonOperation><GoodFriday/></DaysOfNonOperation>"
                "</BankHolidayOperation>"
            ),
            date(2027, 3, 29),
            date(2027, 3, 26),
        ),
        (
            (
                "<BankHolidayOperation><DaysOfNonOperation><AllHolidaysExceptChristmas/>"
                "</DaysOfNonOperation></BankHolidayOperation>"
            ),
            date(2027, 3, 29),
            date(2027, 3, 26),
        ),
        (
            (
                "<RegularDayType><HolidaysOnly/></RegularDayType><BankHolidayOperation>"
                "<DaysOfOperation><EasterMonday/></DaysOfOperation></BankHolidayOperation>"
            ),
            date(2027, 3, 29),
            date(2027, 3, 30),
        ),
    ],
    ids=["weekend", "school", "special", "good friday", "all but christmas", "easter monday"],
)
def test_days_are_added_and_taken_out(
    tmp_path: Path, profile: str, runs: date, rests: date
) -> None:
    days = days_of_b(tmp_path, profile)

    assert runs in days
    if "HolidaysOnly" not in profile:
        assert rests not in days


def refused(folder: Path, old: str, new: str) -> str:
    with pytest.raises(ProgrammeError) as caught:
        small(folder, old, new)
    return caught.value.faults[0].says


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("PT1H5M", "an hour", 'small.xml: RunTime "an hour" is no length of time such as PT3M.'),
        ("PT1H5M", "-PT5M", 'small.xml: RunTime "-PT5M" is no length of time such as PT3M.'),
        (
            "23:30:00",
            "half past",
            'small.xml: DepartureTime "half past" is no clock time; write it as 09:05:00.',
        ),
        (
            ">s</JourneyPatternSectionRefs>",
            ">z</JourneyPatternSectionRefs>",
            'small.xml: JourneyPatternSectionRefs "z" is no section of this document.',
        ),
        (
            "<ServiceRef>one",
            "<ServiceRef>two",
            'small.xml: VehicleJourney "a" names no service or pattern of this document.',
        ),
        (
            PROFILE,
            "<Frequency/>",
            'small.xml: Frequency "b" is not read; ask the publisher for a GTFS feed instead.',
        ),
        (
            PROFILE,
            (
                "<OperatingProfile><BankHolidayOperation><DaysOfNonOperation><MoonDay/>"
                "</DaysOfNonOperation></BankHolidayOperation></OperatingProfile>"
            ),
            (
                'TransXChange: DaysOfNonOperation "MoonDay" is no holiday known here; '
                "ask the publisher for a GTFS feed instead."
            ),
        ),
        (
            "<StartDate>2027-03-01</StartDate><EndDate>2027-04-30</EndDate>",
            "",
            "one: OperatingPeriod has no first day; ask the publisher.",
        ),
        (
            "</TransXChange>",
            "",
            "small.xml breaks off at line 32; ask the publisher for the timetable again.",
        ),
        (
            "<TransXChange",
            "<!DOCTYPE x><TransXChange",
            "small.xml is no TransXChange document; ask the publisher for the timetable again.",
        ),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert refused(tmp_path, old, new) == says


def test_another_document_is_no_timetable(tmp_path: Path) -> None:
    (tmp_path / "page.xml").write_text("<html/>", encoding="utf-8")

    with pytest.raises(ProgrammeError, match=r"page.xml is no TransXChange document"):
        read_transxchange(tmp_path / "page.xml", nation="scotland")


def test_a_document_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProgrammeError, match=r"none.xml is not there"):
        read_transxchange(tmp_path / "none.xml", nation="scotland")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (None, "stops.csv is not there; name a table of stops."),
        ("ATCOCode,Latitude\n", "stops.csv line 1: Longitude has no column; take NaPTAN's table."),
        (
            "ATCOCode,Latitude,Longitude\nG,north,1\n",
            (
                'stops.csv line 2: Latitude "north" is no number of degrees; '
                "correct it or leave it empty."
            ),
        ),
    ],
)
def test_what_is_wrong_with_a_table_of_stops_is_named(
    tmp_path: Path, text: str | None, says: str
) -> None:
    small(tmp_path)
    table = tmp_path / "stops.csv"
    if text is not None:
        table.write_text(text, encoding="utf-8")

    with pytest.raises(ProgrammeError) as caught:
        read_transxchange(tmp_path / "small.xml", nation="scotland", stops=table)

    assert caught.value.faults[0].says == says


def test_reading_ends_where_everything_is_wrong(tmp_path: Path) -> None:
    wrong = (f"<RunTime>{number} minutes</RunTime>" for number in range(60))
    links = "".join(
        f"<JourneyPatternTimingLink>{each}</JourneyPatternTimingLink>" for each in wrong
    )

    with pytest.raises(ProgrammeError) as caught:
        small(tmp_path, '<JourneyPatternSection id="s">', f'<JourneyPatternSection id="s">{links}')

    assert len(caught.value.faults) == 41


def test_stops_are_where_the_drawn_road_begins_and_ends(tmp_path: Path) -> None:
    road = """<RouteSections><RouteSection><RouteLink>
<From><StopPointRef>G</StopPointRef></From><To><StopPointRef>T</StopPointRef></To>
<Track><Mapping><Location><Longitude>-4.1</Longitude><Latitude>56.5</Latitude></Location>
<Location><Longitude>west</Longitude><Latitude>56.65</Latitude></Location>
<Location><Longitude>-3.8</Longitude><Latitude>56.7</Latitude></Location></Mapping></Track>
</RouteLink><RouteLink><From/><To/></RouteLink></RouteSection></RouteSections><StopPoints>"""

    feed = small(tmp_path, "<StopPoints>", road)

    # The glen's own position goes before that of the road.
    assert [(stop.latitude, stop.longitude) for stop in feed.stops] == [(56.6, -4.0), (56.7, -3.8)]


def test_a_stop_whose_position_is_no_number_has_none(tmp_path: Path) -> None:
    feed = small(tmp_path, "<Latitude>56.6", "<Latitude>north")

    assert feed.stops[0].latitude is None


def test_a_timetable_without_a_last_day_holds_a_year(tmp_path: Path) -> None:
    feed = small(tmp_path, "<EndDate>2027-04-30</EndDate>", "")

    assert feed.last_day == date(2028, 3, 1)
