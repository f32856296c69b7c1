"""Every series of a group that is as good as can be by itself, and what others leave of them."""

from constraints import registry
from scheduler.at_first import Work
from scheduler.board import Board
from scheduler.jointly import Ended, Joint, planned_jointly
from scheduler.lots import opened_in_lots
from scheduler.planner import Planner
from scheduler.programme import Programme
from scheduler.progress import told_nothing
from scheduler.search import Effort
from scheduler.shares import Best, best_of, rows_placed, still_to_be_had
from tests.scheduler.summer import two_apart
from tests.scheduler.test_planner import only_one


def ended(programme: Programme) -> Ended:
    """Return what planning a programme comes to."""
    planner = Planner(programme, registry(), Effort(), told_nothing)
    rules = {project.code: planner.rules(project) for project in programme.projects}
    return planned_jointly(programme, rules, Work(planner.effort, told_nothing, 1))


def board_of(programme: Programme, effort: Effort | None = None) -> Board:
    """Return the projects of a programme side by side."""
    planner = Planner(programme, registry(), effort or Effort(), told_nothing)
    rules = {project.code: planner.rules(project) for project in programme.projects}
    _, board = opened_in_lots(programme, rules, Work(planner.effort, told_nothing, 1))
    return board


def every_best(board: Board) -> tuple[Best, ...]:
    """Return the best series of every project."""
    found = (best_of(board, number, ()) for number in range(len(board.desks)))
    return tuple(one for one in found if one is not None)


def one_day(programme: Programme) -> Programme:
    """Return a programme of one day."""
    return programme.model_copy(update={"last_day": programme.first_day})


def test_the_series_chosen_for_a_group_alone_is_among_its_best() -> None:
    board = board_of(two_apart())
    (first, _), (alone, _) = (
        every_best(board),
        Joint(board, Work(Effort(), told_nothing, 1)).alone(),
    )

    for (_, row, _), rows in zip(alone.sessions, first.rows, strict=True):
        assert row in rows.tolist()


def test_what_others_took_is_not_among_them() -> None:
    board = board_of(one_day(only_one("hall")))
    (_, second), taken = every_best(board), board.placed(0, ()).uses

    left = still_to_be_had(board, second, taken)

    assert [len(rows) for rows in left.rows] == [0]


def test_a_group_stands_where_its_candidates_say() -> None:
    board = board_of(two_apart())
    placed = board.placed(0, ())
    rows = [row for _, row, _ in placed.sessions]

    assert rows_placed(board, 0, rows).sessions[0][1] == rows[0]


def test_a_project_too_large_to_weigh_is_left_out() -> None:
    board = board_of(two_apart(), Effort(0, 0))

    assert best_of(board, 0, ()) is None
