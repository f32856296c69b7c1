"""A hall is lost after a plan was made: how long planning again takes, beside planning anew."""

from collections.abc import Iterator
from time import perf_counter, process_time
from typing import Final

from benchmarks.asked import Asked, Line
from benchmarks.generator import a_programme
from benchmarks.machine import machine
from benchmarks.spread import spreads
from constraints import registry
from scheduler.changed import as_held, changed
from scheduler.plan_changes import PlanChange, VenueLost
from scheduler.planner import make_plan
from scheduler.programme import Programme
from scheduler.replan import replan

BAR_SECONDS: Final = 0.3
"""What planning one project again may take."""


def lines(asked: Asked) -> Iterator[Line]:
    """Give the machine, a line for each programme, and what they come to.

    The hall of the second session is lost for good. The bound is the same changed programme planned
    as if there had been no plan before: that asks as much of the rules, and minds nobody's diary.
    """
    yield {"machine": machine()}
    done: list[dict[str, float]] = []
    _measured(a_programme(0))  # What Python and the tables take the first time is not counted.
    for seed in asked.seeds:
        found = _measured(a_programme(seed))
        if found is None:
            yield {"programme": f"seed {seed}", "skipped": "it has no plan with a second session"}
            continue
        done.append(found)
        yield {"programme": f"seed {seed}", **found}
    within = sum(each["seconds"] <= BAR_SECONDS for each in done)
    yield {"sum": {"measured": len(done), "within_the_bar": within, **spreads(done)}}


def _measured(programme: Programme) -> dict[str, float] | None:
    rules = registry()
    plan = make_plan(programme, rules)
    second = next((each for each in plan.sessions if each.number == 2), None)  # noqa: PLR2004
    if second is None:
        return None
    change = PlanChange(venues_lost=(VenueLost(venue=second.venue),))
    after = as_held(changed(programme, change, rules, file="lost hall"), plan)
    begun, worked = perf_counter(), process_time()
    again = replan(after, plan, rules, before=programme)
    seconds, processor = perf_counter() - begun, process_time() - worked
    begun = perf_counter()
    make_plan(after, rules)
    anew = perf_counter() - begun
    return {
        "seconds": round(seconds, 3),
        "processor": round(processor, 3),
        "anew": round(anew, 3),
        "ratio": round(seconds / anew, 2),
        "moved": sum(each.kind != "kept" for each in again.sessions),
    }
