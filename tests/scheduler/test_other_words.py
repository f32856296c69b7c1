"""What people call a need points to the word we have for it."""

import pytest

from scheduler.files.findings import suggestion
from scheduler.other_words import OTHER_WORDS, our_word
from scheduler.people import NEEDS


def test_every_other_word_points_to_a_need() -> None:
    assert set(OTHER_WORDS.values()) <= set(NEEDS)
    assert not set(OTHER_WORDS) & set(NEEDS)


@pytest.mark.parametrize(
    ("word", "ours"),
    [
        ("wheelchair", "step-free"),
        ("Wheelchair-accessible", "step-free"),
        ("access.wheelchair", "access.step-free"),
        ("swing", ""),
    ],
)
def test_a_word_for_a_need_is_known_again(word: str, ours: str) -> None:
    assert our_word(word) == ours


@pytest.mark.parametrize("given", ["wheelchair", "Wheelchair access"])
def test_a_need_refused_by_another_name_points_to_ours(given: str) -> None:
    """A comparison of letters finds "wheelchair" nothing like "step-free", and gave a list."""
    assert suggestion(given, NEEDS) == 'did you mean "step-free"?'
