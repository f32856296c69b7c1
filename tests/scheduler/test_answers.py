"""Answers for many venues: what holds everywhere is said once, the rest beside its venue."""

from scheduler.answers import Alike, WhyNot, alike, overall
from scheduler.samples import at

CLOSED = "It cannot be held there then: {} serves alcohol."
LATE = "It could be held, but the plan is better. Sessions missed: 0 in the plan, 1 with this."
ISHBEL = "Ishbel cannot come then."
RORY = "Rory works from 9:00 to 17:00."
ANSWERS = (
    ("inn", WhyNot(CLOSED.format("Glen Inn"), (CLOSED.format("Glen Inn")[-24:], ISHBEL))),
    ("hall", WhyNot(LATE, (ISHBEL, RORY))),
    ("shed", WhyNot(LATE, (ISHBEL, RORY))),
    ("loft", WhyNot(LATE, (ISHBEL,))),
)
MOMENT = at("Friday 14 May 2027 10:00")


def test_what_most_venues_answer_leads() -> None:
    answer = overall(ANSWERS, MOMENT)

    assert answer.says == f"On Friday 14 May 2027 at 10:00, for 3 of 4 venues: {LATE}"


def test_what_speaks_against_every_venue_is_said_once() -> None:
    answer = overall(ANSWERS, MOMENT)

    assert answer.reasons == (ISHBEL,)
    assert [reason for _, each in answer.venues for reason in each.reasons].count(ISHBEL) == 0


def test_every_other_reason_stands_beside_the_venues_it_holds_for() -> None:
    """All reasons of all venues once stood in one list, and nobody could tell which was where."""
    groups = alike(overall(ANSWERS, MOMENT))

    assert groups == (
        Alike(("hall", "shed"), LATE, (RORY,)),
        Alike(("inn",), CLOSED.format("Glen Inn"), ()),
        Alike(("loft",), LATE, ()),
    )


def test_one_venue_has_nothing_of_its_own_beside_what_holds_everywhere() -> None:
    answer = overall(ANSWERS[-1:], MOMENT)

    assert (answer.reasons, alike(answer)) == ((ISHBEL,), (Alike(("loft",), LATE, ()),))
