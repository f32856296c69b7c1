"""The programme a draft makes: the same as files that tell the same, and nothing nobody said."""

from pathlib import Path
from typing import cast

import pytest

from constraints import registry
from scheduler.files import read_programme
from web.begin.asked import PAGES, PARTS
from web.begin.checking import programme_of, wrong_on
from web.begin.draft import LISTS, Draft, ListName, Typed
from web.begin.making import document_of
from web.begin.questions import Form
from web.begin.reading import names_of

TOML = """
name = "Two glens"
phone = "01632 960100"
nation = "northern-ireland"
first_day = 2027-01-04
last_day = 2027-06-30

[[dates_to_avoid]]
first = 2027-02-15
last = 2027-02-19
note = "school break"

[[projects]]
code = "group"
public_name = "Living well"
near = "the-glen"
members = ["person-1"]

[projects.constraints.spacing]
least_days = 14

[projects.constraints.taxi_budget]
most_pence = 12000

[projects.constraints.project_budget]
most_pence = 90050
people_may_stay_away = true

[[projects.sessions]]
title = "First talk"
length_minutes = 120
workers = [
  {role = "facilitator", count = 1},
  {role = "childcare", count = 2},
  {role = "driver", count = 1},
]

[[projects.sessions]]
length_minutes = 120
required = false
workers = [
  {role = "facilitator", count = 1},
  {role = "childcare", count = 2},
  {role = "driver", count = 1},
]
"""
TABLES = {
    "people.csv": (
        "code,name,roles,view,employer,home,times.told,times.free,times.work,times.job_hours,times.away,travel.car,"
        "travel.taxi,childcare.children,childcare.minded,childcare.sitter,times.care,keeps,seasons,needs,"
        "needs_asked,interpreter,assistance,share_reasons\n"
        "person-1,Una,lived experience,young people,Glen Council,the-glen,yes,Mon-Fri 10:00-15:00,"
        "Sat 09:00-12:00,Tue 09:00-17:00,2027-03-01/2027-03-05,"
        "no,yes,2,Mon-Fri 09:00-15:00,no,Mon-Fri 15:00-15:30,eid_al_fitr,lambing,step-free,yes,BSL,"
        "wheelchair taxi; personal assistant,yes\n"
    ),
    "venues.csv": (
        "code,name,kind,place,latitude,longitude,phone,capacity,operator,licensed,opening,"
        "access.step-free,access.hearing loop,hire_pence\n"
        "glen-hall,Glen Hall,village hall,iv22,56.6,-4.0,01632 960101,30,Hall Trust,no,"
        "Mo-Sa 09:00-22:00,yes,limited,4550\n"
    ),
    "workers.csv": (
        "code,name,roles,languages,hours,away,phone,session_pence\n"
        "worker-3,Peigi,interpreter,BSL,Mon-Thu 09:00-17:00,2027-04-05,01632 960102,8000\n"
    ),
    "journeys.csv": (
        "person,from_place,venue,by,out_minutes,back_minutes,changes,pence,step_free,source\n"
        "person-1,,glen-hall,taxi,20,,,,unknown,\n"
        ",the-glen,glen-hall,bus,45,50,1,450,yes,Glen Buses\n"
    ),
    "places.csv": (
        "code,name,latitude,longitude,postcode_district,landmass,council\n"
        "the-glen,The Glen,56.6,-4.0,,Ireland,Glen Council\n"
        "iv22,IV22,,,IV22,Rathlin,\n"
    ),
}
"""A programme as files tell it; everybody in it is invented."""


def typed(**fields: str) -> Typed:
    """Return what a browser sends."""
    return {name.replace("__", "-"): [value] for name, value in fields.items()}


