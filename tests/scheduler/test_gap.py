"""How far a plan is from what no plan does better than."""

import pytest

from scheduler.gap import Gap, gap_of, with_best_put

FIRST = ("Sessions missed", (3, 1, 0))


def test_a_plan_that_reaches_every_bound_has_no_gap() -> None:
    assert gap_of([FIRST], [FIRST]) is None


def test_the_gap_is_told_of_the_first_level_that_differs() -> None:
    found = gap_of(
        [FIRST, ("Pence", (900,)), ("Days", (9,))], [FIRST, ("Pence", (600,)), ("Days", (3,))]
    )

    assert found == Gap("Pence", 900, 600)
    assert found.percent == 50


def test_less_in_one_place_does_not_make_good_for_more_in_another() -> None:
    found = gap_of([("Sessions missed", (4, 0, 0))], [("Sessions missed", (3, 3, 0))])

    assert found == Gap("Sessions missed", 7, 6)


def test_more_than_nothing_is_told_in_full() -> None:
    found = gap_of([("Sessions missed", (2,))], [("Sessions missed", (0,))])

    assert found is not None
    assert found.percent == pytest.approx(200)


def test_what_people_are_put_to_is_bound_by_what_all_share() -> None:
    missed, put, bad = ("Missed", (2, 1)), ("Put to it", (2, 0, 0)), ("Bad", (1, 0))
    bound = (("Required", (0,)), ("Optional", (0,)), missed, put, bad)

    assert with_best_put(bound, (2, 1, 0)) == (*bound[:3], ("Put to it", (2, 1, 0)))


@pytest.mark.parametrize("best", [None, (2, 0, 0), (1, 1, 1)])
def test_what_was_known_before_stands_where_no_more_is_known(best: tuple[int, ...] | None) -> None:
    bound = tuple((str(n), (2, 0, 0)) for n in range(5))

    assert with_best_put(bound, best) == bound


def test_nothing_is_told_of_levels_after_those_known() -> None:
    assert gap_of([FIRST, ("Pence", (900,))], [FIRST]) is None
