"""Seasons of a place tie those who say so: a shepherd in the Borders, not a teacher in Hawick."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from constraints import land_year, registry
from scheduler.calendars.tied_seasons import season_tables
from scheduler.degree import Degree
from scheduler.facts import Answer
from scheduler.grid import end_of
from scheduler.named_days import NamedDays
from scheduler.people import Person, Season, Times
from scheduler.plan import Plan
from scheduler.programme import LocalHoliday
from scheduler.samples import GLEN, ISHBEL, PROGRAMME, PROJECT, WISH, at, on, ordinary
from scheduler.words import Days
from scheduler.year_here import year_here
from tests.conftest import ROOT
from tests.whole_programmes import BASE, MONDAY, answers, planned, with_person

TABLES = ROOT / "constraints" / "data"
HAWICK = GLEN.model_copy(update={"name": "Hawick", "council": "Scottish Borders"})
IN_HAWICK = PROGRAMME.model_copy(update={"places": (HAWICK,)})
SHEPHERD = ISHBEL.model_copy(update={"seasons": (Season(activity="lambing_upland_outdoor"),)})
TEACHER = ISHBEL.model_copy(update={"times": Times(told=Answer.YES, work=("Mon-Fri 08:30-16:00",))})


EVERYBODY = ("flora", "ishbel", "rory", "una")
NEAR = {"latitude": GLEN.latitude, "longitude": GLEN.longitude}
HAWICK_TOWN = HAWICK.model_copy(update={"code": "hawick", "postcode_district": "", **NEAR})
FORFAR = HAWICK_TOWN.model_copy(update={"code": "forfar", "name": "Forfar", "council": "Angus"})
"""Both are put on the map where the group is, so that nothing but the calendar differs."""


def no_school(area: str, day: str) -> NamedDays:
    """Return one invented day without school, of a council known from May to June 2027."""
    return NamedDays(
        code="no-school",
        area=area,
        days=(Days(first=on(day), last=on(day)),),
        known_from=on("Saturday 1 May 2027"),
        known_until=on("Wednesday 30 June 2027"),
        source="invented for this test",
    )


BOTH_COUNCILS = (
    no_school("Scottish Borders", "Monday 24 May 2027"),
    no_school("Angus", "Wednesday 26 May 2027"),
)


def refused_days(person: Person, first: str) -> list[str]:
    """Return the days of a week on which somebody in Hawick cannot come at eleven."""
    every = (on(first) + timedelta(days=number) for number in range(7))
    return [f"{day:%a %-d %b}" for day in every if _refuses(day, person)]


def _refuses(day: date, person: Person) -> bool:
    start = at(f"{day:%A %d %B %Y} 11:00")
    told = ordinary({"start": start, "person": person, "programme": IN_HAWICK})
    told |= {"day": day, "end": end_of(start, WISH)}
    rules = (kind() for kind in registry().values() if "person" in kind().asks_for())
    said = (rule.check(**{name: told[name] for name in rule.asks_for()}) for rule in rules)
    return any(objection and objection.degree >= Degree.NEVER for objection in said)


def test_a_shepherd_in_the_borders_and_a_teacher_in_hawick_have_different_calendars() -> None:
    """In a week of May the ewes lamb, then the shepherd rests for two weeks; the teacher teaches.

    In June the one is free all week and the other at the weekend.
    """
    may, june = "Monday 10 May 2027", "Monday 7 June 2027"
    week = ["Mon 10 May", "Tue 11 May", "Wed 12 May", "Thu 13 May", "Fri 14 May"]

    assert refused_days(SHEPHERD, may) == [*week, "Sat 15 May", "Sun 16 May"]
    assert refused_days(TEACHER, may) == week
    assert refused_days(SHEPHERD, june) == []
    assert refused_days(TEACHER, june) == [
        *("Mon 7 Jun", "Tue 8 Jun", "Wed 9 Jun", "Thu 10 Jun", "Fri 11 Jun")
    ]


def in_two_weeks_of_may(**of_ishbel: object) -> Plan:
    """Plan for the group from Monday 24 May 2027 on, with one member living elsewhere otherwise."""
    days = {"first_day": on("Monday 24 May 2027"), "last_day": on("Sunday 6 June 2027")}
    places = (*BASE.places, HAWICK_TOWN, FORFAR)
    given = BASE.model_copy(update={**days, "places": places, "named_days": BOTH_COUNCILS})
    return planned(with_person(ISHBEL, given, **of_ishbel))


def test_the_plan_of_a_shepherd_in_the_borders_is_not_that_of_a_teacher_in_hawick() -> None:
    """Lambing ends on 15 May and the shepherd rests to 29 May. The in-service day is invented."""
    teaches = Times(told=Answer.YES, work=("Mon-Fri 08:30-16:00 not no-school",))

    shepherd = in_two_weeks_of_may(home="hawick", seasons=SHEPHERD.seasons)
    teacher = in_two_weeks_of_may(home="hawick", times=teaches)

    assert answers(shepherd) == (("Sun 30 May 11:00", "hall", EVERYBODY),)
    assert answers(teacher) == (("Mon 24 May 11:00", "hall", EVERYBODY),)


def test_hours_of_care_follow_the_days_of_each_persons_council() -> None:
    """The same words in two councils: one is free when the other's school is not."""
    care = Times(told=Answer.YES, care=("Mon-Fri 11:30-15:30 not no-school",))
    of_the_other = Times(told=Answer.YES, care=("Mon-Fri 11:30-15:30 not no-school in Angus",))

    held = [
        answers(in_two_weeks_of_may(home=home, times=times))[0][0]
        for home, times in (("hawick", care), ("forfar", care), ("hawick", of_the_other))
    ]

    assert held == ["Mon 24 May 11:00", "Wed 26 May 11:00", "Wed 26 May 11:00"]


