"""How many come: it is never said of somebody not yet sure that they do."""

import pytest

from scheduler.plan import Absent, Coming
from tests.web.plans import BY_CAR, FIRST
from web.shown.attendance import attendance


@pytest.mark.parametrize(
    ("sure", "unsure", "absent", "says"),
    [
        (16, 0, 0, "All 16 come"),
        (14, 0, 2, "14 of 16 come"),
        (15, 1, 0, "15 of 16 surely come; 1 is not yet sure"),
        (12, 2, 2, "12 of 16 surely come; 2 are not yet sure"),
        (0, 2, 0, "0 of 2 surely come; 2 are not yet sure"),
    ],
)
def test_who_is_not_yet_sure_is_not_counted_as_coming(
    sure: int, unsure: int, *, absent: int, says: str
) -> None:
    coming = [Coming(person=f"p{n}", way=BY_CAR, sure=n < sure) for n in range(sure + unsure)]
    away = tuple(Absent(person=f"a{n}") for n in range(absent))

    assert attendance(FIRST.model_copy(update={"coming": tuple(coming), "absent": away})) == says


def test_of_a_session_promised_against_a_rule_nobody_is_said_to_come() -> None:
    """A hall with steps was booked, and everybody was said to come, a wheelchair user too."""
    coming = tuple(Coming(person=f"p{n}", way=BY_CAR) for n in range(6))
    booked = FIRST.model_copy(
        update={"coming": coming, "absent": (), "breaks": ("Hall has no step-free way in.",)}
    )

    assert attendance(booked) == "6 of 6 are expected, if what this breaks can be put right"
