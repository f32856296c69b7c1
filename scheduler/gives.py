"""What a change asks of people: how often they would miss, and how few would be there."""

from collections.abc import Iterator, Mapping, Sequence

from scheduler.people import Person
from scheduler.sentences import listed
from scheduler.tried import Outcome


def what_is_missed(group: Sequence[Person], after: Outcome) -> Iterator[str]:
    """Say how often people with lived experience, and everyone else, would miss a session.

    And how many would be there where fewest are, if that is not everybody. Nobody is named.
    """
    lived = [person.code for person in group if person.is_lived]
    others = [person.code for person in group if not person.is_lived]
    told = [
        f"{who} would miss {_missed(codes, after)} of {_wanted(codes, after.wanted)} times"
        for who, codes in (("people with lived experience", lived), ("everyone else", others))
        if codes
    ]
    if told:
        said = listed(told)
        yield f"{said[0].upper()}{said[1:]}."
    if 0 < after.fewest < len(group):
        yield f"Where fewest come, {after.fewest} of {len(group)} would be there."


def _missed(codes: Sequence[str], after: Outcome) -> int:
    return sum(max(0, after.wanted.get(code, 0) - after.came.get(code, 0)) for code in codes)


def _wanted(codes: Sequence[str], wanted: Mapping[str, int]) -> int:
    return sum(wanted.get(code, 0) for code in codes)
