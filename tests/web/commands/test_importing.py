"""`commonground import venues`: the report, and the venues a programme can take in."""

import json
from pathlib import Path

import pytest

from constraints import registry
from scheduler.facts import Answer, Fact
from scheduler.files import read_programme
from scheduler.places.importing import import_venues
from scheduler.places.saved import write_venues
from scheduler.samples import PROGRAMME
from scheduler.venues import Venue
from tests.web.given import written
from web.command import main

Said = pytest.CaptureFixture[str]

HALL = {
    "type": "Feature",
    "id": "node/1",
    "properties": {"name": "Tòrr Hall", "amenity": "community_centre", "wheelchair": "yes"},
    "geometry": {"type": "Point", "coordinates": [-4.0, 56.6]},
}
NAMELESS = {**HALL, "id": "node/2", "properties": {"amenity": "community_centre"}}


def a_file(place: Path) -> Path:
    """Write an invented extract of two places."""
    place.write_text(json.dumps({"type": "FeatureCollection", "features": [HALL, NAMELESS]}))
    return place


def test_every_row_is_reported(tmp_path: Path, capsys: Said) -> None:
    # when
    ending = main(["import", "venues", str(a_file(tmp_path / "map.geojson"))])

    # then
    said = capsys.readouterr().out.splitlines()
    assert (ending, said[0].split(":")[0], said[3]) == (
        0,
        "1. Tòrr Hall (osm-node-1)",
        "map.geojson: 2 read, 1 taken, 1 refused.",
    )


def test_venues_are_written_as_a_table_the_programme_takes_in(tmp_path: Path) -> None:
    # given
    folder = written(PROGRAMME.model_copy(update={"venues": ()}), tmp_path / "programme")
    words = ["import", "venues", str(a_file(tmp_path / "map.geojson")), "--place", "glen"]

    # when
    ending = main([*words, "--out", str(folder / "venues.csv")])

    # then
    (venue,) = read_programme(folder, registry()).venues
    assert (ending, venue.name, venue.place) == (0, "Tòrr Hall", "glen")


def test_venues_are_written_as_json_the_programme_takes_in(tmp_path: Path) -> None:
    # given
    out = tmp_path / "venues.json"

    # when
    ending = main(["import", "venues", str(a_file(tmp_path / "m.geojson")), "--out", str(out)])

    # then
    (venue,) = json.loads(out.read_text("utf-8"))["venues"]
    assert (ending, Venue.model_validate(venue).name) == (0, "Tòrr Hall")


def test_what_somebody_said_stays_when_a_map_is_brought_in_again(
    tmp_path: Path, capsys: Said
) -> None:
    # given
    out = tmp_path / "venues.csv"
    words = ["import", "venues", str(a_file(tmp_path / "map.geojson")), "--out", str(out)]
    main(words)
    table = import_venues(out).venues[0]
    lip = Fact(answer=Answer.NO, said_by="caretaker", note="a lip of 9 cm")
    typed = Venue(code="typed", name="Typed Hall")
    write_venues((table.model_copy(update={"access": {"step-free": lip}}), typed), out)
    capsys.readouterr()

    # when
    ending = main(words)

    # then
    after = import_venues(out).venues
    assert (ending, [v.code for v in after]) == (0, ["osm-node-1", "typed"])
    assert after[0].access["step-free"] == lip
    assert "caretaker said so" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["venues.csv", "rooms.geojson"])
def test_folder_that_is_not_there_is_made(name: str, tmp_path: Path, capsys: Said) -> None:
    """What was said instead named a hidden file that nobody had typed."""
    # given
    out = tmp_path / "our" / "rooms" / name

    # when
    ending = main(["import", "venues", str(a_file(tmp_path / "m.geojson")), "--out", str(out)])

    # then
    assert (ending, capsys.readouterr().err) == (0, f"Written to {out}.\n")
    assert [venue.name for venue in import_venues(out).venues] == ["Tòrr Hall"]


