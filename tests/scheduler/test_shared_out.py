"""Groups are given their best as far as they can all have it, and are put to it little."""

from collections.abc import Sequence

import pytest

from constraints import registry
from scheduler.at_first import Work
from scheduler.board import Board, Placed
from scheduler.jointly import Joint
from scheduler.order import Value
from scheduler.planner import make_plan
from scheduler.programme import Programme
from scheduler.progress import told_nothing
from scheduler.search import Effort
from scheduler.shared import clashes
from scheduler.shared_out import Given, SharingOut
from scheduler.shares import rows_placed
from scheduler.workers import WorkerNeed
from tests.scheduler.summer import CATRIONA, DOUGAL, two_apart
from tests.scheduler.test_jointly import groups_apart, joint_best
from tests.scheduler.test_planner import only_one
from tests.scheduler.test_shares import board_of, every_best, one_day

PUT = 3
"""Which level is about how often people with lived experience are put to it."""


def out_of(board: Board, most: int | None = 20) -> SharingOut:
    """Return all projects with their best series."""
    out = SharingOut.of(board, every_best(board), most=most)
    assert out is not None
    return out


def placed(board: Board, given: Given) -> tuple[Placed, ...]:
    """Return the projects where they are given."""
    return tuple(rows_placed(board, number, rows) for number, rows in given.rows.items())


def test_groups_that_share_nothing_all_have_their_best() -> None:
    board = board_of(two_apart())

    *_, last = out_of(board).improved()

    alone = board.values([board.placed(number, ()) for number in range(2)])
    assert board.values(placed(board, last))[: PUT + 1] == alone[: PUT + 1]
    assert last.best_put == alone[PUT][1]


@pytest.mark.parametrize("what", ["hall", "facilitator"])
def test_one_of_what_both_need_on_one_day_gives_one_group_its_best(what: str) -> None:
    board = board_of(one_day(only_one(what)))

    assert len(out_of(board, None).given().rows) == 1
    assert list(out_of(board).improved()) == []


def test_what_a_group_is_given_is_its_own_for_as_long_as_its_sessions_take_it() -> None:
    """The rest before was left out, so that somebody else could be booked until just before.

    Of 128 groups some that had been given their best then lost it.
    """
    board = board_of(one_day(only_one("hall")))
    out = out_of(board, None)

    given = out.given()

    taken = {(use.kind, use.begins, use.ends) for one in placed(board, given) for use in one.uses}
    assert {(use.kind, use.begins, use.ends) for use in given.uses} == taken
    assert max(out.market.rests.values()) > 0


@pytest.mark.parametrize("asking", [0, 1])
def test_whoever_is_planned_first_leaves_others_the_workers_they_are_given(asking: int) -> None:
    """One facilitator is a woman, whom one group asks for; the other took her by being first."""
    apart = one_day(two_apart())
    projects = list(apart.projects)
    needs = (WorkerNeed(role="facilitator", gender="woman"),)
    sessions = (projects[asking].sessions[0].model_copy(update={"workers": needs}),)
    projects[asking] = projects[asking].model_copy(update={"sessions": sessions})
    workers = (CATRIONA.model_copy(update={"gender": "woman"}), DOUGAL)
    board = board_of(apart.model_copy(update={"projects": tuple(projects), "workers": workers}))
    joint = Joint(board, Work(Effort(), told_nothing, 1))
    alone = joint.alone()

    plan = joint.with_rows(alone, out_of(board, None).given())

    assert board.values(plan)[:PUT] == board.values(alone)[:PUT]
    assert not clashes([use for one in plan for use in one.uses])


def test_only_what_several_groups_could_want_has_a_price() -> None:
    board = board_of(only_one("facilitator"))

    kinds = [kind for kind, _ in out_of(board).market.things]

    assert kinds.count("worker") == 1


def put_and_bound(programme: Programme) -> tuple[Sequence[Value], Sequence[Value], Value] | None:
    """Return the values of what is given, the best there are, and what is known of the best.

    None where not all groups are given their best.
    """
    board = board_of(programme)
    found = list(out_of(board).improved())
    if not found:
        return None
    given = found[-1]
    assert given.best_put is not None
    reached = [value for _, value in board.values(placed(board, given))]
    best = [
        value for _, value in joint_best(programme, make_plan(programme, registry(), processes=1))
    ]
    return reached, best, given.best_put


@pytest.mark.parametrize("number", range(60, 68))
def test_no_plan_is_better_than_what_is_known_of_the_best(number: int) -> None:
    programme = groups_apart(number)
    told = put_and_bound(programme)

    if told is not None:
        reached, best, bound = told
        assert reached[:PUT] == best[:PUT]
        assert bound <= best[PUT] <= reached[PUT]
