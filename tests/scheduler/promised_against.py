"""A session booked against several rules: on a bank holiday, in a hall some cannot or must not use.

Una and Mairi need a step-free way in, and only Mairi shares her reasons; Flora must not be asked
to go there.
"""

from functools import lru_cache

from scheduler.plan import Plan
from scheduler.programme import Programme
from scheduler.samples import on
from tests.scheduler.summer import SUMMER, planned, with_person, with_session

HOLIDAY = {"state": "booked", "day": on("Monday 31 May 2027"), "start": "11:00", "venue": "loft"}

BROKEN = (
    "2 private needs rule this out.",
    "Mairi cannot come: Upstairs Hall has no step-free way in.",
    "Monday 31 May 2027 is a bank holiday: Spring Bank Holiday.",
)
"""What the second session breaks."""


@lru_cache(maxsize=1)
def against() -> Programme:
    """Return the programme of three sessions, the second of them booked."""
    programme = with_session(2, SUMMER, **HOLIDAY)
    programme = with_person("una", programme, needs=("step-free",), share_reasons=False)
    programme = with_person("flora", programme, no_go=("Upstairs Hall",))
    return with_person("mairi", programme, needs=("step-free",), share_reasons=True)


def plan_against() -> Plan:
    """Return its plan."""
    return planned(against())
