"""Sessions are written down only where every rule, asked again, lets them stand."""

from dataclasses import replace

import pytest

from scheduler.finish import Finish, UnheldError
from tests.scheduler.summer import two_apart, with_venue
from tests.scheduler.test_shares import ended


def test_sessions_are_found_again_where_they_were_put() -> None:
    found = ended(two_apart())

    solved = Finish(found.board, found.obstacles, lambda one: one).solved(found.plan)

    chosen = [pick.tally() for one in solved for pick in one.picks]
    assert chosen == [tally for placed in found.plan for tally in placed.tallies]


def test_a_session_that_a_rule_now_forbids_is_never_written_down() -> None:
    found = ended(two_apart())
    shut = found.board.programme
    for venue in shut.venues:
        shut = with_venue(venue.code, shut, opening="Su 09:00-10:00")
    finish = Finish(replace(found.board, programme=shut), found.obstacles, lambda one: one)

    with pytest.raises(UnheldError, match="is not open"):
        finish.solved(found.plan)
