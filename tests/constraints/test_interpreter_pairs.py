"""In long sessions interpreters take turns, so two are asked for; who needs them is never named."""

import pytest

from constraints.interpreter_pairs import InterpreterPairs
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.people import Person
from scheduler.samples import ISHBEL, RORY, WISH
from scheduler.workers import WorkerNeed

SIGNING = ISHBEL.model_copy(update={"interpreter": "BSL"})
POLISH = RORY.model_copy(update={"interpreter": "Polish"})


def said_of(
    length: int, breaks: int, *workers: WorkerNeed, group: tuple[Person, ...] = (SIGNING,)
) -> Objection | None:
    session = WISH.model_copy(
        update={"length_minutes": length, "break_minutes": breaks, "workers": workers}
    )
    return InterpreterPairs().check(session, group)


def interpreters(language: str, count: int) -> WorkerNeed:
    return WorkerNeed(role="interpreter", language=language, count=count)


@pytest.mark.parametrize(
    ("length", "breaks", "is_said"), [(60, 0, False), (61, 0, True), (90, 30, False)]
)
def test_over_an_hour_without_the_breaks_is_long(length: int, breaks: int, is_said: bool) -> None:
    assert (said_of(length, breaks) is not None) == is_said


def test_nobody_who_needs_one_means_nothing_to_ask_for() -> None:
    assert said_of(120, 0, group=(ISHBEL, RORY)) is None


def test_it_closes_nothing_and_the_group_reads_nothing() -> None:
    assert said_of(120, 0) == Objection(
        Degree.AVOID,
        "People talk for 120 minutes, too long for one interpreter alone: "
        "ask for 2 BSL interpreters among the session's workers.",
        "",
    )


def test_two_asked_for_one_by_one_are_a_pair() -> None:
    assert said_of(120, 0, interpreters("BSL", 1), interpreters("BSL", 1)) is None


@pytest.mark.parametrize(
    "worker",
    [interpreters("BSL", 1), interpreters("Polish", 2), WorkerNeed(role="facilitator", count=2)],
)
def test_others_are_no_pair(worker: WorkerNeed) -> None:
    assert said_of(120, 0, worker) is not None


def test_each_language_needs_its_own_pair() -> None:
    objection = said_of(120, 0, group=(SIGNING, POLISH))

    assert objection is not None
    assert objection.organiser.endswith(
        "ask for 2 BSL interpreters and 2 Polish interpreters among the session's workers."
    )


def test_two_hours_when_it_gives() -> None:
    relaxed = InterpreterPairs().relaxed(InterpreterPairs.relaxations[0])

    assert relaxed == InterpreterPairs(alone_minutes=120)
