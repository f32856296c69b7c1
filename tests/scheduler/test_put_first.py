"""People with a listed barrier come before others with lived experience, as was decided."""

from typing import get_args

import pytest

from constraints import registry
from scheduler.audit import audit
from scheduler.barriers import WHO, Barrier, PutFirst
from scheduler.facts import NO, YES, Answer, Fact
from scheduler.order import Standing
from scheduler.people import Childcare, Person, Times, Travel
from scheduler.plan import Plan
from scheduler.planner import make_plan
from scheduler.programme import Programme
from scheduler.put_first import class_of, classes_of, decisions, has_barrier
from scheduler.samples import ISHBEL, PROGRAMME, RORY, on
from tests.scheduler.summer import SESSION, UNA, away, fortnight, with_person
from web.shown.group import group_page

DECIDED = on("Monday 23 November 2026")
NO_CAR = Travel(car=NO, lift=YES)
CARER = ("family or unpaid carer",)


def first(*barriers: Barrier, programme: Programme = PROGRAMME) -> Programme:
    """Return a programme in which people with these barriers are put first."""
    told = tuple(PutFirst(barrier=each, by="Mairi", on=DECIDED) for each in barriers)
    return programme.model_copy(update={"put_first": told})


@pytest.mark.parametrize(
    ("barrier", "has", "has_not"),
    [
        ("no car", {"travel": Travel(car=NO)}, {"travel": Travel(car=Fact())}),
        ("no car", {"travel": NO_CAR}, {"travel": Travel(car=YES)}),
        (
            "no car",
            {"travel": NO_CAR},
            {"travel": Travel(car=Fact(answer=Answer.PREFERS_NOT_TO_SAY))},
        ),
        ("needs step-free", {"needs": ("lift", "step-free")}, {"needs": ("lift",)}),
        ("needs an interpreter", {"interpreter": "BSL"}, {"interpreter": ""}),
        (
            "looks after children",
            {"childcare": Childcare(children=1)},
            {"childcare": Childcare(children=0, sitter=YES)},
        ),
        ("cares for somebody", {"times": Times(care=("Mon-Fri 08:00-09:00",))}, {}),
        ("cares for somebody", {"roles": CARER}, {"roles": ("lived experience",)}),
        (
            "works nights",
            {"times": Times(work=("Mon-Thu 22:00-06:00",))},
            {"times": Times(work=("Mon-Thu 14:00-22:00",))},
        ),
        (
            "works nights",
            {"times": Times(work=("4 on 4 off from 2027-01-04, 19:00-07:00",))},
            {"times": Times(work=("4 on 4 off from 2027-01-04, 07:00-19:00",))},
        ),
    ],
)
def test_a_barrier_is_what_somebody_told_and_never_what_is_not_known(
    barrier: Barrier, has: dict[str, object], has_not: dict[str, object]
) -> None:
    told = [
        has_barrier(PROGRAMME, ISHBEL.model_copy(update=given), barrier) for given in (has, has_not)
    ]

    assert told == [True, False]


def test_every_barrier_has_its_words() -> None:
    assert tuple(WHO) == get_args(Barrier)


@pytest.mark.parametrize(
    ("person", "put_first", "otherwise"),
    [
        (ISHBEL.model_copy(update={"travel": NO_CAR}), 0, 0),
        (ISHBEL, 1, 0),
        (RORY.model_copy(update={"travel": NO_CAR}), 2, 1),
        (RORY, 2, 1),
        (UNA.model_copy(update={"roles": (), "travel": NO_CAR}), 2, 1),
    ],
)
def test_a_barrier_puts_nobody_before_lived_experience(
    person: Person, put_first: int, otherwise: int
) -> None:
    """A professional without a car stays in the last class."""
    found = [class_of(programme, person) for programme in (first("no car"), PROGRAMME)]

    assert found == [put_first, otherwise]


def test_who_has_any_of_several_barriers_is_put_first() -> None:
    programme = first("works nights", "no car")

    assert class_of(programme, ISHBEL.model_copy(update={"travel": NO_CAR})) == 0


def test_the_classes_are_named_in_their_order() -> None:
    assert classes_of(PROGRAMME) == ("people with lived experience", "everyone else")
    assert classes_of(first("no car")) == (
        "people put first",
        "other people with lived experience",
        "everyone else",
    )


def test_all_five_levels_of_a_class_come_before_those_of_the_next() -> None:
    names = [name for name, _ in Standing(first("no car"), ()).values()]

    assert [name.partition("(")[2] for name in names[2:-4]] == [
        *["people put first)"] * 5,
        *["other people with lived experience)"] * 5,
        *["everyone else)"] * 5,
    ]


TUESDAY, WEDNESDAY = "Tuesday 8 June 2027", "Wednesday 9 June 2027"


def one_of_two_days(without_car: str) -> Programme:
    """Return a programme with two days, one on which Ishbel cannot come, one on which Una cannot.

    One of them has no car.
    """
    days = {"first_day": on(TUESDAY), "last_day": on(WEDNESDAY)}
    programme = fortnight(SESSION, **days)
    programme = with_person("ishbel", programme, times=away(TUESDAY))
    programme = with_person("una", programme, times=away(WEDNESDAY))
    return with_person(without_car, programme, travel=NO_CAR)


def who_comes(plan: Plan) -> set[str]:
    """Return which of the two come to the only session."""
    return {each.person for each in plan.sessions[0].coming} & {"ishbel", "una"}


@pytest.mark.parametrize("without_car", ["ishbel", "una"])
def test_of_two_people_one_of_whom_must_miss_it_who_is_put_first_comes(without_car: str) -> None:
    programme = first("no car", programme=one_of_two_days(without_car))

    plan = make_plan(programme, registry())

    assert who_comes(plan) == {without_car}
    assert plan.order[2].name == "Sessions missed (people put first)"
    assert plan.order[7].name == "Sessions missed (other people with lived experience)"
    assert (plan.order[2].value, plan.order[7].value) == ((0,), (1, 0, 0))
    assert all(level.proven for level in plan.order)


def test_without_a_decision_the_same_day_is_chosen_whoever_has_no_car() -> None:
    days = [
        make_plan(one_of_two_days(without_car), registry()).sessions[0].start.date()
        for without_car in ("ishbel", "una")
    ]

    assert days[0] == days[1]


def test_a_plan_says_who_decided_to_put_people_first_and_why_and_names_none_of_them() -> None:
    told = PutFirst(barrier="no car", by="Mairi", on=DECIDED, why="The group agreed on it.")
    bare = PutFirst(barrier="works nights", by="the group", on=DECIDED)
    programme = one_of_two_days("una").model_copy(update={"put_first": (told, bare)})

    plan = make_plan(programme, registry())

    who, then = "People with lived experience who", "on Monday 23 November 2026"
    who, then = "People with lived experience who", "on Monday 23 November 2026"
    assert plan.certificate.put_first == (
        f"{who} have no car are put first: decided by Mairi {then}. The group agreed on it.",
        f"{who} work nights are put first: decided by the group {then}. No reason was noted.",
    )
    # The same is said whoever has the barrier, and if nobody has.
    same = one_of_two_days("ishbel").model_copy(update={"put_first": (told, bare)})
    assert decisions(same) == plan.certificate.put_first
    assert audit(programme, plan, registry()) == ()


def test_the_page_of_the_group_reads_the_same() -> None:
    plain = one_of_two_days("una")
    programme = first("no car", programme=plain)
    plan = make_plan(programme, registry())
    (project,) = programme.projects

    pages = [group_page(each, plan, project=project) for each in (plain, programme)]

    assert pages[0] == pages[1]
