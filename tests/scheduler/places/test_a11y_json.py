"""Places described in A11yJSON: its fields answer needs by one table, and blanks answer nothing."""

from pathlib import Path
from typing import Any

import pytest

from scheduler.facts import Answer
from scheduler.places.a11y_json import RULES
from scheduler.places.imported import NEEDS, ImportedRow
from scheduler.places.importing import import_venues
from tests.scheduler.places.maps import geojson, written


def place(accessibility: Any, **properties: Any) -> dict[str, Any]:  # noqa: ANN401
    told = {"name": "Invented Hall", "category": "community_centre", **properties}
    point = {"type": "Point", "coordinates": [-5.0, 57.5]}
    return {"geometry": point, "properties": {**told, "accessibility": accessibility}}


def row(folder: Path, accessibility: Any, **properties: Any) -> ImportedRow:  # noqa: ANN401
    return import_venues(written(geojson(place(accessibility, **properties)), folder)).rows[0]


def nested(field: str, value: Any) -> Any:  # noqa: ANN401
    """Return a description in which one field says something."""
    head, dot, rest = field.partition(".")
    inner = nested(rest, value) if dot else value
    return {head.removesuffix("[]"): [inner] if head.endswith("[]") else inner}


def spelt(value: str) -> Any:  # noqa: ANN401
    """Return what a row of the table stands for, as JSON has it."""
    return {"true": True, "false": False, "null": None, "[1-9]*": 2, "0": 0}.get(value, value)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule['field']}={rule['value']}")
def test_each_field_of_the_table_answers_its_need_and_no_other(
    tmp_path: Path, rule: dict[str, str]
) -> None:
    venue = row(tmp_path, nested(rule["field"], spelt(rule["value"]))).venue

    assert venue
    known = {need: venue.meets(need).answer for need in NEEDS}
    answers = {need: answer for need, answer in known.items() if answer is not Answer.UNKNOWN}
    assert answers == {rule["need"]: rule["answer"]}
    assert venue.meets(rule["need"]).said_by == "A11yJSON"  # type: ignore[arg-type]


@pytest.mark.parametrize("blank", ["", " ", {}, [], "unknown"], ids=repr)
def test_no_blank_in_any_field_is_an_answer(tmp_path: Path, blank: Any) -> None:  # noqa: ANN401
    for field in {rule["field"] for rule in RULES}:
        venue = row(tmp_path, nested(field, blank)).venue

        assert venue
        assert all(venue.meets(need).is_unknown for need in NEEDS), field


def test_a_place_comes_with_its_name_kind_address_and_position(tmp_path: Path) -> None:
    venue = row(
        tmp_path,
        {},
        name={"de": "Halle", "en": "Invented Hall"},
        address={"houseNumber": "1", "street": "High Street", "city": "Invented"},
        phoneNumber="01632 960100",
        originalId="abc/7",
    ).venue

    assert venue
    assert (venue.code, venue.name, venue.kind, venue.address, venue.phone) == (
        "a11y-abc-7",
        "Invented Hall",
        "community centre",
        "1, High Street, Invented",
        "01632 960100",
    )
    assert (venue.latitude, venue.longitude) == (57.5, -5.0)
    assert venue.licensed.is_unknown


def test_of_several_toilets_one_that_suits_is_enough(tmp_path: Path) -> None:
    rooms = [{"isAccessibleWithWheelchair": suits} for suits in (False, True)]

    venue = row(tmp_path, {"restrooms": rooms}).venue

    assert venue
    assert venue.meets("accessible toilet").is_yes


def test_partly_is_one_answer_and_a_contradiction_is_none(tmp_path: Path) -> None:
    whole, part = {"accessibleWith": {"wheelchair": False}}, {"wheelchair": True}
    partly = row(tmp_path, {**whole, "partiallyAccessibleWith": part})
    both = row(tmp_path, {**whole, "wheelchairAccessibilityGrade": "fully"})

    assert partly.venue
    assert both.venue
    assert partly.venue.meets("step-free").answer is Answer.LIMITED
    assert both.venue.meets("step-free").is_unknown
    assert both.remarks[0] == (
        "the file says both accessibleWith.wheelchair=false and "
        "wheelchairAccessibilityGrade=fully: ask about step-free"
    )


def test_what_answers_no_need_is_told_and_not_taken_for_an_answer(tmp_path: Path) -> None:
    found = row(tmp_path, {"isQuiet": True, "entrances": [{"isLevel": True}]})

    assert found.venue
    assert all(found.venue.meets(need).is_unknown for need in NEEDS)
    assert found.remarks[0] == (
        "it also says isQuiet=true and entrances[].isLevel=true, which answers no need"
    )


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("nothing", "is no group of named fields; export the file again"),
        ({"properties": {"accessibility": {}}}, "it has no name"),
        (place({}, phoneNumber="\x00"), "cannot be seen"),
    ],
    ids=["no place", "no name", "unseen"],
)
def test_a_place_that_cannot_be_read_is_refused_with_the_reason(
    tmp_path: Path,
    given: Any,  # noqa: ANN401
    why: str,
) -> None:
    rows = import_venues(written(geojson(place({}), given), tmp_path)).rows

    assert rows[0].venue
    assert rows[1].venue is None
    assert why in rows[1].refused
