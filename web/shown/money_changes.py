"""What a change does to the money: what a plan cost and costs, its taxis, how far money reaches."""

from collections.abc import Iterator

from scheduler.fares import is_fare_known
from scheduler.money.unpriced import as_known
from scheduler.plan import Plan
from scheduler.programme import Programme
from scheduler.sentences import counted
from web.shown.costs import shown_reaches
from web.shown.sums import sum_of
from web.wording import money, say


def money_changes(before: Plan, programme: Programme, after: Plan) -> Iterator[str]:
    """Give in sentences what two plans cost, before a change and after it.

    Parameters
    ----------
    programme
        The programme as it is now.
    """
    was, now = sum_of(before.costs), sum_of(after.costs)
    if was == now:
        # What is not known may have become another sum.
        same = "replan.known_same" if after.costs.at_least else "replan.cost_same"
        yield say(same, cost=now)
    else:
        yield say("replan.cost", before=was, after=now)
    taxis, then = _taxis(before), _taxis(after)
    if taxis != then:
        yield say("replan.taxis", before=taxis, after=then)
    elif before.sessions != after.sessions and then != say("replan.no_taxi"):
        yield say("replan.taxis_same", taxis=then)
    yield from shown_reaches(programme, after)


def _taxis(plan: Plan) -> str:
    """Say how many taxis there are and what they cost, nothing told of whom they take."""
    ways = [one.way for held in plan.sessions for one in held.coming if one.way.by == "taxi"]
    if not ways:
        return say("replan.no_taxi")
    cost = money(sum(way.pence for way in ways))
    if any(way.estimated for way in ways):
        cost = say("costs.about", cost=cost)
    open_fares = sum(not is_fare_known(way) for way in ways)
    unknown = counted(open_fares, "fare") if open_fares else ""
    journeys = counted(len(ways), "journey")
    return say("replan.some_taxis", journeys=journeys, cost=as_known(cost, unknown))
