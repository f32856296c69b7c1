"""Halls from a file: their facts stay the file's own until somebody types something else."""

from io import BytesIO

import pytest
from werkzeug.datastructures import FileStorage

from scheduler.errors import ProgrammeError
from scheduler.venues import Venue
from tests.web.begin.test_making import told_in_full
from web.begin.brought import halls_in, with_halls
from web.begin.checking import programme_of
from web.begin.draft import Draft

TABLE = (
    "code,name,place,latitude,longitude,capacity,licensed,licensed.said_by,access.step-free,source\n"
    "barn,The Barn,The Glen,56.61,-4.01,40,no,caretaker,limited,phone call\n"
    "shed,The Shed,,,,soon,,,,\n"
)


def brought(draft: Draft, *, name: str = "venues.csv", text: str = TABLE) -> Draft:
    """Return a draft with the halls of a file."""
    return with_halls(draft, halls_in(FileStorage(BytesIO(text.encode()), name)))


def barn(draft: Draft) -> Venue:
    """Return the hall of the file, as the programme has it."""
    return next(venue for venue in programme_of(draft).venues if venue.code == "barn")


def test_a_hall_of_a_file_is_shown_in_the_form_and_says_the_same_in_the_programme() -> None:
    draft = brought(told_in_full())

    hall = draft.halls[-1]
    assert hall.typed["hall_position"] == ["56.61, -4.01"]
    assert (hall.typed["capacity"], hall.typed["step_free"]) == (["40"], ["limited"])
    assert (barn(draft).licensed.said_by, barn(draft).source) == ("caretaker", "phone call")
    assert (barn(draft).place, barn(draft).capacity) == ("the-glen", 40)


def test_what_was_taken_and_what_was_not_is_told() -> None:
    report = brought(told_in_full()).report

    assert report[0].startswith("Brought in: 1 place.")
    assert report[1].startswith("Number 2 of the file, The Shed, was not taken: venues.csv line 3")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("our halls.csv", "our_halls.csv"),
        ("../../etc/v2.csv", "etc_v2.csv"),
        ("v2.CSV", "v2.csv"),
        (f"{'long' * 50}.csv", f"{'long' * 14}.csv"),
    ],
)
def test_a_file_is_named_as_it_was_sent_and_leads_to_no_other_folder(name: str, told: str) -> None:
    """Every file was told of as venues.csv, whatever it was called."""
    report = brought(told_in_full(), name=name).report

    assert report[1].startswith(f"Number 2 of the file, The Shed, was not taken: {told} line 3: ")


def test_what_may_be_a_slip_is_told_with_the_hall() -> None:
    table = "Name,Lat,Lon,hire_pence\nThe Barn,56.65,-37.78,25\n"

    report = brought(told_in_full(), text=table).report

    assert report[1:] == (
        (
            "Number 1 of the file, The Barn, was taken. Check this: its position (56.65, -37.78) "
            "is outside Britain, Ireland and their islands."
        ),
        "Number 1 of the file, The Barn, was taken. Check this: one session there costs £0.25.",
    )


def test_the_same_file_again_changes_nothing_of_what_is_there() -> None:
    once = brought(told_in_full())

    again = brought(once)

    assert again.halls == once.halls
    assert again.report[1] == "Here already, and left as it was: 1 place."


def test_what_is_typed_otherwise_replaces_only_that_fact() -> None:
    draft = brought(told_in_full())
    key = draft.halls[-1].key

    changed = draft.with_more("halls", key, {"licensed": ["yes"], "hall_position": [""]})

    assert (barn(changed).licensed.answer, barn(changed).licensed.said_by) == ("yes", "")
    assert (barn(changed).latitude, barn(changed).longitude) == (None, None)
    assert barn(changed).meets("step-free") == barn(draft).meets("step-free")


def test_a_map_is_read_as_the_importer_reads_it() -> None:
    text = (
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "id": "node/1",'
        ' "properties": {"name": "Glen Library", "amenity": "library"},'
        ' "geometry": {"type": "Point", "coordinates": [-4.0, 56.6]}}]}'
    )

    draft = brought(told_in_full(), name="glen.geojson", text=text)

    assert [venue.code for venue in programme_of(draft).venues] == ["glen-hall", "osm-node-1"]


@pytest.mark.parametrize(("name", "text"), [("a.csv", "nothing,here\n1,2\n"), ("a.txt", "words")])
def test_a_file_that_holds_no_halls_is_refused(name: str, text: str) -> None:
    with pytest.raises(ProgrammeError):
        brought(Draft(), name=name, text=text)


def test_what_a_hall_costs_is_shown_in_pounds_and_left_to_the_file_until_it_is_changed() -> None:
    table = "code,name,hire_pence\nbarn,The Barn,4550\n"
    draft = brought(told_in_full(), text=table)
    key = draft.halls[-1].key

    assert draft.halls[-1].typed["hire"] == ["45.50"]
    assert barn(draft).hire_pence == 4550
    assert barn(draft.with_more("halls", key, {"hire": ["50"]})).hire_pence == 5000
    assert barn(draft.with_more("halls", key, {"hire": [""]})).hire_pence is None


def test_what_the_form_did_not_ask_when_a_hall_was_brought_stays_the_files() -> None:
    draft = brought(told_in_full(), text="code,name,hire_pence\nbarn,The Barn,4550\n")
    before = draft.halls[-1].model_copy(update={"typed": {"hall": ["The Barn"]}})

    older = draft.model_copy(update={"halls": (*draft.halls[:-1], before)})

    assert barn(older).hire_pence == 4550
