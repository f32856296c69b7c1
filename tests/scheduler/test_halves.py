"""A group outside six to twenty: two halves alike, or another group to join."""

from collections import Counter
from random import Random

import pytest

from scheduler.halves import ALIKE, ASK_FIRST, halves_of, partner_of, regroupings
from scheduler.people import Person
from scheduler.programme import Programme
from scheduler.samples import ISHBEL, RORY
from tests.scheduler.summer import GROUP, GROWING, fortnight, with_project

TOO_MANY = (
    "Living well has 21 people, and more than 20 is too many for everybody to be heard: "
    f"split it in two, with {ALIKE}. {ASK_FIRST}"
)


def people(*kinds: str) -> tuple[Person, ...]:
    """Return people by kind: `l` for lived experience, `p` for professionals, with a view or not.

    "l" is somebody with lived experience, "pcouncil" a professional with the view "council".
    """
    like = {"l": ISHBEL, "p": RORY}
    return tuple(
        like[kind[0]].model_copy(update={"code": f"p{n}", "name": f"P{n}", "view": kind[1:]})
        for n, kind in enumerate(kinds)
    )


def group_of(many: int) -> Programme:
    """Return a fortnight with one group of so many, half of them with lived experience."""
    crowd = people(*("lp"[n % 2] for n in range(many)))
    codes = tuple(person.code for person in crowd)
    return with_project(fortnight(people=crowd), members=codes)


def test_a_group_of_twenty_one_gets_a_proposal_for_two_halves() -> None:
    (found,) = regroupings(group_of(21))

    assert found.says == TOO_MANY


@pytest.mark.parametrize("apart", [("p1",), ("p1", "p2")])
def test_the_proposal_reads_alike_whoever_must_not_meet_whom(apart: tuple[str, ...]) -> None:
    """The halves were named: whoever worked them out again read from them who is kept apart.

    Where they could not be made at all, another sentence told that as well.
    """
    crowd = group_of(21)
    first, second, third, *others = crowd.people
    first = first.model_copy(update={"not_with": apart})
    second = second.model_copy(update={"not_with": apart[1:]})
    kept_apart = crowd.model_copy(update={"people": (first, second, third, *others)})

    assert regroupings(kept_apart) == regroupings(crowd)


@pytest.mark.parametrize("many", [6, 20])
def test_a_group_of_six_to_twenty_gets_no_proposal(many: int) -> None:
    assert regroupings(group_of(many)) == ()


def test_a_group_of_five_is_asked_to_join_the_other_group() -> None:
    small = group_of(5)
    others = people(*"lplplp")
    others = tuple(p.model_copy(update={"code": f"q{p.code}"}) for p in others)
    growing = GROWING.model_copy(update={"members": tuple(p.code for p in others)})
    programme = small.model_copy(
        update={"people": (*small.people, *others), "projects": (*small.projects, growing)}
    )

    (found,) = regroupings(programme)

    assert found.join == "growing"
    assert found.says == (
        "Living well has 5 people, and fewer than 6 is few. "
        "Together with Growing together it would be 11; or ask others in."
    )


def test_a_small_group_alone_is_asked_to_ask_others_in() -> None:
    (found,) = regroupings(group_of(5))

    assert (found.join, found.says) == (
        "",
        "Living well has 5 people, and fewer than 6 is few: ask others in.",
    )


def test_nobody_joins_a_group_with_somebody_they_must_not_meet() -> None:
    ten = people(*"lplplplplp")
    ten = (ten[0].model_copy(update={"not_with": ("p9",)}), *ten[1:])
    programme = fortnight(people=ten)
    halves = (("p0", "p1", "p2"), ("p7", "p8", "p9"))
    projects = tuple(
        GROUP.model_copy(update={"code": f"group{n}", "members": codes})
        for n, codes in enumerate(halves)
    )

    both = programme.model_copy(update={"projects": projects})

    assert partner_of(both, both.projects[0]) is None


def test_roles_and_views_are_shared_out_evenly() -> None:
    group = people("lfarming", "lfarming", "l", "l", "pcouncil", "pcouncil", "p", "p")

    halves = halves_of(group)

    assert halves is not None
    kinds = [Counter((person.is_lived, person.view) for person in half) for half in halves]
    assert kinds[0] == kinds[1]
    assert [len(half) for half in halves] == [4, 4]


def test_people_who_must_not_meet_are_in_different_halves() -> None:
    group = people(*"llllllpp")
    group = (
        group[0].model_copy(update={"not_with": ("p1", "somebody else")}),
        *group[1:7],
        group[7].model_copy(update={"not_with": ("p0", "p7")}),
    )

    halves = halves_of(group)

    assert halves is not None
    side = {person.code: n for n, half in enumerate(halves) for person in half}
    assert (side["p0"] != side["p1"], side["p0"] != side["p7"]) == (True, True)
    assert sorted(len(half) for half in halves) == [4, 4]


def test_three_of_whom_no_two_may_meet_cannot_be_kept_apart_in_two_halves() -> None:
    three = people(*"lll")
    three = (
        three[0].model_copy(update={"not_with": ("p1", "p2")}),
        three[1].model_copy(update={"not_with": ("p2",)}),
        three[2],
    )
    crowd = (*three, *(p.model_copy(update={"code": f"q{p.code}"}) for p in people(*"l" * 18)))
    programme = fortnight(people=crowd)
    programme = with_project(programme, members=tuple(person.code for person in crowd))

    (found,) = regroupings(programme)

    assert halves_of(three) is None
    assert found.says == TOO_MANY


def test_one_person_alone_has_no_halves() -> None:
    assert halves_of(people("l")) is None


@pytest.mark.parametrize("number", range(30))
def test_halves_of_any_group_are_as_even_as_can_be_in_number_and_in_lived_experience(
    number: int,
) -> None:
    draw = Random(number)
    kinds = [
        draw.choice(("l", "l", "p", "lfarming", "pcouncil")) for _ in range(draw.randint(2, 30))
    ]
    group = people(*kinds)

    halves = halves_of(group)

    assert halves is not None
    lived = [sum(person.is_lived for person in half) for half in halves]
    assert (abs(lived[0] - lived[1]) <= 1, abs(len(halves[0]) - len(halves[1])) <= 1) == (
        True,
        True,
    )
    assert sorted(p.code for half in halves for p in half) == sorted(p.code for p in group)
