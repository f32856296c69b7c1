"""Where not all groups can have their best, it is the one that loses least that gives way."""

from collections.abc import Mapping, Sequence

import pytest

from scheduler import giving_way as giving_way_module
from scheduler.at_first import Work
from scheduler.board import Board
from scheduler.giving_way import GivingWay
from scheduler.haggle import Bid
from scheduler.jointly import Joint
from scheduler.pooled import most_of
from scheduler.programme import Programme
from scheduler.progress import told_nothing
from scheduler.samples import on
from scheduler.search import Effort
from scheduler.shared import clashes
from scheduler.shared_out import SharingOut
from scheduler.words import Days
from tests.scheduler.summer import two_apart, with_person
from tests.scheduler.test_planner import only_one
from tests.scheduler.test_shares import board_of, every_best

LENIENT = {"quorum": {"least": 1}, "balance": {"least_lived": 0}}
TUESDAY = on("Tuesday 8 June 2027")


def two_days(*away: str, programme: Programme) -> Programme:
    """Return Monday and Tuesday only, with some people away on the Tuesday."""
    gone = (Days(first=TUESDAY, last=TUESDAY),)
    for person in programme.people:
        if person.code in away:
            times = person.times.model_copy(update={"away": gone})
            programme = with_person(person.code, programme, times=times)
    settings = {**programme.constraints, **LENIENT}
    return programme.model_copy(update={"last_day": TUESDAY, "constraints": settings})


def giving_way(board: Board) -> GivingWay:
    """Return all projects with their best series, of which not all can be had."""
    out = SharingOut.of(board, every_best(board), most=None)
    assert out is not None
    return GivingWay(board, Joint(board, Work(Effort(), told_nothing, 1)).alone(), out)


@pytest.mark.parametrize(
    ("away", "keeps"), [(("ishbel", "una", "flora"), 0), (("ishbel", "flora", "mairi"), 1)]
)
def test_the_group_of_which_more_would_miss_the_session_keeps_its_day(
    away: tuple[str, ...], keeps: int
) -> None:
    board = board_of(two_days(*away, programme=only_one("hall")))

    given = giving_way(board).given()

    assert list(given.rows) == [keeps]
    (other,) = given.others.values()
    assert [pick.grid.starts[pick.start].date() for pick in board.picks(other)] == [TUESDAY]
    assert not clashes(given.uses)


def test_it_is_not_chosen_again_where_that_was_tried_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    board = board_of(two_days("ishbel", "una", "flora", programme=only_one("hall")))
    expected, way = giving_way(board).given(), giving_way(board)
    tried: list[int] = []

    def counted(
        met: Sequence[tuple[int, Bid]], now: Mapping[int, Bid], worth: Mapping[int, int]
    ) -> Mapping[int, Bid]:
        tried.append(len(now))
        return most_of(met, now, worth)

    monkeypatch.setattr(giving_way_module, "most_of", counted)
    monkeypatch.setattr(giving_way_module, "ROUNDS", 1_000)

    assert way.given().rows == expected.rows
    assert 1 <= len(tried) <= 3


def test_nobody_gives_way_where_all_can_have_their_best() -> None:
    board = board_of(two_days("ishbel", "flora", programme=two_apart()))

    given = giving_way(board).given()

    assert (set(given.rows), dict(given.others)) == ({0, 1}, {})


def test_a_session_without_a_date_counts_more_than_all_that_is_missed() -> None:
    board = board_of(two_days("ishbel", "flora", programme=only_one("hall")))
    way = giving_way(board)
    held = way.alone[0]

    nobody_came = held._replace(sessions=tuple((n, r, c & False) for n, r, c in held.sessions))

    assert 0 < way.lost(nobody_came) < way.lost(held._replace(sessions=()))
