"""Programmes with faults in them: each is refused with every fault, and nothing is written."""

from pathlib import Path

import pytest

from scheduler.errors import ProgrammeError
from scheduler.samples import on
from tests.scheduler.files.folders import (
    TABLES,
    a_document,
    a_folder,
    faults_of,
    read,
    sentences_of,
)

Places = list[tuple[str, int | None, str]]

SESSION = "projects[group].sessions[1]"
JSON = "programme.json"
TOML = "programme.toml"

ACCEPTED = """\
[[accepted_unknowns]]
constraint = "access_needs"
about = "hull"
by = "Ann"
on = 2026-11-23

"""

SPOILT_FOLDERS: dict[str, tuple[dict[str, tuple[str, str]], Places]] = {
    "a home nobody entered": ({"people": ("glen,yes", "glenn,yes")}, [("people.csv", 2, "home")]),
    "an unknown column": (
        {"people": ("travel.car", "travel.horse")},
        [("people.csv", 1, "travel.horse")],
    ),
    "a column twice": ({"people": ("travel.car", "name")}, [("people.csv", 1, "name")]),
    "a column without a name": ({"people": ("travel.car", "")}, [("people.csv", 1, "column 7")]),
    "no column of codes": (
        {"places": ("code,", "name,"), "venues": ("code,", "kind,")},
        [
            ("places.csv", 1, "code"),
            ("places.csv", 1, "name"),
            ("venues.csv", 1, "code"),
        ],
    ),
    "a row with too many cells": ({"people": ("Rory,", "Rory,x,")}, [("people.csv", 3, "")]),
    "a row with too few cells": ({"people": ("Rory,", "Rory ")}, [("people.csv", 3, "")]),
    "a formula in a name": ({"people": ("Rory", "=HYPERLINK(1)")}, [("people.csv", 3, "name")]),
    "a formula in a code": ({"people": ("rory,", "@rory,")}, [("people.csv", 3, "code")]),
    "a formula in a wide form": ({"people": ("Rory", "\uff1d1+1")}, [("people.csv", 3, "name")]),
    "a formula where a number belongs": (
        {"venues": ("30", "=15+15")},
        [("venues.csv", 2, "capacity")],
    ),
    "a quotation mark left open": ({"people": ("Rory", '"Rory"x')}, [("people.csv", 3, "")]),
    "words for a number": ({"venues": ("30", "thirty")}, [("venues.csv", 2, "capacity")]),
    "a number with a comma": ({"venues": ("30", '"1,000"')}, [("venues.csv", 2, "capacity")]),
    "a number of a thousand digits": (
        {"venues": ("30", "9" * 1000)},
        [("venues.csv", 2, "capacity")],
    ),
    "a room for nobody": ({"venues": ("30", "0")}, [("venues.csv", 2, "capacity")]),
    "an answer there is none of": (
        {"venues": ("no,yes", "maybe,yes")},
        [("venues.csv", 2, "licensed")],
    ),
    "an answer about access there is none of": (
        {"venues": ("no,yes", "no,sure")},
        [("venues.csv", 2, "access.step-free")],
    ),
    "opening hours nobody understands": (
        {"venues": ("Mo-Su", "Always")},
        [("venues.csv", 2, "opening")],
    ),
    "days the wrong way round": (
        {"venues": ("2027-05-04/2027-05-06", "2027-05-06/2027-05-04")},
        [("venues.csv", 2, "closed")],
    ),
    "a short form in braces that are left open": (
        {"venues": ("2027-05-04/2027-05-06", "{2027-05-04")},
        [("venues.csv", 2, "closed")],
    ),
    "a day that is none": (
        {"venues": ("2027-05-04/2027-05-06", "2027-02-30/2027-05-06")},
        [("venues.csv", 2, "closed")],
    ),
    "words for days": ({"venues": ("2027-05-04/2027-05-06", "May")}, [("venues.csv", 2, "closed")]),
    "a role in other letters": (
        {"people": ("Ishbel,lived experience", "Ishbel,Lived-Experience")},
        [("people.csv", 2, "roles")],
    ),
    "a role misspelt": (
        {"people": ("professional", "professional; manger")},
        [("people.csv", 3, "roles")],
    ),
    "a role nobody knows": (
        {"people": ("professional", "professional; peer researcher")},
        [("people.csv", 3, "roles")],
    ),
    "a role of the programme's own and no side": (
        {
            "people": ("professional", "peer researcher"),
            "programme": ("phone =", 'other_roles = ["peer researcher"]\nphone ='),
        },
        [("people.csv", 3, "roles")],
    ),
    "roles of its own that are none": (
        {"programme": ("phone =", 'other_roles = ["manager", "professionals", "-"]\nphone =')},
        [(TOML, 2, f"other_roles[{n}]") for n in (1, 2, 3)],
    ),
    "roles of its own that are no list": (
        {
            "people": ("professional", "professional; peer researcher"),
            "programme": ("phone =", 'other_roles = "peer researcher"\nphone ='),
        },
        [(TOML, 2, "other_roles")],
    ),
    "a session that needs a role nobody knows": (
        {"programme": ("= 120", '= 120\nneeds_roles = ["decision-maker"]')},
        [(TOML, 13, f"{SESSION}.needs_roles[1]")],
    ),
    "a place to fill in a role of the programme's own": (
        {
            "programme": (
                "near",
                'places_to_fill = [{code = "new", role = "peer researcher"}]\nnear',
            )
        },
        [(TOML, 9, "projects[group].places_to_fill[new].role")],
    ),
    "hours nobody understands": (
        {"people": ("Mon-Fri 09:00-12:00", "office hours")},
        [("people.csv", 2, "times.work")],
    ),
    "a latitude off the earth": ({"places": ("56.6", "156.6")}, [("places.csv", 2, "latitude")]),
    "a latitude alone": ({"places": ("-4.0", "")}, [("places.csv", 2, "longitude")]),
    "a code with a space": ({"venues": ("hall,", "the hall,")}, [("venues.csv", 2, "code")]),
    "a code twice": (
        {"people": ("rory,", "Ishbel,"), "programme": (', "rory"', "")},
        [("people.csv", 3, "code")],
    ),
    "a member nobody knows": (
        {"programme": ("rory", "rorry")},
        [(TOML, 8, "projects[group].members[2]")],
    ),
    "a member twice": (
        {"programme": ("rory", "ishbel")},
        [(TOML, 8, "projects[group].members[2]")],
    ),
    "a venue nobody knows": (
        {"programme": ("near =", 'venues = ["hall", "hull"]\nnear =')},
        [(TOML, 9, "projects[group].venues[2]")],
    ),
    "a day that does not exist": (
        {"programme": ("2027-06-30", "2027-06-31")},
        [(TOML, 4, "last_day")],
    ),
    "a horizon the wrong way round": (
        {"programme": ("2027-06-30", "2026-06-30")},
        [(TOML, 4, "last_day")],
    ),
    "a horizon of years": ({"programme": ("2027-06-30", "2029-06-30")}, [(TOML, 4, "last_day")]),
    "a horizon of another age": (
        {
            "programme": (
                "first_day = 2027-01-04\nlast_day = 2027",
                "first_day = 1027-01-04\nlast_day = 1027",
            )
        },
        [(TOML, 3, "first_day"), (TOML, 4, "last_day"), (TOML, 3, "first_day")],
    ),
    "a field nobody knows": ({"programme": ("near", "naer")}, [(TOML, 9, "projects[group].naer")]),
    "no last day": ({"programme": ("last_day = 2027-06-30\n", "")}, [(TOML, None, "last_day")]),
    "no sessions": (
        {"programme": ("[[projects.sessions]]\nlength_minutes = 120\n", "")},
        [(TOML, 6, "projects[group].sessions")],
    ),
    "a session of a minute": (
        {"programme": ("= 120", "= 1\nbreak_minutes = 0")},
        [(TOML, 12, f"{SESSION}.length_minutes")],
    ),
    "a session longer than the day": (
        {"programme": ("phone =", 'earliest = "19:00"\nlatest = "20:00"\nphone =')},
        [(TOML, 14, f"{SESSION}.length_minutes")],
    ),
    "a day that ends before it begins": (
        {"programme": ("phone =", 'earliest = "19:00"\nlatest = "09:00"\nphone =')},
        [(TOML, 3, "latest")],
    ),
    "an hour that is none": (
        {"programme": ("phone =", 'earliest = "9am"\nphone =')},
        [(TOML, 2, "earliest")],
    ),
    "a session booked without start or venue": (
        {"programme": ("= 120", '= 120\nstate = "booked"\nday = 2027-05-04')},
        [(TOML, 11, f"{SESSION}.start"), (TOML, 11, f"{SESSION}.venue")],
    ),
    "a session outside the programme": (
        {"programme": ("= 120", "= 120\nday = 2028-05-04")},
        [(TOML, 13, f"{SESSION}.day")],
    ),
    "a window the wrong way round": (
        {"programme": ("= 120", "= 120\nfirst_day = 2027-05-04\nlast_day = 2027-05-01")},
        [(TOML, 14, f"{SESSION}.last_day")],
    ),
    "more places to fill than a group has": (
        {"programme": ("near", 'places_to_fill = [{code = "new", count = 21}]\nnear')},
        [(TOML, 9, "projects[group].places_to_fill[new].count")],
    ),
    "a place to fill with somebody's code": (
        {
            "programme": ("near", 'places_to_fill = [{code = "new"}]\nnear'),
            "people": ("rory,", "new-1,"),
        },
        [
            (TOML, 8, "projects[group].members[2]"),
            (TOML, 9, "projects[group].places_to_fill[new].code"),
        ],
    ),
    "an unknown constraint and unknown settings": (
        {
            "programme": (
                "[[projects]]",
                "[constraints]\nspacin = {}\nspacing = {leest_days = 3}\n\n[[projects]]",
            )
        },
        [(TOML, 7, "constraints.spacin"), (TOML, 8, "constraints.spacing.leest_days")],
    ),
    "a setting of another kind": (
        {
            "programme": (
                "near",
                'constraints = {spacing = {least_days = "3", most_days = true}}\nnear',
            )
        },
        [
            (TOML, 9, "projects[group].constraints.spacing.least_days"),
            (TOML, 9, "projects[group].constraints.spacing.most_days"),
        ],
    ),
    "a right switched off": (
        {"programme": ("[[projects]]", "[constraints]\naccess_needs = false\n\n[[projects]]")},
        [(TOML, 7, "constraints.access_needs")],
    ),
    "a right that somebody would accept not to know": (
        {
            "programme": (
                "[[projects]]",
                ACCEPTED + "[[projects]]",
            )
        },
        [(TOML, 7, "accepted_unknowns[1].constraint"), (TOML, 8, "accepted_unknowns[1].about")],
    ),
    "a table cut short": ({"programme": ('"rory"]', '"rory"')}, [(TOML, 9, "")]),
    "faults in every file": (
        {
            "people": ("Mon-Fri 09:00-12:00", "Mondays"),
            "venues": ("hall,Glen Hall,glen,30", "hall,Glen Hall,glan,-3"),
            "places": ("56.6", "high"),
            "programme": ("length_minutes = 120", 'length_minutes = "long"\ntitel = "x"'),
        },
        [
            ("people.csv", 2, "times.work"),
            ("places.csv", 2, "latitude"),
            (TOML, 12, f"{SESSION}.length_minutes"),
            (TOML, 13, f"{SESSION}.titel"),
            ("venues.csv", 2, "capacity"),
            ("venues.csv", 2, "place"),
        ],
    ),
}

