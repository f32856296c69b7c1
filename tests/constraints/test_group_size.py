"""Six to twenty people, and what to do about fewer or more."""

import pytest

from constraints.group_size import GroupSize
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.samples import ISHBEL


@pytest.mark.parametrize("size", [6, 7, 19, 20])
def test_six_to_twenty_is_a_good_size(size: int) -> None:
    assert GroupSize().check(group=(ISHBEL,) * size) is None


@pytest.mark.parametrize(("size", "halves"), [(21, "11 and 10"), (30, "15 and 15")])
def test_more_than_twenty_is_avoided_and_shared_out_in_two(size: int, halves: str) -> None:
    says = f"A group of {size} is more than 20: two groups of {halves} would hear everybody."

    assert GroupSize().check(group=(ISHBEL,) * size) == Objection(Degree.AVOID, says, "")


@pytest.mark.parametrize("size", [0, 1, 5])
def test_fewer_than_six_is_avoided_and_no_more(size: int) -> None:
    says = f"A group of {size} is small, fewer than 6: ask others in, or join another group."

    assert GroupSize().check(group=(ISHBEL,) * size) == Objection(Degree.AVOID, says, "")
