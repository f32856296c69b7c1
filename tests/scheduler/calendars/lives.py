"""The life of an invented session, plan by plan, for whatever follows it."""

from datetime import timedelta

from scheduler.plan import Chosen, Coming, Plan
from scheduler.samples import HALL
from tests.scheduler.calendars.plans import BY_BUS, PROGRAMME, ROOM, a_meeting, a_plan, a_start

BARN = HALL.model_copy(update={"code": "barn", "name": "Glen Barn"})
TWO_ROOMS = PROGRAMME.model_copy(update={"venues": (ROOM, BARN)})
LATER = a_start(1) + timedelta(days=7)


def a_life() -> list[tuple[str, Plan]]:
    """Return a session's plans, one after another."""
    invited: Chosen = a_meeting(1)
    moved = invited.model_copy(update={"start": LATER, "end": LATER + timedelta(minutes=150)})
    elsewhere = moved.model_copy(update={"venue": "barn"})
    calum = Coming(person="P-02", way=BY_BUS)
    swapped = elsewhere.model_copy(update={"coming": (elsewhere.coming[0], calum), "absent": ()})
    return [
        ("invited", a_plan(invited)),
        ("moved", a_plan(moved)),
        ("elsewhere", a_plan(elsewhere)),
        ("somebody swapped", a_plan(swapped)),
        ("called off", a_plan(a_meeting(2))),
    ]