def told_in_full() -> Draft:
    """Return a draft that tells the same as the files."""
    first, last = ("4", "1", "2027"), ("30", "6", "2027")
    days = {
        f"{name}-{part}": [value]
        for name, day in (("first", first), ("last", last))
        for part, value in zip(("day", "month", "year"), day, strict=True)
    }
    return (
        Draft()
        .with_page("name", typed(name="Two glens", phone="01632 960100"))
        .with_page("dates", {**days, "avoid": ["15/2/2027 to 19/2/2027 school break"]})
        .with_page(
            "where", typed(nation="northern-ireland", near="The Glen", council="Glen Council")
        )
        .with_page(
            "sessions",
            typed(group="Living well", many="2", length="120", least_days="14", facilitators="1")
            | typed(childcare="2", drivers="1"),
        )
        .with_page("which", {"optional": ["2"], "titles": ["First talk"]})
        .with_page("money", typed(taxi_money="120", project_money="£900.50", stay_away="yes"))
        .with_new(
            "people",
            {
                **typed(
                    called="Una", role="lived experience", view="young people", home="the glen"
                ),
                **typed(employer="Glen Council", asked="yes", needs="step-free", interpreter="BSL"),
                **typed(car="no", lift="unknown", taxi="yes", told="yes", reasons="yes"),
                **typed(free="Mon-Fri 10:00-15:00", work="Sat 09:00-12:00"),
                **typed(job_hours="Tue 09:00-17:00", children="2", sitter="no"),
                **typed(minded="Mon-Fri 09:00-15:00", care="Mon-Fri 15:00-15:30"),
                **typed(away="1 March 2027 to 5 March 2027", keeps="Eid al-Fitr"),
                **typed(seasons="lambing"),
                "assistance": ["wheelchair taxi", "personal assistant"],
            },
        )
        .with_new(
            "halls",
            {
                **typed(hall="Glen Hall", place="IV22", capacity="30", step_free="yes"),
                **typed(licensed="no", hall_kind="village hall", hall_phone="01632 960101"),
                **typed(opening="Mon-Sat 09:00-22:00", operator="Hall Trust", loop="limited"),
                **typed(hire="45.50"),
                **typed(hall_position="56.6, -4.0", toilet="unknown"),
            },
        )
        .with_new(
            "workers",
            {
                **typed(worker="Peigi", work_role="interpreter", languages="BSL"),
                **typed(hours="Mon-Thu 09:00-17:00", worker_away="5 April 2027"),
                **typed(worker_phone="01632 960102", fee="80"),
            },
        )
        .with_new("journeys", typed(goes="person-1", to="2", by="taxi", out="20", fare=""))
        .with_new(
            "journeys",
            {
                **typed(goes="from:the-glen", to="2", by="bus", out="45", back="50", fare="4.5"),
                **typed(way_step_free="yes", changes="1", said_by="Glen Buses"),
            },
        )
        .with_place("the-glen", typed(position="56.6, -4.0", ground="mainland"))
        .with_place("iv22", typed(ground="island", island="Rathlin"))
    )


def left_blank() -> Draft:
    """Return a draft in which nothing was said that can be left out."""
    said = {
        "name": "A",
        "nation": "scotland",
        "group": "B",
        "many": "1",
        "called": "Una",
        "role": "professional",
        "hall": "Hall",
        "worker": "W",
        "work_role": "driver",
        "goes": "person-1",
        "to": "2",
        "by": "walk",
        "out": "30",
    }
    days = {f"{name}-{part}": "1" for name in ("first", "last") for part in ("day", "month")}
    days |= {"first-year": "2027", "last-year": "2027"}
    draft = Draft()
    for form in PAGES:
        draft = draft.with_page(form.name, as_sent(form, said | days))
    for name in LISTS:
        sent = [as_sent(form, said) for form in PARTS[name]]
        draft = draft.with_new(name, {key: value for each in sent for key, value in each.items()})
    return draft


