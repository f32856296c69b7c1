"""Whole programmes in which money decides, for `tests/test_whole_programmes.py`."""

from scheduler.facts import YES
from scheduler.people import Travel
from scheduler.samples import HALL, on
from scheduler.workers import WHEELCHAIR_TAXI, Worker
from tests.whole_programmes import (
    ALL,
    ELSEWHERE,
    FAR,
    NEXT_DAY,
    UNA,
    Case,
    base,
    with_person,
)

DEAR, CHEAP = (
    room.model_copy(update={"hire_pence": pence}) for room, pence in ((HALL, 9000), (FAR, 4000))
)

FREE = FAR.model_copy(update={"hire_pence": 0})
TAXI = Worker(
    code="glen-taxi", name="Glen Taxis", roles=(WHEELCHAIR_TAXI,), hours=("Tue-Sun 09:00-17:00",)
)
NOT_HAD = "What people need by them {} then; still needed: wheelchair taxi."

MONEY_CASES = (
    Case(
        "assistance",
        with_person(
            UNA,
            base(workers=(TAXI,)),
            assistance=(WHEELCHAIR_TAXI,),
            travel=Travel(taxi=YES),
        ),
        NOT_HAD.format("cannot be had"),
        NEXT_DAY,
        also=NOT_HAD.format("is not booked"),
        without=base(workers=(TAXI,)),
    ),
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
    Case(
        "project_budget",
        base(venues=(DEAR, FREE)),
        "All of it would cost £90.00 together, and there is £70.00 for it.",
        ELSEWHERE,
        settings={"most_pence": 7000},
    ),
)
"""One for each rule about money that has no other."""
