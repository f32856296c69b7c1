"""Slips of the pen."""

import pytest

from scheduler.people import ROLES, PlaceToFill
from scheduler.programme import Programme
from scheduler.samples import ISHBEL, PROGRAMME, PROJECT, RORY, WISH
from scheduler.spelling import folded, meant, spelling_hints


def of_views(one: str, other: str) -> Programme:
    """Return a programme whose two people bring these views."""
    people = (ISHBEL.model_copy(update={"view": one}), RORY.model_copy(update={"view": other}))
    return PROGRAMME.model_copy(update={"people": people})


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("Lived-Experience", "lived experience"),
        ("lived_experience ", "lived experience"),
        ("decison maker", "decision maker"),
        ("professionals", "professional"),
        ("peer researcher", ""),
        ("carer", ""),
    ],
)
def test_word_is_taken_for_the_one_it_is_almost(word: str, known: str) -> None:
    assert meant(word, ROLES) == known


def test_hyphens_and_capitals_make_no_other_word() -> None:
    assert folded(" Step--Free_Access") == "step free access"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("carers", "carer"),
        ("young people", "young poeple"),
        ("council", "councel"),
        ("Council", "council"),
        ("third sector", "third-sector"),
    ],
)
def test_two_views_that_differ_by_a_letter_are_told(one: str, other: str) -> None:
    first, second = sorted((one, other))

    assert spelling_hints(of_views(one, other)) == (
        f'Two views are almost alike: "{first}" and "{second}". If they are one, write them alike.',
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [("council", "health"), ("Glen 1", "Glen 2"), ("A", "B"), ("glens", "glens"), ("", "glen")],
)
def test_two_views_that_are_two_are_not_told(one: str, other: str) -> None:
    assert spelling_hints(of_views(one, other)) == ()


def test_views_looked_for_and_views_a_session_needs_are_compared_too() -> None:
    group = PROJECT.model_copy(
        update={
            "places_to_fill": (PlaceToFill(code="new", view="carer"),),
            "sessions": (WISH.model_copy(update={"needs_views": ("carers",)}),),
        }
    )

    hints = spelling_hints(PROGRAMME.model_copy(update={"projects": (group,)}))

    assert hints == (
        'Two views are almost alike: "carer" and "carers". If they are one, write them alike.',
    )
