"""Checks that everybody able comes.

And that whoever does not has a reason or a turn to stand down.
"""

from collections.abc import Iterator

from scheduler.finished import WHOLE, Breach, Kind
from scheduler.judged import Judged
from scheduler.money.heads import Prices
from scheduler.people import Person
from scheduler.plan import Chosen
from scheduler.staying_away import Company, why_away
from scheduler.ties import ties_of
from scheduler.way_taken import way_taken


def people_breaches(judged: Judged, chosen: Chosen, elsewhere: frozenset[str]) -> Iterator[Breach]:
    """Find people wrongly said to come or to be absent, and ways that are not theirs.

    Parameters
    ----------
    elsewhere
        Codes of those who are at another session at that time, or on the way from it.
    """
    yield from _counting_breaches(judged, chosen)
    yield from _coming_breaches(judged, chosen)
    yield from _absent_breaches(judged, chosen, elsewhere)
    yield from _stand_down_breaches(judged, chosen)
    if chosen.pence != judged.pence:
        yield _fault(judged, f"It costs {judged.pence} pence, not {chosen.pence}.", "figures")


def _fault(judged: Judged, says: str, kind: Kind = "people") -> Breach:
    return Breach(WHOLE, judged.meeting.project.code, judged.meeting.number, says, kind)


def _counting_breaches(judged: Judged, chosen: Chosen) -> Iterator[Breach]:
    """Find people counted where nobody may be, and a session wrongly said to count or not to."""
    if chosen.counts != judged.counts:
        right = "passes over a right" if chosen.counts else "passes over no right"
        yield _fault(judged, f"Whether it counts is wrongly told: it was promised and {right}.")
    if chosen.expected if chosen.counts else chosen.coming:
        said = "only expected" if chosen.counts else "counted"
        yield _fault(judged, f"People are {said} although the session does not say so.")
    people = {person.code: person for person in judged.meeting.group}
    for one in chosen.expected:
        if not judged.is_able(people[one.person]):
            yield _fault(judged, f"{people[one.person].label} is expected and cannot come.")


def _coming_breaches(judged: Judged, chosen: Chosen) -> Iterator[Breach]:
    people = {person.code: person for person in judged.meeting.group}
    for coming in chosen.there:
        person = people[coming.person]
        if coming.way != way_taken(judged.meeting.way(person)):
            yield _fault(judged, f"{person.label} has another way there and back.", "figures")
        if judged.is_able(person) and coming.sure != judged.is_sure(person):
            known = "unknown" if coming.sure else "known"
            yield _fault(judged, f"What makes {person.label} able to come is {known}.")


def _absent_breaches(judged: Judged, chosen: Chosen, elsewhere: frozenset[str]) -> Iterator[Breach]:
    people = {person.code: person for person in judged.meeting.group}
    for absent in chosen.absent:
        person = people[absent.person]
        able = judged.is_able(person) and person.code not in elsewhere
        if able and not absent.stands_down and not absent.stays_away:
            yield _fault(judged, f"{person.label} could come and is left out.")
        if absent.stays_away and not (able and absent.stays_away == _why_away(judged, person)):
            yield _fault(judged, f"Nothing keeps {person.label} away as the plan says.")
        if absent.stands_down and not able:
            yield _fault(judged, f"{person.label} cannot come, so has no place to leave to others.")


def _stand_down_breaches(judged: Judged, chosen: Chosen) -> Iterator[Breach]:
    """Find people who stand down although nobody has to."""
    down = {absent.person for absent in chosen.absent if absent.stands_down}
    group = judged.meeting.group
    for person in sorted(group, key=lambda each: each.code):
        if person.code in down and not _has_to(judged, person):
            says = f"{person.label} stands down although nobody would be outnumbered."
            yield _fault(judged, says)


def _why_away(judged: Judged, person: Person) -> str:
    meeting = judged.meeting
    coming = {each.code for each in meeting.coming}
    prices = Prices(meeting.programme, meeting.session)
    company = Company(prices, meeting.project, meeting.group, coming, judged.allows)
    return why_away(person, meeting.way(person), ties=ties_of(judged.rules), company=company)


def _has_to(judged: Judged, person: Person) -> bool:
    ties = ties_of(judged.rules)
    present, coming = judged.meeting.present, judged.meeting.coming
    return any(
        tie.who(person) and sum(map(tie.who, coming)) >= sum(map(tie.than, present))
        for tie in ties.stand_down
    )
