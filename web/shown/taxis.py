"""Who comes by taxi, what that costs and who pays ahead: for the organiser alone."""

from scheduler.plan import Chosen, Coming
from scheduler.programme import Programme
from web.names import Names
from web.wording import money, say


def shown_taxis(programme: Programme, chosen: Chosen) -> tuple[str, ...]:
    """Return a sentence for each person who comes to a session by taxi."""
    names = Names.of(programme)
    payer = programme.organiser or say("group.organiser")
    taken = (coming for coming in chosen.coming if coming.way.by == "taxi")
    return tuple(_told(coming, names.person(coming.person), payer) for coming in taken)


def _told(coming: Coming, name: str, payer: str) -> str:
    way = coming.way
    if not way.pence:
        return say("taxis.cost_not_known", name=name, payer=payer)
    known = "taxis.about" if way.estimated else "taxis.costs"
    return say(known, name=name, payer=payer, cost=money(way.pence))
