"""What is said of two sessions in a row: of which phases, and of which that share a day."""

from functools import partial

import numpy as np
import pytest
from numpy.typing import NDArray

from scheduler.programme import Project
from scheduler.samples import AFTERWARDS, PROGRAMME, PROJECT, WISH
from scheduler.ties import Follows, Reading, SharedDay, Ties, into_a_phase, within_a_phase

ON = 5
BEFORE = {"day": ON, "phase": 2, "same_day": 0}
TWO = PROJECT.model_copy(update={"sessions": (WISH, AFTERWARDS)})


def read(told: dict[str, int], by: Reading) -> NDArray[np.int64]:
    return np.array([told[by]], dtype=np.int64)


def a_week_later(before: NDArray[np.int64], after: NDArray[np.int64]) -> NDArray[np.bool_]:
    later: NDArray[np.bool_] = np.equal(after - before, 7)
    return later


@pytest.mark.parametrize(
    ("tie", "readings", "allows"),
    [
        (Follows("x", "day", a_week_later), ("day", "same_day"), [False, False, True]),
        (
            Follows("x", "day", a_week_later, within_a_phase),
            ("day", "same_day", "phase"),
            [False, True, True],
        ),
        (
            Follows("x", "day", a_week_later, into_a_phase),
            ("day", "same_day", "phase"),
            [True, False, True],
        ),
    ],
    ids=["all", "within a phase", "into a phase"],
)
def test_a_tie_speaks_of_its_phases_and_never_of_a_shared_day(
    tie: Follows, readings: tuple[str, ...], allows: list[bool]
) -> None:
    """Two days later: in the same phase, in another, and as a session that shares a day."""
    told = {"day": ON + 2, "phase": 2, "same_day": 0}
    afters = (told, {**told, "phase": 3}, {**told, "same_day": 1})

    found = [bool(tie.allows(partial(read, BEFORE), partial(read, after))) for after in afters]

    assert tie.readings == readings
    assert found == allows


def test_a_tie_of_a_shared_day_speaks_of_nothing_else() -> None:
    tie = SharedDay("x", ("day",), lambda before, after: before("day") == after("day"))
    told = {"day": ON + 2, "same_day": 1}

    found = [
        bool(tie.allows(partial(read, BEFORE), partial(read, after)))
        for after in (told, {**told, "day": ON}, {**told, "same_day": 0})
    ]

    assert tie.readings == ("same_day", "day")
    assert found == [False, True, True]


@pytest.mark.parametrize(("project", "many"), [(PROJECT, 1), (TWO, 2)])
def test_only_projects_that_share_days_are_told_of_such_ties(project: Project, many: int) -> None:
    ties = Ties()
    ties.follows("x", "day", a_week_later)
    ties.share_a_day(lambda _: SharedDay("x", (), lambda before, _: before("day") > 0))

    assert len(ties.in_a_row(PROGRAMME, project)) == many
