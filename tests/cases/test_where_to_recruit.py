"""What is on near a group's people in the weeks it recruits: from the files to the page."""

from pathlib import Path

from constraints import registry
from scheduler.calendars.days_kept import festival_tables
from scheduler.files import read_programme
from scheduler.programme import Programme
from scheduler.recruiting_events import events_to_recruit_at
from tests.conftest import ROOT
from tests.whole_programmes import planned
from web.shown.year import shown_year

TABLES = festival_tables(ROOT / "constraints" / "data")
PROGRAMME = """\
name = "An invented group of the valleys"
phone = "01632 960001"
planned_on = 2027-04-05
first_day = 2027-05-03
last_day = 2027-09-30

[[projects]]
code = "group"
public_name = "Living well"
members = ["isla", "rory"]
near = "hawick"

[[projects.phases]]
name = "recruit"
first_day = 2027-06-01
last_day = 2027-07-31

[[projects.phases]]
name = "workshops"
first_day = 2027-08-16
last_day = 2027-09-30

[[projects.sessions]]
length_minutes = 120
phase = "recruit"
first_day = 2027-06-11

[constraints]
group_size = false
"""
PEOPLE = """\
code,name,roles,home,times.told,travel.car,needs_asked
isla,Isla,lived experience,langholm,yes,yes,yes
rory,Rory,professional,hawick,yes,yes,yes
"""
PLACES = """\
code,name,latitude,longitude,council
hawick,Hawick,55.42,-2.79,Scottish Borders
langholm,Langholm,55.15,-3.00,Dumfries and Galloway
"""
VENUES = """\
code,name,kind,place,capacity,licensed,opening,access.step-free,access.accessible toilet
hall,Town Hall,village hall,hawick,30,no,Mo-Su 08:00-22:00,yes,yes
"""
JOURNEYS = """\
person,venue,out_minutes,back_minutes
isla,hall,40,40
rory,hall,5,5
"""


def the_programme(folder: Path) -> Programme:
    files = {
        "programme.toml": PROGRAMME,
        "people.csv": PEOPLE,
        "places.csv": PLACES,
        "venues.csv": VENUES,
        "journeys.csv": JOURNEYS,
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return read_programme(folder, registry())


def test_what_is_on_near_our_people_in_the_recruiting_weeks(tmp_path: Path) -> None:
    """R45. The group is of Hawick, one member lives over the hill in Langholm.

    Hawick rides on the second Friday and Saturday of June, Selkirk on the second Friday after the
    first Monday of June; Travellers come to St Boswells some days before the fair of 18 July, and
    Langholm rides on the last Friday of July (scottish_events_rules.csv). Lauder rides on 7 August,
    when nobody recruits any more.
    """
    programme = the_programme(tmp_path)

    found = events_to_recruit_at(programme, tables=TABLES)

    assert [(each.name, each.place, f"{each.start:%-d %B}") for each in found] == [
        ("Gypsy, Roma, Traveller History Month", "national", "1 June"),
        ("Hawick Common-Riding", "Hawick", "11 June"),
        ("Selkirk Common Riding", "Selkirk", "18 June"),
        ("St Boswells Fair", "St Boswells", "16 July"),
        ("Langholm Common Riding", "Langholm", "30 July"),
    ]


def test_the_page_of_the_year_says_where_and_when_to_go(tmp_path: Path) -> None:
    shown = shown_year(the_programme(tmp_path))

    assert shown.recruiting[1:3] == (
        "Hawick Common-Riding (Hawick), from Friday 11 June to Saturday 12 June 2027",
        "Selkirk Common Riding (Selkirk), on Friday 18 June 2027",
    )


def test_the_same_calendar_keeps_those_days_clear_of_sessions(tmp_path: Path) -> None:
    """It may be held from the Friday of the Common-Riding on; the plan waits until it is over."""
    plan = planned(the_programme(tmp_path))

    (chosen,) = plan.sessions
    assert f"{chosen.start:%A %-d %B}" == "Sunday 13 June"
