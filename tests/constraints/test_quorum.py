"""Enough of the group is there, and a small group can meet as well."""

import pytest

from constraints.quorum import Quorum
from scheduler.constraint import Objection
from scheduler.degree import Degree
from scheduler.samples import ISHBEL, PROJECT, WISH


def said_of(
    present: int, of: int, *, form: str = "in person", phase: str = "workshops"
) -> Objection | None:
    return Quorum().check(
        present=(ISHBEL,) * present,
        session=WISH.model_copy(update={"form": form}),
        project=PROJECT.model_copy(update={"phase": phase}),
        group=(ISHBEL,) * of,
    )


@pytest.mark.parametrize(
    ("group", "needed"), [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (6, 4), (8, 6), (9, 6), (20, 6)]
)
def test_six_are_needed_or_two_thirds_of_a_small_group_rounded_up(group: int, needed: int) -> None:
    enough = [present for present in range(group + 1) if said_of(present, group) is None]

    assert enough == list(range(needed, group + 1))


def test_sentence_counts_without_naming_anybody_and_the_group_reads_nothing() -> None:
    says = "Only 5 of 20 can be counted on to be there; at least 6 are needed."

    assert said_of(5, 20) == Objection(Degree.NEVER, says, "")


def test_drop_in_sessions_need_no_number() -> None:
    assert said_of(0, 20, form="drop-in") is None


@pytest.mark.parametrize(
    ("phase", "is_free"),
    [("recruit", True), ("prepare", False), ("workshops", False), ("share back", False)],
)
def test_only_recruiting_needs_no_number(phase: str, is_free: bool) -> None:
    assert (said_of(0, 20, phase=phase) is None) == is_free


@pytest.mark.parametrize(("number", "least"), [(0, 5), (1, 4)])
def test_it_gives_one_person_at_a_time(number: int, least: int) -> None:
    relaxed = Quorum().relaxed(Quorum.relaxations[number])

    assert relaxed == Quorum(least=least)
