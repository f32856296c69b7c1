"""Slips of the pen."""

import pytest

from scheduler.people import ROLES
from scheduler.places_to_fill import PlaceToFill
from scheduler.programme import Programme
from scheduler.samples import HALL, ISHBEL, PROGRAMME, PROJECT, RORY, WISH
from scheduler.spelling import folded, is_almost_name, meant, spelling_hints


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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Glen Council", "Glen Concil"),
        ("Glen Council", "The Glen Counsil"),
        ("NHS Highlnad", "NHS Highland"),
        ("Glen Council", "Glencouncil"),
        ("Gleen Councils", "Glen Council"),
    ],
)
def test_a_name_is_almost_another_where_letters_or_a_gap_differ(one: str, other: str) -> None:
    assert is_almost_name(one, other) is True


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Glen Council", "The GLEN council"),
        ("East Glen Council", "West Glen Council"),
        ("Ward A", "Ward B"),
        ("School 12", "School 13"),
        ("Glen Trust", "Glen Trust A"),
        ("Glen Council", ""),
        ("", ""),
    ],
)
def test_names_that_are_one_or_two_are_not_almost_alike(one: str, other: str) -> None:
    assert is_almost_name(one, other) is False


ALMOST = (
    'Two employers or operators are almost alike: "Glen Concil" and "Glen Council". '
    "If they are one, write them alike: whose ground a venue is hangs on it."
)


def test_an_employer_that_is_almost_who_runs_a_venue_is_told() -> None:
    """Nothing was said, and the council's own rooms counted as neutral ground."""
    venue = HALL.model_copy(update={"operator": "Glen Concil"})

    assert spelling_hints(PROGRAMME.model_copy(update={"venues": (venue,)})) == (ALMOST,)


def test_two_employers_that_are_almost_one_are_told() -> None:
    people = (RORY, ISHBEL.model_copy(update={"employer": "Glen Concil"}))

    assert spelling_hints(PROGRAMME.model_copy(update={"people": people})) == (ALMOST,)


def test_two_who_run_venues_are_not_compared_as_nobody_works_for_them() -> None:
    venues = tuple(HALL.model_copy(update={"operator": f"Strath {t}"}) for t in ("Trust", "Trusts"))

    assert spelling_hints(PROGRAMME.model_copy(update={"venues": venues})) == ()
