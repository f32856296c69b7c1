"""How sure a plan is of itself: a level is proven only where no plan can be better."""

from scheduler.levels import Known, levels_of
from scheduler.order import Value
from scheduler.programme import Programme
from tests.scheduler.summer import two_apart, two_groups

NAMES = ("required", "optional", "missed", "put to it", "days")
APART, SHARED = two_apart(), two_groups()
EVERY = Known(5)


def values(*given: int) -> list[tuple[str, Value]]:
    """Return levels with one number each."""
    return [(name, (number,)) for name, number in zip(NAMES, given, strict=True)]


def told(
    reached: list[tuple[str, Value]],
    alone: list[tuple[str, Value]],
    *,
    known: Known = EVERY,
    programme: Programme = APART,
) -> list[tuple[Value, bool]]:
    """Return the bound of each level and whether it is proven."""
    levels = levels_of(programme, reached, alone, known=known)
    return [(level.bound, level.proven) for level in levels]


def test_what_each_project_reaches_alone_is_proven() -> None:
    reached = values(0, 1, 2, 3, 4)

    assert told(reached, reached) == [((number,), True) for number in range(5)]


def test_where_projects_alone_reach_more_the_gap_is_told_and_nothing_after_it() -> None:
    levels = told(values(0, 1, 2, 3, 4), values(0, 1, 1, 3, 4))

    assert levels == [((0,), True), ((1,), True), ((1,), False), ((), False), ((), False)]


def test_what_a_search_did_not_settle_is_not_proven_unless_it_is_nought() -> None:
    reached = values(0, 1, 0, 3, 4)

    levels = told(reached, reached, known=Known(2))

    assert levels == [((0,), True), ((1,), True), ((0,), True), ((), False), ((), False)]


def test_what_is_known_of_the_first_level_not_settled_is_told() -> None:
    reached = values(0, 1, 2, 3, 4)

    levels = told(reached, reached, known=Known(2, (1,)))

    assert levels == [((0,), True), ((1,), True), ((1,), False), ((), False), ((), False)]


def test_with_people_in_two_projects_only_the_count_of_sessions_is_comparable() -> None:
    reached = values(1, 0, 0, 3, 4)

    levels = told(reached, reached, programme=SHARED)

    assert levels == [((1,), True), ((0,), True), ((0,), True), ((), False), ((), False)]
