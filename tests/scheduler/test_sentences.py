"""Small pieces of plain English: which article is said before a thing."""

import csv
from pathlib import Path

import pytest

import constraints
from scheduler.sentences import with_article

KINDS = Path(constraints.__file__).parent / "data" / "venue_kinds.csv"
AN = frozenset({
    "academy", "addiction clinic", "advice centre", "area office", "art centre", "arts centre",
    "events venue", "immigration office", "immigration reporting centre", "inn", "institute",
    "islamic centre", "off licence", "office", "office block",
})  # fmt: skip


def test_every_kind_of_place_has_its_article() -> None:
    with KINDS.open(encoding="utf-8") as rows:
        kinds = {
            kind for row in csv.DictReader(rows) for kind in (row["kind"], *row["also"].split(";"))
        }
    said = {kind for kind in kinds if kind and with_article(kind) == f"an {kind}"}

    assert said == AN
    assert with_article("university") == "a university"
    assert with_article("village hall") == "a village hall"


@pytest.mark.parametrize(
    "thing",
    ["an NHS clinic", "a DWP office", "a user group", "an usher", "an hour", "an urban farm",
     "a one-room hut", "an Episcopal church", "a European centre", "an uninhabited isle",
     "an LGBT centre", "a UK office", "a Union hall", "an interpreter"],
)  # fmt: skip
def test_the_article_goes_by_sound(thing: str) -> None:
    assert with_article(thing.split(" ", 1)[1]) == thing
