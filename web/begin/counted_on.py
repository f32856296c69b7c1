"""Whom a plan could not count on as things stand: said before anybody looks for dates in vain."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from scheduler.facts import Answer
from scheduler.fetching import sent_for
from scheduler.needed import members_needs, needs_of
from scheduler.people import Person
from scheduler.programme import Programme
from scheduler.sentences import counted, listed
from scheduler.ways import choices
from web.wording import say

PAID: Final = frozenset({"taxi", "bus", "ferry", "train", "community transport"})
"""By what people come for a fare."""


def not_counted_on(programme: Programme) -> Iterator[str]:
    """Say how many have not told when they can come, and how many no way is known for."""
    if not programme.venues:
        yield say("begin.no_hall")
        return
    untold = sum(person.times.told is not Answer.YES for person in programme.people)
    if untold:
        yield say("begin.untold", people=counted(untold, "person has", "people have"))
    wayless = sum(not _has_a_way(programme, person) for person in programme.people)
    if wayless:
        yield say("begin.wayless", people=counted(wayless, "person", "people"))
    yield from _unminded(programme)
    yield from _unmet(programme)
    yield from _never_booked(programme)
    yield from _unpriced(programme)


def _has_a_way(programme: Programme, person: Person) -> bool:
    """Say whether a way is known for somebody to any place to meet."""
    every = (choices(programme, person, venue) for venue in programme.venues)
    return any(each.estimate is not None or each.entered for each in every)


def _unminded(programme: Programme) -> Iterator[str]:
    """Say for how many people nobody is known to be with the children."""
    (group,) = programme.projects
    if any(need.role == "childcare" for need in group.sessions[0].workers):
        return
    told = (person.childcare for person in programme.people)
    many = sum(bool(c.children) and not c.minded and not c.sitter.is_yes for c in told)
    if many:
        yield say("begin.unminded", people=counted(many, "person", "people"))


def _never_booked(programme: Programme) -> Iterator[str]:
    """Say which workers nobody needs: they were told of, and would never be booked."""
    (group,) = programme.projects
    people = sent_for(programme, programme.people, programme.venues)
    needed = needs_of(group.sessions[0], people)
    idle = [w.label for w in programme.workers if not any(n.is_met_by(w) for n in needed)]
    if idle:
        yield say("begin.never_booked", who=listed(idle))


def _unmet(programme: Programme) -> Iterator[str]:
    """Say of which workers whom people need by them there are too few, never whose need it is."""
    (group,) = programme.projects
    people = sent_for(programme, programme.people, programme.venues)
    needed = Counter(members_needs(group.sessions[0], people))
    for need, many in needed.items():
        here = sum(need.is_met_by(worker) for worker in programme.workers)
        if here < many:
            yield say("begin.unmet", many=many, who=need.spoken, here=here)


def _unpriced(programme: Programme) -> Iterator[str]:
    """Say what has no price yet, where there is only so much money for everything."""
    (group,) = programme.projects
    if "project_budget" not in group.constraints:
        return
    rides = [journey for journey in programme.journeys if journey.by in PAID]
    told = {
        "place to meet": [venue.hire_pence for venue in programme.venues],
        "worker": [worker.session_pence for worker in programme.workers],
        "journey": [journey.pence for journey in rides],
    }
    unknown = {thing: prices.count(None) for thing, prices in told.items()}
    plural = {"place to meet": "places to meet"}
    what = [counted(many, of, plural.get(of, "")) for of, many in unknown.items() if many]
    if what:
        yield say("begin.unpriced", what=listed(what))
