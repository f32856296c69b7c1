"""Whole programmes in which money decides, for `tests/test_whole_programmes.py`."""

from scheduler.samples import HALL, on
from tests.whole_programmes import ALL, ELSEWHERE, FAR, Case, base

DEAR, CHEAP = (
    room.model_copy(update={"hire_pence": pence}) for room, pence in ((HALL, 9000), (FAR, 4000))
)

MONEY_CASES = (
    Case(
        "paid_ahead",
        base(planned_on=on("Friday 4 June 2027")),
        "Money for the way to it on Monday 7 June 2027 can no longer be sent 7 days ahead: "
        "have cash ready.",
        (("Fri 11 Jun 11:00", "hall", ALL),),
    ),
    Case(
        "session_budget",
        base(venues=(DEAR, CHEAP)),
        "Glen Hall and the workers cost £90.00, and there is £60.00 for a session.",
        ELSEWHERE,
        settings={"most_pence": 6000},
    ),
)
"""One for each rule about money that has no other."""
