"""A word of ours is explained where the command line prints it."""

import pytest

from web.meanings import with_meanings


@pytest.mark.parametrize("says", ["Times put to it: 3", "people are put to it 3 times"])
def test_a_word_nobody_knows_is_explained_below(says: str) -> None:
    assert with_meanings(says) == (
        f"{says}\n\n"
        "Put to it: somebody comes although something speaks against it for them, or\n"
        "although something about it is not known yet."
    )


def test_where_it_is_not_said_nothing_is_explained() -> None:
    assert with_meanings("It costs £5.") == "It costs £5."