SPOILT_DOCUMENTS: dict[str, tuple[str, str, list[str]]] = {
    "no name": ('"name": "An invented programme",', "", ["name"]),
    "true for an answer": ('"told": "yes"', '"told": true', ["people[ishbel].times.told"]),
    "a number for a day": ('"first_day": "2027-01-04"', '"first_day": 5', ["first_day"]),
    "digits for a day": ('"first_day": "2027-01-04"', '"first_day": "20270104"', ["first_day"]),
    "text for a number": ('"capacity": 30', '"capacity": "30"', ["venues[hall].capacity"]),
    "true for a number": ('"capacity": 30', '"capacity": true', ["venues[hall].capacity"]),
    "half a person": ('"capacity": 30', '"capacity": 30.5', ["venues[hall].capacity"]),
    "a number without end": ('"capacity": 30', '"capacity": 1e999', ["venues[hall].capacity"]),
    "no number at all": ('"latitude": 56.6', '"latitude": NaN', ["places[glen].latitude"]),
    "a number of ten thousand digits": (
        '"capacity": 30',
        f'"capacity": {"9" * 10_000}',
        ["venues[hall].capacity"],
    ),
    "a number for true": (
        '"share_reasons": true',
        '"share_reasons": 1',
        ["people[ishbel].share_reasons"],
    ),
    "text for a list": (
        '"members": [',
        '"members": "ishbel", "venues": [',
        [
            "projects[group].members",
            "projects[group].venues[1]",
            "projects[group].venues[2]",
        ],
    ),
    "a number for a person": ('"people": [', '"people": [5, ', ["people[1]"]),
    "a field twice": ('"capacity": 30', '"capacity": 30, "capacity": 31', ["capacity"]),
    "a code misspelt": ('"code": "hall"', '"cod": "hall"', ["venues[1].code", "venues[1].cod"]),
    "a character nobody sees": ('"Glen Hall"', '"Glen\\u0000Hall"', ["venues[hall].name"]),
    "half a character": ('"Glen Hall"', '"Glen\\ud800Hall"', ["venues[hall].name"]),
    "a name a page long": ('"Glen Hall"', f'"{"x" * 201}"', ["venues[hall].name"]),
    "a need nobody knows": (
        '"step-free": "yes"',
        '"stepfree": "yes"',
        ["venues[hall].access.stepfree"],
    ),
    "an endless document": (
        '"Glen Hall"',
        "[" * 30 + "]" * 30,
        ["venues[hall].name", "venues[hall].name" + "[1]" * 18],
    ),
    "a busy spell with one end": (
        '"told": "yes"',
        '"busy": [{"start": "2027-05-04T10:00"}]',
        ["people[ishbel].times.busy[1].end"],
    ),
    "a busy spell told in seconds": (
        '"told": "yes"',
        '"busy": [{"start": "1", "end": "2"}]',
        ["people[ishbel].times.busy[1].start", "people[ishbel].times.busy[1].end"],
    ),
    "an answer signed on no day": (
        '"car": "yes"',
        '"car": {"answer": "yes", "on": "2027-13-01"}',
        ["people[ishbel].travel.car.on"],
    ),
    "a venue under the code of none": (
        '"code": "hall"',
        '"code": "on-line"',
        ["venues[on-line].code"],
    ),
    "names that are empty": ('"An invented programme"', '""', ["name"]),
    "planning after the last day": (
        '"first_day": "2027-01-04"',
        '"planned_on": "2027-07-01", "first_day": "2027-01-04"',
        ["planned_on"],
    ),
    "a session after the last day": (
        '"length_minutes": 120',
        '"length_minutes": 120, "first_day": "2027-07-01"',
        [f"{SESSION}.first_day"],
    ),
    "a session before the first day": (
        '"length_minutes": 120',
        '"length_minutes": 120, "last_day": "2027-01-03"',
        [f"{SESSION}.last_day"],
    ),
    "somebody who must not meet themselves": (
        '"name": "Ishbel"',
        '"name": "Ishbel", "not_with": ["ishbel"]',
        ["people[ishbel].not_with[1]"],
    ),
    "a session before its own first day": (
        '"length_minutes": 120',
        '"length_minutes": 120, "day": "2027-03-01", "first_day": "2027-03-02"',
        [f"{SESSION}.day"],
    ),
    "a session after its own last day": (
        '"length_minutes": 120',
        '"length_minutes": 120, "day": "2027-03-03", "last_day": "2027-03-02"',
        [f"{SESSION}.day"],
    ),
    "a session into the night": (
        '"length_minutes": 120',
        '"length_minutes": 120, "start": "22:30"',
        [f"{SESSION}.start"],
    ),
    "a session in the hour that the clock skips": (
        '"length_minutes": 120',
        '"length_minutes": 120, "day": "2027-03-28", "start": "01:30"',
        [f"{SESSION}.start"],
    ),
    "a break as long as the session": (
        '"length_minutes": 120',
        '"length_minutes": 120, "break_minutes": 120',
        [f"{SESSION}.break_minutes"],
    ),
    "workers by the hundred": (
        '"length_minutes": 120',
        '"length_minutes": 120, "workers": [{"role": "driver", "count": 100}]',
        [f"{SESSION}.workers[1].count"],
    ),
    "a venue for a session on-line": (
        '"length_minutes": 120',
        '"length_minutes": 120, "form": "on-line", "venue": "hall"',
        [f"{SESSION}.venue"],
    ),
    "home before leaving": (
        '"told": "yes"',
        '"not_before": "12:00", "home_by": "11:00"',
        ["people[ishbel].times.home_by"],
    ),
    "a day in the year 9999": (
        '"told": "yes"',
        '"away": [{"first": "9999-12-31", "last": "9999-12-31"}]',
        ["people[ishbel].times.away[1].first", "people[ishbel].times.away[1].last"],
    ),
    "a season the wrong way round": (
        '"needs_asked": "yes"',
        '"seasons": [{"activity": "tupping_hill", "begins": "2027-05-01", "ends": "2027-04-01"}]',
        ["people[ishbel].seasons[1].ends"],
    ),
    "journeys of nobody and to nowhere": (
        '"projects": [',
        (
            '"journeys": [{"venue": "hull", "out_minutes": 5}, '
            '{"out_minutes": -5, "person": "rorry"},'
            '{"venue": "hall", "out_minutes": 5, "from_place": "moor"}], "projects": ['
        ),
        [
            "journeys[1].from_place",
            "journeys[1].venue",
            "journeys[2].out_minutes",
            "journeys[2].person",
            "journeys[2].venue",
            "journeys[3].from_place",
        ],
    ),
    "a bus that nobody can take": (
        '"projects": [',
        (
            '"lines": [{"name": "", "days": "Xmas", "from_place": "moor", "to_place": "hill",'
            '"out": [["09:00", "08:00"]], "back": []}], "projects": ['
        ),
        [
            "lines[1].name",
            "lines[1].days",
            "lines[1].from_place",
            "lines[1].to_place",
            "lines[1].out[1]",
            "lines[1].back",
        ],
    ),
    "holidays and unknowns of nowhere": (
        '"projects": [',
        (
            '"local_holidays": [{"day": "2027-05-03", "area": "moor"}], "accepted_unknowns": '
            '[{"constraint": "capasity", "about": "hall", "by": "Ann", "on": "2026-11-23"}],'
            '"projects": ['
        ),
        ["local_holidays[1].area", "accepted_unknowns[1].constraint"],
    ),
    "people put first by nobody, twice, and by no listed barrier": (
        '"projects": [',
        (
            '"put_first": [{"barrier": "no car", "by": " ", "on": "2026-11-23"},'
            '{"barrier": "no car", "by": "Ann", "on": "2026-11-23"},'
            '{"barrier": "poor", "by": "Ann", "on": "2026-11-23"}],'
            '"projects": ['
        ),
        ["put_first[1].by", "put_first[2].barrier", "put_first[3].barrier"],
    ),
    "a constraint nobody knows passed over": (
        '"needs_asked": "yes"',
        '"come_anyway": ["lambinng", "lambing"]',
        ["people[ishbel].come_anyway[1]"],
    ),
    "people who must not meet somebody unknown": (
        '"needs_asked": "yes"',
        '"needs_asked": "yes", "not_with": ["rorry"], "no_go": ["Glen Hal", "pub"]',
        ["people[ishbel].not_with[1]", "people[ishbel].no_go[1]"],
    ),
}