def as_sent(form: Form, said: dict[str, str]) -> Typed:
    """Return what a browser sends of a page: empty fields too, but nothing that is not ticked."""
    fields = [field for field in form.fields if field.ask.kind != "ticks"]
    return {name: [said.get(name, "")] for field in fields for name in names_of(field)}


def answers_in(tree: object) -> set[object]:
    """Return every word and number of a document."""
    if isinstance(tree, dict):
        return set().union(*map(answers_in, tree.values()))
    return set().union(*map(answers_in, tree)) if isinstance(tree, list) else {tree}


def test_it_is_the_very_programme_that_files_tell(tmp_path: Path) -> None:
    (tmp_path / "programme.toml").write_text(TOML)
    for name, table in TABLES.items():
        (tmp_path / name).write_text(table)

    assert programme_of(told_in_full()) == read_programme(tmp_path, registry())


def test_no_answer_left_blank_is_read_as_yes_or_no() -> None:
    document, wrong = document_of(left_blank())

    assert wrong == {}
    assert answers_in(document.tree) & {"yes", "no", "limited", True, False} == set()


@pytest.mark.parametrize(
    ("of", "name"),
    [
        (of, field.name)
        for of, forms in PARTS.items()
        for form in forms
        for field in form.fields
        if field.ask.kind == "one" and not field.ask.is_needed
    ],
)
def test_not_known_makes_the_same_programme_as_nothing_said(of: str, name: str) -> None:
    blank, unknown = left_blank(), {name: ["unknown"]}

    if of == "places":
        said = blank.with_place("the-glen", unknown)
    else:
        (item,) = blank.items(cast("ListName", of))
        said = blank.with_more(cast("ListName", of), item.key, unknown)

    assert programme_of(said) == programme_of(blank)


def test_what_is_wrong_with_how_many_workers_a_session_needs_stands_beside_its_question() -> None:
    draft = told_in_full().with_page("sessions", typed(many="1", facilitators="1", childcare="41"))

    assert list(wrong_on(draft, "sessions")) == ["childcare"]


def test_two_halls_of_one_name_have_two_codes() -> None:
    draft = told_in_full().with_new("halls", typed(hall="Glen Hall", place="The Glen"))

    made = programme_of(draft)

    assert [venue.code for venue in made.venues] == ["glen-hall", "glen-hall-2"]
    assert [venue.label for venue in made.venues] == ["Glen Hall (IV22)", "Glen Hall (The Glen)"]


@pytest.mark.parametrize("home", ["Glen Hall", "Group", "Person 1", "worker 3", "on-line", "!"])
def test_a_place_may_be_called_like_anything_else(home: str) -> None:
    """Every code of a programme stands for one thing, and nobody here types a code."""
    draft = told_in_full().with_more("people", "1", {"home": [home]})

    made = programme_of(draft)

    assert made.place(made.people[0].home) in made.places
    assert {place.name for place in made.places} == {"The Glen", "IV22", home}


def test_a_hall_of_a_file_may_have_the_code_of_a_place() -> None:
    told = {"code": "the-glen", "name": "Glen Library"}
    draft = told_in_full().with_new("halls", typed(hall="Glen Library"), brought=told)

    assert [hall.code for hall in programme_of(draft).venues] == ["glen-hall", "the-glen-2"]


def test_a_session_that_is_no_longer_wanted_takes_its_choice_with_it() -> None:
    fewer = told_in_full().with_page("sessions", typed(many="1"))

    (group,) = programme_of(fewer).projects

    assert [session.required for session in group.sessions] == [True]


def test_a_journey_from_where_nobody_lives_any_more_is_told_of_and_not_made() -> None:
    moved = told_in_full().with_more("people", "1", {"home": ["The Shore"]})
    moved = moved.with_page("where", typed(near="The Shore"))

    document, wrong = document_of(moved)

    assert wrong == {"journeys/5/journey#goes": "Choose one of these"}
    assert [journey["by"] for journey in document.tree["journeys"]] == ["taxi"]
