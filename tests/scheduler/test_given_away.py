"""No group is shown from which, by adding and subtracting, anybody could be picked out."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from scheduler.given_away import FEWEST, MOST_REGIONS, gives_nobody_away, safe_to_show

WORDS = ("deaf", "rural", "young", "gaelic")


def people(many: int, of: str = "") -> frozenset[str]:
    """Return the codes of some people."""
    return frozenset(f"{of}{number}" for number in range(many))


@st.composite
def memberships(draw: st.DrawFn) -> tuple[dict[str, frozenset[str]], list[frozenset[str]]]:
    """Return people with a role each, and who describes themselves by which words.

    Words go by runs of people, so that some groups are large enough to be shown.
    """
    every = [f"p{number}" for number in range(draw(st.integers(0, 40)))]
    roles = [draw(st.integers(0, 2)) for _ in every] if draw(st.booleans()) else [0] * len(every)
    parts = [frozenset(p for p, r in zip(every, roles, strict=True) if r == n) for n in range(3)]
    groups = {}
    for word in WORDS[: draw(st.integers(0, 4))]:
        first, last = sorted(draw(st.tuples(st.integers(0, 40), st.integers(0, 40))))
        groups[word] = frozenset(every[first:last]) - draw(st.sampled_from([frozenset(), {"p7"}]))
    return groups, [part for part in parts if part]


@given(memberships())
def test_no_sum_or_difference_of_what_is_shown_is_about_fewer_than_five(
    drawn: tuple[dict[str, frozenset[str]], list[frozenset[str]]],
) -> None:
    """Every way to add and subtract shown groups, and then whatever parts leave least."""
    groups, parts = drawn

    shown = [groups[word] for word in safe_to_show(groups, parts)]

    every = sorted(frozenset().union(*parts))
    cells = np.array([[code in cell for code in every] for cell in (*shown, *parts)], dtype=int)
    for weights in product(range(-1, 2), repeat=len(shown)):
        told = np.array(weights) @ cells[: len(shown)] if shown else np.zeros(0)
        if len(set(told.tolist())) < 2:
            continue  # it says no more than the parts do
        # In each part whoever subtracts best leaves all but the people with the commonest sum.
        left = 0
        for part in cells[len(shown) :]:
            own = told[part == 1]
            left += len(own) - max(np.bincount(own - own.min()))
        assert left >= FEWEST


@given(memberships())
def test_no_two_numbers_shown_differ_by_fewer_than_five_people(
    drawn: tuple[dict[str, frozenset[str]], list[frozenset[str]]],
) -> None:
    groups, parts = drawn
    every = frozenset().union(*parts)

    shown = [groups[word] for word in safe_to_show(groups, parts)]

    told = [*shown, *(every - group for group in shown)]
    others = [*told, *parts, *(every - part for part in parts), every]
    differences = {len(one ^ other) for one in told for other in others}
    assert {size for size in (*map(len, told), *differences) if 0 < size < FEWEST} == set()


def test_five_of_ten_are_shown_and_four_are_not() -> None:
    everybody = people(10)

    assert safe_to_show({"deaf": people(5)}, [everybody]) == ("deaf",)
    assert safe_to_show({"deaf": people(4)}, [everybody]) == ()


def test_a_group_that_leaves_four_is_not_shown() -> None:
    assert safe_to_show({"deaf": people(6)}, [people(10)]) == ()


def test_everybody_is_no_group() -> None:
    assert safe_to_show({"rural": people(10)}, [people(10)]) == ()


def test_a_group_that_differs_from_a_role_by_few_is_not_shown() -> None:
    """All with lived experience but one: the role's numbers less the group's are that one's."""
    lived, others = people(10, "l"), people(10, "p")

    assert safe_to_show({"rural": lived - {"l0"}}, [lived, others]) == ()


def test_of_two_groups_that_differ_by_few_the_larger_is_shown() -> None:
    groups = {"young": people(8), "rural": people(9)}

    assert safe_to_show(groups, [people(20)]) == ("rural",)


def test_two_groups_that_hide_each_other_may_both_be_shown() -> None:
    groups = {"young": people(5), "rural": people(10)}

    assert safe_to_show(groups, [people(20)]) == ("rural", "young")


def test_more_regions_than_can_be_checked_are_not_shown() -> None:
    everybody = people(5 * (MOST_REGIONS + 1))
    runs = [frozenset(sorted(everybody)[:last]) for last in range(5, len(everybody), 5)]

    assert gives_nobody_away(runs[:-1], [everybody])
    assert not gives_nobody_away(runs, [everybody])
