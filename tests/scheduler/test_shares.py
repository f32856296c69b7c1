"""Which groups can have at once what is best for each of them."""

from constraints import registry
from scheduler.at_first import Work
from scheduler.jointly import Ended, planned_jointly
from scheduler.planner import Planner
from scheduler.programme import Programme
from scheduler.progress import told_nothing
from scheduler.search import Effort
from scheduler.shares import Shares, best_of, rows_placed
from tests.scheduler.summer import level, planned, two_apart
from tests.scheduler.test_planner import only_one


def ended(programme: Programme, effort: Effort | None = None) -> Ended:
    """Return what planning a programme comes to."""
    planner = Planner(programme, registry(), effort or Effort(), told_nothing)
    rules = {project.code: planner.rules(project) for project in programme.projects}
    return planned_jointly(programme, rules, Work(planner.effort, told_nothing, 1))


def shares(programme: Programme) -> Shares:
    """Return the projects of a programme with all their best series."""
    board = ended(programme).board
    found = (best_of(board, number, ()) for number in range(len(programme.projects)))
    return Shares(board, tuple(one for one in found if one is not None))


def one_day(programme: Programme) -> Programme:
    """Return a programme of one day."""
    return programme.model_copy(update={"last_day": programme.first_day})


def test_groups_that_share_nothing_all_have_their_best() -> None:
    found = shares(two_apart()).given()

    assert set(found.rows) == {0, 1}
    put = level(planned(two_apart()), "Times put to it (people with lived experience)")
    assert found.least_put == sum(put)


def test_one_hall_on_one_day_gives_one_group_its_best() -> None:
    found = shares(one_day(only_one("hall"))).given()

    assert (len(found.rows), found.least_put) == (1, None)


def test_one_facilitator_on_one_day_gives_one_group_its_best() -> None:
    assert len(shares(one_day(only_one("facilitator"))).given().rows) == 1


def test_what_is_given_can_be_planned() -> None:
    asked = shares(two_apart())
    for number, rows in asked.given().rows.items():
        placed = rows_placed(asked.board, number, rows)

        assert [row for _, row, _ in placed.sessions] == list(rows)


def test_what_others_took_is_not_given() -> None:
    board = ended(one_day(only_one("hall"))).board
    first = board.placed(0, ())
    second = best_of(board, 1, first.uses)

    assert second is not None
    assert Shares(board, (second,)).given().rows == {}


def test_a_project_too_large_to_weigh_is_left_out() -> None:
    board = ended(two_apart(), Effort(0, 0)).board

    assert best_of(board, 0, ()) is None