def test_a_table_that_cannot_be_read_is_not_written_over(tmp_path: Path, capsys: Said) -> None:
    # given
    out = tmp_path / "venues.csv"
    out.write_text("code,name,capacity\nhall,Glen Hall,many\n")

    # when
    ending = main(["import", "venues", str(a_file(tmp_path / "m.geojson")), "--out", str(out)])

    # then
    assert (ending, out.read_text()) == (2, "code,name,capacity\nhall,Glen Hall,many\n")
    assert f"{out} is not written to: venues.csv line 2: capacity" in capsys.readouterr().err


MISTYPED = """\
code,name,licensed,opening,capacity
vale,Vale Centre,no,Mo-Fr 09:00-17:00,30
inn,Dale Inn,ye,Mo-Su 11.00-23.00,20
Inn,The Other Inn,yes,Mo-Su 11:00-23:00,20
barn,Big Barn,no,,0
"""


def test_rows_that_planning_would_refuse_are_refused_here_and_it_ends_with_two(
    tmp_path: Path, capsys: Said
) -> None:
    """It ended with 0, and what a row had wrong beside its first fault was found by planning."""
    # given
    table, out = tmp_path / "typed.csv", tmp_path / "venues.csv"
    table.write_text(MISTYPED)

    # when
    ending = main(["import", "venues", str(table), "--out", str(out)])

    # then
    told = capsys.readouterr()
    assert [line.partition(": refused: ")[2] for line in told.out.splitlines()[1:4]] == [
        (
            'typed.csv line 3: licensed "ye" is not known here; did you mean "yes"? '
            'typed.csv line 3: opening "Mo-Su 11.00-23.00" is not understood; '
            'write hours such as "Mo-Fr 09:00-22:00; Sa 10:00-16:00; PH off".'
        ),
        'typed.csv line 4: code "Inn" stands twice; keep one, or choose another code.',
        'typed.csv line 5: capacity "0" is out of range; write 1 to 100000.',
    ]
    says = "refused, as told above, and not taken in. Put that right and bring the file in again."
    assert (ending, told.err.splitlines()[-1]) == (2, f"3 rows were {says}")
    assert [venue.code for venue in import_venues(out).venues] == ["vale"]


def test_file_that_is_no_extract_is_refused(tmp_path: Path, capsys: Said) -> None:
    # given
    place = tmp_path / "map.geojson"
    place.write_text("{}")

    # when
    ending = main(["import", "venues", str(place)])

    # then
    told = capsys.readouterr()
    assert (ending, told.out, told.err.split()[:4]) == (
        2,
        "",
        ["map.geojson", "holds", "no", "venues;"],
    )