@pytest.mark.parametrize(
    ("planned_on", "expected"),
    [("2027-01-31", None), ("2027-02-01", f"{SESSION}.day"), ("2027-02-02", f"{SESSION}.day")],
)
def test_a_session_wanted_for_a_day_past_is_refused(
    tmp_path: Path, planned_on: str, expected: str | None
) -> None:
    toml = a_folder(tmp_path) / TOML
    text = toml.read_text().replace("first_day", f"planned_on = {planned_on}\nfirst_day")
    toml.write_text(text.replace("length_minutes", "day = 2027-02-01\nlength_minutes"))

    if expected is None:
        assert read(toml.parent).projects[0].sessions[0].day == on("Monday 1 February 2027")
    else:
        assert [field for _, _, field in faults_of(toml.parent)] == [expected]


@pytest.mark.parametrize("spoilt", SPOILT_FOLDERS.values(), ids=SPOILT_FOLDERS)
def test_folder_is_refused_with_every_fault(
    tmp_path: Path, spoilt: tuple[dict[str, tuple[str, str]], Places]
) -> None:
    changes, expected = spoilt
    folder = a_folder(tmp_path, **changes)

    found = faults_of(folder)

    assert sorted(found, key=str) == sorted(expected, key=str)


@pytest.mark.parametrize("spoilt", SPOILT_DOCUMENTS.values(), ids=SPOILT_DOCUMENTS)
def test_document_is_refused_with_every_fault(
    tmp_path: Path, spoilt: tuple[str, str, list[str]]
) -> None:
    good, bad, expected = spoilt
    document = a_document(tmp_path, good, bad)

    found = faults_of(document)

    assert sorted(field for _, _, field in found) == sorted(expected)


