"""How many private needs there are is told rightly; whose they are is not."""

import pytest

from constraints import registry
from scheduler.audit import audit
from scheduler.explain import conflicts_of
from scheduler.facts import YES
from scheduler.people import Travel
from scheduler.prechecks import obstacles_of
from scheduler.private import ASK_ONE_TO_ONE, each_once
from scheduler.programme import Programme
from scheduler.progress import told_nothing
from scheduler.samples import HALL, on
from scheduler.why_not import why_not
from scheduler.workers import WHEELCHAIR_TAXI, Worker
from tests.scheduler.summer import (
    ONCE,
    fortnight,
    plan_of_once,
    planned,
    with_person,
    with_session,
)
from tests.scheduler.test_explain import desk, small
from web.audit_text import audit_text

Need = dict[str, object]
SIX = small("ishbel", "una", "rory", "flora", "mairi", "neil")


def with_needs(programme: Programme) -> Programme:
    """Return a programme in which three have a need no hall called loft meets, of two kinds."""
    for code in ("una", "rory"):
        programme = with_person(code, programme, needs=("step-free",), share_reasons=False)
    return with_person("flora", programme, no_go=("Upstairs Hall", "Glen Hall"))


def test_several_needs_broken_by_one_booking_were_read_as_one() -> None:
    booked = {"state": "booked", "day": on("Wednesday 9 June 2027"), "start": "11:00"}
    programme = with_session(1, fortnight(), **booked, venue="loft")

    assert planned(with_needs(programme)).sessions[0].breaks == ("3 private needs rule this out.",)


def test_the_audit_says_how_many_are_broken() -> None:
    plan = plan_of_once()
    moved = plan.sessions[0].model_copy(update={"venue": "loft"})
    changed = plan.model_copy(update={"sessions": (moved,)})
    programme = with_needs(ONCE)

    told = audit_text(
        programme, changed, breaches=audit(programme, changed, registry()), constraints=registry()
    )

    needs = [line for line in told.splitlines() if "private" in line]
    assert needs == ["Living well, session 1: 3 private needs rule this out."]


def test_why_not_says_how_many_rule_a_room_out() -> None:
    found = why_not(
        with_needs(ONCE), plan_of_once(), registry(), project="group",
        start=plan_of_once().sessions[0].start, venue="loft",
    )  # fmt: skip

    assert "3 private needs rule this out." in str(found)


def test_counting_names_them_once_with_their_number() -> None:
    """Two paragraphs stood there, word for word alike: one for each rule."""
    one_hall = fortnight(venues=(HALL.model_copy(update={"access": {}}),))
    programme = with_person("flora", one_hall, no_go=("Glen Hall",))
    programme = with_person("mairi", programme, no_go=("Glen Hall",), share_reasons=False)
    programme = with_person("una", programme, not_with=("rory",))

    found = obstacles_of(desk(programme))

    assert [one.says for one in found] == [
        "Session 1: all 14 dates and rooms are ruled out by 2 rules, each alone. 3 private needs."
    ]


def test_a_conflict_counts_them() -> None:
    two_halls = fortnight(
        venues=(HALL, HALL.model_copy(update={"code": "b", "name": "Other Hall"}))
    )
    programme = with_person("flora", two_halls, no_go=("Glen Hall",))
    programme = with_person("una", programme, no_go=("Other Hall",))

    (conflict,) = conflicts_of([desk(programme)], told_nothing)

    assert [(part.says, part.many) for part in conflict.parts] == [("2 private needs.", 2)]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (["It rains.", "It rains."], ("It rains.",)),
        (["A private need rules this out."], ("A private need rules this out.",)),
        (["A private need.", "A private need."], ("2 private needs.",)),
    ],
)
def test_everything_else_stands_once(said: list[str], told: tuple[str, ...]) -> None:
    assert each_once(said) == told


def test_that_no_call_was_offered_told_that_a_need_is_about_company() -> None:
    """A call helps whoever must not be asked to a hall, and not whoever must not meet somebody.

    So did two groups, the other way round: from what was offered the kind of need could be read.
    """
    plan, other = (
        planned(with_person("una", SIX, **need))
        for need in ({"no_go": ("Glen Hall",)}, {"not_with": ("rory",)})
    )

    assert other == plan.model_copy(update={"certificate": other.certificate})
    assert plan.conflicts[0].parts[0].says == "A private need."
    assert {tried.kind for tried in plan.conflicts[0].tried} <= {"ask", "sessions"}
    assert plan.unplaced[0].remedy == ASK_ONE_TO_ONE


@pytest.mark.parametrize(
    "need",
    [
        {"assistance": ("personal assistant",), "assisted_by": "woman"},
        {"assistance": (WHEELCHAIR_TAXI,), "travel": Travel(taxi=YES)},
        {"interpreter": "Polish"},
    ],
    ids=["assistant", "taxi", "interpreter"],
)
def test_a_need_for_a_worker_that_is_not_shared_is_told_as_any_other(need: Need) -> None:
    """The assistant or taxi was named, and of the taxi alone a call was offered."""
    asked = Worker(code="xena", name="Xena", roles=("personal assistant",))
    given = SIX.model_copy(update={"workers": (*SIX.workers, asked)})

    plan, other = (
        planned(with_person("una", given, share_reasons=False, **each))
        for each in (need, {"no_go": ("Glen Hall",)})
    )

    assert plan == other.model_copy(update={"certificate": plan.certificate})


def test_a_need_for_a_worker_that_is_shared_is_told_in_its_own_words() -> None:
    plan = planned(with_person("una", SIX, assistance=(WHEELCHAIR_TAXI,), travel=Travel(taxi=YES)))

    assert "still needed: wheelchair taxi." in plan.unplaced[0].reason


def test_several_needs_for_workers_are_counted() -> None:
    given = with_person("una", SIX, share_reasons=False, assistance=("personal assistant",))
    given = with_person("rory", given, share_reasons=False, assistance=("personal assistant",))

    (conflict,) = planned(given).conflicts

    assert [(part.says, part.many) for part in conflict.parts] == [("2 private needs.", 2)]
