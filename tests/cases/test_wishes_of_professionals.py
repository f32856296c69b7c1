"""What professionals wish never costs people with lived experience anything.

The requirement (R2): raising a professional's wish never worsens what people with lived experience
get. What is promised is about their results as a class, sorted worst first, not about one of them
by name: where two plans are as good for the class, a professional's wish may decide between them.

A wish (hours they would rather not come, how far is comfortable, how many sessions they want)
leaves every level of theirs as it was. What keeps a professional away altogether is no wish:
the same right stands behind it as behind anybody's (R21), and a session may fall for want of a
quorum or of a decision maker. Taking such a limit away never worsens anything for them, as long as
professionals stand down, or balance is only a wish. All of this is said of one project; where
several are planned round one another, what is left for the later ones is not promised.
"""

from collections.abc import Callable, Iterator
from random import Random

import pytest

from scheduler.order import Value
from scheduler.people import Person, Times
from scheduler.programme import Programme
from scheduler.search import Effort
from scheduler.series import best_series
from tests.random_projects import PATTERNS, a_project, with_barriers, with_ties
from tests.scheduler.test_series import course

PLAIN, TIED, BARRED = range(1200, 1248), range(1248, 1272), range(1272, 1296)
Changed = Callable[[Random, Person], Person]


def projects(numbers: range) -> Iterator[tuple[int, Programme]]:
    """Go through random projects of one kind, each with its number."""
    for number in numbers:
        drawn = a_project(number)
        tied = with_ties(drawn, number) if number in TIED else drawn
        yield number, with_barriers(tied, number) if number in BARRED else tied


def with_professionals(programme: Programme, number: int, change: Changed) -> Programme:
    """Return a programme with something changed about every professional."""
    draw = Random(number)
    people = tuple(p if p.is_lived else change(draw, p) for p in programme.people)
    return programme.model_copy(update={"people": people})


def wishing(draw: Random, person: Person) -> Person:
    """Return somebody who wishes for something else than before."""
    times = person.times.model_copy(update={"if_need_be": (draw.choice(PATTERNS),)})
    travel = person.travel.model_copy(update={"comfortable_minutes": draw.choice((5, 30, 90))})
    wants = draw.choice((None, 1))
    return person.model_copy(update={"times": times, "travel": travel, "sessions_wanted": wants})


def free(_: Random, person: Person) -> Person:
    """Return somebody whom nothing in their days keeps away."""
    return person.model_copy(update={"times": Times(told=person.times.told), "keeps": ()})


def levels(programme: Programme) -> tuple[tuple[Value, ...], tuple[Value, ...]]:
    """Return the best of every level up to those of the last class, and of the others."""
    own = course(programme)
    found = best_series(own, Effort()).values
    last, _ = own.ledger.levels_of(len(own.ledger.classes) - 1)
    return found[:last], found[last:]


@pytest.mark.parametrize("numbers", [PLAIN, TIED, BARRED], ids=str)
def test_no_wish_of_a_professional_changes_what_people_with_lived_experience_get(
    numbers: range,
) -> None:
    before = {number: levels(programme) for number, programme in projects(numbers)}

    after = {
        number: levels(with_professionals(programme, number, wishing))
        for number, programme in projects(numbers)
    }

    assert {n: lived for n, (lived, _) in after.items()} == {
        n: own for n, (own, _) in before.items()
    }
    assert sum(after[n] != before[n] for n in numbers) > len(numbers) / 8


def never_outnumbered_by_closing(programme: Programme) -> bool:
    """Say whether a project closes no session because a professional is there."""
    balance = programme.constraints["balance"]
    assert isinstance(balance, dict)
    return bool(balance["stand_down"] or not balance["hard"])


@pytest.mark.parametrize("numbers", [PLAIN, TIED, BARRED], ids=str)
def test_a_professional_who_becomes_free_never_worsens_it(numbers: range) -> None:
    chosen = {n: p for n, p in projects(numbers) if never_outnumbered_by_closing(p)}
    before = {number: levels(programme)[0] for number, programme in chosen.items()}

    after = {
        number: levels(with_professionals(programme, number, free))[0]
        for number, programme in chosen.items()
    }

    assert [n for n in chosen if after[n] > before[n]] == []
    assert any(after[n] < before[n] for n in chosen)
