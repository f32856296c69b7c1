"""Why somebody who could come stays away: a turn, an agreement, or too little of something."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from scheduler.finished import Meeting
from scheduler.money.heads import Prices
from scheduler.people import Person
from scheduler.programme import Project
from scheduler.ties import Deciding, Ties
from scheduler.totals import Purse, purses_of
from scheduler.ways import Way

# Not that it is for money, where it is: only whose coming draws on money for taxis stays away for
# that, and of whoever else is told this, it would then be known to be an agreement or their own
# limit. What the money keeps away is told of the whole project, to the facilitator (`Reach`).
UNTOLD = "could come, and stays away this time because of an agreement or a limit."
"""What is said of somebody whose reasons are not told: never that anybody agreed to it."""
AS_RULES_ASK = "could come, and stays away so that the others can meet as the rules ask."
"""Why somebody stays away whose coming would break a rule about who meets, were it paid for."""


@dataclass(frozen=True)
class Company:
    """A project's group and who of it comes to a session."""

    prices: Prices
    """What the session goes by."""

    project: Project
    group: Sequence[Person]
    coming: Collection[str]
    """Codes of those who come."""
    with_them: Callable[[Person], bool]
    """Whether rules about who meets would still be kept if somebody came as well."""


def why_away(person: Person, way: Way, *, ties: Ties, company: Company) -> str:
    """Return why somebody able stays away although they do not stand down; empty if nothing says.

    Parameters
    ----------
    way
        Their way there and back.
    """
    deciding = (tie.says for tie in ties.deciding if _gives_way(person, tie, company))
    drawing = (
        purse.tie.says
        for tie in ties.totals
        for purse in purses_of(tie, company.group)
        if tie.keeps_away and purse.belongs_to(person) and tie.draws(person, way, company.prices)
    )
    says = next((says for found in (deciding, drawing) for says in found), "")
    if not says:
        return ""
    if not company.with_them(person):
        says = AS_RULES_ASK
    told = says if person.share_reasons else UNTOLD
    return f"{person.label} {told}"


def _gives_way(person: Person, tie: Deciding, company: Company) -> bool:
    """Say whether what others decided together with somebody lets that person stay away."""
    circles = tie.of(company.project, company.group)
    others = [circle - {person.code} for circle in circles if person.code in circle]
    if tie.both:
        return any(not each <= set(company.coming) for each in others)
    return any(each <= set(company.coming) for each in others)


def who_stays_away(
    meeting: Meeting, able: Sequence[Person], *, others: Sequence[Meeting], ties: Ties
) -> frozenset[str]:
    """Return who of those able would stay away from a session, by an agreement or a limit.

    Where money is short, those who are to come do so first, then people with lived experience; of
    those who take turns, whoever is not to come stays away, then whoever comes to most of the other
    sessions.

    Parameters
    ----------
    meeting
        With whoever is to come to it: everybody where nobody has decided.
    others
        The other sessions of its project, with who comes to them.
    """
    stays: set[str] = set()
    keeping = [tie for tie in ties.totals if tie.keeps_away]
    for purse in (purse for tie in keeping for purse in purses_of(tie, meeting.group)):
        stays |= set(_without_enough(purse, meeting, able=able, others=others))
    for tie in ties.deciding:
        for circle in tie.of(meeting.project, meeting.group):
            here = {person.code for person in able} & circle - stays
            if tie.both and here != circle:
                stays |= here
            if not tie.both and here == circle:
                stays.add(_gives_up_a_turn(circle, meeting, others))
    return frozenset(stays)


def _without_enough(
    purse: Purse, meeting: Meeting, *, able: Sequence[Person], others: Sequence[Meeting]
) -> Iterator[str]:
    """Give those for whom what others draw leaves too little."""
    stretch = purse.stretch_of(meeting.day)
    drawing = (other for other in others if purse.stretch_of(other.day) == stretch)
    left = (purse.at_most or 0) - sum(purse.takes(other) for other in drawing)
    left -= purse.takes(meeting) - purse.draws(meeting, meeting.coming)
    for person in sorted(able, key=lambda each: (each not in meeting.coming, not each.is_lived)):
        draws = purse.draws(meeting, (person,))
        if draws > max(0, left):
            yield person.code
        else:
            left -= draws


def _gives_up_a_turn(circle: frozenset[str], meeting: Meeting, others: Sequence[Meeting]) -> str:
    """Return who of those who take turns stays away from a session."""
    to_come = {person.code for person in meeting.coming}
    return max(sorted(circle), key=lambda code: (code not in to_come, _comes_to(code, others)))


def _comes_to(code: str, others: Sequence[Meeting]) -> int:
    return sum(person.code == code for other in others for person in other.coming)
