"""One press takes a season out of somebody's way, where the organiser may know of it."""

from dataclasses import astuple

import pytest

from scheduler.people import Person, Season
from scheduler.programme import Programme
from scheduler.samples import ISHBEL, PROGRAMME, RORY, on
from web.come_anyway import come_anyway, tied_people

CLIPPING = Season(activity="shearing")
LAMBS = Season(activity="lambing", region="Shetland")
REGATTA = Season(
    activity="regatta_week", begins=on("Monday 3 May 2027"), ends=on("Saturday 8 May 2027")
)


def tied_by(*seasons: Season, **other: object) -> Programme:
    ishbel = ISHBEL.model_copy(update={"seasons": seasons, **other})
    return PROGRAMME.model_copy(update={"people": (RORY, ishbel)})


def ties(programme: Programme) -> list[tuple[object, ...]]:
    return [astuple(tied)[:3] for tied in tied_people(programme)]


def test_each_season_in_somebodys_way_can_be_passed_over_by_itself() -> None:
    given = tied_by(CLIPPING, LAMBS, REGATTA)

    changed, tied = come_anyway(given, 1, 0)

    assert ties(given) == [
        (1, 0, "clipping/shearing and gathers"),
        (1, 1, "lambing"),
        (1, 2, "regatta week"),
    ]
    assert tied.what == "clipping/shearing and gathers"
    assert changed.people[1].come_anyway == ("shearing",)
    assert [place for *place, _ in ties(changed)] == [[1, 1], [1, 2]]


@pytest.mark.parametrize(
    "person",
    [
        ISHBEL.model_copy(update={"seasons": (CLIPPING,), "share_reasons": False}),
        ISHBEL.model_copy(update={"seasons": (CLIPPING,), "come_anyway": ("land_year",)}),
        ISHBEL.model_copy(update={"seasons": (LAMBS,), "come_anyway": ("lambing",)}),
        ISHBEL.model_copy(update={"seasons": (Season(activity="creel_fishing_slack"),)}),
        ISHBEL.model_copy(update={"seasons": (Season(activity="stalking_stags"),)}),
        RORY,
    ],
)
def test_what_the_organiser_may_not_know_or_is_in_nobodys_way_has_no_button(
    person: Person,
) -> None:
    """Stags are stalked from July on, and this programme ends in June."""
    given = PROGRAMME.model_copy(update={"people": (person,)})

    assert ties(given) == []
    with pytest.raises(LookupError):
        come_anyway(given, 0, 0)


def test_a_rule_that_is_switched_off_is_in_nobodys_way() -> None:
    given = tied_by(CLIPPING).model_copy(update={"constraints": {"land_year": False}})

    assert ties(given) == []
