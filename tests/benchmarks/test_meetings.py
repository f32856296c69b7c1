"""Weeks of meetings: what is counted against a timetable, fast and plain, and what is found."""

import json
from pathlib import Path

import numpy as np
import pytest

from benchmarks.__main__ import main
from benchmarks.meeting_first import NoTimetableError, first_timetable
from benchmarks.meeting_loops import HARD, MEDIUM, Facts, Work, steps, weighed, whole
from benchmarks.meeting_score import HARD as HARD_TERMS
from benchmarks.meeting_score import SOFT, Score, Timetable, score_of
from benchmarks.meeting_search import search
from benchmarks.meeting_week import Week
from tests.conftest import shared_data

FIRST_DAY, OTHER_DAY = [0] * 4, [1] * 4


def a_week(grains: tuple[int, ...] = (2, 2), days: int = 2) -> Week:
    """Return meetings to which Ann has to go; Bob has to go to the first and likes the others."""
    many = len(grains)
    return Week(
        name="invented",
        grains=np.array(grains),
        required=np.array([[True, number == 0] for number in range(many)]),
        preferred=np.array([[False, number > 0] for number in range(many)]),
        day=np.array([*FIRST_DAY, *OTHER_DAY][: 4 * days]),
        capacity=np.array([5, 2, 1]),
    )


def told(week: Week, start: list[int], room: list[int]) -> tuple[dict[str, int], Score]:
    """Return what each term counts, where it counts anything, and what all come to."""
    table = Timetable(np.array(start), np.array(room))
    terms = {term.__name__: term(week, table) for term in (*HARD_TERMS, *SOFT)}
    return {name: count for name, count in terms.items() if count}, score_of(week, table)


def test_one_after_the_other_on_two_days_counts_late_grains_only() -> None:
    counts, score = told(a_week(), [0, 4], [0, 0])

    assert counts == {"late": 1 + 5}
    assert (score, str(score)) == (Score(0, 0, 6), "0/0/-6")


def test_at_once_in_one_room_counts_room_people_and_grains() -> None:
    counts, score = told(a_week(), [0, 1], [0, 0])

    assert counts == {"two_in_a_room": 1, "required_twice": 1, "late": 3, "at_once": 10}
    assert score == Score(2, 1, 13)


def test_one_right_after_the_other_in_another_room_counts_no_break_and_moving() -> None:
    counts, _ = told(a_week(), [0, 2], [0, 1])

    assert counts == {"late": 4, "without_a_break": 100, "smaller_rooms": 3, "moving_rooms": 2}


def test_too_small_a_room_over_night_and_beyond_the_week_are_hard() -> None:
    counts, _ = told(a_week(), [3, 7], [2, 2])

    assert counts == {
        "beyond_the_week": 8,
        "too_small_a_room": 2,
        "over_night": 1,
        "late": 12,
        "smaller_rooms": 2 * (4 + 1),
    }


def test_fast_form_agrees_with_plain_form_on_timetables_drawn_by_chance() -> None:
    draw, week = np.random.default_rng(1), a_week((2, 1, 3, 2, 1))
    for _ in range(50):
        table = np.array([[draw.choice(week.starts(m)) for m in range(5)], draw.integers(0, 2, 5)])

        counts = whole(Facts.of(week), table)

        fast = Score(counts // HARD, counts % HARD // MEDIUM, counts % MEDIUM)
        assert fast == score_of(week, Timetable(*table))


def test_steps_keep_count_of_what_they_do() -> None:
    week = a_week((2, 1, 2, 1, 1))
    facts, table = Facts.of(week), first_timetable(week)
    best, counts = table.copy(), np.full(2, whole(facts, table))

    steps(facts, table, best, counts, Work(500.0, 5_000, np.random.default_rng(3)))

    assert counts.tolist() == [whole(facts, table), whole(facts, best)]
    assert weighed(counts[1]) <= weighed(counts[0])


def test_search_finds_the_best_of_a_small_week() -> None:
    """Ann is in both, so they cannot be held at once; the sooner, with a break, the better."""
    week = a_week((1, 1), days=1)

    found = search(week, seconds=0.3, seed=0)

    assert found.first.hard == 0
    assert found.score == Score(0, 0, 0 + 2)


def test_week_with_no_room_large_enough_is_refused() -> None:
    week = a_week((4, 4), days=1)

    with pytest.raises(NoTimetableError, match="invented: no timetable was found"):
        first_timetable(week)


def test_folder_that_is_not_there_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    ending = main(["meetings", "--data", str(tmp_path / "none")])

    assert ending == 2
    assert capsys.readouterr().err == (
        f"{tmp_path / 'none'} is not there. "
        "--data FOLDER names the folder of published instances.\n"
    )


def test_published_week_of_50_begins_with_nothing_hard_broken(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = "50meetings-160timegrains-5rooms.json"
    (tmp_path / file).symlink_to(shared_data("benchmarks", "meetingscheduling", file))

    week = Week.read(tmp_path / file)
    ending = main(
        ["meetings", "--data", str(tmp_path), "--json", "--seeds", "0:1", "--seconds", "0.5"]
    )

    first, measured, _ = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (ending, len(week), len(week.day), week.capacity.tolist()) == (
        0,
        50,
        160,
        [30, 20, 16, 14, 12],
    )
    assert first["rival"]
    assert measured["scores"][0].startswith("0/-")