TIMES = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Invented//EN
BEGIN:VAVAILABILITY
UID:una
DTSTAMP:20270101T000000Z
DTSTART:20270503T230000Z
DTEND:20270504T230000Z
BEGIN:AVAILABLE
UID:morning
DTSTAMP:20270101T000000Z
DTSTART;TZID=Europe/London:20270504T090000
DTEND;TZID=Europe/London:20270504T120000
END:AVAILABLE
END:VAVAILABILITY
BEGIN:VAVAILABILITY
UID:perhaps
DTSTAMP:20270101T000000Z
DTSTART:20270505T090000Z
DURATION:PT1H
BUSYTYPE:BUSY-TENTATIVE
END:VAVAILABILITY
END:VCALENDAR
"""
DAYS = ["--from", "2027-05-03", "--to", "2027-05-07"]


def test_when_somebody_is_free_is_shown_and_what_to_put_under_busy(
    tmp_path: Path, capsys: Said
) -> None:
    (tmp_path / "una.ics").write_text(TIMES)

    ending = main(["import", "availability", str(tmp_path / "una.ics"), *DAYS])

    busy = (
        "2027-05-04 00:00+01:00/2027-05-04 09:00+01:00",
        "2027-05-04 12:00+01:00/2027-05-05 00:00+01:00",
    )
    assert ending == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{busy[0]} busy-unavailable",
        "2027-05-04 09:00+01:00/2027-05-04 12:00+01:00 free",
        f"{busy[1]} busy-unavailable",
        "2027-05-05 10:00+01:00/2027-05-05 11:00+01:00 busy-tentative",
        "Ask about the 1 that are tentative: they are neither busy nor free.",
        f"times.busy: {'; '.join(busy)}",
    ]


@pytest.mark.parametrize(
    ("content", "days", "says"),
    [
        (TIMES, [], "For availability, --from and --to are needed; write them as 2027-05-04."),
        (
            TIMES.replace("DURATION:PT1H", "DURATION:-PT1H"),
            DAYS,
            (
                'una.ics: VAVAILABILITY perhaps: DURATION "-PT1H" ends it before it begins; '
                "correct one."
            ),
        ),
    ],
)
def test_times_that_cannot_be_followed_are_refused(
    tmp_path: Path, capsys: Said, content: str, days: list[str], says: str
) -> None:
    (tmp_path / "una.ics").write_text(content)

    ending = main(["import", "availability", str(tmp_path / "una.ics"), *days])

    assert (ending, capsys.readouterr().err.strip()) == (2, says)


COUNCILS = """\
council,first,last,kind,name,source,checked
Glen Council,2027-06-14,,local holiday,Fair Monday,Glen Council (invented),2026-11-24
Glen Council,2027-10-11,2027-10-22,school holiday,Tattie holidays,,
Glen Council,soon,,local holiday,,,
Fife,,,,,,
"""


def test_councils_days_are_told_and_written_for_a_programme(tmp_path: Path, capsys: Said) -> None:
    table, out = tmp_path / "days.csv", tmp_path / "ours" / "days.toml"
    table.write_text(COUNCILS)
    folder = written(PROGRAMME, tmp_path / "programme")

    ending = main(["import", "holidays", str(table), "--out", str(out)])
    with (folder / "programme.toml").open("a") as programme:
        programme.write("\n" + out.read_text())
    read = read_programme(folder, registry())

    assert (ending, capsys.readouterr().out.splitlines()) == (
        2,
        [
            "Glen Council, local holiday on Monday 14 June 2027: Fair Monday.",
            (
                "Glen Council, school holiday from Monday 11 October to Friday 22 October 2027: "
                "Tattie holidays."
            ),
            (
                'Refused, line 4: first "soon" is no day; '
                "write it as 2027-10-11, one row for each year."
            ),
            "Glen Council: not known beyond Friday 22 October 2027.",
            "Nothing is known of: Fife. Ask each council.",
        ],
    )
    assert [(each.name, each.area) for each in read.local_holidays] == [
        ("Fair Monday", "Glen Council")
    ]
    assert [days.note for days in read.dates_to_avoid] == ["Tattie holidays, Glen Council"]
    assert [days.name for days in read.named_days] == ["no-school in Glen Council"]


def test_councils_days_without_a_name_are_told(tmp_path: Path, capsys: Said) -> None:
    table = tmp_path / "days.csv"
    table.write_text(COUNCILS.splitlines()[0] + "\nFife,2027-04-05,,in-service day,,,\n")

    assert main(["import", "holidays", str(table)]) == 0

    assert capsys.readouterr().out.splitlines()[0] == (
        "Fife, in-service day on Monday 5 April 2027."
    )


def test_a_file_that_holds_no_councils_days_is_refused(tmp_path: Path, capsys: Said) -> None:
    table = tmp_path / "days.csv"
    table.write_text("council\n")

    assert main(["import", "holidays", str(table)]) == 2
    assert "days.csv line 1: the header has to be council,first" in capsys.readouterr().err


def test_help_says_what_each_kind_of_file_brings(capsys: Said) -> None:
    """It spoke of venues alone, and named holidays and calendars only among the arguments."""
    with pytest.raises(SystemExit):
        main(["import", "--help"])

    told = capsys.readouterr().out.partition("options:")[2]
    for kind in ("venues: rooms", "holidays: the local", "availability: when", "busy: when"):
        assert kind in " ".join(told.split())
