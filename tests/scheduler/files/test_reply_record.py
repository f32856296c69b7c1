"""Answers kept beside a programme: in force, open, decided on, and taken out again."""

from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread

import pytest

from scheduler.calendars.replies.answer import Answer, Says
from scheduler.errors import ProgrammeError
from scheduler.files.reply_record import (
    Doubted,
    ReplyRecord,
    Round,
    add_round,
    answered,
    read_replies,
    replies_at,
    settled,
    take_over,
    undo_round,
)


def said(says: Says, day: int = 1) -> Answer:
    """Return what Ishbel answered on a day of December."""
    return Answer(
        person="ishbel",
        project="group",
        number=1,
        says=says,
        sequence=0,
        stamped=datetime(2026, 12, day, tzinfo=UTC),
        comment="for you alone",
    )


def in_force(record: ReplyRecord) -> list[str]:
    """Return what people say they do."""
    return [each.says for each in record.in_force().values()]


def test_answers_stand_in_a_folder_or_beside_a_document(tmp_path: Path) -> None:
    assert replies_at(tmp_path) == tmp_path / "replies.json"
    assert replies_at(tmp_path / "ours.json") == tmp_path / "ours.replies.json"


def test_the_answer_written_last_is_in_force_and_undone_gives_the_one_before(
    tmp_path: Path,
) -> None:
    # given
    place = tmp_path / "replies.json"
    add_round(place, lambda _: Round(answers=(said("coming", 1),)))
    later = add_round(place, lambda _: Round(answers=(said("not coming", 2),)))

    # when
    before = undo_round(place)

    # then
    assert (in_force(later), in_force(before)) == (["not coming"], ["coming"])
    assert read_replies(place) == before


def test_undoing_everything_leaves_nothing_and_once_more_is_refused(tmp_path: Path) -> None:
    # given
    place = tmp_path / "replies.json"
    add_round(place, lambda _: Round(answers=(said("coming"),)))

    # then
    assert in_force(undo_round(place)) == []
    with pytest.raises(LookupError):
        undo_round(place)


def test_what_was_taken_out_again_is_not_taken_over_again(tmp_path: Path) -> None:
    """The wrong mailbox was taken out, and `replan --out` brought it back from the plan before."""
    # given
    first, second, third = (tmp_path / f"{name}.json" for name in ("first", "second", "third"))
    add_round(first, lambda _: Round(file="wrong.mbox", answers=(said("not coming"),)))
    assert take_over(second, first) == 1

    # when
    undo_round(second)

    # then: nor by way of a plan that follows both
    assert (take_over(second, first), read_replies(second).rounds) == (0, ())
    assert (take_over(third, first, second), read_replies(third).rounds) == (0, ())
    assert (take_over(third, first), read_replies(second).lacks(read_replies(first))) == (0, False)


def test_what_is_given_in_once_more_counts_again(tmp_path: Path) -> None:
    # given
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    again = Round(file="right.mbox", answers=(said("coming"),))
    add_round(first, lambda _: again)
    undo_round(first)

    # when
    add_round(first, lambda _: again)

    # then
    assert (take_over(second, first), in_force(read_replies(second))) == (1, ["coming"])


def test_what_is_kept_is_for_its_owner_alone(tmp_path: Path) -> None:
    place = tmp_path / "replies.json"

    add_round(place, lambda _: Round(answers=(said("coming"),)))

    assert place.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["replies.json"]


@pytest.mark.parametrize(("is_theirs", "says"), [(True, ["not coming"]), (False, [])])
def test_a_doubtful_answer_counts_once_it_is_known_to_be_theirs(
    tmp_path: Path, is_theirs: bool, says: list[str]
) -> None:
    # given
    place, doubted = tmp_path / "replies.json", said("not coming")
    record = add_round(place, lambda _: Round(doubted=(Doubted(answer=doubted, why="unsure"),)))
    assert (in_force(record), len(record.doubted())) == ([], 1)

    # when
    after = add_round(place, lambda kept: settled(kept, doubted.key, is_theirs=is_theirs))

    # then
    assert (in_force(after), after.doubted()) == (says, ())
    assert len(undo_round(place).doubted()) == 1
    with pytest.raises(LookupError):
        settled(after, doubted.key, is_theirs=True)


@pytest.mark.parametrize("stays", [True, False])
def test_a_proposed_time_is_open_until_decided_and_never_changes_who_comes(
    tmp_path: Path, stays: bool
) -> None:
    # given
    place, proposed = tmp_path / "replies.json", said("another time", 2)
    record = add_round(place, lambda _: Round(answers=(said("coming"), proposed)))
    assert (record.proposals(), in_force(record)) == ((proposed,), ["coming"])

    # when
    after = add_round(place, lambda kept: answered(kept, proposed.key, stays=stays))

    # then
    assert (after.proposals(), in_force(after)) == ((), ["coming"])
    assert after.staying() == ((proposed,) if stays else ())
    with pytest.raises(LookupError):
        answered(after, proposed.key, stays=stays)


def test_a_record_that_cannot_be_read_is_said_so(tmp_path: Path) -> None:
    place = tmp_path / "replies.json"
    place.write_text('{"rounds": 7}')

    with pytest.raises(ProgrammeError, match="cannot be read; move it away"):
        read_replies(place)


def test_of_two_rounds_taken_in_at_once_both_are_kept(tmp_path: Path) -> None:
    # given: the second begins while the first is being made
    place, begun = tmp_path / "replies.json", Event()
    other = Thread(target=add_round, args=(place, lambda _: Round(answers=(said("perhaps", 2),))))

    def slowly(_: ReplyRecord) -> Round:
        other.start()
        begun.wait(0.2)
        return Round(answers=(said("coming", 1),))

    # when
    add_round(place, slowly)
    other.join()

    # then
    assert in_force(read_replies(place)) == ["perhaps"]
    assert len(read_replies(place).rounds) == 2
