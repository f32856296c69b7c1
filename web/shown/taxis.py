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
    hire = _hire(programme, chosen)
    fetched = {
        p.code for group in programme.projects for p in programme.group(group) if p.is_fetched
    }
    return tuple(
        say("taxis.hired", told=told, hire=money(hire)) if hire and one.person in fetched else told
        for one in taken
        for told in (_told(one, names.person(one.person), payer),)
    )


def _hire(programme: Programme, chosen: Chosen) -> int:
    """Return what a wheelchair taxi of a session is hired for beside its fare, in pence.

    Nothing where they cost differently: who sits in which is not planned.
    """
    taxis = [one for one in programme.workers if one.is_vehicle and one.code in chosen.workers]
    hires = {one.session_pence or 0 for one in taxis}
    return hires.pop() if len(hires) == 1 else 0


def _told(coming: Coming, name: str, payer: str) -> str:
    way = coming.way
    if not way.pence:
        return say("taxis.cost_not_known", name=name, payer=payer)
    known = "taxis.about" if way.estimated else "taxis.costs"
    return say(known, name=name, payer=payer, cost=money(way.pence))
