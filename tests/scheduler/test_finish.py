"""Sessions are written down only where every rule, asked again, lets them stand."""

from dataclasses import replace

import pytest

from scheduler.finish import Finish, UnheldError, finished
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


def test_of_what_would_be_best_alone_only_what_was_chosen_is_kept() -> None:
    found = ended(two_apart())
    whole = Finish(found.board, found.obstacles, lambda one: one).as_if_alone(found.alone)

    _, alone = finished(found, lambda one: one)

    for own, few in zip(whole, alone, strict=True):
        assert [pick.tally() for pick in few.picks] == [pick.tally() for pick in own.picks]
        assert few.desk.candidates == own.desk.candidates
        chosen = {pick.row for pick in own.picks}
        for before, after in zip(own.desk.columns, few.desk.columns, strict=True):
            assert after.places == before.places
            assert len(after) <= len(chosen) < len(before)