def test_a_season_to_avoid_never_closes_a_date_and_one_press_takes_it_off() -> None:
    """Clipping runs from June to July: she comes if need be, and readily once she says so."""
    clipping = with_person(ISHBEL, seasons=(Season(activity="shearing"),))
    anyway = with_person(ISHBEL, clipping, come_anyway=("land_year",))

    plans = [planned(clipping), planned(anyway)]

    held = [answers(plan) for plan in plans]
    assert held == [(("Mon 7 Jun 11:00", "hall", ("flora", "ishbel", "rory", "una")),)] * 2
    needed = [
        one.if_need_be
        for plan in plans
        for one in plan.sessions[0].coming
        if one.person == "ishbel"
    ]
    assert needed == [
        ("Ishbel has clipping/shearing and gathers from Tuesday 1 June to Saturday 31 July 2027.",),
        (),
    ]


def test_lambing_holds_back_a_visit_that_recruits_and_no_workshop() -> None:
    """A project among sheep farms recruits until mid May; the plan waits for the day after."""
    lambs = PROJECT.model_copy(
        update={
            "members": BASE.projects[0].members,
            "sessions": BASE.projects[0].sessions,
            "seasons": (Season(activity="lambing", region="Shetland"),),
        }
    )
    window = {"first_day": on("Monday 24 May 2027"), "last_day": on("Thursday 27 May 2027")}
    recruiting = lambs.model_copy(update={"phase": "recruit"})

    plans = [
        planned(BASE.model_copy(update={**window, "projects": (group,)}))
        for group in (recruiting, lambs)
    ]

    assert [answers(plan)[0][0] for plan in plans] == ["Wed 26 May 11:00", "Mon 24 May 11:00"]


def test_tattie_holidays_in_angus_are_one_row_of_the_farming_calendar(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The dates are invented. The row is written as a community would, and no code knows of it."""
    folder = Path(shutil.copytree(TABLES, tmp_path / "data"))
    with (folder / "farming_calendar.csv").open("a", encoding="utf-8") as table:
        table.write(
            "tattie_holidays_angus,tattie holidays,Angus,families,10-11,10-22,all day,avoid,"
            "press,invented for this test\n"
        )
    monkeypatch.setattr(land_year, "TABLES", folder)
    lifting = ISHBEL.model_copy(
        update={"seasons": (Season(activity="tattie_holidays", region="Angus"),)}
    )

    objection = land_year.LandYear().check(on("Tuesday 12 October 2027"), lifting)

    assert objection is not None
    assert objection.organiser == (
        "Ishbel has tattie holidays from Monday 11 October to Friday 22 October 2027."
    )
    assert land_year.LandYear().check(on("Monday 25 October 2027"), lifting) is None


PEARLS = """\
title = "Mussel pearls"
source = "Invented for this test"
licence = "CC0-1.0"
checked = 2026-11-30
good_until = 2027-12-31

[[rows]]
activity_id = "pearl_diving"
activity = "pearl diving"
region = "Spey"
start_mmdd = "06-01"
end_mmdd = "06-30"
default_hardness = "never"
source = "invented"
"""
"""Nobody may fish for pearls, so no real calendar will ever have this season."""


def test_a_new_kind_of_season_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is known by its name, kept clear, cited on the page of the year, and goes stale."""
    folder = Path(shutil.copytree(TABLES, tmp_path / "data"))
    (folder / "seasons").mkdir(exist_ok=True)
    (folder / "seasons" / "pearls.toml").write_text(PEARLS, "utf-8")
    monkeypatch.setattr(land_year, "TABLES", folder)
    season = Season(activity="pearl_diving")
    diver = ISHBEL.model_copy(update={"seasons": (season,)})

    objection = land_year.LandYear().check(on("Tuesday 8 June 2027"), diver)
    year = year_here(with_person(ISHBEL, seasons=(season,)), folder)
    rested_on = season_tables(folder).rested_on((season,))

    assert "pearl_diving" in land_year.LandYear.words_known()["seasons"]
    assert objection is not None
    assert objection.organiser == (
        "Ishbel has pearl diving from Tuesday 1 June to Wednesday 30 June 2027."
    )
    assert [each.source for each in year.months[0].stretches if each.kind == "season"] == [
        "invented"
    ]
    assert [table.name for table in rested_on] == ["farming_calendar", "pearls"]


def test_a_local_holiday_in_angus_is_one_row_of_the_programme() -> None:
    angus = GLEN.model_copy(update={"council": "Angus"})
    holiday = LocalHoliday(
        day=MONDAY, name="Local holiday (invented)", area="Angus", source="invented for this test"
    )
    places = (angus, *BASE.places[1:])

    plan = planned(BASE.model_copy(update={"places": places, "local_holidays": (holiday,)}))

    assert answers(plan)[0][0] == "Tue 8 Jun 11:00"
