"""Names are compared as people mean them."""

import pytest

from scheduler.places.names import is_same_name, plain_name


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("The Glen Council", "glen council"),
        ("GLEN-COUNCIL.", "glen council"),
        ("Glen  Council (the)", "glen council"),
        ("Members' club", "members club"),
        ("village_hall", "village hall"),
        ("Theatre", "theatre"),
        ("", ""),
    ],
)
def test_capitals_punctuation_and_the_do_not_count(name: str, plain: str) -> None:
    assert plain_name(name) == plain


def test_two_names_are_one_where_only_that_differs() -> None:
    assert is_same_name("The Glen Council", "Glen council") is True
    assert is_same_name("Glen Council", "Strath Council") is False


def test_names_not_given_are_never_the_same() -> None:
    assert is_same_name("", "") is False
    assert is_same_name("the", "") is False
