"""Companies in which as few as may be draw on what is scarce, all of them looked at at once."""

from random import Random

import pytest

from scheduler.bits import People, stood_down, with_some_left_out
from scheduler.sparing import Crowd, sparing

SIX = 0b111111


def plainly(crowd: Crowd, some: People, allowed: set[People]) -> dict[People, set[People]]:
    """Return, by who of some comes, the smallest sets of others who draw: one after another."""
    spared = crowd.draw & ~some
    found: dict[People, set[People]] = {}
    for agreed in with_some_left_out([crowd.able], crowd.able & crowd.draw):
        for coming in stood_down((agreed,), crowd.sure, out_of=(crowd.who, crowd.than)):
            if coming in allowed:
                found.setdefault(coming & some, set()).add(coming & spared)
    return {
        key: {one for one in own if not any(other != one and other & ~one == 0 for other in own)}
        for key, own in found.items()
    }


@pytest.mark.parametrize("number", range(40))
def test_the_companies_are_those_that_going_through_them_one_by_one_finds(number: int) -> None:
    draw = Random(number)
    who = draw.getrandbits(6) if number % 4 else 0
    crowd = Crowd(
        able=draw.getrandbits(6) | draw.getrandbits(6),
        sure=draw.getrandbits(6) | draw.getrandbits(6),
        draw=draw.getrandbits(6),
        who=who,
        than=SIX & ~who if number % 4 else 0,
    )
    some = draw.getrandbits(6)
    allowed = {company for company in range(SIX + 1) if draw.random() < 0.6}

    found = sparing(crowd, some, allowed.__contains__)

    by_some: dict[People, set[People]] = {}
    for coming in found:
        by_some.setdefault(coming & some, set()).add(coming & crowd.draw & ~some)
    assert by_some == plainly(crowd, some, allowed)
    assert allowed >= set(found)
    assert len(found) == sum(map(len, by_some.values()))
