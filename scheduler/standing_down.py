"""Who could be there, everybody able coming but those who stand down: as one question needs it."""

from collections.abc import Iterable, Iterator
from itertools import combinations, islice

from scheduler.judged import Judged
from scheduler.people import Person
from scheduler.shared import ties_of_all

Company = tuple[Person, ...]

MOST = 30
"""How many ways to stand down are looked at."""


def companies(
    judged: Judged, away: frozenset[str], *, most: int = MOST
) -> tuple[tuple[Company, Company], ...]:
    """Return who could come, and who of them can be counted on, for every way to stand down.

    Parameters
    ----------
    away
        Codes of those who are at another group's session then.
    most
        How many ways to stand down are looked at.
    """
    group = (person for person in judged.meeting.group if person.code not in away)
    able = tuple(person for person in group if judged.is_able(person))
    sure = frozenset(person.code for person in able if judged.is_sure(person))
    found = islice(_standing_down(able, sure, judged), most)
    return tuple((all_, tuple(p for p in all_ if p.code in sure)) for all_ in found)


def most_surely_come(tried: Iterable[Judged]) -> Judged:
    """Return of some companies the one with most people with lived experience to be counted on.

    Then the one with most people; of those alike the first.
    """

    def many(judged: Judged) -> tuple[int, int]:
        sure = judged.meeting.present
        return sum(person.is_lived for person in sure), len(sure)

    return max(tried, key=many)


def _standing_down(able: Company, sure: frozenset[str], judged: Judged) -> Iterator[Company]:
    ties = ties_of_all({"": judged.rules}).stand_down
    if not ties:
        yield able
        return
    tie = ties[0]
    many = [person for person in able if tie.who(person)]
    room = sum(tie.than(person) for person in able if person.code in sure)
    for kept in combinations(many, min(room, len(many))):
        yield tuple(person for person in able if not tie.who(person) or person in kept)