SAVE = "save it as UTF-8 (in a spreadsheet: CSV UTF-8)."
NO_TEXT = {
    "empty": (b"", "is empty; fill it in or take it away."),
    "utf-16": ("code,name\n".encode("utf-16"), f"is written in UTF-16; {SAVE}"),
    "nul": (b"code,name\x00\n", f"line 1 holds a NUL character, as UTF-16 does; {SAVE}"),
    "latin-1": (
        "code,name\nx,M\u00f2rag\n".encode("latin-1"),
        f"line 2 is not written in UTF-8, perhaps in Latin-1; {SAVE}",
    ),
    "spreadsheet": (
        b"PK\x03\x04....",
        "is a spreadsheet or an archive, not text; export it as CSV UTF-8.",
    ),
}


@pytest.mark.parametrize(("content", "says"), NO_TEXT.values(), ids=NO_TEXT)
def test_table_that_is_no_text_is_refused_once(tmp_path: Path, content: bytes, says: str) -> None:
    """Nobody is called unknown for want of a table that could not be read."""
    folder = a_folder(tmp_path)
    (folder / "people.csv").write_bytes(content)

    assert sentences_of(folder) == [f"people.csv {says}"]


def test_table_with_semicolons_between_its_cells_is_refused(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    (folder / "places.csv").write_text(TABLES["places.csv"].replace(",", ";"))

    assert faults_of(folder) == [
        ("places.csv", 1, "code;name;latitude;longitude;postcode_district"),
        ("places.csv", 1, "code"),
    ]


def test_table_of_a_wrong_name_is_refused(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    (folder / "workers.csv").write_text("code\nmorag\n")
    (folder / "worker.csv").write_text("code\nmorag\n")
    (folder / ".~lock.people.csv").write_text("open elsewhere")

    assert sentences_of(folder) == [
        'worker.csv is no file of a programme; did you mean "workers.csv"?'
    ]


def test_people_both_in_toml_and_in_a_table_are_told_apart(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, people=("glen,yes", "hill,yes"))
    toml = folder / "programme.toml"
    toml.write_text(toml.read_text() + '\n[[people]]\ncode = "una"\nhome = "moor"\n')

    assert faults_of(folder) == [
        ("people.csv", 2, "home"),
        ("programme.toml", 16, "people[una].home"),
    ]


def test_people_in_toml_that_are_no_list_are_refused_and_the_table_still_read(
    tmp_path: Path,
) -> None:
    folder = a_folder(tmp_path, programme=("phone", 'people = "ishbel"\nphone'))

    assert faults_of(folder) == [("programme.toml", None, "people")]


def test_toml_nested_without_end_is_refused(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, programme=("phone", f"deep = {'[' * 5000}\nphone"))

    assert sentences_of(folder) == ["programme.toml is nested too deeply; write it flatter."]


def test_lines_of_a_toml_are_counted_past_long_text(tmp_path: Path) -> None:
    long_text = 'organiser = """\n[[projects]]\nmembers = 3\n"""\nphone'
    folder = a_folder(tmp_path, programme=("phone", long_text))
    toml = folder / "programme.toml"
    toml.write_text(toml.read_text().replace("near", "earliest = 08:00:00\nnaer"))

    assert faults_of(folder) == [
        ("programme.toml", 13, "projects[group].earliest"),
        ("programme.toml", 14, "projects[group].naer"),
    ]


def test_folder_without_its_toml_is_refused_once(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    (folder / "programme.toml").unlink()

    assert sentences_of(folder) == ["programme.toml is not there; check the name and the folder."]


def test_toml_of_a_folder_given_alone_is_refused(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)

    assert sentences_of(folder / "programme.toml") == [
        "programme.toml is part of a folder; give the folder with programme.toml."
    ]


def test_document_cut_short_is_refused_with_its_line(tmp_path: Path) -> None:
    document = a_document(tmp_path)
    document.write_text(document.read_text()[:300])

    assert [(file, field) for file, _, field in faults_of(document)] == [(JSON, "")]


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000])
def test_document_nested_without_end_is_refused(tmp_path: Path, text: str) -> None:
    document = tmp_path / JSON
    document.write_text(text)

    assert sentences_of(document) == [f"{JSON} is nested too deeply; write it flatter."]


@pytest.mark.parametrize("text", ["[]", "5", "null", '"programme"'])
def test_document_that_is_no_table_is_refused(tmp_path: Path, text: str) -> None:
    document = tmp_path / JSON
    document.write_text(text)

    assert len(faults_of(document)) == 1


def test_file_that_is_none_is_refused(tmp_path: Path) -> None:
    assert sentences_of(tmp_path / "nowhere.json") == [
        "nowhere.json is not there; check the name and the folder."
    ]


def test_file_far_too_large_is_refused_unread(tmp_path: Path) -> None:
    document = tmp_path / JSON
    with document.open("wb") as large:
        large.truncate(20_000_001)

    assert sentences_of(document) == [f"{JSON} has more than 20 MB; split the programme up."]


def test_device_is_refused_unread() -> None:
    assert sentences_of(Path("/dev/zero")) == [
        "zero is not an ordinary file; give a file with text in it."
    ]


def test_refusal_says_file_line_field_value_and_what_to_do(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, people=("glen,yes", "glenn,yes"), programme=("near", "naer"))

    with pytest.raises(ProgrammeError) as refused:
        read(folder)

    assert str(refused.value).split("\n") == [
        (
            'people.csv line 2: home "glenn" is no place of this programme and no postcode '
            'district such as IV22; did you mean "glen"?'
        ),
        'programme.toml line 9: projects[group].naer "glen" is no field here; did you mean "near"?',
    ]


ROLE_FAULTS = {
    "lived-experience": 'is no role here; did you mean "lived experience"?',
    "profesional": 'is no role here; did you mean "professional"?',
    "Manager": 'is no role here; did you mean "manager"?',
    "host": (
        "is no role here; write one of lived experience, family or unpaid carer, professional, "
        "manager, decision maker; or, beside one of these, a role of your own that stands in "
        "other_roles of the programme."
    ),
}


@pytest.mark.parametrize(("role", "says"), ROLE_FAULTS.items(), ids=ROLE_FAULTS)
def test_a_misspelt_role_is_refused_and_never_loosens_balance(
    tmp_path: Path, role: str, says: str
) -> None:
    """Each was taken as it stood and counted on neither side, so that balance asked for less."""
    folder = a_folder(tmp_path, people=("professional", role))

    assert sentences_of(folder) == [f'people.csv line 3: roles "{role}" {says}']


def test_a_role_of_its_own_is_taken_where_the_programme_declares_it(tmp_path: Path) -> None:
    folder = a_folder(
        tmp_path,
        people=("professional", "professional; peer researcher"),
        programme=("phone =", 'other_roles = ["peer researcher"]\nphone ='),
    )

    rory = read(folder).people[1]

    assert (rory.roles, rory.is_professional) == (("professional", "peer researcher"), True)


def test_a_misspelt_need_is_refused(tmp_path: Path) -> None:
    document = a_document(tmp_path, '"needs_asked": "yes"', '"needs": ["stepfree"]')

    assert sentences_of(document) == [
        (
            f'{JSON} line 37: people[ishbel].needs[1] "stepfree" is not known here; '
            'did you mean "step-free"?'
        )
    ]


def promised(*days: str) -> tuple[str, str]:
    """Return the sessions of the folder's project, each booked for a day."""
    more = "\n[[projects.sessions]]\n".join(
        f'day = {day}\nstart = "10:00"\nvenue = "hall"\nstate = "booked"\n' for day in days
    )
    return "length_minutes = 120\n", more


def test_sessions_promised_for_one_day_or_out_of_order_are_refused(tmp_path: Path) -> None:
    """Both were read, and one of the two lost its date in the plan."""
    folder = a_folder(
        tmp_path, programme=promised("2027-05-18", "2027-05-18", "2027-06-01", "2027-05-25")
    )

    put_right = "correct a day, or put the sessions in order."
    assert sentences_of(folder) == [
        (
            'programme.toml line 18: projects[group].sessions[2].day "2027-05-18" is not after '
            f"session 1, which is promised for 2027-05-18; {put_right}"
        ),
        (
            'programme.toml line 30: projects[group].sessions[4].day "2027-05-25" is not after '
            f"session 3, which is promised for 2027-06-01; {put_right}"
        ),
    ]


def test_sessions_promised_in_order_are_read(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, programme=promised("2027-05-18", "2027-05-25"))

    assert [session.is_promised for session in read(folder).projects[0].sessions] == [True, True]


def test_a_session_promised_for_the_day_of_another_is_read_where_they_share_it(
    tmp_path: Path,
) -> None:
    length, more = promised("2027-05-18", "2027-05-18")
    shared = more.replace("\n[[projects.sessions]]\n", "\n[[projects.sessions]]\nsame_day = true\n")

    folder = a_folder(tmp_path, programme=(length, shared))

    assert [session.same_day for session in read(folder).projects[0].sessions] == [False, True]


def test_a_first_session_shares_no_day(tmp_path: Path) -> None:
    folder = a_folder(
        tmp_path, programme=("length_minutes = 120\n", "length_minutes = 120\nsame_day = true\n")
    )

    assert sentences_of(folder) == [
        (
            'programme.toml line 13: projects[group].sessions[1].same_day "yes" is for a session '
            "that has one before it; leave it out here."
        )
    ]


TURNED = "has days in another form than we read, year-month-day; write"
BRITISH_DAYS = {
    "a day of the TOML": (
        {"programme": ("= 2027-01-04", "= 04/01/2027")},
        (
            f'programme.toml line 3: first_day "04/01/2027" {TURNED} 2027-01-04, '
            "or 2027-04-01 if the month comes first."
        ),
    ),
    "a day of the TOML in quotes": (
        {"programme": ("= 2027-01-04", '= "4 January 2027"')},
        f'programme.toml line 3: first_day "4 January 2027" {TURNED} 2027-01-04.',
    ),
    "whole days": (
        {"venues": ("2027-05-04/2027-05-06", "04/05/2027/06/05/2027")},
        (
            'venues.csv line 2: closed "04/05/2027/06/05/2027 painting" '
            f"{TURNED} 2027-05-04/2027-05-06 painting, "
            "or 2027-04-05/2027-06-05 painting if the month comes first."
        ),
    ),
    "a busy spell": (
        {
            "people": (
                (
                    "times.work,travel.car\nishbel,Ishbel,lived experience,glen,yes,"
                    "Mon-Fri 09:00-12:00"
                ),
                (
                    "times.busy,travel.car\nishbel,Ishbel,lived experience,glen,yes,"
                    "1/2/27 10:00/1/2/27 12:00"
                ),
            )
        },
        (
            'people.csv line 2: times.busy "1/2/27 10:00/1/2/27 12:00" '
            f"{TURNED} 2027-02-01 10:00/2027-02-01 12:00, "
            "or 2027-01-02 10:00/2027-01-02 12:00 if the month comes first."
        ),
    ),
    "the first day of a rota": (
        {"people": ("Mon-Fri 09:00-12:00", '"4 on 4 off from 04/01/2027, 19:00-07:00"')},
        (
            'people.csv line 2: times.work "4 on 4 off from 04/01/2027, 19:00-07:00" '
            f"{TURNED} 4 on 4 off from 2027-01-04, 19:00-07:00, "
            "or 4 on 4 off from 2027-04-01, 19:00-07:00 if the month comes first."
        ),
    ),
}


@pytest.mark.parametrize(("spoilt", "says"), BRITISH_DAYS.values(), ids=BRITISH_DAYS)
def test_a_day_with_its_year_last_is_refused_with_what_to_write(
    tmp_path: Path, spoilt: dict[str, tuple[str, str]], says: str
) -> None:
    """The hint was "it may be cut short" in the TOML, and named no day anywhere."""
    assert sentences_of(a_folder(tmp_path, **spoilt)) == [says]


def test_a_toml_with_a_slip_elsewhere_is_not_told_to_turn_a_day_round(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, programme=("= 2027-01-04", "= 2027-01-04 or so"))

    (says,) = sentences_of(folder)

    assert says.startswith("programme.toml line 3 cannot be read as TOML (")


NO_DAY = "is no day of the calendar; write one as YYYY-MM-DD, such as 2027-05-04."
NO_TIME = "is no time of day; write it as HH:MM, such as 09:30."
ISHBEL = "ishbel,Ishbel,lived experience,glen,yes,"
HAS = 'people.csv line 2: times.work "{text}" has "{part}", which {remedy}'
NOT_FROM_MIDNIGHT = (
    'people.csv line 2: times.not_before "24:00" is when nothing begins any more; write an earlier '
    "time, such as 09:30."
)
NONE_THERE = {
    "a month 13 in the TOML": (
        {"programme": ("= 2027-01-04", "= 2027-13-04")},
        f'programme.toml line 3: first_day "2027-13-04" {NO_DAY}',
    ),
    "a month 13 in quotes": (
        {"programme": ("= 2027-01-04", '= "2027-13-04"')},
        f'programme.toml line 3: first_day "2027-13-04" {NO_DAY}',
    ),
    "a month 13 within brackets": (
        {
            "programme": (
                "[[projects]]",
                "dates_to_avoid = [{first = 2027-05-03, last = 2027-13-04}]\n\n[[projects]]",
            )
        },
        f'programme.toml line 6: last "2027-13-04" {NO_DAY}',
    ),
    "a 30 February": (
        {"programme": ("= 2027-01-04", "= 2027-02-30 # winter")},
        f'programme.toml line 3: first_day "2027-02-30" {NO_DAY}',
    ),
    "a month and a day of one figure": (
        {"programme": ("= 2027-01-04", "= 2027-1-4")},
        f'programme.toml line 3: first_day "2027-1-4" {NO_DAY}',
    ),
    "an hour 25 in the TOML": (
        {"programme": ('name = "An', 'latest = 25:00\nname = "An')},
        f'programme.toml line 1: latest "25:00" {NO_TIME}',
    ),
    "a month 13 in a cell": (
        {"venues": ("2027-05-04/2027-05-06", "2027-05-04/2027-13-06")},
        f'venues.csv line 2: closed "2027-13-06" {NO_DAY}',
    ),
    "a month 13 in hours": (
        {"people": ("Mon-Fri 09:00-12:00", "Mon 09:00-12:00 only 2027-13-04")},
        HAS.format(text="Mon 09:00-12:00 only 2027-13-04", part="2027-13-04", remedy=NO_DAY),
    ),
    "a 30 February in a rota": (
        {"people": ("Mon-Fri 09:00-12:00", "4 on 4 off from 2027-02-30 07:00-19:00")},
        HAS.format(text="4 on 4 off from 2027-02-30 07:00-19:00", part="2027-02-30", remedy=NO_DAY),
    ),
    "a month 13 of every year": (
        {"people": ("Mon-Fri 09:00-12:00", "Mon 09:00-12:00 only 13-04")},
        HAS.format(
            text="Mon 09:00-12:00 only 13-04",
            part="13-04",
            remedy="is on no calendar; write days of every year as month-day, such as 04-01/10-31.",
        ),
    ),
    "an hour 25 in hours": (
        {"people": ("Mon-Fri 09:00-12:00", "Mon 25:00-26:00")},
        HAS.format(text="Mon 25:00-26:00", part="25:00", remedy=NO_TIME),
    ),
    "hours that begin when the day is over": (
        {"people": ("Mon-Fri 09:00-12:00", "Mon 24:00-06:00")},
        HAS.format(
            text="Mon 24:00-06:00",
            part="24:00-06:00",
            remedy="begins when the day is over; write 00:00-06:00 on the day after.",
        ),
    ),
    "hours of nearly a whole day": (
        {"people": ("Mon-Fri 09:00-12:00", "Mon-Fri 08:20-08:10")},
        HAS.format(
            text="Mon-Fri 08:20-08:10",
            part="08:20-08:10",
            remedy="would last 23 h 50 min, over midnight; swap the times (08:10-08:20) or "
            "correct one; hours as long as that are written as two, 08:20-24:00 and 00:00-08:10 "
            "on the day after.",
        ),
    ),
    "somebody who can be there from midnight on": (
        {
            "people": (
                f"times.work,travel.car\n{ISHBEL}Mon-Fri 09:00-12:00",
                f"times.not_before,travel.car\n{ISHBEL}24:00",
            )
        },
        NOT_FROM_MIDNIGHT,
    ),
    "a setting that is no time": (
        {
            "programme": (
                "[[projects]]",
                '[constraints.courtesy_days]\neve_from = "25:00"\n\n[[projects]]',
            )
        },
        f'programme.toml line 7: constraints.courtesy_days.eve_from "25:00" {NO_TIME}',
    ),
}


@pytest.mark.parametrize(("spoilt", "says"), NONE_THERE.values(), ids=NONE_THERE)
def test_a_day_or_a_time_there_is_none_of_is_named_with_its_field_and_what_to_do(
    tmp_path: Path, spoilt: dict[str, tuple[str, str]], says: str
) -> None:
    """In the TOML it was said that the file may be cut short, and the field was not named."""
    assert sentences_of(a_folder(tmp_path, **spoilt)) == [says]


def test_a_month_there_is_none_of_is_named_in_one_document_too(tmp_path: Path) -> None:
    path = a_document(tmp_path, '"first_day": "2027-01-04"', '"first_day": "2027-13-04"')

    assert [says.partition(": ")[2] for says in sentences_of(path)] == [
        f'first_day "2027-13-04" {NO_DAY}'
    ]


def test_night_shifts_are_read(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, people=("Mon-Fri 09:00-12:00", "daily 22:00-06:00"))

    assert read(folder).people[0].times.work == ("daily 22:00-06:00",)
